import { type Code, call, json, mapCode } from './code';
import type { Draft } from './draft';
import { labelName } from './draft';

/** What readers see instead of numbers. */
export interface Wording {
  readonly labelOf: (node: number) => string;
  /** The identifier that a step keeps, if it keeps one. */
  readonly nameOf: (node: number) => string | undefined;
}

/** Puts labels before the steps that `goTo` leads to, and names around those that keep theirs. */
export const finished = (code: Code, draft: Draft, { labelOf, nameOf }: Wording): Code => {
  const labels = new Map([...draft.labels].map((node) => [labelName(node), labelOf(node)]));
  const stepCode = (piece: Code): readonly Code[] => {
    if (piece.kind !== 'step') return [piece];
    const last = draft.steps.get(piece.node)?.last ?? piece.node;
    const kept = nameOf(last);
    const step = kept === undefined ? piece : { ...piece, code: call('named', json(kept), piece.code) };
    return draft.labels.has(piece.node) ? [call('label', json(labelOf(piece.node))), step] : [step];
  };
  return mapCode(code, (piece) => {
    if (piece.kind === 'list') return { ...piece, items: piece.items.flatMap(stepCode) };
    if (piece.kind !== 'call' || piece.name !== 'goTo') return piece;
    const [to] = piece.args;
    const label = to?.kind === 'json' && typeof to.value === 'string' ? labels.get(to.value) : undefined;
    return label === undefined ? piece : call('goTo', json(label));
  });
};
