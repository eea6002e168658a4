import { runsDisconnectFlow } from '../../journey';
import { isOfContact } from '../facts/variables';
import { act } from './actions';
import type { Exploration } from './exploration';
import { AtStep, Talking, Waiting } from './place';
import { accept, loseAgent, whoseTurn } from './queueing';
import type { State } from './state';
import { takesTime } from './takes-time';
import { playDisconnectFlow, talk } from './talk';
import { Turn } from './turn';

const runFlow = (exploration: Exploration, state: State, at: AtStep): void => {
  const { beside } = at.frame.play;
  const turns = beside === null ? { front: true, beside: false } : whoseTurn(at, beside);
  if (turns.front) act(new Turn(exploration, state, at));
  if (turns.beside && beside !== null) act(new Turn(exploration, state, beside, at));
};

/** The hold may end at any time, whatever the flow has done until then. */
const endHold = (exploration: Exploration, state: State): void => {
  const facts = exploration.book.keeping(state.facts, isOfContact);
  exploration.put(state.contact.talking, facts, { from: state, by: { what: 'the hold ends' } });
};

const atStep = (exploration: Exploration, state: State, at: AtStep): void => {
  runFlow(exploration, state, at);
  const { moment } = at.frame.play;
  if (moment === 'PUT_ON_HOLD') endHold(exploration, state);
  if (moment === 'QUEUED' && takesTime(at)) accept(exploration, state, at);
  if (moment === 'ACCEPTED' && takesTime(at)) loseAgent(exploration, state, at);
};

/** Nothing expires between two actions that take no time. */
const lasts = ({ place }: State): boolean =>
  place instanceof Waiting || place instanceof Talking || (place instanceof AtStep && takesTime(place));

/** Customers who leave, and contacts that expire, at any time, where the disconnect flow runs all the same. */
const leave = (exploration: Exploration, state: State): void => {
  if (exploration.surroundings.assumptions.customerLeavingRunsDisconnectFlow === 'yes')
    playDisconnectFlow(exploration, state, { what: 'the customer hangs up' });
  if (lasts(state) && runsDisconnectFlow(state.contact.journey.channel, 'EXPIRED'))
    playDisconnectFlow(exploration, state, { what: 'the contact expires' });
};

/** Everything that can come next. */
export const follow = (exploration: Exploration, state: State): void => {
  const { place } = state;
  if (place instanceof AtStep) atStep(exploration, state, place);
  else if (place instanceof Waiting) accept(exploration, state, null);
  else if (place instanceof Talking) talk(exploration, state);
  leave(exploration, state);
};
