import type { JsonObject } from '../../language';
import type { Execution } from '../execution';
import { failed, IDLE, later, NEXT, type Outcome, result } from '../outcome';
import { type Message, messageOf, say } from '../speech';
import type { Behavior } from './behavior';

/** A callback's creation flow runs before anybody is called; Play prompt then leaves by its error branch (play). */
const nobodyIsOnTheLine = ({ contact, run }: Execution): boolean => contact.channel === 'VOICE' && run.heardBy === null;

const messageParticipant: Behavior = (step, execution) => {
  if (nobodyIsOnTheLine(execution)) return failed('nobody is on the line');
  const buffers = (execution.contact.settings?.touchTones ?? null) !== null;
  if (buffers && step.parameters.SkipWhenDTMFBufferEnabled === 'true') return NEXT;
  const message = messageOf(execution, step.parameters);
  if (message === null) return failed('it has no message');
  return message.problem === undefined ? later(say(execution, message)) : failed(message.problem);
};

/** Each message is written down once; whoever waits hears them again and again. */
const playInTurn = (execution: Execution, parts: readonly Message[], left: number, i: number): Outcome => {
  const part = parts[i];
  if (part === undefined)
    return left === Number.POSITIVE_INFINITY ? IDLE : later(left, () => result('MessagesInterrupted'));
  if (part.problem !== undefined) return failed(part.problem);
  const takes = Math.max(1, say(execution, part));
  if (takes >= left) return later(left, () => result('MessagesInterrupted'));
  return later(takes, () => playInTurn(execution, parts, left - takes, i + 1));
};

/** Plays the messages round and round; with an interruption time, leaves by MessagesInterrupted after it. */
const messageParticipantIteratively: Behavior = (step, execution) => {
  const messages = (step.parameters.Messages ?? []) as readonly JsonObject[];
  const interrupt = Number(step.parameters.InterruptFrequencySeconds ?? 0) * 1000;
  const parts = messages
    .map((message) => messageOf(execution, message))
    .filter((part): part is Message => part !== null);
  if (parts.length === 0) return failed('it has no messages');
  return playInTurn(execution, parts, interrupt > 0 ? interrupt : Number.POSITIVE_INFINITY, 0);
};

export const MESSAGE_BEHAVIORS = {
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
} satisfies Record<string, Behavior>;
