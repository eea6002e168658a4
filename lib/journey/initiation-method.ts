import type { Channel } from '../language';

interface InitiationMethodFacts {
  /** What makes a contact start this way, in one sentence. */
  readonly startedBy: string;
  readonly channels: readonly Channel[];
  /**
   * How the new contact is tied to an earlier one: `nothing` for the first of a chain, `chain` for
   * PreviousContactId / NextContactId and a shared InitialContactId, `related` for RelatedContactId.
   */
  readonly follows: 'nothing' | 'chain' | 'related';
  /** One of the seven of the original topic. */
  readonly inTopic: boolean;
  /** A member of the API's ContactInitiationMethod enum; the others are seen on records only. */
  readonly inApi: boolean;
}

/** Source: contact-initiation-methods, ctr-data-model, contact-events, customer-first-cb (admin guide); API model. */
export const INITIATION_METHODS = {
  INBOUND: {
    startedBy: 'A customer calls (or writes an email to) the contact centre.',
    channels: ['VOICE', 'EMAIL'],
    follows: 'nothing',
    inTopic: true,
    inApi: true,
  },
  OUTBOUND: {
    startedBy: 'An agent calls an external number from the CCP (or writes an email).',
    channels: ['VOICE', 'EMAIL'],
    follows: 'nothing',
    inTopic: true,
    inApi: true,
  },
  TRANSFER: {
    startedBy: 'An agent transfers a contact to another agent or to a queue with a quick connect.',
    channels: ['VOICE', 'CHAT', 'TASK', 'EMAIL'],
    follows: 'chain',
    inTopic: true,
    inApi: true,
  },
  CALLBACK: {
    startedBy: 'A flow created a callback; an agent accepts it and the customer is called.',
    channels: ['VOICE'],
    follows: 'chain',
    inTopic: true,
    inApi: true,
  },
  API: {
    startedBy: 'StartOutboundVoiceContact, StartChatContact, StartTaskContact or StartEmailContact was called.',
    channels: ['VOICE', 'CHAT', 'TASK', 'EMAIL'],
    follows: 'nothing',
    inTopic: true,
    inApi: true,
  },
  QUEUE_TRANSFER: {
    startedBy: 'A customer queue flow moved the waiting contact to another queue.',
    channels: ['VOICE', 'CHAT', 'TASK', 'EMAIL'],
    follows: 'chain',
    inTopic: true,
    inApi: true,
  },
  DISCONNECT: {
    startedBy: 'A contact ended while the customer remained, and a disconnect flow was set.',
    channels: ['VOICE', 'CHAT', 'TASK'],
    follows: 'chain',
    inTopic: true,
    inApi: true,
  },
  WEBRTC_API: {
    startedBy: 'A customer makes an in-app, web or video call from the communication widget.',
    channels: ['VOICE'],
    follows: 'nothing',
    inTopic: false,
    inApi: true,
  },
  EXTERNAL_OUTBOUND: {
    startedBy: 'An agent (by quick connect or number pad) or a flow block calls a third party.',
    channels: ['VOICE'],
    follows: 'chain',
    inTopic: false,
    inApi: true,
  },
  MONITOR: {
    startedBy: 'A supervisor listens to a contact or barges in.',
    channels: ['VOICE', 'CHAT'],
    follows: 'nothing',
    inTopic: false,
    inApi: true,
  },
  AGENT_REPLY: {
    startedBy: 'An agent replies to an email.',
    channels: ['EMAIL'],
    follows: 'related',
    inTopic: false,
    inApi: true,
  },
  FLOW: {
    startedBy: 'A Send message block sends an email.',
    channels: ['EMAIL'],
    follows: 'related',
    inTopic: false,
    inApi: true,
  },
  CAMPAIGN_PREVIEW: {
    startedBy: 'An outbound campaign shows an agent the customer before the call.',
    channels: ['VOICE'],
    follows: 'nothing',
    inTopic: false,
    inApi: false,
  },
  CALLBACK_CUSTOMER_FIRST_QUEUED: {
    startedBy: 'A flow created a callback on an instance that calls the customer first; it waits for its turn.',
    channels: ['VOICE'],
    follows: 'chain',
    inTopic: false,
    inApi: false,
  },
  CALLBACK_CUSTOMER_FIRST_DIALED: {
    startedBy: 'The turn of a customer-first callback came and the customer is called.',
    channels: ['VOICE'],
    follows: 'chain',
    inTopic: false,
    inApi: false,
  },
} as const satisfies Record<string, InitiationMethodFacts>;

export type KnownInitiationMethod = keyof typeof INITIATION_METHODS;

/**
 * How a contact started. An open set: AWS adds values, and records carry some that the API's enum lacks.
 *
 * The *method* QUEUE_TRANSFER and the *flow type* QUEUE_TRANSFER only share a name.
 */
export type InitiationMethod = KnownInitiationMethod | (string & {});

export const isKnownInitiationMethod = (method: string): method is KnownInitiationMethod =>
  Object.hasOwn(INITIATION_METHODS, method);

/** A method in the spelling of today: upper case, whatever case it came in; undefined for blank text. */
export const parseInitiationMethod = (text: unknown): InitiationMethod | undefined =>
  typeof text === 'string' && text.trim() !== '' ? text.trim().toUpperCase() : undefined;
