import type { Value, Values } from '../facts/value';

/** What other contacts of a chain write into the attributes that all of them share; nobody can tell when. */
export class Elsewhere {
  private readonly written = new Map<string, Set<string> | 'anything'>();

  /** @param known what was written when the contacts were looked at before */
  constructor(private readonly known: Elsewhere | null = null) {}

  note(path: string, value: Value): void {
    const before = this.written.get(path);
    if (before === 'anything') return;
    const texts = value.kind === 'text' ? [value.text] : value.kind === 'unknown' ? value.domain : [''];
    this.written.set(path, texts === null ? 'anything' : new Set([...(before ?? []), ...texts]));
  }

  /** The value, or what may have come in its place. */
  orWritten(path: string, own: Value, values: Values): Value {
    const others = this.known?.written.get(path);
    if (others === undefined) return own;
    const reference = `$.${path}`;
    const texts = own.kind === 'text' ? [own.text] : own.kind === 'unset' ? [''] : own.domain;
    if (others === 'anything' || texts === null) return values.anything(reference);
    if (texts.length === 1 && others.size === 1 && others.has(texts[0] ?? '')) return own;
    return values.unknown({ origin: null, reference, domain: [...new Set([...texts, ...others])].sort(), tests: [] });
  }

  /** Whether something was written that was not known to be. */
  get hasGrown(): boolean {
    for (const [path, texts] of this.written) {
      const known = this.known?.written.get(path);
      if (known === 'anything') continue;
      if (known === undefined || texts === 'anything') return true;
      if ([...texts].some((text) => !known.has(text))) return true;
    }
    return false;
  }
}
