import { type Code, pieces, type Resource } from './code';
import { keyLiteral, stringLiteral } from './literals';
import { camelCase, type Names } from './names';
import { RESOURCE_KINDS } from './resource-kinds';

/** Something outside of the flow, under the name that the code gives it. */
export interface NamedResource {
  readonly name: string;
  readonly resource: Resource;
}

const keyOf = ({ kind, value, shown = '', flowTypes = '' }: Resource): string =>
  JSON.stringify([kind, value, shown, flowTypes]);

/** A value this long says little where it stands and much by a name. */
const LONG = 40;

/** The part of an ARN or a placeholder that a person chose. */
const tailOf = (value: string): string => {
  const placeholder = /[$%]\{?([A-Za-z][\w.:-]*)/.exec(value)?.[1];
  if (placeholder !== undefined) return placeholder;
  const lambda = /:function:([^:]+)/.exec(value)?.[1];
  const tail = lambda ?? value.split(/[/:]/).at(-1) ?? '';
  return /[0-9a-f]{4,}-[0-9a-f]{4}|\d{6}|^[A-Z0-9]{10}$/.test(tail) ? '' : tail;
};

const nameFor = ({ kind, value, shown }: Resource): string => {
  const { word } = RESOURCE_KINDS[kind];
  const base = camelCase(shown ?? tailOf(value), 4) ?? word;
  return base.toLowerCase().endsWith(word) ? base : base + word.charAt(0).toUpperCase() + word.slice(1);
};

/** A queue with its name, or the plain ARN or id. */
export const resourceLiteral = ({ kind, value, shown }: Resource): string => {
  const { arnKey, nameKey } = RESOURCE_KINDS[kind];
  if (arnKey === undefined || shown === undefined) return stringLiteral(value);
  return `{ ${keyLiteral(arnKey)}: ${stringLiteral(value)}, ${keyLiteral(nameKey)}: ${stringLiteral(shown)} }`;
};

/** All things that the flow names, and which of them have a name of their own. */
export class Resources {
  readonly #named = new Map<string, NamedResource>();

  constructor(codes: Iterable<Code>, names: Names, isEvery: boolean) {
    const counts = new Map<string, { readonly resource: Resource; count: number }>();
    for (const code of codes) {
      for (const piece of pieces(code)) {
        if (piece.kind !== 'resource') continue;
        const key = keyOf(piece.resource);
        const entry = counts.get(key) ?? { resource: piece.resource, count: 0 };
        entry.count += 1;
        counts.set(key, entry);
      }
    }
    for (const [key, { resource, count }] of counts) {
      const isLong = resource.shown !== undefined || resource.value.length > LONG || count > 2;
      if (isEvery || isLong) this.#named.set(key, { name: names.take(nameFor(resource)), resource });
    }
  }

  get named(): readonly NamedResource[] {
    return [...this.#named.values()];
  }

  nameOf(resource: Resource): string | undefined {
    return this.#named.get(keyOf(resource))?.name;
  }
}
