import { AGENT_FLOW, placeOf, type Stage } from '../../journey';
import type { CentreQuickConnect } from '../centre';
import type { Facts } from '../facts/facts';
import type { ContactKind } from './contact-kind';
import type { Exploration } from './exploration';
import { inherited } from './lifecycle';
import { arrivalOf, flowNamed, optionsAt, queueNamed } from './options';
import type { Event, State, Way } from './state';

const holdAll = (exploration: Exploration, { contact, facts, ...from }: State): void => {
  for (const stage of contact.holds) {
    const by: Event = { what: 'an agent puts somebody on hold', about: stage.heardBy ?? undefined };
    const way = { from: { contact, facts, ...from }, by };
    for (const option of optionsAt(exploration, stage, facts))
      exploration.playOption({ contact, moment: stage.on, position: 0, stage, beside: null, facts, way }, option);
  }
};

const namesKind = (stage: Stage, kind: CentreQuickConnect['kind']): boolean => {
  const place = placeOf(stage);
  return place.at === 'quick connect' && place.kind === kind;
};

/** The leg that a quick connect starts: the one whose transfer flow it names, or the one that has none. */
const legOf = (exploration: Exploration, { journey }: ContactKind, { kind }: CentreQuickConnect) => {
  const legs = exploration.surroundings.journeys.filter(
    ({ channel, stages }) => channel === journey.channel && stages.some(({ on }) => on === 'TRANSFER_STARTED'),
  );
  const leg =
    kind === 'PHONE_NUMBER'
      ? legs.find(({ stages }) => stages.every(({ beside }) => beside !== undefined))
      : legs.find(({ stages }) => stages.some((stage) => namesKind(stage, kind)));
  return leg && exploration.kind(leg);
};

const legFacts = (exploration: Exploration, leg: ContactKind, facts: Facts, { kind, target }: CentreQuickConnect) => {
  const { queues } = exploration.book;
  return inherited(exploration, leg, facts, kind === 'QUEUE' ? queueNamed(exploration, target) : queues.unset);
};

const transfer = (exploration: Exploration, state: State, quickConnect: CentreQuickConnect): void => {
  const { contact, facts } = state;
  const leg = legOf(exploration, contact, quickConnect);
  if (leg === undefined) return;
  const { name, flow: reference } = quickConnect;
  const way: Way = { from: state, starts: true, by: { what: 'an agent transfers the contact', about: name } };
  for (const stage of leg.stagesBesideAt('TRANSFER_STARTED'))
    for (const option of optionsAt(exploration, stage, facts))
      exploration.arrive(leg, stage, arrivalOf(option), facts, way);
  const flow = reference === undefined ? undefined : flowNamed(exploration, reference);
  const origin = { quickConnect: { name, flow } };
  exploration.playStages(leg, 'TRANSFER_STARTED', legFacts(exploration, leg, facts, quickConnect), way, origin);
};

/** The flow that is there for a customer who remains, on the contact on which it is said to run. */
export const playDisconnectFlow = (exploration: Exploration, { contact, facts, ...from }: State, by: Event): void => {
  const next = exploration.follower('CUSTOMER_REMAINED', contact);
  const [stage] = next?.ownStagesAt('CUSTOMER_REMAINED') ?? [];
  if (next === undefined || stage === undefined) return;
  const onNext = exploration.assumption('disconnectFlowContact') === 'newContact';
  const [runsOn, then] = onNext ? [next, inherited(exploration, next, facts)] : [contact, facts];
  const way: Way = { from: { contact, facts, ...from }, by, ...(onNext && { starts: true }) };
  for (const option of optionsAt(exploration, stage, facts).filter(({ flow }) => flow.kind !== 'unset'))
    exploration.playOption(
      { contact: runsOn, moment: stage.on, position: 0, stage, beside: null, facts: then, way },
      option,
    );
};

/** The agent of a chat sends the customer a flow. */
const sendFlow = (exploration: Exploration, state: State, { name, target }: CentreQuickConnect): void => {
  const { contact, facts } = state;
  if (contact.journey.channel !== 'CHAT') return;
  const way: Way = { from: state, by: { what: 'an agent sends a flow', about: name } };
  const naming = { quickConnect: { name, flow: flowNamed(exploration, target) } };
  const cue = { contact, moment: AGENT_FLOW.on, position: 0, stage: AGENT_FLOW, beside: null, facts, way };
  for (const option of optionsAt(exploration, AGENT_FLOW, facts, naming)) exploration.playOption(cue, option);
};

const PAUSES = { PAUSED: 'an agent pauses the task', RESUMED: 'an agent resumes the task' } as const;

/** Tasks are paused and resumed, and their event flows may set what later ones read. */
const pause = (exploration: Exploration, state: State): void => {
  const { contact, facts } = state;
  for (const moment of ['PAUSED', 'RESUMED'] as const)
    if (contact.ownStagesAt(moment).length > 0)
      exploration.playStages(contact, moment, facts, { from: state, by: { what: PAUSES[moment] } });
};

/** What people can do who are connected. */
export const talk = (exploration: Exploration, state: State): void => {
  holdAll(exploration, state);
  if (!state.contact.hasFlows) return;
  for (const quickConnect of exploration.centre.quickConnects) {
    if (quickConnect.kind === 'FLOW') sendFlow(exploration, state, quickConnect);
    else transfer(exploration, state, quickConnect);
  }
  playDisconnectFlow(exploration, state, { what: 'an agent hangs up' });
  pause(exploration, state);
};
