import { type Moment, runsDisconnectFlow } from '../../journey';
import { isOfContact } from '../facts/variables';
import { act } from './actions';
import type { Exploration } from './exploration';
import { AtStep, Talking, Waiting } from './place';
import { accept, interrupt } from './queueing';
import { runOut } from './stages';
import type { State } from './state';
import { playDisconnectFlow, talk } from './talk';
import { Turn } from './turn';

/** The hold may end at any time, whatever the flow has done until then. */
const endHold = (exploration: Exploration, state: State): void => {
  const facts = exploration.book.keeping(state.facts, isOfContact);
  exploration.put(state.contact.talking, facts, { from: state, by: { what: 'the hold ends' } });
};

/** Moments whose flows run until something else stops them. */
const IN_THE_END_STOPPED: readonly Moment[] = ['QUEUED', 'PUT_ON_HOLD'];

const atStep = (exploration: Exploration, state: State, at: AtStep): void => {
  const { moment, isDeciding } = at.frame.play;
  if (at.matters || (isDeciding && exploration.mayEndInFlow(state.contact, state.facts)))
    act(new Turn(exploration, state, at));
  else if (!isDeciding && !IN_THE_END_STOPPED.includes(moment)) runOut(exploration, state, at);
  if (moment === 'PUT_ON_HOLD') endHold(exploration, state);
  if (moment === 'QUEUED' && (at.takesTime || !at.matters)) accept(exploration, state, at);
  if (moment === 'ACCEPTED' && at.takesTime) interrupt(exploration, state, at);
};

/** Nothing expires between two actions that take no time. */
const lasts = ({ place }: State): boolean =>
  place instanceof Waiting || place instanceof Talking || (place instanceof AtStep && place.takesTime);

/** Customers who leave, and contacts that expire, at any time, where the disconnect flow runs all the same. */
const leave = (exploration: Exploration, state: State): void => {
  if (exploration.customersLeave) playDisconnectFlow(exploration, state, { what: 'the customer hangs up' });
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
