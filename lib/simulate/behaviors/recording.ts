import type { Json, JsonObject } from '../../language';
import { type ContactSettings, settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import { failed, NEXT, type Outcome } from '../outcome';
import { randomUuid } from '../random';
import { type Behavior, missing } from './behavior';

const listOf = (value: Json | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? (value as readonly string[]) : undefined;

const object = (value: Json | undefined): JsonObject => (value ?? {}) as JsonObject;

/** What the block does not name stays as it was. */
const setRecording = (settings: ContactSettings, behavior: JsonObject): void => {
  settings.recorded = listOf(behavior.RecordedParticipants) ?? settings.recorded;
  settings.screenRecorded = listOf(behavior.ScreenRecordedParticipants) ?? settings.screenRecorded;
  if (behavior.IVRRecordingBehavior !== undefined)
    settings.automatedInteractionRecorded = behavior.IVRRecordingBehavior === 'Enabled';
};

const setAnalytics = (settings: ContactSettings, analytics: Json | undefined): void => {
  if (analytics !== undefined) settings.analytics = object(analytics).Enabled === 'True' ? analytics : null;
};

const updateContactRecordingBehavior: Behavior = (step, { contact }) => {
  setRecording(settingsOf(contact), object(step.parameters.RecordingBehavior));
  setAnalytics(settingsOf(contact), step.parameters.AnalyticsBehavior);
  return NEXT;
};

/** Entities that cannot be redacted while a message is under way. Source: the action's page. */
const NOT_IN_FLIGHT: readonly string[] = [
  'IN_PERMANENT_ACCOUNT_NUMBER',
  'IN_NREGA',
  'IN_VOTER_NUMBER',
  'IN_AADHAAR',
  'DATE_TIME',
  'CUSTOMER_DISPLAY_NAME',
  'AGENT_DISPLAY_NAME',
  'ATTACHMENT_NAME',
];

const setVoice = ({ contact }: Execution, voice: JsonObject): Outcome => {
  if (contact.channel !== 'VOICE') return failed('the contact is no call', 'ChannelMismatch');
  setRecording(settingsOf(contact), object(voice.VoiceRecordingBehavior));
  setAnalytics(settingsOf(contact), voice.VoiceAnalyticsBehavior);
  return NEXT;
};

const setChat = ({ contact }: Execution, chat: JsonObject): Outcome => {
  if (contact.channel !== 'CHAT') return failed('the contact is no chat', 'ChannelMismatch');
  const analytics = object(chat.ChatAnalyticsBehavior);
  const entities = listOf(object(analytics.InFlightChatRedactionConfiguration).RedactionEntities) ?? [];
  const wrong = entities.find((entity) => NOT_IN_FLIGHT.includes(entity));
  if (wrong !== undefined)
    return failed(`${wrong} cannot be redacted in flight`, 'InFlightRedactionConfigurationFailed');
  setAnalytics(settingsOf(contact), chat.ChatAnalyticsBehavior);
  return NEXT;
};

const setScreen = ({ contact }: Execution, screen: JsonObject): Outcome => {
  setRecording(settingsOf(contact), screen);
  return NEXT;
};

const KINDS = { VoiceBehavior: setVoice, ChatBehavior: setChat, ScreenRecordingBehavior: setScreen } as const;

const updateContactRecordingAndAnalyticsBehavior: Behavior = (step, execution) => {
  const given = Object.entries(KINDS).filter(([key]) => step.parameters[key] !== undefined);
  const [first] = given;
  if (first === undefined || given.length > 1) return failed('exactly one of voice, chat and screen has to be set');
  const [key, set] = first;
  return set(execution, object(step.parameters[key]));
};

const startStream = ({ kernel, contact }: Execution): Outcome => {
  const { instanceArn, region, mediaStreaming = true } = kernel.world.world;
  if (!mediaStreaming) return failed('live media streaming is off for this instance');
  const account = instanceArn.split(':')[4] ?? '';
  const { now } = kernel.clock;
  settingsOf(contact).audioStream = {
    StreamARN: `arn:aws:kinesisvideo:${region}:${account}:stream/connect-contact-${contact.id}/${now}`,
    StartTimestamp: String(now),
    StartFragmentNumber: randomUuid(kernel.random).replace(/\D/g, '').padEnd(20, '0'),
  };
  return NEXT;
};

const updateContactMediaStreamingBehavior: Behavior = (step, execution) => {
  if (step.parameters.MediaStreamingState === 'Enabled') return startStream(execution);
  const settings = settingsOf(execution.contact);
  if (settings.audioStream !== null)
    settings.audioStream = { ...settings.audioStream, StopTimestamp: String(execution.kernel.clock.now) };
  return NEXT;
};

const updateContactMediaProcessing: Behavior = (step, execution) => {
  const { ProcessingEnabled: enabled, LambdaProcessorARN } = object(step.parameters.ChatProcessor);
  const arn = execution.text(LambdaProcessorARN);
  if (enabled === 'True' && !execution.kernel.world.function(arn)) return missing('function', arn);
  settingsOf(execution.contact).chatProcessor = enabled === 'True' ? arn : null;
  return NEXT;
};

const updateFlowLoggingBehavior: Behavior = (step, { contact }) => {
  settingsOf(contact).flowLogging = step.parameters.FlowLoggingBehavior === 'Enabled';
  return NEXT;
};

const updateContactTextToSpeechVoice: Behavior = (step, execution) => {
  const voice = execution.text(step.parameters.TextToSpeechVoice);
  if (voice === '') return failed('no voice is named');
  execution.contact.data.set('TextToSpeechVoiceId', voice);
  return NEXT;
};

export const RECORDING_BEHAVIORS = {
  UpdateContactRecordingBehavior: updateContactRecordingBehavior,
  UpdateContactRecordingAndAnalyticsBehavior: updateContactRecordingAndAnalyticsBehavior,
  UpdateContactMediaStreamingBehavior: updateContactMediaStreamingBehavior,
  UpdateContactMediaProcessing: updateContactMediaProcessing,
  UpdateFlowLoggingBehavior: updateFlowLoggingBehavior,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoice,
} satisfies Record<string, Behavior>;
