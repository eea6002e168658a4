import type { Channel, FlowType } from '../language';

interface EventHookFacts {
  /** When the hooked flow runs. */
  readonly runs: string;
  /** The type of flow that the hook wants. */
  readonly flowType: FlowType;
  /** Channels on which the hook can have an effect; setting it elsewhere leaves by the error branch. */
  readonly channels: readonly Channel[];
  /** The designer block that sets it. */
  readonly block: string;
  readonly page: string;
}

const ADMIN = 'https://docs.aws.amazon.com/connect/latest/adminguide';
const ALL = ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const;

/** The ten keys of UpdateContactEventHooks. Source: contact-actions-updatecontacteventhooks; block pages for the targets. */
export const EVENT_HOOKS = {
  CustomerQueue: {
    runs: 'while the contact waits in a queue',
    flowType: 'CUSTOMER_QUEUE',
    channels: ALL,
    block: 'Set customer queue flow',
    page: `${ADMIN}/set-customer-queue-flow.html`,
  },
  AgentWhisper: {
    runs: 'when an agent accepts the contact',
    flowType: 'AGENT_WHISPER',
    channels: ALL,
    block: 'Set whisper flow',
    page: `${ADMIN}/set-whisper-flow.html`,
  },
  CustomerWhisper: {
    runs: 'when the agent whisper has ended',
    flowType: 'CUSTOMER_WHISPER',
    channels: ALL,
    block: 'Set whisper flow',
    page: `${ADMIN}/set-whisper-flow.html`,
  },
  CustomerHold: {
    runs: 'while the customer is on hold',
    flowType: 'CUSTOMER_HOLD',
    channels: ['VOICE'],
    block: 'Set hold flow',
    page: `${ADMIN}/set-hold-flow.html`,
  },
  AgentHold: {
    runs: 'while an agent is on hold',
    flowType: 'AGENT_HOLD',
    channels: ['VOICE'],
    block: 'Set hold flow',
    page: `${ADMIN}/set-hold-flow.html`,
  },
  CustomerRemaining: {
    runs: 'when the contact ends and the customer is still there',
    flowType: 'CONTACT_FLOW',
    channels: ['VOICE', 'CHAT', 'TASK', 'EMAIL'],
    block: 'Set disconnect flow',
    page: `${ADMIN}/set-disconnect-flow.html`,
  },
  DefaultAgentUI: {
    runs: 'in the agent workspace when the agent is connected',
    flowType: 'CONTACT_FLOW',
    channels: ALL,
    block: 'Set event flow',
    page: `${ADMIN}/set-event-flow.html`,
  },
  DisconnectAgentUI: {
    runs: 'in the agent workspace when the contact ends',
    flowType: 'CONTACT_FLOW',
    channels: ALL,
    block: 'Set event flow',
    page: `${ADMIN}/set-event-flow.html`,
  },
  PauseContact: {
    runs: 'when a task is paused',
    flowType: 'CONTACT_FLOW',
    channels: ['TASK'],
    block: 'Set event flow',
    page: `${ADMIN}/set-event-flow.html`,
  },
  ResumeContact: {
    runs: 'when a paused task goes on',
    flowType: 'CONTACT_FLOW',
    channels: ['TASK'],
    block: 'Set event flow',
    page: `${ADMIN}/set-event-flow.html`,
  },
} as const satisfies Record<string, EventHookFacts>;

export type EventHook = keyof typeof EVENT_HOOKS;

export const EVENT_HOOK_NAMES = Object.keys(EVENT_HOOKS) as readonly EventHook[];

export const isEventHook = (name: string): name is EventHook => Object.hasOwn(EVENT_HOOKS, name);
