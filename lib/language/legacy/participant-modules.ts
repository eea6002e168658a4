import type { Json, JsonObject } from '../document';
import { type Converter, error, present, result } from './draft';
import { NOTES } from './notes';
import type { OldParameter } from './old-export';
import type { OldParameters } from './old-parameters';

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true';

const flag = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : isTrue(text) ? 'True' : 'False';

/** What is said or played: text, markup or a prompt. */
const message = (parameters: OldParameters): JsonObject => {
  const prompt = parameters.resource('PromptId', 'AudioPrompt', 'Prompt');
  const isMarkup = parameters.text('TextToSpeechType')?.toLowerCase() === 'ssml';
  const text = parameters.text('Text');
  if (text !== undefined) return { [isMarkup ? 'SSML' : 'Text']: text };
  if (prompt !== undefined) return { PromptId: prompt };
  parameters.note(NOTES.missingValue('Text', ' '));
  return { Text: ' ' };
};

const limit = (parameters: OldParameters): string => {
  const given = parameters.text('Timeout');
  if (given === undefined) parameters.note(NOTES.missingValue('InputTimeLimitSeconds', '5'));
  return given ?? '5';
};

const playPrompt: Converter = ({ parameters }) => ({ type: 'MessageParticipant', parameters: message(parameters) });

const takeSingleDigit = (parameters: OldParameters): void => {
  const digits = parameters.one('MaxDigits');
  if (digits === undefined || String(digits.value) === '1') return;
  parameters.note({
    what: `MaxDigits ${String(digits.value)} is left out.`,
    why: 'A menu of the Flow language reads one key.',
    instead: 'Store the input (StoreInput True) and compare $.StoredCustomerInput.',
  });
};

const digits: Converter = ({ parameters }) => {
  takeSingleDigit(parameters);
  return {
    type: 'GetParticipantInput',
    parameters: { ...message(parameters), StoreInput: 'False', InputTimeLimitSeconds: limit(parameters) },
    nextCopies: 'NoMatchingCondition',
  };
};

const bot = (parameters: OldParameters): JsonObject => {
  parameters.one('LexVersion');
  const alias = parameters.resource('LexV2Bot.AliasArn', 'BotAliasArn');
  if (alias !== undefined) return { LexV2Bot: { AliasArn: alias } };
  const [Name, Region, Alias] = ['BotName', 'BotRegion', 'BotAlias'].map((name) => parameters.text(name));
  return { LexBot: present({ Name, Region, Alias }) };
};

/** Parameters that each have a key of their own, as a map from text to text. */
export const keyedValues = (parameters: OldParameters, name: string): JsonObject | undefined => {
  const entries = parameters
    .all(name)
    .map((entry): [string, Json] => [entry.key ?? '', parameters.valueOf(entry) ?? '']);
  const keys = new Set(entries.map(([key]) => key));
  if (keys.size < entries.length) parameters.note(NOTES.severalValues(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

const lex: Converter = ({ parameters }) => ({
  type: 'ConnectParticipantWithLexBot',
  parameters: present({
    ...message(parameters),
    ...bot(parameters),
    LexSessionAttributes: keyedValues(parameters, 'Parameter'),
  }),
  nextCopies: 'NoMatchingCondition',
});

const userInput: Converter = (input) => {
  const { target, parameters } = input.module;
  const asksBot = target === 'Lex' || parameters.some(({ name }) => name === 'BotName' || name === 'BotAliasArn');
  return asksBot ? lex(input) : digits(input);
};

const phoneNumberValidation = (parameters: OldParameters): JsonObject => {
  const format = parameters.text('PhoneNumberFormat', 'NumberFormat');
  const country = parameters.text('CountryCode');
  if (format === undefined && country === undefined) parameters.note(NOTES.assumedPhoneFormat());
  const isLocal = country !== undefined && format?.toUpperCase() !== 'E164';
  return { PhoneNumberValidation: present({ NumberFormat: isLocal ? 'Local' : 'E164', CountryCode: country }) };
};

const customValidation = (parameters: OldParameters): JsonObject => {
  const length = parameters.text('MaxDigits');
  if (length === undefined) parameters.note(NOTES.missingValue('MaximumLength', '20'));
  return { CustomValidation: { MaximumLength: length ?? '20' } };
};

const encryption = (parameters: OldParameters): JsonObject | undefined => {
  const isOn = isTrue(parameters.text('EncryptEntry'));
  const key = parameters.text('EncryptionKey', 'Key');
  const id = parameters.text('EncryptionKeyId', 'KeyId');
  return isOn ? present({ EncryptionKeyId: id, Key: key }) : undefined;
};

const touchTone = (parameters: OldParameters): JsonObject | undefined => {
  const found = present({
    InputTerminationSequence: parameters.text('TerminatorDigits'),
    DisableCancelKey: flag(parameters.text('DisableCancel')),
    InterdigitTimeLimitSeconds: parameters.text('InterdigitTimeout'),
  });
  return Object.keys(found).length > 0 ? found : undefined;
};

const storeInput: Converter = ({ parameters }) => {
  const isNumber = parameters.text('CustomerInputType')?.toLowerCase().includes('phone') ?? false;
  return {
    type: 'GetParticipantInput',
    parameters: present({
      ...message(parameters),
      StoreInput: 'True',
      InputTimeLimitSeconds: limit(parameters),
      InputValidation: isNumber ? phoneNumberValidation(parameters) : customValidation(parameters),
      InputEncryption: encryption(parameters),
      DTMFConfiguration: touchTone(parameters),
    }),
    ways: { InvalidNumber: error('InvalidPhoneNumber'), InvalidPhoneNumber: error('InvalidPhoneNumber') },
  };
};

const loopedMessage = (parameters: OldParameters, entry: OldParameter): JsonObject => {
  const value = parameters.valueOf(entry) ?? '';
  if (entry.name === 'Text') return { [entry.key?.toLowerCase() === 'ssml' ? 'SSML' : 'Text']: value };
  if (value === '') parameters.note(NOTES.emptyResource('PromptId', entry.resourceName));
  return { PromptId: value };
};

const loopPrompts: Converter = ({ module, parameters }) => {
  parameters.all('Text');
  parameters.all('AudioPrompt');
  const messages = module.parameters.filter(({ name }) => name === 'Text' || name === 'AudioPrompt');
  return {
    type: 'MessageParticipantIteratively',
    parameters: present({
      Messages: messages.map((entry) => loopedMessage(parameters, entry)),
      InterruptFrequencySeconds: parameters.text('InterruptSeconds'),
    }),
    ways: { Timeout: result('MessagesInterrupted') },
  };
};

const callPhoneNumber: Converter = ({ parameters }) => {
  const isBlind = isTrue(parameters.text('BlindTransfer'));
  const caller = present({
    Number: parameters.text('CallerIdNumber', 'CallerId'),
    Name: parameters.text('CallerIdName'),
  });
  return {
    type: 'TransferParticipantToThirdParty',
    parameters: present({
      ThirdPartyPhoneNumber: parameters.text('PhoneNumber') ?? '',
      ThirdPartyConnectionTimeLimitSeconds: parameters.text('TimeLimit') ?? '30',
      ContinueFlowExecution: isBlind ? 'False' : 'True',
      ThirdPartyDTMFDigits: parameters.text('DTMFDigits', 'DTMF', 'SendDigits'),
      CallerId: Object.keys(caller).length > 0 ? caller : undefined,
    }),
    ways: { Timeout: error('ConnectionTimeLimitExceeded') },
    leavesFlow: isBlind,
  };
};

export const PARTICIPANT_MODULES: Readonly<Record<string, Converter>> = {
  PlayPrompt: playPrompt,
  GetUserInput: userInput,
  StoreUserInput: storeInput,
  LoopPrompts: loopPrompts,
  Disconnect: () => ({ type: 'DisconnectParticipant' }),
  'Transfer/PhoneNumber': callPhoneNumber,
};
