import { isReference, parseReference } from '../../language';

/** What a flow reads beside hooks and the queue: a reference, in the scope in which it holds. */
export type Variable = number;

/** The contact itself; the flow and each module that it called have scopes of their own, from 1 on. */
export const CONTACT_SCOPE = 0;

/** More than modules nest. */
const SCOPES = 8;

export const scopeOf = (variable: Variable): number => variable % SCOPES;

export const isOfContact = (variable: Variable): boolean => scopeOf(variable) === CONTACT_SCOPE;

/** The same path in another scope. */
export const inScope = (variable: Variable, scope: number): Variable => variable - scopeOf(variable) + scope;

export const rootOf = (path: string): string => {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
};

/**
 * Roots whose values live and die with the flow or module that got them. `Passes` is ours: how often a loop was passed.
 * Source: set-contact-attributes.
 */
const LOCAL_ROOTS: ReadonlySet<string> = new Set([
  'FlowAttributes',
  'External',
  'LambdaInvocation',
  'StoredCustomerInput',
  'Lex',
  'Passes',
]);

export const isLocal = (path: string): boolean => LOCAL_ROOTS.has(rootOf(path));

/** Roots whose values no other flow can ever read. */
const FLOW_ROOTS: readonly string[] = ['FlowAttributes', 'Passes'];

export const isOfFlow = (path: string): boolean => FLOW_ROOTS.includes(rootOf(path));

/** The path of a reference: `$.Attributes.tier` and `$['Attributes']['tier']` are `Attributes.tier`. */
export const pathOf = (keys: readonly string[]): string => keys.join('.');

/** Numbers paths as they come up, and reads references once. */
export class Paths {
  private readonly numbers = new Map<string, number>();
  private readonly references = new Map<string, readonly string[] | null>();
  private readonly paths: string[] = [];

  variable(path: string, scope: number): Variable {
    let number = this.numbers.get(path);
    if (number === undefined) {
      number = this.paths.push(path) - 1;
      this.numbers.set(path, number);
    }
    return number * SCOPES + scope;
  }

  /** The keys of a text that is one whole reference. */
  keysOf(text: string): readonly string[] | null {
    let keys = this.references.get(text);
    if (keys === undefined) {
      keys = (isReference(text) ? parseReference(text) : undefined) ?? null;
      this.references.set(text, keys);
    }
    return keys;
  }

  pathOf(variable: Variable): string {
    return this.paths[Math.floor(variable / SCOPES)] ?? '';
  }
}
