import type { Json } from '../../language/document';
import { type Code, list, object } from './code';
import { keyLiteral, LINE, numberLiteral, stringLiteral, templateText, widthOf } from './literals';

const LINE_WIDTH = LINE;
const STEP = '  ';
/** After a key this short a long text saves nothing on a line of its own. */
const SHORT_KEY = 4;

/** What constants and resources are called. */
export interface Naming {
  readonly constant: (id: number) => string;
  /** The expression for a resource: a literal, a constant, or a key of the bindings. */
  readonly resource: (code: Code & { readonly kind: 'resource' }) => string;
}

/** JSON as code, so that both are laid out alike. */
const jsonCode = (value: Json): Code => {
  if (Array.isArray(value)) return list(value.map((entry) => jsonCode(entry)));
  if (typeof value !== 'object' || value === null) return { kind: 'json', value };
  return object(...Object.entries(value).map(([key, entry]) => [key, jsonCode(entry)] as const));
};

const plain = (code: Code): Code => {
  if (code.kind === 'step') return plain(code.code);
  return code.kind === 'json' && typeof code.value === 'object' ? jsonCode(code.value) : code;
};

const primitive = (value: Json): string => {
  if (typeof value === 'string') return stringLiteral(value);
  return typeof value === 'number' ? numberLiteral(value) : String(value);
};

const hasSeveral = (code: Code): boolean =>
  (code.kind === 'object' && code.entries.length > 1) || (code.kind === 'list' && code.items.length > 1);

/** Lists of several things that have parts themselves always stand on lines of their own. */
const mustBreak = (items: readonly Code[]): boolean => {
  const [first] = items;
  if (first === undefined || items.length < 2 || !items.every(hasSeveral)) return false;
  return items.every(({ kind }) => kind === first.kind);
};

/** Lays code out as the formatter of this repository does. */
export class Printer {
  readonly #flat = new WeakMap<Code, string | null>();

  constructor(private readonly naming: Naming) {}

  /** The code as it stands at an indentation, after `before` characters of its line and before `after` more. */
  print(given: Code, indent: string, before: number, after = 1): string {
    const code = plain(given);
    const flat = this.#onOneLine(code);
    if (flat !== undefined && before + widthOf(flat) + after <= LINE_WIDTH) return flat;
    if (code.kind === 'list')
      return this.#lines(
        '[',
        code.items.map((item) => this.#item(item, indent)),
        ']',
        indent,
      );
    if (code.kind === 'object') {
      const entries = code.entries.map(([key, value]) => this.#entry(key, value, indent + STEP));
      return this.#lines('{', entries, '}', indent);
    }
    return code.kind === 'call' ? this.#call(code, indent, before, after) : this.#whole(code);
  }

  /** After `=` or `:`; text that is too long goes to the next line. */
  value(given: Code, indent: string, before: number): string {
    const code = plain(given);
    const flat = this.#onOneLine(code);
    const isText = (code.kind === 'json' && typeof code.value === 'string') || code.kind === 'resource';
    const tooLong = isText && before + 1 + (flat === undefined ? LINE_WIDTH : widthOf(flat)) + 1 > LINE_WIDTH;
    if (tooLong) return `\n${indent}${STEP}${this.#whole(code)}`;
    return ` ${this.print(code, indent, before + 1)}`;
  }

  #item(item: Code, indent: string): string {
    return this.print(item, indent + STEP, indent.length + STEP.length);
  }

  #entry(key: string, value: Code, indent: string): string {
    const name = keyLiteral(key);
    if (value.kind === 'constant' && this.naming.constant(value.id) === name) return name;
    const before = indent.length + name.length + 1;
    return name.length <= SHORT_KEY
      ? `${name}: ${this.print(value, indent, before + 1)}`
      : `${name}:${this.value(value, indent, before)}`;
  }

  #lines(open: string, entries: readonly string[], close: string, indent: string): string {
    if (entries.length === 0) return open + close;
    const inner = entries.map((entry) => `${indent}${STEP}${entry},\n`).join('');
    return `${open}\n${inner}${indent}${close}`;
  }

  #call(code: Code & { kind: 'call' }, indent: string, before: number, after: number): string {
    const args = code.args.map(plain);
    const open = `${code.name}(`;
    const hugged = this.#hugged(open, args, indent, before, after);
    if (hugged !== undefined) return hugged;
    return this.#lines(
      open,
      args.map((arg) => this.#item(arg, indent)),
      ')',
      indent,
    );
  }

  /** The last argument opens on the line of the call, if what stands before it fits there. */
  #hugged(open: string, args: readonly Code[], indent: string, before: number, after: number): string | undefined {
    const last = args.at(-1);
    const others = args.slice(0, -1);
    const canHug = last?.kind === 'list' || last?.kind === 'object';
    if (!canHug || last === undefined || others.at(-1)?.kind === last.kind) return undefined;
    const flat = others.map((arg) => this.#onOneLine(arg));
    if (flat.some((text) => text === undefined)) return undefined;
    const head = open + flat.map((text) => `${text}, `).join('');
    if (before + widthOf(head) + 1 > LINE_WIDTH) return undefined;
    return `${head}${this.print(last, indent, before + head.length, after + 1)})`;
  }

  #onOneLine(code: Code): string | undefined {
    const known = this.#flat.get(code);
    if (known !== undefined) return known ?? undefined;
    const flat = this.#flatten(plain(code));
    const fits = flat !== undefined && flat.length <= 2 * LINE_WIDTH ? flat : undefined;
    this.#flat.set(code, fits ?? null);
    return fits;
  }

  #flatten(code: Code): string | undefined {
    if (code.kind === 'list') {
      const items = mustBreak(code.items.map(plain)) ? undefined : this.#all(code.items);
      return items && `[${items.join(', ')}]`;
    }
    if (code.kind === 'object') {
      const values = this.#all(code.entries.map(([, value]) => value));
      const entries = values && code.entries.map(([key], index) => this.#pair(keyLiteral(key), values[index] ?? ''));
      return entries && (entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`);
    }
    if (code.kind !== 'call') return this.#whole(code);
    const args = this.#all(code.args);
    return args && `${code.name}(${args.join(', ')})`;
  }

  #pair(key: string, value: string): string {
    return key === value ? key : `${key}: ${value}`;
  }

  #all(codes: readonly Code[]): readonly string[] | undefined {
    const flat: string[] = [];
    for (const code of codes) {
      const text = this.#onOneLine(code);
      if (text === undefined) return undefined;
      flat.push(text);
    }
    return flat;
  }

  /** What never breaks, however long. */
  #whole(code: Code): string {
    if (code.kind === 'json') return primitive(code.value);
    if (code.kind === 'name') return code.path.join('.');
    if (code.kind === 'constant') return this.naming.constant(code.id);
    if (code.kind === 'resource') return this.naming.resource(code);
    if (code.kind === 'template') return this.#template(code.parts);
    return '[]';
  }

  #template(parts: readonly (string | Code)[]): string {
    const inner = parts.map((part) =>
      typeof part === 'string' ? templateText(part) : `\${${this.#onOneLine(part) ?? ''}}`,
    );
    return `\`${inner.join('')}\``;
  }
}
