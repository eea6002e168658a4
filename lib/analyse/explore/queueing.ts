import { isWhisperFlow } from '../../language';
import { isBeside, isOfContact, otherSide } from '../facts/variables';
import type { Exploration } from './exploration';
import type { AtStep, Frame } from './place';
import type { State } from './state';
import { takesTime } from './takes-time';

const stillMatters = (exploration: Exploration, { frame, step }: AtStep): boolean => {
  if (exploration.foresight.matters(step)) return true;
  for (let caller: Frame['caller'] = frame.caller; caller !== null; caller = caller.frame.caller)
    if (exploration.foresight.matters(caller.step)) return true;
  return false;
};

/** An agent accepts the contact; its queue flow goes on, where it may still do something. */
export const accept = (exploration: Exploration, state: State, queueFlow: AtStep | null): void => {
  const { book } = exploration;
  const { contact, facts } = state;
  const goesOn = queueFlow !== null && !contact.isCalledOnceAccepted && stillMatters(exploration, queueFlow);
  const beside = goesOn ? queueFlow : null;
  const then = goesOn
    ? book.mapped(facts, (variable, value) => [otherSide(variable), value])
    : book.keeping(facts, isOfContact);
  const way = { from: state, by: { what: 'an agent accepts the contact' } } as const;
  exploration.playStages(contact, 'ACCEPTED', then, way, { beside });
};

/** The agent is gone before the whisper is over, and the contact waits for another one. */
export const loseAgent = (exploration: Exploration, state: State, { frame: { play } }: AtStep): void => {
  const { contact, stage, beside } = play;
  if (contact.isCalledOnceAccepted || stage.heardBy === contact.waits || !isWhisperFlow(stage.flowType)) return;
  const { book } = exploration;
  const queued = book.keeping(state.facts, (variable) => isOfContact(variable) || isBeside(variable));
  const facts = book.mapped(queued, (variable, value) => [otherSide(variable), value]);
  const way = { from: state, by: { what: 'the whisper is cut off' } } as const;
  exploration.put(beside ?? contact.waiting, facts, way);
};

/** While a whisper plays beside the queue flow, whatever takes time lets the other one go on, and nothing else does. */
export const whoseTurn = (at: AtStep, beside: AtStep): { readonly front: boolean; readonly beside: boolean } => {
  const [rests, besideRests] = [takesTime(at), takesTime(beside)];
  return { front: besideRests, beside: rests || !besideRests };
};
