import type { Contact, Spell } from '../contact';
import type { World } from '../world';
import type { ContactEventDetail, ContactEventType } from './contact-event';
import { tagsOf } from './contact-records';
import { afterContactWorkOf, holdsOf } from './facts';
import { segmentAttributesOf } from './segment-attributes';
import { exact, secondsBetween, wholeSecond } from './timestamps';

/** One thing to tell of a contact. */
export interface Happening {
  readonly contact: Contact;
  readonly eventType: ContactEventType;
  readonly at: number;
  readonly updatedProperties?: readonly string[];
}

/** Whether it had happened by then. */
const by = (moment: number | null, at: number): moment is number => moment !== null && moment <= at;

type QueueInfo = NonNullable<ContactEventDetail['queueInfo']>;
type AgentInfo = NonNullable<ContactEventDetail['agentInfo']>;

/** Events of outbound calls carry no queue (contact-events). */
const queueInfo = ({ contact, at }: Happening): QueueInfo | null => {
  const { queue, enqueued, method } = contact;
  if (queue === null || method === 'OUTBOUND' || !by(enqueued, at)) return null;
  return {
    queueArn: queue.arn,
    queueType: queue.agent === undefined ? 'STANDARD' : 'AGENT',
    enqueueTimestamp: exact(enqueued),
  };
};

const workInfo = (work: Spell | null): Partial<AgentInfo> =>
  work === null || work.end === null
    ? {}
    : {
        afterContactWorkStartTimestamp: exact(work.start),
        afterContactWorkEndTimestamp: exact(work.end),
        afterContactWorkDuration: secondsBetween(work.start, work.end),
      };

const heldSeconds = (contact: Contact, at: number): number =>
  Math.floor(holdsOf(contact).reduce((sum, { start, end }) => sum + ((end ?? at) - start), 0) / 1000);

const previewInfo = ({ preview }: Contact): Partial<AgentInfo> =>
  preview === null || preview.end === null
    ? {}
    : { acceptedByAgentTimestamp: wholeSecond(preview.start), previewEndTimestamp: wholeSecond(preview.end) };

const agentInfo = ({ contact, at, eventType }: Happening): AgentInfo | null => {
  const agent = contact.agent;
  const { connectedToAgent } = contact;
  if (agent === null || !by(connectedToAgent, at)) return null;
  return {
    agentArn: agent.arn,
    connectedToAgentTimestamp: exact(connectedToAgent),
    ...previewInfo(contact),
    ...(by(contact.disconnected, at) && { agentInitiatedHoldDuration: heldSeconds(contact, at) }),
    ...(eventType === 'COMPLETED' && workInfo(afterContactWorkOf(contact))),
  };
};

type Links = Pick<ContactEventDetail, 'initialContactId' | 'previousContactId' | 'relatedContactId'>;

const links = ({ initial, previous, related }: Contact): Links => {
  return {
    ...(initial && { initialContactId: initial.id }),
    ...(previous && { previousContactId: previous.id }),
    ...(related && { relatedContactId: related.id }),
  };
};

/** The contact as it was at that time; tags, of which no history is kept, as they are at the end. */
export const eventDetail = (happening: Happening, world: World): ContactEventDetail => {
  const { contact, eventType, at, updatedProperties } = happening;
  const queue = queueInfo(happening);
  const agent = agentInfo(happening);
  const customerId = contact.data.get('CustomerId');
  return {
    eventType,
    contactId: contact.id,
    ...links(contact),
    channel: contact.channel,
    instanceArn: world.instanceArn,
    initiationMethod: contact.method,
    ...(updatedProperties && { updatedProperties }),
    ...(queue && { queueInfo: queue }),
    ...(agent && { agentInfo: agent }),
    initiationTimestamp: exact(contact.initiated),
    ...(by(contact.connectedToSystem, at) && { connectedToSystemTimestamp: exact(contact.connectedToSystem) }),
    ...(by(contact.disconnected, at) && { disconnectTimestamp: exact(contact.disconnected) }),
    ...(customerId !== undefined && { customerId }),
    segmentAttributes: segmentAttributesOf(contact),
    tags: tagsOf(contact, world),
  };
};
