import { type ActionType, isActionType, type Json, type JsonObject, parameterAt } from '../../language';
import { indexWorld, type World } from '../world';

/** What a block was given, as its log line has it; several where a block writes a line for each thing it does. */
type Logged = (given: JsonObject, world: World) => readonly JsonObject[];

const text = (value: Json | undefined): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** Logs write every plain value as text. */
const plain = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return text(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
};

const present = (entries: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as JsonObject;

/** Actions count in seconds, logs in milliseconds. */
const milliseconds = (seconds: Json | undefined): string | undefined =>
  seconds === undefined ? undefined : String(Number(seconds) * 1000);

const message = ({ Text, SSML, PromptId, Media }: JsonObject): JsonObject => {
  const isMarkup = Text === undefined || /^\s*<speak\b/.test(text(Text));
  if (Text === undefined && SSML === undefined)
    return present({ PromptLocation: PromptId ?? (Media as JsonObject | undefined)?.Uri });
  return { Text: text(Text ?? SSML), TextToSpeechType: isMarkup ? 'ssml' : 'text' };
};

const lambda: Logged = ({ LambdaFunctionARN, InvocationTimeLimitSeconds, ResponseValidation, ...given }) => [
  present({
    FunctionArn: text(LambdaFunctionARN),
    TimeLimit: milliseconds(InvocationTimeLimitSeconds),
    ResponseValidation: `ResponseType=${text((ResponseValidation as JsonObject | undefined)?.ResponseType ?? 'STRING_MAP')}`,
    Parameters: given.LambdaInvocationAttributes && plain(given.LambdaInvocationAttributes),
  }),
];

const attributes: Logged = ({ Attributes, TargetContact }) =>
  Object.entries((Attributes ?? {}) as JsonObject).map(([Key, value]) => ({
    Value: text(value),
    AddAttributeToRelatedContact: String(TargetContact === 'Related'),
    Key,
  }));

const flowAttributes: Logged = ({ FlowAttributes }) =>
  Object.entries((FlowAttributes ?? {}) as JsonObject).map(([Key, wrapped]) => ({
    Value: text(typeof wrapped === 'object' && wrapped !== null ? (wrapped as JsonObject).Value : wrapped),
    Key,
  }));

const hooks: Logged = ({ EventHooks }, world) =>
  Object.entries((EventHooks ?? {}) as JsonObject).map(([Type, flow]) => ({
    ContactFlowId: indexWorld(world).flow(text(flow))?.arn ?? text(flow),
    Type,
  }));

const queue: Logged = ({ QueueId, AgentId }, world) => {
  if (QueueId === undefined) return [present({ Agent: AgentId && text(AgentId) })];
  return [{ Queue: indexWorld(world).queue(text(QueueId))?.arn ?? text(QueueId) }];
};

const LOGGING: Readonly<Record<string, string>> = { Enabled: 'Enable', Disabled: 'Disable' };

const input: Logged = ({ InputTimeLimitSeconds, StoreInput, ...given }) => {
  const length = parameterAt(given, 'InputValidation.CustomValidation.MaximumLength');
  return [
    present({
      ...message(given),
      Timeout: milliseconds(InputTimeLimitSeconds),
      MaxDigits: StoreInput === 'True' ? length && text(length) : '1',
    }),
  ];
};

const bot: Logged = (given) => [
  present({
    ...message(given),
    BotAliasArn: parameterAt(given, 'LexV2Bot.AliasArn'),
    BotName: parameterAt(given, 'LexBot.Name'),
    BotAlias: parameterAt(given, 'LexBot.Alias'),
  }),
];

/** Where logs name things otherwise than actions do; the rest is logged as it stands. */
const LOGGED: Readonly<Partial<Record<ActionType, Logged>>> = {
  InvokeLambdaFunction: lambda,
  UpdateContactAttributes: attributes,
  UpdateFlowAttributes: flowAttributes,
  UpdateContactEventHooks: hooks,
  UpdateContactTargetQueue: queue,
  UpdateFlowLoggingBehavior: ({ FlowLoggingBehavior }) => {
    const behavior = text(FlowLoggingBehavior);
    return [{ LoggingBehavior: LOGGING[behavior] ?? behavior }];
  },
  MessageParticipant: (given) => [message(given)],
  GetParticipantInput: (given, world) => (given.EnableDTMFBuffer === undefined ? input(given, world) : [given]),
  ConnectParticipantWithLexBot: bot,
  UpdateContactTextToSpeechVoice: ({ TextToSpeechVoice }) => [present({ GlobalVoice: TextToSpeechVoice })],
};

export const loggedParameters = (type: string, given: JsonObject, world: World): readonly JsonObject[] => {
  const logged = isActionType(type) ? LOGGED[type] : undefined;
  return logged ? logged(given, world) : [plain(given) as JsonObject];
};
