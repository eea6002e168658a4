import type { ContactEventDetail, ContactEventType } from './contact-event';
import { tagsOf } from './contact-records';
import type { RunFacts, Spell, TrackedContact } from './facts';
import { segmentAttributesOf } from './segment-attributes';
import { exact, secondsBetween } from './timestamps';

/** One thing to tell of a contact. */
export interface Happening {
  readonly contact: TrackedContact;
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

const heldSeconds = (contact: TrackedContact, facts: RunFacts, at: number): number =>
  Math.floor(facts.holds(contact).reduce((sum, { start, end }) => sum + ((end ?? at) - start), 0) / 1000);

const agentInfo = ({ contact, at, eventType }: Happening, facts: RunFacts): AgentInfo | null => {
  const agent = facts.agent(contact);
  const { connectedToAgent } = contact;
  if (agent === null || !by(connectedToAgent, at)) return null;
  return {
    agentArn: agent.arn,
    connectedToAgentTimestamp: exact(connectedToAgent),
    ...(by(contact.disconnected, at) && { agentInitiatedHoldDuration: heldSeconds(contact, facts, at) }),
    ...(eventType === 'COMPLETED' && workInfo(facts.afterContactWork(contact))),
  };
};

type Links = Pick<ContactEventDetail, 'initialContactId' | 'previousContactId' | 'relatedContactId'>;

const links = (contact: TrackedContact, facts: RunFacts): Links => {
  const [initial, previous, related] = [facts.initial(contact), facts.previous(contact), facts.related(contact)];
  return {
    ...(initial && { initialContactId: initial.id }),
    ...(previous && { previousContactId: previous.id }),
    ...(related && { relatedContactId: related.id }),
  };
};

/** The contact as it was at that time; tags, of which no history is kept, as they are at the end. */
export const eventDetail = (happening: Happening, facts: RunFacts): ContactEventDetail => {
  const { contact, eventType, at, updatedProperties } = happening;
  const queue = queueInfo(happening);
  const agent = agentInfo(happening, facts);
  const customerId = contact.data.get('CustomerId');
  return {
    eventType,
    contactId: contact.id,
    ...links(contact, facts),
    channel: contact.channel,
    instanceArn: facts.world.instanceArn,
    initiationMethod: contact.method,
    ...(updatedProperties && { updatedProperties }),
    ...(queue && { queueInfo: queue }),
    ...(agent && { agentInfo: agent }),
    initiationTimestamp: exact(contact.initiated),
    ...(by(contact.connectedToSystem, at) && { connectedToSystemTimestamp: exact(contact.connectedToSystem) }),
    ...(by(contact.disconnected, at) && { disconnectTimestamp: exact(contact.disconnected) }),
    ...(customerId !== undefined && { customerId }),
    segmentAttributes: segmentAttributesOf(contact),
    tags: tagsOf(contact, facts.world),
  };
};
