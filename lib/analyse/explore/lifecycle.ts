import { hookInheritance, type Journey, type Moment } from '../../journey';
import type { CentreQueue } from '../centre';
import type { Facts } from '../facts/facts';
import type { Named } from '../facts/named';
import { rootOf } from '../facts/variables';
import type { ContactKind } from './contact-kind';
import type { Exploration } from './exploration';
import { type Event, stateAfter, type Way } from './state';
import type { FlowEnd } from './turn';

/** The way with something more that happens on it. */
export const andThen = (way: Way, by: Event, contact: ContactKind, facts: Facts): Way => ({
  from: stateAfter(way, contact, null, facts),
  by,
});

/** The contact waits in its working queue. */
export const enqueue = (exploration: Exploration, contact: ContactKind, facts: Facts, way: Way): void =>
  exploration.playStages(contact, 'QUEUED', facts, way);

/** Other contacts of the chain may come to be beside this one; most of its hooks have done what they are for. */
const connect = (exploration: Exploration, { talking, journey }: ContactKind, facts: Facts, way: Way): void => {
  const { book, surroundings } = exploration;
  if (journey.connects.length === 0) return;
  const left = book.keepingHooks(facts, surroundings.rulebook.hooksOfTalk(journey));
  exploration.put(talking, book.with(left, { shared: true }), way);
};

const answer = (exploration: Exploration, contact: ContactKind, facts: Facts, way: Way): void => {
  const answered = andThen(way, { what: 'the customer answers' }, contact, facts);
  exploration.playStages(contact, 'ANSWERED', facts, answered);
};

export interface Over {
  readonly contact: ContactKind;
  readonly moment: Moment;
  readonly last: FlowEnd | null;
  readonly facts: Facts;
  readonly way: Way;
}

type Next = (exploration: Exploration, over: Over) => void;

const queueIfAsked: Next = (exploration, { contact, last, facts, way }) => {
  if (last === 'queued') enqueue(exploration, contact, facts, way);
};

/** Where there is no transfer flow the other side is called at once. */
const afterTransferFlow: Next = (exploration, over) => {
  const { contact, facts, way } = over;
  if (contact.ownStagesAt('TRANSFER_STARTED').length === 0) connect(exploration, contact, facts, way);
  else queueIfAsked(exploration, over);
};

/** The contact on which the disconnect flow ran, or the one that follows it where that is said to be another one. */
const afterDisconnectFlow: Next = (exploration, over) => {
  const { contact, last, facts, way } = over;
  if (contact.ownStagesAt('CUSTOMER_REMAINED').length > 0) return queueIfAsked(exploration, over);
  const next = exploration.follower('CUSTOMER_REMAINED', contact);
  if (next && last === 'queued')
    enqueue(exploration, next, inherited(exploration, next, facts), { ...way, starts: true });
};

/** What comes when the stages of a moment are over. */
const AFTER: Readonly<Record<Moment, Next>> = {
  CREATED: (exploration, over) =>
    queueIfAsked(exploration, { ...over, last: over.last === null ? 'queued' : over.last }),
  CONNECTED: queueIfAsked,
  TRANSFER_STARTED: afterTransferFlow,
  CUSTOMER_REMAINED: afterDisconnectFlow,
  QUEUED: (exploration, { contact, last, facts, way }) => {
    if (last !== 'disconnect' && last !== 'left') exploration.put(contact.waiting, facts, way);
  },
  ACCEPTED: (exploration, { contact, facts, way }) => {
    const next = contact.isCalledOnceAccepted ? answer : connect;
    next(exploration, contact, facts, way);
  },
  DIALLING: (exploration, { contact, last, facts, way }) => {
    if (last !== 'disconnect') answer(exploration, contact, facts, way);
  },
  ANSWERED: (exploration, { contact, facts, way }) => connect(exploration, contact, facts, way),
  PUT_ON_HOLD: () => undefined,
  PAUSED: (exploration, { contact, facts, way }) => connect(exploration, contact, facts, way),
  RESUMED: (exploration, { contact, facts, way }) => connect(exploration, contact, facts, way),
  SENT: () => undefined,
  FLOW_SENT: (exploration, { contact, facts, way }) => connect(exploration, contact, facts, way),
};

export const momentOver = (exploration: Exploration, over: Over): void => AFTER[over.moment](exploration, over);

/** The moment with which contacts of a journey begin; undefined for those on which no flow runs. */
export const firstMoment = ({ stages }: Journey): Moment | undefined => {
  const moments = new Set(stages.map(({ on }) => on));
  return (Object.keys(AFTER) as Moment[]).find((moment) => moments.has(moment));
};

const inheritsHooks = (exploration: Exploration, method: string): boolean => {
  const assumption = hookInheritance(method);
  return assumption !== undefined && exploration.assumption(assumption) === 'yes';
};

/** What a contact that follows another one starts with: its attributes, and its hooks where the rulebook says so. */
export const inherited = (
  exploration: Exploration,
  { journey }: ContactKind,
  facts: Facts,
  queue: Named<CentreQueue> = facts.queue,
): Facts => {
  const { book, paths } = exploration;
  const attributes = book.keeping(facts, (variable) => rootOf(paths.pathOf(variable)) === 'Attributes');
  const hooked = inheritsHooks(exploration, journey.method) ? attributes : book.withoutHooks(attributes);
  return book.withQueue(hooked, queue);
};
