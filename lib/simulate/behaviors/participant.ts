import type { JsonObject } from '../../language';
import { parameterAt } from '../../language';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { ended, failed, IDLE, later, NEXT, type Outcome, result } from '../outcome';
import { type Message, messageOf, say } from '../speech';
import type { Behavior } from './behavior';

/** How long a bot listens to silence. */
const BOT_PATIENCE_MILLISECONDS = 5_000;

const did = (execution: Execution, text: string): void => {
  const { contact, kernel, run } = execution;
  const who = (run.heardBy && contact.parties.get(run.heardBy)?.name) ?? 'Nobody';
  kernel.note(contact, 'does', text, { who, run, action: execution.actionId });
};

/** A callback's creation flow runs before anybody is called; Play prompt then leaves by its error branch (play). */
const nobodyIsOnTheLine = ({ contact, run }: Execution): boolean => contact.channel === 'VOICE' && run.heardBy === null;

const messageParticipant: Behavior = (step, execution) => {
  if (nobodyIsOnTheLine(execution)) return failed('nobody is on the line');
  const message = messageOf(execution, step.parameters);
  if (message === null) return failed('it has no message');
  return later(say(execution, message));
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

/** Each message is written down once; whoever waits hears them again and again. */
const playInTurn = (execution: Execution, parts: readonly Message[], left: number, i: number): Outcome => {
  const part = parts[i];
  if (part === undefined)
    return left === Number.POSITIVE_INFINITY ? IDLE : later(left, () => result('MessagesInterrupted'));
  const takes = Math.max(1, say(execution, part));
  if (takes >= left) return later(left, () => result('MessagesInterrupted'));
  return later(takes, () => playInTurn(execution, parts, left - takes, i + 1));
};

const seconds = (value: unknown, otherwise: number): number => Number(value ?? otherwise) * 1_000;

const pressKey = (step: LinkedStep, execution: Execution, key: string): Outcome => {
  did(execution, `presses ${key}`);
  return step.conditions.some(({ operand }) => operand === key)
    ? result(key)
    : failed(`no branch for ${key}`, 'NoMatchingCondition');
};

const askForKey = (step: LinkedStep, execution: Execution, promptMilliseconds: number): Outcome => ({
  kind: 'listen',
  to: 'key',
  promptMilliseconds,
  patienceMilliseconds: seconds(step.parameters.InputTimeLimitSeconds, 5),
  heard: (key) => pressKey(step, execution, key),
  silence: () => {
    did(execution, 'presses nothing');
    return failed('nothing was pressed in time', 'InputTimeLimitExceeded');
  },
});

/** With the country code; telephones have no key for the plus. */
const E164 = /^\+?[1-9]\d{6,14}$/;

const isValidNumber = (step: LinkedStep, digits: string): boolean =>
  parameterAt(step.parameters, 'InputValidation.PhoneNumberValidation.NumberFormat') === 'Local'
    ? /^\d{4,15}$/.test(digits)
    : E164.test(digits);

const enteredText = (digits: string): string =>
  `enters ${'•'.repeat(digits.length)} (${digits.length} ${digits.length === 1 ? 'digit' : 'digits'})`;

const enter = (step: LinkedStep, execution: Execution, digits: string): Outcome => {
  did(execution, enteredText(digits));
  execution.frame.results.set('StoredCustomerInput', digits);
  const isPhoneNumber = step.form?.name === 'storePhoneNumber';
  return isPhoneNumber && !isValidNumber(step, digits) ? failed('the number is not valid', 'InvalidPhoneNumber') : NEXT;
};

/** Time-outs never take an error branch here: the stored input is then the word `Timeout`. */
const storeInput = (step: LinkedStep, execution: Execution, promptMilliseconds: number): Outcome => ({
  kind: 'listen',
  to: 'digits',
  promptMilliseconds,
  patienceMilliseconds: seconds(step.parameters.InputTimeLimitSeconds, 5),
  heard: (digits) => enter(step, execution, digits),
  silence: () => {
    did(execution, 'enters nothing');
    execution.frame.results.set('StoredCustomerInput', 'Timeout');
    return NEXT;
  },
});

const promptOf = (step: LinkedStep, execution: Execution): number => {
  const message = messageOf(execution, step.parameters);
  return message === null ? 0 : say(execution, message);
};

const getParticipantInput: Behavior = (step, execution) => {
  if (step.form?.name === 'buffer') return NEXT;
  const ask = step.form?.name === 'menu' ? askForKey : storeInput;
  return ask(step, execution, promptOf(step, execution));
};

const fulfil = (execution: Execution, intent: string): Outcome => {
  did(execution, `says “${intent}”`);
  execution.frame.results.set('Lex', {
    IntentName: intent,
    Slots: {},
    SessionAttributes: {},
    DialogState: 'Fulfilled',
  });
  return result(intent);
};

/** What is said counts as the intent that the bot finds; silence leaves by the time-out branch where there is one. */
const connectParticipantWithLexBot: Behavior = (step, execution) => ({
  kind: 'listen',
  to: 'words',
  promptMilliseconds: promptOf(step, execution),
  patienceMilliseconds: BOT_PATIENCE_MILLISECONDS,
  heard: (intent) => fulfil(execution, intent),
  silence: () => {
    did(execution, 'says nothing');
    const timeOut = step.errors.has('InputTimeLimitExceeded') ? 'InputTimeLimitExceeded' : 'NoMatchingError';
    return failed('nothing was said in time', timeOut);
  },
});

const choose = (execution: Execution, action: string): Outcome => {
  did(execution, `chooses ${action}`);
  execution.frame.results.set('Views', { Action: action, ViewResultData: {} });
  return result(action);
};

/** No view is drawn: what is said counts as the action of the view that is chosen. */
const showView: Behavior = (step, execution) => ({
  kind: 'listen',
  to: 'words',
  promptMilliseconds: 0,
  patienceMilliseconds: seconds(step.parameters.InvocationTimeLimitSeconds, 0),
  heard: (action) => choose(execution, action),
  silence: () => failed('the view was not answered in time', 'TimeLimitExceeded'),
});

const disconnectParticipant: Behavior = () => ended('disconnect');

/** How long customer and third party talk, where nobody says otherwise. */
const TALK_MILLISECONDS = 60_000;

/** The third party is a contact of its own; when it hangs up, the flow goes on if it was asked to. */
const transferParticipantToThirdParty: Behavior = (step, execution) => {
  const { kernel, contact } = execution;
  const resumes = step.form?.name === 'resumes';
  const leg = kernel.callThirdParty(contact, execution.text(step.parameters.ThirdPartyPhoneNumber));
  const { thirdPartyAnswers, answersAfterSeconds } = contact.story;
  if (!thirdPartyAnswers) {
    const limit = Number(execution.text(step.parameters.ThirdPartyConnectionTimeLimitSeconds)) * 1000;
    return later(limit, () => {
      kernel.end(leg, 'OTHER');
      return failed(
        'the third party did not answer in time',
        resumes ? 'ConnectionTimeLimitExceeded' : 'NoMatchingError',
      );
    });
  }
  return later(answersAfterSeconds * 1000, () => {
    kernel.note(leg, 'contact', `Customer and ${leg.parties.get('DESTINATION_AGENT')?.name} talk`);
    return later(TALK_MILLISECONDS, () => {
      kernel.end(leg, 'THIRD_PARTY_DISCONNECT');
      return resumes ? NEXT : ended('disconnect');
    });
  });
};

export const PARTICIPANT_BEHAVIORS = {
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
  GetParticipantInput: getParticipantInput,
  ConnectParticipantWithLexBot: connectParticipantWithLexBot,
  ShowView: showView,
  DisconnectParticipant: disconnectParticipant,
  TransferParticipantToThirdParty: transferParticipantToThirdParty,
} satisfies Record<string, Behavior>;
