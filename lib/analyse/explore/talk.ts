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

/** What people can do who are connected. */
export const talk = (exploration: Exploration, state: State): void => {
  holdAll(exploration, state);
  if (!state.contact.hasFlows) return;
  for (const quickConnect of exploration.centre.quickConnects) transfer(exploration, state, quickConnect);
  playDisconnectFlow(exploration, state, { what: 'an agent hangs up' });
};
