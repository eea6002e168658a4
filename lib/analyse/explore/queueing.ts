import { isWhisperFlow } from '../../language';
import { isBeside, isOfContact, otherSide } from '../facts/variables';
import type { Step } from '../flow/program';
import type { Exploration } from './exploration';
import type { AtStep, Frame } from './place';
import type { State } from './state';
import { takesTime } from './takes-time';

/** Whether something holds of what comes after an action, in its module or in what called that. */
const holdsFrom = ({ frame, step }: AtStep, holds: (step: Step) => boolean): boolean => {
  if (holds(step)) return true;
  for (let caller: Frame['caller'] = frame.caller; caller !== null; caller = caller.frame.caller)
    if (holds(caller.step)) return true;
  return false;
};

/** Prompts that loop, and what waits for people, take longer than a whisper; others may well be over before. */
const isPatient = ({ step: { spec } }: AtStep): boolean =>
  spec?.participant !== undefined && (spec.participant !== 'listens' || spec.next === 'optional');

/** An agent accepts the contact; its queue flow goes on, where it may still do something. */
export const accept = (exploration: Exploration, state: State, queueFlow: AtStep | null): void => {
  const { book, foresight } = exploration;
  const { contact, facts } = state;
  const goesOn =
    queueFlow !== null && !contact.isCalledOnceAccepted && holdsFrom(queueFlow, (step) => foresight.matters(step));
  const beside = goesOn ? queueFlow : null;
  const then = goesOn
    ? book.mapped(facts, (variable, value) => [otherSide(variable), value])
    : book.keeping(facts, isOfContact);
  const way = { from: state, by: { what: 'an agent accepts the contact' } } as const;
  const races = goesOn && !isPatient(queueFlow);
  exploration.playStages(contact, 'ACCEPTED', then, way, { beside, races });
};

/** The agent is gone before the whisper is over, and the contact waits for another one. */
export const loseAgent = (exploration: Exploration, state: State, { frame: { play } }: AtStep): void => {
  const { contact, stage, beside } = play;
  if (contact.isCalledOnceAccepted || stage.heardBy === contact.waits || !isWhisperFlow(stage.flowType)) return;
  const { book } = exploration;
  const queued = book.keeping(state.facts, (variable) => isOfContact(variable) || isBeside(variable));
  const facts = book.mapped(queued, (variable, value) => [otherSide(variable), value]);
  // Nobody knows how far the queue flow is by then.
  const way = { from: state, by: { what: 'the whisper is cut off' }, uncertain: beside !== null } as const;
  exploration.put(beside ?? contact.waiting, facts, way);
};

/** While a whisper plays beside the queue flow, whatever takes time lets the other one go on, and nothing else does. */
export const whoseTurn = (at: AtStep, beside: AtStep): { readonly front: boolean; readonly beside: boolean } => {
  const [rests, besideRests] = [takesTime(at), takesTime(beside)];
  return { front: besideRests, beside: rests || !besideRests };
};
