import type { JourneyVariant } from '../../journey';
import { type FlowScope, LIMITS } from '../../language';
import { type Contact, chainIsFull } from '../contact';
import type { Kernel } from '../kernel';
import { closeSegment } from './endings';
import { followUpOf } from './next-contacts';
import { legEnds } from './transfers';

interface ApiTransfer {
  readonly flow: string;
  readonly to?: string;
}

const CHANNELS: readonly string[] = ['TASK', 'EMAIL'];

const VARIANTS: Readonly<Partial<Record<FlowScope, JourneyVariant>>> = {
  CONTACT_FLOW: 'queue',
  QUEUE_TRANSFER: 'queue',
  AGENT_TRANSFER: 'agent',
};

/** Where the request has the contact go, by agent or queue. */
const targetOf = ({ world }: Kernel, { queue }: Contact, to = '') => ({
  targetAgent: world.agent(to) ?? world.agentNamed(to) ?? null,
  queue: world.queue(to) ?? world.queueNamed(to) ?? queue,
});

/** Tasks and emails go wherever the flow of the request takes them. Source: API_TransferContact. */
export const transferByApi = (kernel: Kernel, contact: Contact, { flow: reference, to }: ApiTransfer): void => {
  const { world } = kernel;
  if (!CHANNELS.includes(contact.channel))
    return kernel.stop(`TransferContact takes tasks and emails only, no ${contact.channel} contact.`);
  const flow = world.flow(reference) ?? world.flowNamed(reference);
  if (!flow) return kernel.stop(`There is no flow "${reference}" in this world.`);
  const variant = VARIANTS[flow.type];
  if (variant === undefined) return kernel.stop(`TransferContact takes no ${flow.type} flow.`);
  if (chainIsFull(contact))
    return kernel.note(contact, 'contact', `is not transferred: a chain holds ${LIMITS.contactChain} contacts`);
  kernel.note(contact, 'contact', 'is transferred by the API');
  const quickConnect = { name: 'the API request', flow: flow.arn };
  const leg = kernel.create({
    ...followUpOf(contact),
    ...targetOf(kernel, contact, to),
    method: 'TRANSFER',
    variant,
    quickConnect,
  });
  closeSegment(kernel, contact, 'OTHER');
  kernel.play(leg, 'TRANSFER_STARTED', (end) => (end === 'queued' ? kernel.enqueue(leg) : legEnds(kernel, leg)));
};
