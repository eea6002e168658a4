import { isWhisperFlow } from '../../language';
import type { Facts } from '../facts/facts';
import { isOfContact } from '../facts/variables';
import type { Exploration } from './exploration';
import { flowNamed } from './options';
import type { AtStep, Play } from './place';
import { costOf, type State, type Way } from './state';

/** Prompts that loop, and what waits for people, take longer than a whisper; others may well be over before. */
const isPatient = ({ step: { spec } }: AtStep): boolean =>
  spec?.participant !== undefined && (spec.participant !== 'listens' || spec.next === 'optional');

/** An agent accepts the contact; its queue flow goes on, where it may still do something. */
export const accept = (exploration: Exploration, state: State, queueFlow: AtStep | null): void => {
  const { contact } = state;
  const facts = exploration.book.keeping(state.facts, isOfContact);
  const way: Way = { from: state, by: { what: 'an agent accepts the contact' } };
  const goesOn = queueFlow !== null && !contact.isCalledOnceAccepted && queueFlow.matters;
  const { play } = queueFlow?.frame ?? { play: null };
  const beside = goesOn ? play : null;
  const races = goesOn && !isPatient(queueFlow);
  if (contact.acceptancesBeside(beside, races).isNews(facts, costOf(way)))
    exploration.playStages(contact, 'ACCEPTED', facts, way, { beside, races });
  if (!goesOn || play === null) return;
  if (play.interruptions.has(queueFlow)) return;
  play.interruptions.add(queueFlow);
  for (const resumed of play.resumptions) goOn(exploration, queueFlow, resumed, state);
};

/** What the queue flow knew itself by then is not known. */
const forgetful = ({ book, foresight, paths }: Exploration, { frame, step }: AtStep, facts: Facts): Facts => {
  let known = facts;
  for (let [at, now] = [frame, step]; ; [at, now] = [at.caller.frame, at.caller.step]) {
    for (const path of foresight.stillRead(now))
      known = book.withVariable(known, paths.variable(path, at.depth), book.values.anything(`$.${path}`));
    if (at.caller === null) return known;
  }
};

const goOn = (exploration: Exploration, queueFlow: AtStep, facts: Facts, from: State): void => {
  const way: Way = { from, by: { what: 'the queue flow goes on' }, uncertain: true };
  exploration.put(queueFlow, forgetful(exploration, queueFlow, facts), way);
};

/** The queue flow goes on with what a whisper has done; how far it is by then nobody knows. */
const resume = (exploration: Exploration, queueFlow: Play, facts: Facts, state: State): void => {
  if (queueFlow.resumptions.has(facts)) return;
  queueFlow.resumptions.add(facts);
  for (const interruption of queueFlow.interruptions) goOn(exploration, interruption, facts, state);
};

/** While a whisper takes its time, the queue flow may go on, or the agent may be gone. */
export const interrupt = (exploration: Exploration, state: State, { frame: { play } }: AtStep): void => {
  const { contact, stage, beside } = play;
  if (contact.isCalledOnceAccepted || stage.heardBy === contact.waits || !isWhisperFlow(stage.flowType)) return;
  const facts = exploration.book.keeping(state.facts, isOfContact);
  if (beside !== null) return resume(exploration, beside, facts, state);
  exploration.put(contact.waiting, facts, { from: state, by: { what: 'the whisper is cut off' } });
};

/** The facts, with all that a queue flow may have set meanwhile. */
export const withSetMeanwhile = (exploration: Exploration, queueFlow: Play, facts: Facts): Facts => {
  const { book, foresight, paths } = exploration;
  let then = facts;
  for (const { hooks, paths: written } of queueFlow.programs.map((program) => foresight.writes(program))) {
    for (const [index, flows] of hooks)
      for (const flow of flows) {
        const set =
          flow === undefined
            ? book.flows.unset
            : flow.includes('$.')
              ? book.flows.unknown(flow)
              : flowNamed(exploration, flow);
        then = book.withHook(then, index, book.flows.either(then.hooks[index] ?? book.flows.unset, set));
      }
    for (const path of written)
      then = book.withVariable(then, paths.variable(path, 0), book.values.anything(`$.${path}`));
  }
  return then;
};
