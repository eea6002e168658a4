import type { Assumptions } from '../../journey';
import type { Channel } from '../../language';
import type { Contact, Endpoint } from '../contact';
import type { SimulationResult } from '../simulation';
import type { World } from '../world';
import { agentRecord } from './agent-record';
import type { ContactRecord, QueueRecord } from './contact-record';
import { disconnectReason } from './disconnect-reason';
import { completedAt } from './facts';
import { segmentAttributesOf } from './segment-attributes';
import { secondsBetween, wholeSecond, wholeSecondOrNull } from './timestamps';

export interface RecordOptions {
  /** Also gives contacts that go on when the run ends; Connect writes the record when the contact is over. @default false */
  readonly unfinished?: boolean;
}

const FORMAT_VERSION = '2017-03-10';

const MEDIA: Readonly<Partial<Record<Channel, string>>> = { VOICE: 'AUDIO', CHAT: 'CHAT' };

/** The methods with which somebody is called although their journey begins with an agent or a flow on another contact. */
const CALLS_OUT = new Set<string>(['EXTERNAL_OUTBOUND']);

const isCalled = ({ journey, method }: Contact): boolean => journey.calls !== undefined || CALLS_OUT.has(method);

/** Who is called is connected on answering; everybody else from the start, legs of a chain included. */
const connectedToSystem = (contact: Contact): number | null => {
  // It has no customer; its page gives the time at which its creation flow began.
  if (contact.method === 'CALLBACK_CUSTOMER_FIRST_QUEUED') return contact.runs[0]?.start ?? null;
  return isCalled(contact) ? contact.connectedToSystem : (contact.connectedToSystem ?? contact.initiated);
};

const WITH_QUEUE_AND_NO_WAIT = new Set<string>(['OUTBOUND', 'CAMPAIGN_PREVIEW']);

const secondsInQueue = ({ enqueued, dequeued }: Contact): number =>
  enqueued === null || dequeued === null ? 0 : secondsBetween(enqueued, dequeued);

const totalSeconds = (contact: Contact): Pick<QueueRecord, 'CallbackTotalQueueDuration'> => {
  const { method, previous } = contact;
  if (method !== 'CALLBACK_CUSTOMER_FIRST_DIALED' || previous === null) return {};
  return { CallbackTotalQueueDuration: secondsInQueue(previous) + secondsInQueue(contact) };
};

const queueRecord = (contact: Contact, assumed: Partial<Assumptions>): QueueRecord | null => {
  const { queue, method, initiated, enqueued, dequeued } = contact;
  if (queue === null || (enqueued === null && !WITH_QUEUE_AND_NO_WAIT.has(method))) return null;
  const withDelay = method === 'CALLBACK' && assumed.callbackQueueDuration === 'withDelay';
  return {
    ARN: queue.arn,
    Name: queue.agent === undefined ? queue.name : null,
    EnqueueTimestamp: wholeSecondOrNull(enqueued),
    DequeueTimestamp: wholeSecondOrNull(dequeued),
    Duration: withDelay && dequeued !== null ? secondsBetween(initiated, dequeued) : secondsInQueue(contact),
    ...totalSeconds(contact),
  };
};

/** The third party of a contact, whose name is the number that was called. */
const thirdParty = (contact: Contact | null): Endpoint | null => {
  const party = contact?.method === 'EXTERNAL_OUTBOUND' ? contact.parties.get('DESTINATION_AGENT') : undefined;
  return party ? { Address: party.name, Type: 'TELEPHONE_NUMBER' } : null;
};

const customerEndpoint = (contact: Contact): Endpoint | null => {
  const number = contact.method === 'CALLBACK' ? contact.callbackNumber : null;
  if (number !== null) return { Address: number, Type: 'TELEPHONE_NUMBER' };
  return thirdParty(contact) ?? contact.customerEndpoint;
};

/** Not filled for these (API_DescribeContact); for callbacks the record page names the caller ID instead. */
const WITHOUT_SYSTEM_ENDPOINT = new Set<string>(['MONITOR', 'QUEUE_TRANSFER']);

/** Calls that go out show the caller ID of their queue, where it has one. */
const SHOWS_CALLER_ID = new Set<string>(['OUTBOUND', 'EXTERNAL_OUTBOUND', 'CALLBACK_CUSTOMER_FIRST_DIALED']);

const systemEndpoint = ({ method, queue, systemEndpoint: endpoint }: Contact): Endpoint | null => {
  if (WITHOUT_SYSTEM_ENDPOINT.has(method)) return null;
  const callerId = SHOWS_CALLER_ID.has(method) ? queue?.outboundCallerId : undefined;
  return callerId === undefined ? endpoint : { Address: callerId, Type: 'TELEPHONE_NUMBER' };
};

const references = (contact: Contact): ContactRecord['References'] =>
  [...(contact.settings?.references ?? [])].map(([Name, { Type, Value }]) => ({ Name, Type, Value }));

/** A cold transfer: the agent was gone before the next one joined. */
const transferCompleted = ({ next, disconnected, disconnectReason: reason }: Contact): number | null => {
  if (next?.method !== 'TRANSFER' || disconnected === null || reason !== 'AGENT_DISCONNECT') return null;
  return next.connectedToAgent === null || next.connectedToAgent > disconnected ? disconnected : null;
};

/** The tags of a contact, with those that AWS adds. */
export const tagsOf = (contact: Contact, { instanceArn }: World): Readonly<Record<string, string>> => ({
  'aws:connect:instanceId': instanceArn.slice(instanceArn.lastIndexOf('/') + 1),
  ...(contact.systemEndpoint && { 'aws:connect:systemEndpoint': contact.systemEndpoint.Address }),
  ...Object.fromEntries(contact.tags ?? []),
});

/** The contact from which a thread of emails began. */
const threadOf = (contact: Contact): Contact => {
  let root = contact;
  for (let link: Contact | null = contact; link !== null; link = link.related ?? link.previous) root = link;
  return root;
};

const lastUpdate = (contact: Contact): number => {
  const { initiated, enqueued, dequeued, connectedToAgent, disconnected } = contact;
  const moments = [enqueued, dequeued, connectedToAgent, disconnected, completedAt(contact)];
  return Math.max(initiated, ...moments.filter((moment) => moment !== null));
};

type Identity = Pick<
  ContactRecord,
  'ContactId' | 'InitialContactId' | 'PreviousContactId' | 'NextContactId' | 'RelatedContactId' | 'ContactAssociationId'
>;

const links = (contact: Contact): Identity => ({
  ContactId: contact.id,
  InitialContactId: contact.initial?.id ?? null,
  PreviousContactId: contact.previous?.id ?? null,
  NextContactId: contact.next?.id ?? null,
  RelatedContactId: contact.related?.id ?? null,
  ContactAssociationId: contact.channel === 'EMAIL' ? threadOf(contact).id : null,
});

type Times = Pick<
  ContactRecord,
  | 'InitiationTimestamp'
  | 'ConnectedToSystemTimestamp'
  | 'DisconnectTimestamp'
  | 'LastUpdateTimestamp'
  | 'TransferCompletedTimestamp'
>;

const times = (contact: Contact): Times => ({
  InitiationTimestamp: wholeSecond(contact.initiated),
  ConnectedToSystemTimestamp: wholeSecondOrNull(connectedToSystem(contact)),
  DisconnectTimestamp: wholeSecondOrNull(contact.disconnected),
  LastUpdateTimestamp: wholeSecond(lastUpdate(contact)),
  TransferCompletedTimestamp: wholeSecondOrNull(transferCompleted(contact)),
});

const DETECTED = {
  CallAnswered: 'HUMAN_ANSWERED',
  VoicemailBeep: 'VOICEMAIL_BEEP',
  VoicemailNoBeep: 'VOICEMAIL_NO_BEEP',
  NotDetected: 'AMD_UNRESOLVED',
} as const;

/** What answering machine detection found, where it listens; null while it rings. */
const detectionStatus = (
  contact: Contact,
  { callProgress }: World,
): ContactRecord['AnsweringMachineDetectionStatus'] => {
  const { journey, campaign, method, connectedToSystem: answered, disconnected } = contact;
  const listens = journey.detectsMachines === true || (campaign !== null && method === 'API');
  if (!listens) return null;
  if (answered === null) return disconnected === null ? null : 'AMD_UNANSWERED';
  return DETECTED[callProgress ?? 'CallAnswered'];
};

/** What the simulation has nothing to say about. */
const UNKNOWN = {
  Campaign: null,
  ContactDetails: {},
  ContactLens: null,
  CustomerVoiceActivity: null,
  Recording: null,
  Recordings: null,
  ScheduledTimestamp: null,
} as const;

const contactRecord = (contact: Contact, world: World, assumed: Partial<Assumptions>): ContactRecord => {
  const media = MEDIA[contact.channel];
  return {
    AWSAccountId: world.instanceArn.split(':')[4] ?? '',
    AWSContactTraceRecordFormatVersion: FORMAT_VERSION,
    InstanceARN: world.instanceArn,
    ...links(contact),
    ...times(contact),
    Channel: contact.channel,
    InitiationMethod: contact.method,
    DisconnectReason: disconnectReason(contact),
    Queue: queueRecord(contact, assumed),
    Agent: agentRecord(contact),
    AgentConnectionAttempts: contact.offers.length,
    AnsweringMachineDetectionStatus: detectionStatus(contact, world),
    Attributes: Object.fromEntries(contact.attributes),
    CustomerEndpoint: customerEndpoint(contact),
    CustomerId: contact.data.get('CustomerId') ?? null,
    SystemEndpoint: systemEndpoint(contact),
    TransferredToEndpoint: thirdParty(contact.next),
    MediaStreams: media === undefined ? [] : [{ Type: media }],
    References: references(contact),
    SegmentAttributes: segmentAttributesOf(contact),
    Tags: tagsOf(contact, world),
    ...UNKNOWN,
  };
};

/** The contact records of a run, in the order in which the contacts started. */
export const contactRecords = (
  result: SimulationResult,
  world: World,
  { unfinished = false }: RecordOptions = {},
): readonly ContactRecord[] => {
  const contacts = result.contacts.filter((contact) => unfinished || completedAt(contact) !== null);
  return contacts.map((contact) => contactRecord(contact, world, result.assumptions));
};
