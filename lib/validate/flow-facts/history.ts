import type { Subject } from '../subject';
import { carried, type FactsOnEntry } from './data-flow';
import { isTraceable } from './flow-graph';
import type { PlacedAction } from './placed-action';

/** What can have happened on the way to an action, as bits. */
export const HAPPENED = {
  /** The working queue was to be set, whether or not that worked. */
  queueTried: 16,
  queueSet: 1,
  promptsLooped: 2,
  spokenTo: 4,
  queued: 8,
} as const;

/** What happens where something runs that is not in the document. */
const ANYTHING = -1;

const SPEAKS: ReadonlySet<string | undefined> = new Set(['listens', 'answers']);

/** What has happened once the action is left by any branch. */
const everyWay = ({ spec, type }: PlacedAction): number => {
  if (spec === undefined || spec.participant === 'may do anything') return ANYTHING;
  if (type === 'MessageParticipantIteratively') return HAPPENED.promptsLooped | HAPPENED.spokenTo;
  if (type === 'TransferContactToQueue') return HAPPENED.queued;
  if (type === 'UpdateContactTargetQueue') return HAPPENED.queueTried;
  return SPEAKS.has(spec.participant) ? HAPPENED.spokenTo : 0;
};

const onSuccess = ({ type }: PlacedAction): number => (type === 'UpdateContactTargetQueue' ? HAPPENED.queueSet : 0);

const HISTORIES = new WeakMap<Subject, FactsOnEntry>();

const work = ({ graph, actions }: Subject): FactsOnEntry => {
  const always = actions.map(everyWay);
  const succeeding = actions.map(onSuccess);
  return carried(graph, 'must', 0, (facts, at, { failed }) => {
    const happened = facts | (always[at] as number);
    return failed ? happened : happened | (succeeding[at] as number);
  });
};

/** What has surely happened, on every way, before each action. */
const historyOf = (subject: Subject): FactsOnEntry => {
  const known = HISTORIES.get(subject);
  if (known !== undefined) return known;
  const history = work(subject);
  HISTORIES.set(subject, history);
  return history;
};

/** The actions among `candidates` to which some way leads on which something has not happened. */
export const withoutHaving = (
  subject: Subject,
  happened: keyof typeof HAPPENED,
  candidates: readonly PlacedAction[],
): readonly PlacedAction[] => {
  if (candidates.length === 0 || !isTraceable(subject.graph)) return [];
  const history = historyOf(subject);
  return candidates.filter(
    ({ index }) => subject.graph.reached[index] === 1 && ((history[index] as number) & HAPPENED[happened]) === 0,
  );
};

/** The actions among `candidates` to which every way leads past something. */
export const afterHaving = (
  subject: Subject,
  happened: keyof typeof HAPPENED,
  candidates: readonly PlacedAction[],
): readonly PlacedAction[] => {
  if (candidates.length === 0 || !isTraceable(subject.graph)) return [];
  const history = historyOf(subject);
  return candidates.filter(
    ({ index }) =>
      subject.graph.reached[index] === 1 &&
      history[index] !== ANYTHING &&
      ((history[index] as number) & HAPPENED[happened]) !== 0,
  );
};
