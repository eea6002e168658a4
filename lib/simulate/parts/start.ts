import { isDialable } from '../behaviors/telephony';
import type { Contact, Endpoint } from '../contact';
import type { Desk } from '../desk';
import type { Kernel, NewContact } from '../kernel';
import type { Start } from '../scenario';
import type { Story } from '../story';
import type { WorldFlow, WorldQueue } from '../world';
import { dial } from './calling';
import { chatExpiresLater } from './chats';
import { putOn } from './desks';
import { send } from './emails';
import { customerHangsUp } from './endings';
import { expiresLater } from './tasks';

const CALLER = '+15555550100';
const CENTRE = '+15555550199';
const WRITER = 'customer@example.com';
const MAILBOX = 'help@example.com';

const DAY_SECONDS = 24 * 3600;

/** The longest time that a task can be given. Source: set-disconnect-flow. */
const TASK_DAYS = 90;

const telephone = (number: string): Endpoint => ({ Address: number, Type: 'TELEPHONE_NUMBER' });
const mailbox = (address: string): Endpoint => ({ Address: address, Type: 'EMAIL_ADDRESS' });

const queueNamed = ({ world }: Kernel, reference: string): WorldQueue | undefined =>
  world.queue(reference) ?? world.queueNamed(reference);

const flowNamed = ({ world }: Kernel, reference: string): WorldFlow | undefined =>
  world.flow(reference) ?? world.flowNamed(reference);

const refuse = (kernel: Kernel, reason: string): null => {
  kernel.stop(reason);
  return null;
};

type WithFlow = Extract<Start, { readonly flow: string }>;
type ByApi = Extract<Start, { readonly method: 'API' }>;

/** Whom the contact is with, where there is an address. */
const endpointsOf = (start: WithFlow, channel: string): Pick<NewContact, 'customerEndpoint' | 'systemEndpoint'> => {
  const incoming = start.method !== 'API';
  const customer = incoming ? start.from : start.to;
  const system = incoming ? start.to : undefined;
  if (channel === 'VOICE')
    return { customerEndpoint: telephone(customer ?? CALLER), systemEndpoint: telephone(system ?? CENTRE) };
  if (channel === 'EMAIL')
    return { customerEndpoint: mailbox(customer ?? WRITER), systemEndpoint: mailbox(system ?? MAILBOX) };
  return {};
};

const requested = (kernel: Kernel, start: ByApi): Partial<NewContact> => ({
  queue: start.queue ? (queueNamed(kernel, start.queue) ?? null) : null,
  ...(start.attributes && { attributes: start.attributes }),
  ...(start.campaign !== undefined && { campaign: start.campaign }),
});

const channelOf = (start: WithFlow): Contact['channel'] =>
  start.method === 'WEBRTC_API' ? 'VOICE' : (start.channel ?? 'VOICE');

const limits = (kernel: Kernel, contact: Contact, start: ByApi): void => {
  const { expiresAfterSeconds, timeouts, ringTimeoutSeconds } = start;
  contact.story.chatTimeouts = timeouts ?? null;
  contact.story.ringTimeoutSeconds = ringTimeoutSeconds ?? null;
  if (contact.channel === 'CHAT') chatExpiresLater(kernel, contact, expiresAfterSeconds);
  if (contact.channel === 'TASK') expiresLater(kernel, contact, expiresAfterSeconds);
};

/** What the API would not start; null where nothing is wrong. */
const refusal = (kernel: Kernel, { channel, expiresAfterSeconds = 0, to = CALLER }: ByApi): string | null => {
  const days = expiresAfterSeconds / DAY_SECONDS;
  if (channel === 'TASK' && days > TASK_DAYS) return `A task lasts ${TASK_DAYS} days at most, not ${days}.`;
  if (channel !== 'VOICE' || isDialable(kernel, to)) return null;
  return `StartOutboundVoiceContact refuses to call ${to}, which is not among the numbers that may be called.`;
};

const startWithFlow = (kernel: Kernel, start: WithFlow, story: Story): Contact | null => {
  const flow = flowNamed(kernel, start.flow);
  if (!flow) return refuse(kernel, `There is no flow "${start.flow}" in this world.`);
  const channel = channelOf(start);
  const refused = start.method === 'API' ? refusal(kernel, start) : null;
  if (refused !== null) return refuse(kernel, refused);
  const contact = kernel.create({
    method: start.method,
    channel,
    story,
    entryPoint: { name: start.method === 'API' ? 'the API request' : 'the phone number', flow: flow.arn },
    ...endpointsOf(start, channel),
    ...(start.method === 'API' && requested(kernel, start)),
  });
  if (start.method === 'API') limits(kernel, contact, start);
  if (contact.journey.calls === 'before the entry flow')
    kernel.callCustomer(contact, () => kernel.runEntryFlow(contact));
  else kernel.runEntryFlow(contact);
  return contact;
};

type Outbound = Extract<Start, { readonly method: 'OUTBOUND' }>;

const startOutbound = (kernel: Kernel, start: Outbound, story: Story): Contact | null => {
  const desk = kernel.desks.get(start.agent);
  const wanted = start.queue ?? kernel.world.agentNamed(start.agent)?.outboundQueue;
  if (wanted === undefined) return refuse(kernel, `Agent "${start.agent}" has no outbound queue: name one.`);
  const queue = queueNamed(kernel, wanted);
  if (!queue) return refuse(kernel, `There is no queue "${wanted}" in this world.`);
  if (!desk) return refuse(kernel, `Agent "${start.agent}" is not at work in this scenario.`);
  return start.channel === 'EMAIL'
    ? writeEmail(kernel, start, { queue, story })
    : callOut(kernel, start, { queue, story, desk });
};

interface Outgoing {
  readonly queue: WorldQueue;
  readonly story: Story;
}

const writeEmail = (kernel: Kernel, { to, agent }: Outbound, { queue, story }: Outgoing): Contact => {
  const customerEndpoint = mailbox(to ?? WRITER);
  const email = send(
    kernel,
    { method: 'OUTBOUND', story, queue, customerEndpoint, systemEndpoint: mailbox(MAILBOX) },
    'AGENT_DISCONNECT',
  );
  kernel.note(email, 'does', `writes an email to ${customerEndpoint.Address}`, { who: agent });
  return email;
};

/** The agent dials; the outbound whisper of the queue runs, up to its first prompt before anybody has picked up. */
const callOut = (kernel: Kernel, { to }: Outbound, outgoing: Outgoing & { readonly desk: Desk }): Contact => {
  const { queue, story, desk } = outgoing;
  const customerEndpoint = telephone(to ?? CALLER);
  const systemEndpoint = telephone(CENTRE);
  const contact = kernel.create({
    method: 'OUTBOUND',
    channel: 'VOICE',
    story,
    queue,
    customerEndpoint,
    systemEndpoint,
  });
  putOn(desk, contact, 'connected');
  contact.parties.set('AGENT', { name: desk.agent.name, agent: desk.agent });
  kernel.note(contact, 'does', `dials ${customerEndpoint.Address}`, { who: desk.agent.name });
  dial(kernel, contact);
  return contact;
};

type Preview = Extract<Start, { readonly method: 'CAMPAIGN_PREVIEW' }>;

/** The customer of a campaign waits for an agent who looks at the record first. */
const startPreview = (kernel: Kernel, start: Preview, story: Story): Contact | null => {
  const queue = queueNamed(kernel, start.queue);
  if (!queue) return refuse(kernel, `There is no queue "${start.queue}" in this world.`);
  story.previewSeconds = start.previewSeconds ?? null;
  const contact = kernel.create({
    method: 'CAMPAIGN_PREVIEW',
    channel: 'VOICE',
    story,
    queue,
    campaign: start.campaign ?? 'campaign',
    customerEndpoint: telephone(start.to ?? CALLER),
    systemEndpoint: telephone(CENTRE),
    ...(start.attributes && { attributes: start.attributes }),
  });
  kernel.enqueue(contact);
  return contact;
};

/** Starts a contact; null (and the run stops) where what it names is not there. */
export const startContact = (kernel: Kernel, start: Start, story: Story): Contact | null => {
  if (Number.isFinite(story.hangsUpAfterSeconds))
    kernel.clock.after(story.hangsUpAfterSeconds * 1000, () => customerHangsUp(kernel, story));
  switch (start.method) {
    case 'OUTBOUND':
      return startOutbound(kernel, start, story);
    case 'CAMPAIGN_PREVIEW':
      return startPreview(kernel, start, story);
    default:
      return startWithFlow(kernel, start, story);
  }
};
