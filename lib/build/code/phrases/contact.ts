import { type Code, call, json, list, object, options } from '../code';
import { integerOf, objectOf, onError, type PairPhrase, type Phrase, textOf, type Wire } from '../phrase';
import { resource, textCode, textMap } from '../values';

/** Whose contact is meant; the current one is what the builder writes by itself. */
const contactOf = ({ parameters }: Wire): Code | undefined => {
  if (parameters.TargetContact === undefined) return json('default');
  return parameters.TargetContact === 'Related' ? json('Related') : undefined;
};

const setAttributes: Phrase = (wire) => {
  const attributes = textMap(objectOf(wire.parameters.Attributes) ?? { no: {} });
  return (
    attributes && call('setAttributes', attributes, options(['contact', contactOf(wire)], ['onError', onError(wire)]))
  );
};

const setFlowAttributes: Phrase = (wire) => {
  const wrapped = Object.entries(objectOf(wire.parameters.FlowAttributes) ?? {});
  const values = Object.fromEntries(wrapped.map(([key, value]) => [key, objectOf(value)?.Value ?? null]));
  const attributes = textMap(values);
  return attributes && call('setFlowAttributes', attributes, options(['onError', onError(wire)]));
};

const setContactData: Phrase = (wire) => {
  const { Name, Description, LanguageCode, CustomerId, References } = wire.parameters;
  const text = (value: typeof Name): Code | undefined => (typeof value === 'string' ? textCode(value) : undefined);
  const data = object(
    ['name', text(Name)],
    ['description', text(Description)],
    ['language', text(LanguageCode)],
    ['customerId', text(CustomerId)],
    ['references', References === undefined ? undefined : json(References)],
  );
  return call('setContactData', data, options(['contact', contactOf(wire)], ['onError', onError(wire)]));
};

const tagContact: Phrase = (wire) => {
  const tags = textMap(objectOf(wire.parameters.Tags) ?? { no: {} });
  return tags && call('tagContact', tags, options(['onError', onError(wire)]));
};

const untagContact: Phrase = (wire) => {
  const keys = wire.parameters.TagKeys;
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every((key) => typeof key === 'string')) return undefined;
  return call('untagContact', list(keys.map((key) => json(key))), options(['onError', onError(wire)]));
};

const ENGINES = new Set(['Standard', 'Neural', 'Generative']);
const STYLES = new Set(['None', 'Conversational', 'Newscaster']);

const oneOf = (words: ReadonlySet<string>, value: unknown): Code | undefined =>
  typeof value === 'string' && words.has(value) ? json(value) : undefined;

const voiceWith = (wire: Wire, language?: Code): Code | undefined => {
  const voice = textOf(wire.parameters.TextToSpeechVoice);
  if (voice === undefined) return undefined;
  const given = options(
    ['engine', oneOf(ENGINES, wire.parameters.TextToSpeechEngine)],
    ['style', oneOf(STYLES, wire.parameters.TextToSpeechStyle)],
    ['language', language],
    ['onError', onError(wire)],
  );
  return call('setVoice', textCode(voice), given);
};

const setVoice: Phrase = (wire) => voiceWith(wire);

export const setVoiceAndLanguage: PairPhrase = (first, second) => {
  const language = textOf(second.parameters.LanguageCode);
  return language === undefined ? undefined : voiceWith(first, textCode(language));
};

const LOGGING = new Set(['Enabled', 'Disabled']);

const setLogging: Phrase = (wire) => {
  const behaviour = oneOf(LOGGING, wire.parameters.FlowLoggingBehavior);
  return behaviour && call('setLogging', behaviour);
};

const streaming: Phrase = (wire) => {
  const [participant] = (wire.parameters.Participants ?? []) as readonly { readonly MediaDirections?: unknown }[];
  const directions = participant?.MediaDirections;
  const has = (direction: string): boolean => Array.isArray(directions) && directions.includes(direction);
  const given = options(
    ['from', has('From') ? undefined : json(false)],
    ['to', has('To') ? undefined : json(false)],
    ['onError', onError(wire)],
  );
  return call(wire.parameters.MediaStreamingState === 'Enabled' ? 'startMediaStreaming' : 'stopMediaStreaming', given);
};

const HELD: Readonly<Record<string, string>> = { AgentOnHold: 'agent', CustomerOnHold: 'customer', OffHold: 'nobody' };

const hold: Phrase = (wire) => {
  const who = HELD[textOf(wire.parameters.PreviousContactParticipantState) ?? ''];
  return who === undefined ? undefined : call('holdParticipant', json(who), options(['onError', onError(wire)]));
};

const ANSWERS: Readonly<Record<string, string>> = { JSON: 'json', STRING_MAP: 'stringMap' };

const invoke: Phrase = (wire) => {
  const { LambdaFunctionARN, InvocationTimeLimitSeconds, LambdaInvocationAttributes, ResponseValidation } =
    wire.parameters;
  const handle = resource('function', LambdaFunctionARN, wire.shown('LambdaFunctionARN'));
  const attributes = objectOf(LambdaInvocationAttributes);
  const seconds = integerOf(InvocationTimeLimitSeconds);
  const answer = ANSWERS[textOf(objectOf(ResponseValidation)?.ResponseType) ?? ''];
  const given = options(
    ['parameters', attributes && textMap(attributes)],
    ['timeLimitSeconds', seconds === undefined || seconds === 8 ? undefined : json(seconds)],
    ['answer', answer === undefined ? undefined : json(answer)],
    ['onError', onError(wire)],
  );
  return handle && call('invoke', handle, given);
};

const invokeModule: Phrase = (wire) => {
  const handle = resource('module', wire.parameters.FlowModuleId, wire.shown('FlowModuleId'));
  return handle && call('invokeModule', handle, options(['onError', onError(wire)]));
};

export const CONTACT_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  UpdateContactAttributes: [setAttributes],
  UpdateFlowAttributes: [setFlowAttributes],
  UpdateContactData: [setContactData],
  TagContact: [tagContact],
  UntagContact: [untagContact],
  UpdateContactTextToSpeechVoice: [setVoice],
  UpdateFlowLoggingBehavior: [setLogging],
  UpdateContactMediaStreamingBehavior: [streaming],
  UpdatePreviousContactParticipantState: [hold],
  InvokeLambdaFunction: [invoke],
  InvokeFlowModule: [invokeModule],
};
