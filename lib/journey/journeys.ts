import type { Channel } from '../language';
import type { KnownInitiationMethod } from './initiation-method';
import type { Party, Stage } from './stage';

/** What tells apart the journeys of one method on one channel. */
export type JourneyVariant = 'agent' | 'queue' | null;

/** Which flows a contact runs, by how it started. */
export interface Journey {
  readonly method: KnownInitiationMethod;
  readonly channel: Channel;
  /** TRANSFER: by an agent or a queue quick connect. */
  readonly variant: JourneyVariant;
  readonly stages: readonly Stage[];
  /** When the contact centre calls the customer, where it does. */
  readonly calls?: 'before the entry flow' | 'while dialling' | 'once accepted';
  /** Answering machine detection listens to whoever picks up (check-call-progress, customer-first-cb). */
  readonly detectsMachines?: true;
  /** Who talks (or writes) once all stages of ACCEPTED or ANSWERED have run; empty where nobody is connected. */
  readonly connects: readonly Party[];
  readonly page: string;
}

const ADMIN = 'https://docs.aws.amazon.com/connect/latest/adminguide';
const TOPIC = `${ADMIN}/contact-initiation-methods.html`;

const entryFlow = (heardBy: Party | null): Stage => ({
  flowType: 'CONTACT_FLOW',
  heardBy,
  on: 'CONNECTED',
  from: { at: 'entry point' },
  otherwise: 'none',
});

const queueFlow = (heardBy: Party | null): Stage => ({
  flowType: 'CUSTOMER_QUEUE',
  heardBy,
  on: 'QUEUED',
  otherwise: 'default',
  until: 'LEFT_QUEUE',
});

const whispers = (agent: Party, customer: Party, otherwise: Stage['otherwise'] = 'default'): readonly Stage[] => [
  { flowType: 'AGENT_WHISPER', heardBy: agent, on: 'ACCEPTED', otherwise },
  { flowType: 'CUSTOMER_WHISPER', heardBy: customer, on: 'ACCEPTED', otherwise },
];

/** Chat has no default whispers (set-whisper-flow). */
const chatWhispers = whispers('AGENT', 'CUSTOMER', 'none');

/** Nobody is on the other side of a task or an email, so only the agent can be whispered to. */
const silentWhisper = (assumption: 'taskDefaultWhisper' | 'emailDefaultWhisper'): readonly Stage[] => [
  { flowType: 'AGENT_WHISPER', heardBy: 'AGENT', on: 'ACCEPTED', otherwise: 'none', assumes: [assumption, 'no'] },
  { flowType: 'AGENT_WHISPER', heardBy: 'AGENT', on: 'ACCEPTED', otherwise: 'default', assumes: [assumption, 'yes'] },
];

const queuedCall: readonly Stage[] = [queueFlow('CUSTOMER'), ...whispers('AGENT', 'CUSTOMER')];
/** Of a chat; that its queue names one is no sign that it ever runs. */
const chatOutboundWhisper: Stage = {
  flowType: 'OUTBOUND_WHISPER',
  heardBy: 'CUSTOMER',
  on: 'ACCEPTED',
  otherwise: 'none',
  assumes: ['chatOutboundWhisper', 'yes'],
};

const queuedChat: readonly Stage[] = [queueFlow('CUSTOMER'), ...chatWhispers, chatOutboundWhisper];
/** Event flows of a task: Set event flow names them, and nothing runs otherwise (set-event-flow). */
const pauses: readonly Stage[] = (['PAUSED', 'RESUMED'] as const).map((on) => ({
  flowType: 'CONTACT_FLOW',
  heardBy: null,
  on,
  from: { at: 'hook', hook: on === 'PAUSED' ? 'PauseContact' : 'ResumeContact' },
  otherwise: 'none',
}));

const queuedTask: readonly Stage[] = [queueFlow(null), ...silentWhisper('taskDefaultWhisper'), ...pauses];
const queuedEmail: readonly Stage[] = [queueFlow(null), ...silentWhisper('emailDefaultWhisper')];

/** The customer waits beside the consultation of the two agents; calls only. */
const customerOnHold: Stage = {
  flowType: 'CUSTOMER_HOLD',
  heardBy: 'CUSTOMER',
  on: 'TRANSFER_STARTED',
  otherwise: 'default',
  until: 'OFF_HOLD',
  beside: 'previous contact',
};

const transferFlow = (flowType: 'AGENT_TRANSFER' | 'QUEUE_TRANSFER', heardBy: Party | null): Stage => ({
  flowType,
  heardBy,
  on: 'TRANSFER_STARTED',
  otherwise: 'default',
});

const transferredCall = (flowType: 'AGENT_TRANSFER' | 'QUEUE_TRANSFER'): readonly Stage[] => [
  customerOnHold,
  transferFlow(flowType, 'SOURCE_AGENT'),
  { ...queueFlow('SOURCE_AGENT'), assumes: ['transferLegHearsQueueFlow', 'yes'] },
  ...whispers('DESTINATION_AGENT', 'SOURCE_AGENT'),
];

/** The source agent leaves at once, so there is no consultation and no hold. */
const transferredChat = (flowType: 'AGENT_TRANSFER' | 'QUEUE_TRANSFER'): readonly Stage[] => [
  { ...transferFlow(flowType, 'CUSTOMER'), assumes: ['chatTransferFlowHeardByCustomer', 'yes'] },
  { ...transferFlow(flowType, null), assumes: ['chatTransferFlowHeardByCustomer', 'no'] },
  ...queuedChat,
];

const outboundWhisper: readonly Stage[] = [
  {
    flowType: 'OUTBOUND_WHISPER',
    heardBy: 'CUSTOMER',
    on: 'DIALLING',
    otherwise: 'default',
    splitAtFirstPrompt: true,
    assumes: ['outboundWhisperSplit', 'beforeFirstPrompt'],
  },
  {
    flowType: 'OUTBOUND_WHISPER',
    heardBy: 'CUSTOMER',
    on: 'ANSWERED',
    otherwise: 'default',
    assumes: ['outboundWhisperSplit', 'nothing'],
  },
];

const callbackWhispers: readonly Stage[] = [
  { flowType: 'AGENT_WHISPER', heardBy: 'AGENT', on: 'ACCEPTED', otherwise: 'default' },
  { flowType: 'OUTBOUND_WHISPER', heardBy: 'CUSTOMER', on: 'ANSWERED', otherwise: 'default' },
];

const creationFlow: Stage = { ...entryFlow(null), on: 'CREATED' };

const disconnectFlow = (heardBy: Party | null): Stage => ({
  flowType: 'CONTACT_FLOW',
  heardBy,
  on: 'CUSTOMER_REMAINED',
  from: { at: 'hook', hook: 'CustomerRemaining' },
  otherwise: 'none',
});

const AFTER_QUEUE_MOVE = {
  QUEUED: ['queueMoveRestartsQueueFlow', 'yes'],
  ACCEPTED: ['whispersAfterQueueMove', 'yes'],
} as const;

/** The stages of a queued contact, each with the assumption that it runs once more. */
const afterQueueMove = (stages: readonly Stage[]): readonly Stage[] =>
  stages.map((stage) => {
    const assumes = stage.on === 'QUEUED' || stage.on === 'ACCEPTED' ? AFTER_QUEUE_MOVE[stage.on] : undefined;
    return assumes && stage.assumes === undefined ? { ...stage, assumes } : stage;
  });

const emailSent: Stage = { flowType: 'OUTBOUND_WHISPER', heardBy: null, on: 'SENT', otherwise: 'default' };

const talk: readonly Party[] = ['CUSTOMER', 'AGENT'];
const alone: readonly Party[] = ['AGENT'];
const consult: readonly Party[] = ['SOURCE_AGENT', 'DESTINATION_AGENT'];

const journey = (
  method: KnownInitiationMethod,
  channel: Channel,
  stages: readonly Stage[],
  connects: readonly Party[],
  more: Partial<Pick<Journey, 'variant' | 'page' | 'calls' | 'detectsMachines'>> = {},
): Journey => ({ method, channel, variant: null, stages, connects, page: TOPIC, ...more });

/** The rulebook: every method on every channel where it can start. Source: the topic, and the pages named in the rows. */
export const JOURNEYS: readonly Journey[] = [
  journey('INBOUND', 'VOICE', [entryFlow('CUSTOMER'), ...queuedCall], talk),
  journey('INBOUND', 'EMAIL', [entryFlow(null), ...queuedEmail], alone, { page: `${ADMIN}/contact-events.html` }),

  journey('OUTBOUND', 'VOICE', outboundWhisper, talk, { calls: 'while dialling' }),
  journey('OUTBOUND', 'EMAIL', [emailSent], [], { page: `${ADMIN}/contact-events.html` }),

  journey('TRANSFER', 'VOICE', transferredCall('AGENT_TRANSFER'), consult, { variant: 'agent' }),
  journey('TRANSFER', 'VOICE', transferredCall('QUEUE_TRANSFER'), consult, { variant: 'queue' }),
  journey('TRANSFER', 'CHAT', transferredChat('AGENT_TRANSFER'), talk, { variant: 'agent' }),
  journey('TRANSFER', 'CHAT', transferredChat('QUEUE_TRANSFER'), talk, { variant: 'queue' }),
  journey('TRANSFER', 'TASK', [transferFlow('AGENT_TRANSFER', null), ...queuedTask], alone, { variant: 'agent' }),
  journey('TRANSFER', 'TASK', [transferFlow('QUEUE_TRANSFER', null), ...queuedTask], alone, { variant: 'queue' }),
  journey('TRANSFER', 'EMAIL', [transferFlow('AGENT_TRANSFER', null), ...queuedEmail], alone, { variant: 'agent' }),
  journey('TRANSFER', 'EMAIL', [transferFlow('QUEUE_TRANSFER', null), ...queuedEmail], alone, { variant: 'queue' }),

  journey('CALLBACK', 'VOICE', [creationFlow, ...callbackWhispers], talk, { calls: 'once accepted' }),

  journey('API', 'VOICE', [entryFlow('CUSTOMER'), ...queuedCall], talk, { calls: 'before the entry flow' }),
  journey('API', 'CHAT', [entryFlow('CUSTOMER'), ...queuedChat], talk, { page: `${ADMIN}/set-whisper-flow.html` }),
  journey('API', 'TASK', [entryFlow(null), ...queuedTask], alone),
  journey('API', 'EMAIL', [entryFlow(null), ...queuedEmail], alone),

  journey('QUEUE_TRANSFER', 'VOICE', afterQueueMove(queuedCall), talk),
  journey('QUEUE_TRANSFER', 'CHAT', afterQueueMove(queuedChat), talk),
  journey('QUEUE_TRANSFER', 'TASK', afterQueueMove(queuedTask), alone),
  journey('QUEUE_TRANSFER', 'EMAIL', afterQueueMove(queuedEmail), alone),

  journey('DISCONNECT', 'VOICE', [disconnectFlow('CUSTOMER'), ...queuedCall], talk),
  journey('DISCONNECT', 'CHAT', [disconnectFlow('CUSTOMER'), ...queuedChat], talk),
  journey('DISCONNECT', 'TASK', [disconnectFlow(null), ...queuedTask], alone),

  journey('WEBRTC_API', 'VOICE', [entryFlow('CUSTOMER'), ...queuedCall], talk),
  journey('EXTERNAL_OUTBOUND', 'VOICE', [customerOnHold], consult),
  journey('MONITOR', 'VOICE', [], ['SUPERVISOR']),
  journey('MONITOR', 'CHAT', [], ['SUPERVISOR']),
  journey('AGENT_REPLY', 'EMAIL', [emailSent], []),
  journey('FLOW', 'EMAIL', [emailSent], [], { page: `${ADMIN}/send-message.html` }),
  journey(
    'CAMPAIGN_PREVIEW',
    'VOICE',
    [
      {
        flowType: 'OUTBOUND_WHISPER',
        heardBy: 'CUSTOMER',
        on: 'DIALLING',
        otherwise: 'default',
        splitAtFirstPrompt: true,
        assumes: ['campaignPreviewFlows', 'asOutbound'],
      },
    ],
    talk,
    { calls: 'while dialling' },
  ),
  journey('CALLBACK_CUSTOMER_FIRST_QUEUED', 'VOICE', [creationFlow], [], { page: `${ADMIN}/customer-first-cb.html` }),
  journey(
    'CALLBACK_CUSTOMER_FIRST_DIALED',
    'VOICE',
    [
      entryFlow('CUSTOMER'),
      queueFlow('CUSTOMER'),
      ...whispers('AGENT', 'CUSTOMER').map((stage) => ({
        ...stage,
        assumes: ['customerFirstWhispers', 'yes'] as const,
      })),
    ],
    talk,
    { page: `${ADMIN}/customer-first-cb.html`, calls: 'before the entry flow', detectsMachines: true },
  ),
];

/** The row of a contact; undefined where the rulebook has none (an unknown method, or a channel it cannot start on). */
export const journeyOf = (
  journeys: readonly Journey[],
  contact: { readonly method: string; readonly channel: Channel; readonly variant?: JourneyVariant },
): Journey | undefined =>
  journeys.find(
    ({ method, channel, variant }) =>
      method === contact.method && channel === contact.channel && variant === (contact.variant ?? null),
  );
