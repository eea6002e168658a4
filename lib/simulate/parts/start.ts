import type { Contact, Endpoint } from '../contact';
import type { Kernel } from '../kernel';
import type { Start } from '../scenario';
import type { Story } from '../story';
import type { WorldFlow, WorldQueue } from '../world';
import { customerHangsUp } from './endings';

const CALLER = '+15555550100';
const CENTRE = '+15555550199';

const telephone = (number: string): Endpoint => ({ Address: number, Type: 'TELEPHONE_NUMBER' });

const flowNamed = (kernel: Kernel, reference: string): WorldFlow | undefined =>
  kernel.world.flow(reference) ?? kernel.world.world.flows.find(({ name }) => name === reference);

const queueNamed = (kernel: Kernel, reference: string): WorldQueue | undefined =>
  kernel.world.queue(reference) ?? kernel.world.world.queues.find(({ name }) => name === reference);

const refuse = (kernel: Kernel, reason: string): null => {
  kernel.stop(reason);
  return null;
};

const runEntryFlow = (kernel: Kernel, contact: Contact): void => {
  contact.connectedToSystem = kernel.clock.now;
  kernel.play(contact, 'CONNECTED', (end) => {
    if (end === 'queued') kernel.enqueue(contact);
    else kernel.end(contact, 'CONTACT_FLOW_DISCONNECT');
  });
};

const startWithFlow = (kernel: Kernel, start: Exclude<Start, { method: 'OUTBOUND' }>, story: Story): Contact | null => {
  const flow = flowNamed(kernel, start.flow);
  if (!flow) return refuse(kernel, `There is no flow "${start.flow}" in this world.`);
  const channel = start.method === 'API' ? start.channel : 'VOICE';
  const customer = start.method === 'API' ? (start.to ?? CALLER) : (start.from ?? CALLER);
  const queue = start.method === 'API' && start.queue ? queueNamed(kernel, start.queue) : undefined;
  const contact = kernel.create({
    method: start.method,
    channel,
    story,
    queue: queue ?? null,
    entryPoint: { name: start.method === 'API' ? 'the API request' : 'the phone number', flow: flow.arn },
    ...(channel === 'VOICE' && {
      customerEndpoint: telephone(customer),
      systemEndpoint: telephone((start.method !== 'API' && start.to) || CENTRE),
    }),
    ...(start.method === 'API' && start.attributes && { attributes: start.attributes }),
  });
  if (contact.journey.calls === 'before the entry flow')
    kernel.callCustomer(contact, () => runEntryFlow(kernel, contact));
  else runEntryFlow(kernel, contact);
  return contact;
};

/** The agent dials; the outbound whisper of the queue runs, up to its first prompt before anybody has picked up. */
const startOutbound = (kernel: Kernel, start: Extract<Start, { method: 'OUTBOUND' }>, story: Story): Contact | null => {
  const queue = queueNamed(kernel, start.queue);
  const desk = kernel.desks.get(start.agent);
  if (!queue) return refuse(kernel, `There is no queue "${start.queue}" in this world.`);
  if (!desk) return refuse(kernel, `Agent "${start.agent}" is not at work in this scenario.`);
  desk.state = 'busy';
  const customerEndpoint = telephone(start.to ?? CALLER);
  const contact = kernel.create({
    method: 'OUTBOUND',
    channel: 'VOICE',
    story,
    queue,
    customerEndpoint,
    systemEndpoint: telephone(CENTRE),
  });
  desk.contact = contact;
  contact.parties.set('AGENT', { name: desk.agent.name, agent: desk.agent });
  kernel.note(contact, 'does', `dials ${customerEndpoint.Address}`, { who: desk.agent.name });
  const connected = () => kernel.play(contact, 'ANSWERED', () => kernel.connect(contact));
  kernel.play(contact, 'DIALLING', (end) => {
    if (end === 'disconnect') return kernel.end(contact, 'CONTACT_FLOW_DISCONNECT');
    if (contact.connectedToSystem === null) kernel.callCustomer(contact, connected);
    else connected();
  });
  return contact;
};

/** Starts a contact; null (and the run stops) where what it names is not there. */
export const startContact = (kernel: Kernel, start: Start, story: Story): Contact | null => {
  if (Number.isFinite(story.hangsUpAfterSeconds))
    kernel.clock.after(story.hangsUpAfterSeconds * 1000, () => customerHangsUp(kernel, story));
  return start.method === 'OUTBOUND' ? startOutbound(kernel, start, story) : startWithFlow(kernel, start, story);
};
