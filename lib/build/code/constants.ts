import { type Code, pieces } from './code';
import type { Draft } from './draft';
import { camelCase, type Names } from './names';
import type { Step } from './steps';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An identifier that a person gave, or a tool that had words for it. */
export const isFriendly = (identifier: string): boolean => !UUID.test(identifier) && /\p{L}{2}/u.test(identifier);

/** Constants in an order in which each comes after those that it uses. */
export const inOrder = (draft: Draft): readonly number[] => {
  const order: number[] = [];
  const done = new Set<number>();
  const open: { readonly id: number; readonly isLeaving: boolean }[] = [];
  const roots = [draft.main, ...(draft.onError ? [draft.onError] : [])];
  const used = (code: Code): readonly number[] =>
    [...pieces(code)].flatMap((piece) => (piece.kind === 'constant' ? [piece.id] : []));
  for (const id of roots.flatMap(used)) open.push({ id, isLeaving: false });
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    if (top.isLeaving) order.push(top.id);
    else if (!done.has(top.id)) {
      done.add(top.id);
      open.push({ id: top.id, isLeaving: true });
      for (const id of used(draft.constants.get(top.id) ?? draft.main).toReversed())
        open.push({ id, isLeaving: false });
    }
  }
  return order;
};

/** Steps that end a script and have the builder's own names. */
const BARE: Readonly<Record<string, string>> = {
  Disconnect: 'hang up',
  'End flow': 'leave flow',
  Return: 'go back',
  Loop: 'retry',
  'Transfer to agent': 'to agent',
};

const SPOKEN = new Set(['Play prompt', 'Get customer input', 'Store customer input', 'Loop prompts']);

const isTelling = ({ block, words }: Step): boolean => SPOKEN.has(block) && camelCase(words) !== undefined;

const wordsOf = ({ block, words }: Step): string => {
  const telling = words.replace(/\$\.[\w.]*\.?/g, '').replace(/<[^>]*>/g, ' ');
  if (SPOKEN.has(block) && camelCase(telling) !== undefined) return telling;
  return BARE[block] ?? `${block} ${telling}`;
};

/** The steps of a script that stand in it themselves, not in its branches. */
const topSteps = (code: Code): readonly number[] =>
  code.kind === 'list' ? code.items.flatMap((item) => (item.kind === 'step' ? [item.node] : [])) : [];

const RETRY = 'retry';

/** What a script is about: the identifier of its first action, else the first thing that is said in it. */
const subjectOf = (draft: Draft, id: number): string => {
  const code = draft.constants.get(id);
  if (code?.kind === 'call') return RETRY;
  const steps = topSteps(code ?? draft.main).flatMap((node) => draft.steps.get(node) ?? []);
  const first = draft.steps.get(id) ?? steps[0];
  const identifier = draft.graph.nodes[id]?.action.Identifier ?? '';
  const isOwn = first !== undefined && !identifier.startsWith(first.block);
  if (isFriendly(identifier) && isOwn) return identifier;
  const telling = steps.slice(0, 3).find(isTelling) ?? first;
  return telling === undefined ? 'script' : wordsOf(telling);
};

/** Names for the constants of a flow, by the number of their first action. */
export const constantNames = (draft: Draft, order: readonly number[], names: Names): ReadonlyMap<number, string> => {
  const handler = draft.style.handler?.entry;
  const wished = (id: number): string => camelCase(subjectOf(draft, id)) ?? (id === handler ? 'onFailure' : 'script');
  return new Map(order.map((id) => [id, names.take(wished(id), 'Script')]));
};

/** The name of a label: the identifier of its action, or what it does. */
export const labelNames = (draft: Draft): ReadonlyMap<number, string> => {
  const taken = new Set<string>();
  const entries = [...draft.labels]
    .toSorted((a, b) => a - b)
    .map((node) => {
      const identifier = draft.graph.nodes[node]?.action.Identifier ?? '';
      const step = draft.steps.get(node);
      const subject = isFriendly(identifier) || step === undefined ? identifier : wordsOf(step);
      const words = (subject.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? ['step']).slice(0, 5).join(' ').slice(0, 40);
      let name = words.toLowerCase();
      for (let number = 2; taken.has(name); number++) name = `${words.toLowerCase()} ${number}`;
      taken.add(name);
      return [node, name] as const;
    });
  return new Map(entries);
};
