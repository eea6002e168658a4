import type { JsonObject } from '../../language';
import { settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, type Listening, NEXT, type Outcome, result } from '../outcome';
import { messageOf, say } from '../speech';
import { textMap } from '../values';
import type { BotAnswer } from '../world';
import { chosen, understood } from './answers';
import type { Behavior } from './behavior';
import { did, milliseconds } from './doing';

/** How long a bot listens to silence on a call, and in a chat that sets no time. */
const BOT_PATIENCE_SECONDS = 5;

const listen = (
  patienceMilliseconds: number,
  heard: Listening['heard'],
  silence: Listening['silence'],
  promptMilliseconds = 0,
): Outcome => ({ kind: 'listen', to: 'words', promptMilliseconds, patienceMilliseconds, heard, silence });

const lexResults = (answer: BotAnswer, given: Readonly<Record<string, string>>) => ({
  IntentName: answer.intent,
  Slots: answer.slots ?? {},
  SessionAttributes: { ...given, ...answer.sessionAttributes },
  DialogState: answer.dialogState ?? 'Fulfilled',
  ...(answer.confidence !== undefined && { IntentConfidence: { Score: String(answer.confidence) } }),
  ...(answer.sentiment !== undefined && { SentimentResponse: { Label: answer.sentiment } }),
  ...(answer.alternatives !== undefined && { AlternativeIntents: answer.alternatives }),
});

const botOf = ({ parameters }: LinkedStep, execution: Execution): string => {
  const { LexV2Bot, LexBot } = parameters as { LexV2Bot?: JsonObject; LexBot?: JsonObject };
  return execution.text(LexV2Bot?.AliasArn ?? LexBot?.Name);
};

const fulfil = (step: LinkedStep, execution: Execution, said: string): Outcome => {
  const answer = understood(execution, botOf(step, execution), said);
  did(execution, `says “${said.startsWith('{') ? answer.intent : said}”`);
  const given = Object.fromEntries(textMap(execution, step.parameters.LexSessionAttributes));
  execution.frame.results.set('Lex', lexResults(answer, given));
  return answer.intent === '' ? failed('the bot found no intent', 'NoMatchingCondition') : result(answer.intent);
};

const patienceOf = ({ parameters }: LinkedStep, execution: Execution): number => {
  const text = (parameters.LexTimeoutSeconds as JsonObject | undefined)?.Text;
  const chat = execution.contact.channel === 'CHAT' && text !== undefined;
  return milliseconds(chat ? execution.text(text) : BOT_PATIENCE_SECONDS, BOT_PATIENCE_SECONDS);
};

/** Silence leaves by the time-out branch where there is one. */
const connectParticipantWithLexBot: Behavior = (step, execution) => {
  const message = messageOf(execution, step.parameters);
  if (message?.problem !== undefined) return failed(message.problem);
  return listen(
    patienceOf(step, execution),
    (said) => fulfil(step, execution, said),
    () => {
      did(execution, 'says nothing');
      const timeOut = step.errors.has('InputTimeLimitExceeded') ? 'InputTimeLimitExceeded' : 'NoMatchingError';
      return failed('nothing was said in time', timeOut);
    },
    message === null ? 0 : say(execution, message),
  );
};

const DEFAULT_EXIT = 'Default';

/** What is said counts as the exit condition with which the application hands the customer back. */
const connectParticipantWithAgenticCX: Behavior = (step, execution) => {
  const configuration = step.parameters.AgentConfiguration as JsonObject | undefined;
  if (execution.text(configuration?.ApplicationId) === '') return failed('no application is named');
  return listen(
    milliseconds(BOT_PATIENCE_SECONDS, BOT_PATIENCE_SECONDS),
    (exit) => {
      did(execution, `talks with the application until ${exit}`);
      const ContextVariables = Object.fromEntries(textMap(execution, configuration?.ContextVariables));
      execution.frame.results.set('AgenticCX', { ContextVariables });
      return exit === DEFAULT_EXIT ? NEXT : result(exit);
    },
    () => failed('nothing was said in time', 'InputTimeLimitExceeded'),
  );
};

const choose = (execution: Execution, said: string): Outcome => {
  const { action, data = {} } = chosen(said);
  did(execution, `chooses ${action}`);
  execution.frame.results.set('Views', { Action: action, ViewResultData: data });
  return result(action);
};

/** What goes into a page, with the attributes of the contact. Source: show-view-block. */
const VIEW_BYTES = 16 * 1024;

const bytesFor = (step: LinkedStep, { contact }: Execution): number =>
  Buffer.byteLength(JSON.stringify([step.parameters.ViewData ?? {}, Object.fromEntries(contact.attributes)]));

/** No page is drawn: what is said counts as the action of the page that is chosen. */
const showView: Behavior = (step, execution) => {
  const view = execution.text((step.parameters.ViewResource as JsonObject | undefined)?.Id);
  if (view === '') return failed('no view is named');
  if (bytesFor(step, execution) > VIEW_BYTES) return failed('what it shows has more than 16 KB');
  return listen(
    milliseconds(step.parameters.InvocationTimeLimitSeconds, 0),
    (said) => choose(execution, said),
    () => failed('the view was not answered in time', 'TimeLimitExceeded'),
  );
};

const OPTED_OUT = 'OptedOut';
const AUTHENTICATION = 'connect:CustomerAuthentication';

const authenticated = (step: LinkedStep, execution: Execution, said: string): Outcome => {
  const optsOut = said === OPTED_OUT;
  const ClientId = execution.text((step.parameters.CognitoConfiguration as JsonObject | undefined)?.AppClientId);
  did(execution, optsOut ? 'opts out of signing in' : 'signs in');
  settingsOf(execution.contact).segmentAttributes.set(AUTHENTICATION, {
    ClientId,
    Status: optsOut ? 'OPTED_OUT' : 'AUTHENTICATED',
  });
  return optsOut ? result(OPTED_OUT) : NEXT;
};

/** `OptedOut` declines; whatever else is said signs in. */
const authenticateParticipant: Behavior = (step, execution) => {
  const pool = execution.text((step.parameters.CognitoConfiguration as JsonObject | undefined)?.UserPoolArn);
  if (pool === '') return failed('no user pool is named');
  return listen(
    milliseconds(execution.text(step.parameters.TimeLimitMinutes), 0) * 60,
    (said) => authenticated(step, execution, said),
    () => failed('nobody signed in in time', 'TimeLimitExceeded'),
  );
};

export const CONVERSATION_BEHAVIORS = {
  ConnectParticipantWithLexBot: connectParticipantWithLexBot,
  ConnectParticipantWithAgenticCX: connectParticipantWithAgenticCX,
  ShowView: showView,
  AuthenticateParticipant: authenticateParticipant,
} satisfies Record<string, Behavior>;
