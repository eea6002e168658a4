import type { Flow } from '../../lib/build';
import { exitsOf, type WireAction } from '../../lib/language';

/** The action of an identifier; the test fails by name where there is none. */
export const actionOf = (flow: Flow, identifier: string): WireAction => {
  const found = flow.document.Actions.find((action) => action.Identifier === identifier);
  if (found === undefined) throw new Error(`no "${identifier}" in: ${identifiersOf(flow).join(' | ')}`);
  return found;
};

export const identifiersOf = (flow: Flow): readonly string[] =>
  flow.document.Actions.map(({ Identifier }) => Identifier);

/** Where an action leads, by error type, operand or `next`. */
export const exits = (flow: Flow, identifier: string): { readonly [label: string]: string } =>
  Object.fromEntries(
    exitsOf(actionOf(flow, identifier)).map(({ label, target }) => [label.replace(/^Equals /, ''), target]),
  );
