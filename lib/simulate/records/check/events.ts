import type { ContactEvent, ContactEventDetail, ContactEventType } from '../contact-event';
import type { ContactRecord } from '../contact-record';
import { type Examined, eachRecord, type RecordCheck } from './run-records';

const later = (ended: string | null, cleared: string | null): string | null =>
  ended !== null && cleared !== null && cleared > ended ? cleared : ended;

/** Events of which a record holds no moment. */
type Recurring = 'CONTACT_DATA_UPDATED' | 'PAUSED' | 'RESUMED';

/** The moment of a record that an event announces. */
const MOMENTS: Readonly<
  Record<Exclude<ContactEventType, Recurring>, (record: ContactRecord) => string | null | undefined>
> = {
  INITIATED: (record) => record.InitiationTimestamp,
  CONNECTED_TO_SYSTEM: (record) => record.ConnectedToSystemTimestamp,
  QUEUED: (record) => record.Queue?.EnqueueTimestamp,
  CONNECTED_TO_AGENT: (record) => record.Agent?.ConnectedToAgentTimestamp,
  DISCONNECTED: (record) => record.DisconnectTimestamp,
  COMPLETED: ({ Agent, DisconnectTimestamp: ended }) => later(ended, Agent?.AfterContactWorkEndTimestamp ?? null),
};

const ANNOUNCED = Object.keys(MOMENTS) as readonly (keyof typeof MOMENTS)[];

/** Calls that come in are connected without an event. */
const SOMETIMES: ReadonlySet<string> = new Set(['CONNECTED_TO_SYSTEM', 'COMPLETED']);

const announced = (record: ContactRecord, { eventsOf }: Examined): readonly (string | false)[] => {
  const { ContactId: id } = record;
  const events = eventsOf.get(id) ?? [];
  return ANNOUNCED.flatMap((type) => {
    const at = MOMENTS[type](record) ?? null;
    const told = events.filter(({ detail }) => detail.eventType === type);
    return [
      told.length > 1 && `${id} has ${told.length} events ${type}.`,
      told.length === 0 && at !== null && !SOMETIMES.has(type) && `${id} has no event ${type}, and a record of ${at}.`,
      ...told.map(({ time }) => time !== at && `${id} has an event ${type} at ${time}, and a record of ${at}.`),
    ];
  });
};

/** DISCONNECTED comes after everything but COMPLETED, and INITIATED before everything. */
const sequence = ({ ContactId: id }: ContactRecord, { eventsOf }: Examined): readonly (string | false)[] => {
  const types = (eventsOf.get(id) ?? []).map(({ detail }) => detail.eventType);
  const [end, completed] = [types.indexOf('DISCONNECTED'), types.indexOf('COMPLETED')];
  const rest = end < 0 ? [] : types.slice(end + 1).filter((type) => type !== 'COMPLETED');
  return [
    types.length > 0 && types[0] !== 'INITIATED' && `${id} begins with the event ${types[0]}.`,
    rest.length > 0 && `${id} has an event ${rest[0]} after it was disconnected.`,
    completed >= 0 && completed < Math.max(end, 0) && `${id} was completed before it was disconnected.`,
    completed >= 0 && end < 0 && `${id} was completed and never disconnected.`,
  ];
};

/** A task is paused, goes on, is paused again …, and an agent's record counts the time. */
const pauses = ({ ContactId: id, Agent }: ContactRecord, { eventsOf }: Examined): readonly (string | false)[] => {
  const types = (eventsOf.get(id) ?? []).map(({ detail }) => detail.eventType);
  const turns = types.filter((type) => type === 'PAUSED' || type === 'RESUMED');
  const wrong = turns.findIndex((type, i) => type !== (i % 2 === 0 ? 'PAUSED' : 'RESUMED'));
  return [
    wrong >= 0 && `${id} has the event ${turns[wrong]} as number ${wrong + 1} of its pauses.`,
    Agent !== null &&
      turns.length === 0 &&
      Agent.AgentPauseDuration !== null &&
      `${id} counts ${Agent.AgentPauseDuration} s of pauses and was never paused.`,
  ];
};

const hasRecord: RecordCheck = ({ events, byId }) =>
  events.flatMap(({ detail: { contactId, eventType } }) =>
    byId.has(contactId) ? [] : [`An event ${eventType} tells of ${contactId}, of which there is no record.`],
  );

const inOrder: RecordCheck = ({ events }) =>
  events.flatMap(({ time, detail }, i) => {
    const before = events[i - 1];
    const late = before !== undefined && time < before.time;
    return late ? [`The event ${detail.eventType} of ${detail.contactId} stands after a later one.`] : [];
  });

type Same = readonly [name: string, inEvent: unknown, inRecord: unknown];

const shared = (detail: ContactEventDetail, record: ContactRecord): readonly Same[] => [
  ['channel', detail.channel, record.Channel],
  ['method', detail.initiationMethod, record.InitiationMethod],
  ['instance', detail.instanceArn, record.InstanceARN],
  ['previous contact', detail.previousContactId ?? null, record.PreviousContactId],
  ['initial contact', detail.initialContactId ?? null, record.InitialContactId],
  ['related contact', detail.relatedContactId ?? null, record.RelatedContactId],
];

/** What an event adds as the contact goes on must be in the record in the end. */
const added = ({ queueInfo, agentInfo }: ContactEventDetail, record: ContactRecord): readonly Same[] => [
  ...(queueInfo ? ([['queue', queueInfo.queueArn, record.Queue?.ARN]] as const) : []),
  ...(agentInfo ? ([['agent', agentInfo.agentArn, record.Agent?.ARN]] as const) : []),
];

const disagreements = ({ detail }: ContactEvent, { byId }: Examined): readonly string[] => {
  const record = byId.get(detail.contactId);
  if (record === undefined) return [];
  return [...shared(detail, record), ...added(detail, record)]
    .filter(([, inEvent, inRecord]) => inEvent !== inRecord)
    .map(
      ([name, inEvent, inRecord]) =>
        `${detail.contactId} has the ${name} ${inEvent} in its event ${detail.eventType}, and ${inRecord} in its record.`,
    );
};

const agree: RecordCheck = (run) => run.events.flatMap((event) => disagreements(event, run));

/** Outbound calls are told without their queue; a contact that is queued or connected is told with where it is. */
const infos: RecordCheck = ({ events }) =>
  events.flatMap(({ detail: { contactId: id, eventType, initiationMethod, queueInfo, agentInfo } }) =>
    [
      initiationMethod === 'OUTBOUND' && queueInfo && `${id} is OUTBOUND, and its event ${eventType} names a queue.`,
      eventType === 'QUEUED' && !queueInfo && `${id} is queued by an event that names no queue.`,
      eventType === 'CONNECTED_TO_AGENT' && !agentInfo && `${id} is connected by an event that names no agent.`,
    ].filter((problem) => typeof problem === 'string'),
  );

export const EVENT_CHECKS: readonly RecordCheck[] = [
  hasRecord,
  inOrder,
  ...[announced, sequence, pauses].map(eachRecord),
  agree,
  infos,
];
