import type { Json } from '../../language/document';

/** Which kind of thing a literal ARN or id names; `text` is any other value that belongs to one instance. */
export type ResourceKind =
  | 'queue'
  | 'agent'
  | 'flow'
  | 'module'
  | 'hours'
  | 'prompt'
  | 'function'
  | 'bot'
  | 'view'
  | 'text';

/** Something outside of the flow that it names. */
export interface Resource {
  readonly kind: ResourceKind;
  readonly value: string;
  /** What the designer shows for it. */
  readonly shown?: string;
  /** Types of flows that may stand there, as a type argument. */
  readonly flowTypes?: string;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Code[];
}

/** A place where the script of a branch will stand. */
export interface BranchPlace {
  readonly kind: 'branch';
  /** The action that the branch leads to. */
  readonly target: number;
  /** True where leaving it out means that it goes on with the next step. */
  readonly optional?: true;
  /** True where a script that falls off its end comes back to the step itself. */
  readonly back?: true;
}

/** Code as data: it can be run to see what it becomes, and printed. */
export type Code =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'template'; readonly parts: readonly (string | Code)[] }
  | Call
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Code])[] }
  | BranchPlace
  /** A step of a script, with the number of its first action. */
  | { readonly kind: 'step'; readonly node: number; readonly code: Code }
  /** A script (or an `again`) that stands elsewhere under a name. */
  | { readonly kind: 'constant'; readonly id: number }
  | { readonly kind: 'resource'; readonly resource: Resource };

export const json = (value: Json): Code => ({ kind: 'json', value });
export const name = (...path: string[]): Code => ({ kind: 'name', path });
export const call = (called: string, ...args: readonly (Code | undefined)[]): Call => ({
  kind: 'call',
  name: called,
  args: args.filter((arg) => arg !== undefined),
});
export const list = (items: readonly Code[]): Code => ({ kind: 'list', items });

type Entry = readonly [key: string, value: Code | undefined];

/** An object literal without the entries that have no value. */
export const object = (...entries: readonly Entry[]): Code => ({
  kind: 'object',
  entries: entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
});

/** The same, or nothing where no entry has a value: for options that can be left out. */
export const options = (...entries: readonly Entry[]): Code | undefined =>
  entries.every(([, value]) => value === undefined) ? undefined : object(...entries);

const partsOf = (code: Code): readonly Code[] => {
  if (code.kind === 'call') return code.args;
  if (code.kind === 'list') return code.items;
  if (code.kind === 'step') return [code.code];
  if (code.kind === 'object') return code.entries.map(([, value]) => value);
  return code.kind === 'template' ? code.parts.filter((part) => typeof part !== 'string') : [];
};

/** Every piece of the code, the whole first. */
export function* pieces(code: Code): Generator<Code> {
  yield code;
  for (const part of partsOf(code)) yield* pieces(part);
}

/** The same code with each of its pieces changed, from the inside out. */
export const mapCode = (code: Code, change: (piece: Code) => Code): Code => {
  const inner = (part: Code): Code => mapCode(part, change);
  if (code.kind === 'call') return change({ ...code, args: code.args.map(inner) });
  if (code.kind === 'list') return change({ ...code, items: code.items.map(inner) });
  if (code.kind === 'step') return change({ ...code, code: inner(code.code) });
  if (code.kind === 'object')
    return change({ ...code, entries: code.entries.map(([key, value]) => [key, inner(value)] as const) });
  return change(code);
};

/** The places of branches, in the order in which they stand. */
export const branchesOf = (code: Code): readonly BranchPlace[] =>
  [...pieces(code)].filter((piece): piece is BranchPlace => piece.kind === 'branch');
