import { LIMITS } from '../../language';
import type { Execution } from '../execution';
import { failed, later, type Outcome, result } from '../outcome';
import type { Behavior } from './behavior';
import { did } from './doing';

const completed = (): Outcome => result('WaitCompleted');

/** Somebody who writes while the flow waits has come back. */
const untilCustomerReturns = (execution: Execution, milliseconds: number, otherwise: () => Outcome): Outcome => ({
  kind: 'listen',
  to: 'words',
  promptMilliseconds: 0,
  patienceMilliseconds: milliseconds,
  heard: () => {
    did(execution, 'comes back');
    return result('CustomerReturned');
  },
  silence: otherwise,
});

const wait: Behavior = (step, execution) => {
  const seconds = Number(execution.text(step.parameters.TimeLimitSeconds) || Number.NaN);
  if (!(seconds >= 1 && seconds <= LIMITS.waitSeconds))
    return failed(`the time is no number up to ${LIMITS.waitSeconds}`);
  const events = (step.parameters.Events ?? []) as readonly string[];
  const bot = execution.kernel.world.world.chatBot;
  const forBot = events.includes('BotParticipantDisconnected');
  if (forBot && bot === undefined) return failed('no bot takes part in the contact', 'ParticipantNotFound');
  const botSeconds = (forBot && bot?.leavesAfterSeconds) || Number.POSITIVE_INFINITY;
  const ends = botSeconds < seconds ? () => result('BotParticipantDisconnected') : completed;
  const milliseconds = Math.min(seconds, botSeconds) * 1000;
  return events.includes('CustomerReturned')
    ? untilCustomerReturns(execution, milliseconds, ends)
    : later(milliseconds, ends);
};

export const WAIT_BEHAVIORS = { Wait: wait } satisfies Record<string, Behavior>;
