import type { JsonObject } from '../../../../lib/language';
import type { World } from '../../../../lib/simulate';
import {
  agentArn,
  flow,
  flowArn,
  functionArn,
  hangUp,
  moduleArn,
  queueArn,
  setAttributes,
  setQueue,
} from '../../script';
import { queue } from '../../world';
import {
  big,
  called,
  chat,
  EMAIL,
  fault,
  once,
  outbound,
  paused,
  queued,
  type Runs,
  TASK,
  transferring,
} from './setting';

const inbound = flow('Other', 'CONTACT_FLOW', [hangUp()]);
const pieces = flow('Pieces', 'MODULE', []);
const OTHER: Partial<World> = { flows: [inbound] };
const found = { id: 'c-1', fields: { title: 'Broken', status: 'open' } };
const again = { id: 'c-2', fields: { title: 'Broken', status: 'open' } };
const template = { arn: 'template', name: 'Complaint' };
const write = (LinkContactToCase: string): JsonObject => ({ LinkContactToCase, CaseTemplateId: 'template' });
const seek = (LinkContactToCase: string): JsonObject => ({
  LinkContactToCase,
  GetLastUpdatedCase: 'false',
  CaseRequestFields: { title: 'Broken' },
});
const change = (LinkContactToCase: string): JsonObject => ({ LinkContactToCase, CaseId: 'c-1' });
const prefer = (agent: string): JsonObject => ({
  RoutingCriteria: {
    Steps: [
      { Expression: { AttributeCondition: { MatchCriteria: { AgentsCriteria: { AgentIds: [agentArn(agent)] } } } } },
    ],
  },
});
const streaming = (MediaStreamingState: string): JsonObject => ({ MediaStreamingState });
const send = (number: string): JsonObject => ({
  SourceEndpoint: { Address: 'arn:aws:connect:phone', Type: 'CONNECT_PHONENUMBER_ARN' },
  DestinationEndpoint: { Address: number, Type: 'TELEPHONE_NUMBER' },
  ContactFlowArn: flowArn('Other'),
  ContactSubtype: 'connect:SMS',
});
const rewrite = { ChatProcessor: { ProcessingEnabled: 'True', LambdaProcessorARN: functionArn('Look up') } };
const hooked = { flows: [flow('Whisper', 'AGENT_WHISPER', [])] };
const redacting = {
  ChatBehavior: {
    ChatAnalyticsBehavior: { InFlightChatRedactionConfiguration: { RedactionEntities: ['DATE_TIME'] } },
  },
};
const past = { RehydrationType: 'ENTIRE_PAST_SESSION', SourceContactId: 'past' };
const rendered = { WisdomKnowledgeBaseArn: 'base', WisdomMessageTemplateArn: 'message' };
const messageTemplates = [{ arn: 'message', name: 'Hello', needs: ['name'] }];

/** Runs that together take every way out of every action type of the family. */
export const CONTACT_RUNS: Runs = {
  CompleteOutboundCall: [outbound],
  CreateCase: ['true', 'false'].flatMap((link) => [
    once('CreateCase', write(link), { world: { caseTemplates: [template] } }),
    once('CreateCase', write(link)),
    once('CreateCase', write(link), {
      world: { caseTemplates: [template], ...fault('ContactNotLinked', 'CreateCase') },
    }),
  ]),
  CreatePersistentContactAssociation: [
    once('CreatePersistentContactAssociation', past, { caller: chat(), world: { pastChats: ['past'] } }),
    once('CreatePersistentContactAssociation', past, { caller: chat() }),
  ],
  CreateTask: [
    once('CreateTask', { ContactFlowId: flowArn('Other'), Name: 'Call back' }, { world: OTHER }),
    once('CreateTask', { ContactFlowId: flowArn('Gone'), Name: 'Call back' }),
  ],
  CreateWisdomSession: [
    once('CreateWisdomSession', { WisdomAssistantArn: 'template' }, { world: { assistants: [template] } }),
    once('CreateWisdomSession', { WisdomAssistantArn: 'template' }),
  ],
  DequeueContactAndTransferToQueue: [
    queued('DequeueContactAndTransferToQueue', { QueueId: queueArn('Support') }),
    queued(
      'DequeueContactAndTransferToQueue',
      { QueueId: queueArn('Support') },
      {
        world: { queues: [queue('Sales'), queue('Support', { maxContacts: 0 })] },
      },
    ),
    queued('DequeueContactAndTransferToQueue', { QueueId: queueArn('Gone') }),
  ],
  EndFlowModuleExecution: [
    once('InvokeFlowModule', { FlowModuleId: moduleArn('Pieces') }, { world: { modules: [pieces] } }),
  ],
  GetCase: ['true', 'false'].flatMap((link) => [
    once('GetCase', seek(link), { world: { cases: [found] } }),
    once('GetCase', seek(link), { world: { cases: [found, again] } }),
    once('GetCase', seek(link)),
    once('GetCase', { LinkContactToCase: link, GetLastUpdatedCase: 'true' }),
    once('GetCase', seek(link), { world: { cases: [found], ...fault('ContactNotLinked', 'GetCase') } }),
  ]),
  InvokeFlowModule: [
    once('InvokeFlowModule', { FlowModuleId: moduleArn('Pieces') }, { world: { modules: [pieces] } }),
    once('InvokeFlowModule', { FlowModuleId: moduleArn('Gone') }),
    once('InvokeFlowModule', {}, { world: fault('NoMatchingCondition', 'InvokeFlowModule') }),
  ],
  LoadContactContent: ['Hello.', big].map((emailText) =>
    once('LoadContactContent', { ContentType: 'EmailMessage' }, { caller: EMAIL, world: { emailText } }),
  ),
  RenderMessageTemplate: [
    once('RenderMessageTemplate', rendered),
    once('RenderMessageTemplate', rendered, { world: { messageTemplates } }),
    once('RenderMessageTemplate', rendered, { world: { messageTemplates }, before: [setAttributes({ name: 'Jo' })] }),
  ],
  ResumeContact: [paused, once('ResumeContact', {}, { caller: TASK })],
  StartOutboundChatContact: ['+15555550100', 'nobody'].map((number) =>
    once('StartOutboundChatContact', send(number), { world: OTHER }),
  ),
  StartOutboundEmailContact: ['a@b.example', ''].map((EmailAddress) =>
    once('StartOutboundEmailContact', { FromEmailAddress: { EmailAddress } }),
  ),
  TagContact: ['a', 'aws:a'].map((key) => once('TagContact', { Tags: { [key]: '1' } })),
  TransferContactToAgent: [transferring('TransferContactToAgent')],
  TransferContactToQueue: [
    once('TransferContactToQueue', {}, { before: [setQueue('Sales')] }),
    once('TransferContactToQueue'),
    once(
      'TransferContactToQueue',
      {},
      {
        before: [setQueue('Sales')],
        world: { queues: [queue('Sales', { maxContacts: 0 })] },
      },
    ),
  ],
  UntagContact: [['a'], []].map((TagKeys) => once('UntagContact', { TagKeys })),
  UpdateCase: ['true', 'false'].flatMap((link) => [
    once('UpdateCase', change(link), { world: { cases: [found] } }),
    once('UpdateCase', change(link)),
    once('UpdateCase', change(link), { world: { cases: [found], ...fault('ContactNotLinked', 'UpdateCase') } }),
  ]),
  UpdateContactAttributes: ['small', big].map((a) => once('UpdateContactAttributes', { Attributes: { a } })),
  UpdateContactCallbackNumber: ['+15555550123', '12', '+4930123456'].map((CallbackNumber) =>
    once('UpdateContactCallbackNumber', { CallbackNumber }, { world: { telephony: { dialable: ['+1'] } } }),
  ),
  UpdateContactData: ['Current', 'Related'].map((TargetContact) =>
    once('UpdateContactData', { Name: 'Jo', TargetContact }),
  ),
  UpdateContactEventHooks: [
    ...['AgentWhisper', 'NoHook'].flatMap((hook) => [
      once('UpdateContactEventHooks', { EventHooks: { [hook]: flowArn('Whisper') } }, { world: hooked }),
      once('UpdateContactEventHooks', { EventHooksConfiguration: { [hook]: { DisableExecution: 'true' } } }),
    ]),
  ],
  UpdateContactMediaProcessing: [
    once('UpdateContactMediaProcessing', rewrite, { caller: chat(), world: called(() => ({})) }),
    once('UpdateContactMediaProcessing', rewrite, { caller: chat() }),
    once('UpdateContactMediaProcessing', rewrite),
    once('UpdateContactMediaProcessing', rewrite, {
      caller: chat(),
      world: fault('ChannelMismatch', 'UpdateContactMediaProcessing'),
    }),
  ],
  UpdateContactMediaStreamingBehavior: [true, false].map((mediaStreaming) =>
    once('UpdateContactMediaStreamingBehavior', streaming('Enabled'), { world: { mediaStreaming } }),
  ),
  UpdateContactRecordingAndAnalyticsBehavior: [
    once('UpdateContactRecordingAndAnalyticsBehavior', { VoiceBehavior: {} }),
    once('UpdateContactRecordingAndAnalyticsBehavior', { VoiceBehavior: {} }, { caller: chat() }),
    once('UpdateContactRecordingAndAnalyticsBehavior'),
    once('UpdateContactRecordingAndAnalyticsBehavior', { ChatBehavior: {} }, { caller: chat() }),
    once('UpdateContactRecordingAndAnalyticsBehavior', { ChatBehavior: {} }),
    once('UpdateContactRecordingAndAnalyticsBehavior', { ChatBehavior: {}, ScreenRecordingBehavior: {} }),
    once('UpdateContactRecordingAndAnalyticsBehavior', redacting, { caller: chat() }),
  ],
  UpdateContactRecordingBehavior: [once('UpdateContactRecordingBehavior', { RecordingBehavior: {} })],
  UpdateContactRoutingBehavior: [
    once('UpdateContactRoutingBehavior', { QueuePriority: '1' }),
    once('UpdateContactRoutingBehavior', { RoutingProficiencies: { language: 'de' } }),
    once('UpdateContactRoutingBehavior', { RoutingProficiencies: {} }),
  ],
  UpdateContactRoutingCriteria: ['ana', 'gone'].map((agent) => once('UpdateContactRoutingCriteria', prefer(agent))),
  UpdateContactTargetQueue: ['Sales', 'Gone'].map((name) =>
    once('UpdateContactTargetQueue', { QueueId: queueArn(name) }),
  ),
  UpdateContactTextToSpeechVoice: ['Joanna', '$.Attributes.voice'].map((TextToSpeechVoice) =>
    once('UpdateContactTextToSpeechVoice', { TextToSpeechVoice }),
  ),
  UpdatePreviousContactParticipantState: [
    transferring('UpdatePreviousContactParticipantState', { PreviousContactParticipantState: 'AgentOnHold' }),
    once('UpdatePreviousContactParticipantState', { PreviousContactParticipantState: 'AgentOnHold' }),
  ],
};
