import { specOf } from '../../language';
import { type Code, pieces } from './code';
import type { Draft } from './draft';

const isWithin = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((scope) => other.includes(scope));

/** Whether the flow types of the steps in a script are not each a part of the next larger ones. */
export const isMixed = (draft: Draft, code: Code): boolean => {
  const nodes = [...pieces(code)].flatMap((piece) => (piece.kind === 'step' ? [piece.node] : []));
  const scopes = nodes.map((node) => specOf(draft.graph.nodes[node]?.action.Type ?? '')?.flowTypes ?? []);
  const sorted = scopes.filter((scope) => scope.length > 0).toSorted((a, b) => a.length - b.length);
  return sorted.some((scope, index) => !isWithin(scope, sorted[index + 1] ?? scope));
};
