import type { Json, JsonObject } from '../document';
import { type Converter, error, present } from './draft';
import { NOTES } from './notes';
import type { OldParameter } from './old-export';
import type { OldParameters } from './old-parameters';
import { keyedValues } from './participant-modules';
import { isDynamic, referenceOf } from './references';

/** The queue, or the agent's queue, that a module works with. */
export const queueOrAgent = (parameters: OldParameters): JsonObject =>
  present({
    QueueId: parameters.resource('QueueId', 'Queue', 'QueueId'),
    AgentId: parameters.resource('AgentId', 'Agent', 'AgentId'),
  });

const setAttributes: Converter = ({ parameters }) => ({
  type: 'UpdateContactAttributes',
  parameters: { Attributes: keyedValues(parameters, 'Attribute') ?? {} },
});

const VOICE_ID_SETTINGS = [
  'IsVoiceIdStreamingEnabled',
  'IsVoiceAuthenticationEnabled',
  'VoiceAuthenticationThreshold',
  'VoiceAuthenticationResponseTime',
  'IsFraudDetectionEnabled',
  'FraudDetectionThreshold',
  'WatchlistId',
] as const;

/** The Flow language writes these switches in capitals. */
const voiceIdSetting = (parameters: OldParameters, name: string): string | undefined => {
  const value = parameters.text(name);
  return value !== undefined && name.startsWith('Is') && !value.startsWith('$') ? value.toUpperCase() : value;
};

/** The name of a contact would stand under `name`, which is the name of the parameter; no export was seen to set one. */
const FIELDS: Readonly<Record<string, string>> = {
  languageCode: 'LanguageCode',
  customerId: 'CustomerId',
  description: 'Description',
};

const text = (value: Json | undefined): string => (typeof value === 'object' ? '' : String(value ?? ''));

const valueIn = (parameters: OldParameters, { namespace }: OldParameter, value: Json | undefined): string =>
  isDynamic(namespace) ? referenceOf(namespace, text(value), parameters.note) : text(value);

const referenceEntry = (parameters: OldParameters, data: OldParameter): readonly [string, JsonObject][] => {
  const { contactReference } = data.all;
  if (typeof contactReference !== 'object' || contactReference === null) return [];
  const { key, value, type } = contactReference as JsonObject;
  return [[text(key), { Value: valueIn(parameters, data, value), Type: text(type) || 'URL' }]];
};

/** Keys of a parameter that say how it is given, not what it is. */
const ABOUT = new Set(['name', 'namespace', 'resourceName', 'contactReference', ...Object.keys(FIELDS)]);

const noteUnknownFields = (parameters: OldParameters, data: OldParameter): void => {
  for (const [key, value] of Object.entries(data.all)) {
    if (!ABOUT.has(key) && value !== null) parameters.note(NOTES.unknownKey(key, 'ContactData'));
  }
};

const setContactData: Converter = ({ parameters }) => {
  const data = parameters.all('ContactData');
  for (const entry of data) noteUnknownFields(parameters, entry);
  const fields = data.flatMap((entry) =>
    Object.entries(FIELDS)
      .filter(([key]) => Object.hasOwn(entry.all, key))
      .map(([key, name]): [string, Json] => [name, valueIn(parameters, entry, entry.all[key])]),
  );
  const references = data.flatMap((entry) => referenceEntry(parameters, entry));
  return {
    type: 'UpdateContactData',
    parameters: present({
      ...Object.fromEntries(fields),
      References: references.length > 0 ? Object.fromEntries(references) : undefined,
      ...Object.fromEntries(VOICE_ID_SETTINGS.map((name) => [name, voiceIdSetting(parameters, name)])),
    }),
  };
};

const setQueue: Converter = ({ parameters }) => {
  const found = queueOrAgent(parameters);
  if (Object.keys(found).length > 0) return { type: 'UpdateContactTargetQueue', parameters: found };
  parameters.note(NOTES.emptyResource('QueueId', undefined));
  return { type: 'UpdateContactTargetQueue', parameters: { QueueId: '' } };
};

/** A contact that already waits in a queue is moved; any other one is put into its working queue. */
const transferToQueue: Converter = ({ parameters, flowType }) => {
  if (flowType === 'CUSTOMER_QUEUE')
    return { type: 'DequeueContactAndTransferToQueue', parameters: queueOrAgent(parameters), leavesFlow: true };
  for (const name of Object.keys(queueOrAgent(parameters))) parameters.note(NOTES.queueOfTransfer(name));
  return { type: 'TransferContactToQueue', leavesFlow: true };
};

/** Old names of events that have another name on the wire. */
const HOOKS: Readonly<Record<string, string>> = {
  Disconnect: 'CustomerRemaining',
  DisconnectFlow: 'CustomerRemaining',
};

const setHook =
  (fallback: string): Converter =>
  ({ parameters }) => {
    const type = parameters.text('Type', 'EventType') ?? fallback;
    const hook = (Object.hasOwn(HOOKS, type) ? HOOKS[type] : undefined) ?? type;
    const flow = parameters.one('ContactFlowId', 'ContactFlow');
    if (flow === undefined) parameters.note(NOTES.emptyResource(`EventHooks.${hook}`, undefined));
    const value = flow && parameters.resourceValue(`EventHooks.${hook}`, flow, ['EventHooks', hook]);
    return { type: 'UpdateContactEventHooks', parameters: { EventHooks: { [hook]: value ?? '' } } };
  };

const RECORDED: Readonly<Record<string, readonly string[]>> = {
  Both: ['Agent', 'Customer'],
  Agent: ['Agent'],
  AgentOnly: ['Agent'],
  Customer: ['Customer'],
  CustomerOnly: ['Customer'],
  None: [],
};

const recordedParticipants = (parameters: OldParameters): readonly string[] => {
  const isOn = parameters.text('RecordingBehaviorOption') !== 'Disable';
  const who = parameters.text('RecordingParticipantOption') ?? 'Both';
  if (!isOn) return [];
  if (!Object.hasOwn(RECORDED, who)) parameters.note(NOTES.missingValue('RecordedParticipants', 'Both'));
  return (Object.hasOwn(RECORDED, who) ? RECORDED[who] : RECORDED.Both) ?? [];
};

const ENABLED: Readonly<Record<string, string>> = { Enable: 'Enabled', Disable: 'Disabled' };

export const enabled = (value: string | undefined): string | undefined =>
  value !== undefined && Object.hasOwn(ENABLED, value) ? ENABLED[value] : value;

const noteVocabulary = (parameters: OldParameters): void => {
  const vocabulary = parameters.one('AnalyticsCustomVocabulary');
  if (vocabulary === undefined || vocabulary.value === 'None' || !vocabulary.value) return;
  parameters.note({
    what: `The custom vocabulary ${text(vocabulary.value)} is left out.`,
    why: 'UpdateContactRecordingBehavior has no parameter for it that is published.',
    instead: 'Make it the default vocabulary of its language in the instance.',
  });
};

const analytics = (parameters: OldParameters): JsonObject | undefined => {
  noteVocabulary(parameters);
  const isOn = parameters.text('AnalyticsBehaviorOption') === 'Enable';
  const found = present({
    AnalyticsLanguage: parameters.text('AnalyticsLanguageLocaleCode'),
    AnalyticsRedactionBehavior: enabled(parameters.text('AnalyticsRedactionOption')),
    AnalyticsRedactionResults: parameters.text('AnalyticsRedactionPolicy'),
    AnalyticsMode: parameters.text('AnalyticsMode'),
  });
  return isOn ? { Enabled: 'True', ...found } : undefined;
};

const setRecording: Converter = ({ parameters }) => ({
  type: 'UpdateContactRecordingBehavior',
  parameters: present({
    RecordingBehavior: { RecordedParticipants: recordedParticipants(parameters) },
    AnalyticsBehavior: analytics(parameters),
  }),
});

const setVoice: Converter = ({ parameters }) => {
  const voice = parameters.text('GlobalVoice', 'Voice');
  if (voice === undefined) parameters.note(NOTES.missingValue('TextToSpeechVoice', 'Joanna'));
  return {
    type: 'UpdateContactTextToSpeechVoice',
    parameters: present({
      TextToSpeechVoice: voice ?? 'Joanna',
      TextToSpeechEngine: parameters.text('GlobalEngine', 'Engine'),
      TextToSpeechStyle: parameters.text('SpeakingStyle'),
    }),
  };
};

const TRACKS: Readonly<Record<string, string>> = { FromCustomer: 'From', ToCustomer: 'To' };

/** Before tracks could be chosen, only what the customer says was streamed; the console imports it so. */
const directions = (parameters: OldParameters): readonly string[] => {
  const tracks = parameters.all('Track').map((track) => text(track.value));
  const known = tracks.flatMap((track) => (Object.hasOwn(TRACKS, track) ? (TRACKS[track] ?? []) : []));
  return known.length > 0 ? known : ['From'];
};

const mediaStreaming =
  (state: 'Enabled' | 'Disabled'): Converter =>
  ({ parameters }) => ({
    type: 'UpdateContactMediaStreamingBehavior',
    parameters: {
      MediaStreamingState: state,
      Participants: [
        { ParticipantType: parameters.text('ParticipantTypes') ?? 'Customer', MediaDirections: directions(parameters) },
      ],
      MediaStreamType: parameters.text('MediaStreamTypes') ?? 'Audio',
    },
  });

const setCallbackNumber: Converter = ({ parameters }) => {
  const number = parameters.text('CallBackNumber', 'CallbackNumber') ?? '';
  if (!number.startsWith('$.')) parameters.note(NOTES.staticNumber(number));
  return {
    type: 'UpdateContactCallbackNumber',
    parameters: { CallbackNumber: number },
    ways: {
      InvalidPhoneNumber: error('InvalidCallbackNumber'),
      InvalidNumber: error('InvalidCallbackNumber'),
      NonDialableNumber: error('CallbackNumberNotDialable'),
    },
    nextCopies: 'InvalidCallbackNumber',
  };
};

const routing: Converter = ({ parameters }) => ({
  type: 'UpdateContactRoutingBehavior',
  parameters: present({
    QueuePriority: parameters.text('QueuePriority', 'Priority'),
    QueueTimeAdjustmentSeconds: parameters.text('QueueTimeAdjustmentSeconds', 'QueueTimeAdjustment', 'RoutingAge'),
  }),
});

export const CONTACT_MODULES: Readonly<Record<string, Converter>> = {
  SetAttributes: setAttributes,
  SetContactData: setContactData,
  SetQueue: setQueue,
  'Transfer/Queue': transferToQueue,
  'Transfer/Agent': () => ({ type: 'TransferContactToAgent' }),
  SetEventHook: setHook('CustomerQueue'),
  SetContactFlow: setHook('CustomerQueue'),
  SetDisconnectFlow: setHook('CustomerRemaining'),
  SetRecordingBehavior: setRecording,
  SetVoice: setVoice,
  StartMediaStreaming: mediaStreaming('Enabled'),
  StopMediaStreaming: mediaStreaming('Disabled'),
  SetCallBackNumber: setCallbackNumber,
  UpdateRoutingPriority: routing,
};
