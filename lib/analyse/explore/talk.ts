import { AGENT_FLOW } from '../../journey';
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

const legFacts = (exploration: Exploration, leg: ContactKind, facts: Facts, { kind, target }: CentreQuickConnect) => {
  const { queues } = exploration.book;
  return inherited(exploration, leg, facts, kind === 'QUEUE' ? queueNamed(exploration, target) : queues.unset);
};

const transfer = (exploration: Exploration, state: State, quickConnect: CentreQuickConnect): void => {
  const { contact, facts } = state;
  const journey = exploration.surroundings.rulebook.leg(quickConnect.kind, contact.journey.channel);
  if (journey === undefined) return;
  const leg = exploration.kind(journey);
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
  const { rulebook } = exploration.surroundings;
  const journey = rulebook.follower('CUSTOMER_REMAINED', contact.journey.channel);
  const [stage] = journey === undefined ? [] : rulebook.of(journey).at('CUSTOMER_REMAINED').own;
  if (journey === undefined || stage === undefined) return;
  const options = optionsAt(exploration, stage, facts).filter(({ flow }) => flow.kind !== 'unset');
  if (options.length === 0) return;
  const next = exploration.kind(journey);
  const onNext = exploration.assumption('disconnectFlowContact') === 'newContact';
  const [runsOn, then] = onNext ? [next, inherited(exploration, next, facts)] : [contact, facts];
  const way: Way = { from: { contact, facts, ...from }, by, ...(onNext && { starts: true }) };
  for (const option of options)
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

/** Tasks are paused and resumed, and event flows that are set for that may set what later ones read. */
const pause = (exploration: Exploration, state: State): void => {
  const { contact, facts } = state;
  for (const moment of ['PAUSED', 'RESUMED'] as const)
    for (const [position, stage] of contact.ownStagesAt(moment).entries()) {
      const way: Way = { from: state, by: { what: PAUSES[moment] } };
      const cue = { contact, moment, position, stage, beside: null, facts, way };
      for (const option of optionsAt(exploration, stage, facts))
        if (option.flow.kind !== 'unset') exploration.playOption(cue, option);
    }
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
