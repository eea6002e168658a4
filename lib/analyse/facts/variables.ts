/** What a flow reads beside hooks and the queue: a reference, in the scope in which it holds. */
export type Variable = number;

/** The contact itself. Frames of the flow have scopes of their own, so have those of a flow that goes on beside it. */
export const CONTACT_SCOPE = 0;

/** More than modules nest. */
const SCOPES = 16;
const BESIDE = SCOPES / 2;

export const scopeOf = (variable: Variable): number => variable % SCOPES;

/** The scope of a frame so many modules deep; `beside`: of the flow that goes on beside the one that is followed. */
export const frameScope = (depth: number, beside: boolean): number => (beside ? BESIDE + depth : depth);

export const isOfContact = (variable: Variable): boolean => scopeOf(variable) === CONTACT_SCOPE;

/** Of the flow that goes on beside. */
export const isBeside = (variable: Variable): boolean => scopeOf(variable) > BESIDE;

/** How many modules deep the frame of a variable is, on whichever side. */
export const depthOf = (variable: Variable): number => scopeOf(variable) % BESIDE;

/** The variable once its flow has stepped aside, or has come back. */
export const otherSide = (variable: Variable): Variable => {
  if (isOfContact(variable)) return variable;
  return isBeside(variable) ? variable - BESIDE : variable + BESIDE;
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

export const rootOf = (path: string): string => {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
};

/** The path of a reference: `$.Attributes.tier` and `$['Attributes']['tier']` are `Attributes.tier`. */
export const pathOf = (keys: readonly string[]): string => keys.join('.');

/** Numbers paths as they come up. */
export class Paths {
  private readonly numbers = new Map<string, number>();
  private readonly paths: string[] = [];

  variable(path: string, scope: number): Variable {
    let number = this.numbers.get(path);
    if (number === undefined) {
      number = this.paths.push(path) - 1;
      this.numbers.set(path, number);
    }
    return number * SCOPES + scope;
  }

  pathOf(variable: Variable): string {
    return this.paths[Math.floor(variable / SCOPES)] ?? '';
  }
}
