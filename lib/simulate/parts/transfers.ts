import { PARTIES_ON_A_CALL } from '../../journey';
import { LIMITS } from '../../language';
import { agentOf, type Contact, chainIsFull } from '../contact';
import { workOn } from '../desk';
import type { Kernel, NewContact } from '../kernel';
import type { WorldAgent, WorldQuickConnect } from '../world';
import { runsAgentFlow } from './agent-flows';
import { freeSourceAgent, putOn } from './desks';
import { closeSegment } from './endings';
import { followUpOf } from './next-contacts';

type Transferring = WorldQuickConnect & { readonly kind: Exclude<WorldQuickConnect['kind'], 'FLOW'> };

const transfers = (quickConnect: WorldQuickConnect): quickConnect is Transferring => quickConnect.kind !== 'FLOW';

const legOf = (kernel: Kernel, contact: Contact, quickConnect: Transferring): NewContact => {
  const common = { ...followUpOf(contact), quickConnect: { name: quickConnect.name, flow: quickConnect.flow } };
  const { target } = quickConnect;
  switch (quickConnect.kind) {
    case 'USER':
      return { ...common, method: 'TRANSFER', variant: 'agent', targetAgent: kernel.world.agent(target) ?? null };
    case 'QUEUE':
      return { ...common, method: 'TRANSFER', variant: 'queue', queue: kernel.world.queue(target) ?? null };
    case 'PHONE_NUMBER':
      return { ...common, method: 'EXTERNAL_OUTBOUND', queue: contact.queue };
  }
};

/** The people on the call of a contact, third parties included. */
export const peopleOn = ({ story }: Contact): ReadonlySet<string> =>
  new Set(
    story.contacts
      .filter(({ state }) => state === 'connected')
      .flatMap(({ parties }) => [...parties.values()].map(({ name }) => name)),
  );

/** How many a call of this instance holds. */
export const roomOn = ({ world: { world } }: Kernel): number =>
  world.multiParty ? PARTIES_ON_A_CALL.multiParty : PARTIES_ON_A_CALL.standard;

/** Who transfers: the agent on the contact, or the one who brought the third party in. */
const transferrer = (contact: Contact): WorldAgent | undefined =>
  agentOf(contact) ?? contact.parties.get('SOURCE_AGENT')?.agent;

const transferring = (contact: Contact): string | null => transferrer(contact)?.name ?? null;

/** The agent on a contact uses a quick connect: a contact of its own begins, and the customer of a call is put on hold. */
export const startTransfer = (kernel: Kernel, contact: Contact, name: string): void => {
  const quickConnect = kernel.world.world.quickConnects.find((each) => each.name === name);
  if (!quickConnect) return kernel.stop(`There is no quick connect "${name}" in this world.`);
  if (!transfers(quickConnect))
    return kernel.stop(`Quick connect "${name}" is a flow to be sent; it transfers nothing.`);
  if (quickConnect.kind === 'PHONE_NUMBER' && contact.channel !== 'VOICE')
    return kernel.stop(
      `Quick connect "${name}" calls a phone number; a ${contact.channel} contact cannot be transferred there.`,
    );
  if (transferrer(contact) === undefined)
    return kernel.stop(`No agent is on the contact any more, so nobody can use quick connect "${name}".`);
  const why = whyNot(kernel, contact);
  if (why !== null) return refuse(kernel, contact, name, why);
  kernel.note(contact, 'does', `transfers with quick connect "${name}"`, { who: transferring(contact) });
  const leg = kernel.create(legOf(kernel, contact, quickConnect));
  bringSourceAgent(kernel, contact, leg);
  if (contact.channel !== 'VOICE') closeSegment(kernel, contact, 'AGENT_DISCONNECT');
  if (quickConnect.kind === 'PHONE_NUMBER') return consultThirdParty(kernel, leg, quickConnect.target);
  kernel.play(leg, 'TRANSFER_STARTED', (end) => (end === 'queued' ? kernel.enqueue(leg) : legEnds(kernel, leg)));
};

/** Why another contact cannot be added to this one; null where it can. */
const whyNot = (kernel: Kernel, contact: Contact): string | null => {
  if (runsAgentFlow(contact)) return 'a flow that the agent sent is still running';
  if (chainIsFull(contact)) return `a chain holds ${LIMITS.contactChain} contacts`;
  if (contact.channel !== 'VOICE' || peopleOn(contact).size < roomOn(kernel)) return null;
  return `a call holds ${roomOn(kernel)}${kernel.world.world.multiParty ? '' : ' (multi-party calls hold six)'}`;
};

const refuse = (kernel: Kernel, contact: Contact, name: string, why: string): void => {
  kernel.note(contact, 'does', `cannot add quick connect "${name}": ${why}`, { who: transferring(contact) });
  kernel.nextMove(contact);
};

/** The leg is on the desk of the source agent too, who is not free before both are over. */
const bringSourceAgent = (kernel: Kernel, contact: Contact, leg: Contact): void => {
  const agent = transferrer(contact);
  if (!agent || contact.channel !== 'VOICE') return;
  leg.parties.set('SOURCE_AGENT', { name: agent.name, agent });
  const desk = kernel.desks.get(agent.name);
  if (desk && workOn(desk, contact)) putOn(desk, leg, 'connected');
};

/** A flow calls a third party for the customer, who is not on hold meanwhile. */
export const callThirdParty = (kernel: Kernel, contact: Contact, number: string): Contact => {
  const leg = kernel.create({ ...followUpOf(contact), method: 'EXTERNAL_OUTBOUND' });
  joinCustomer(leg);
  ring(kernel, leg, number);
  return leg;
};

const ring = (kernel: Kernel, leg: Contact, number: string): void => {
  leg.parties.set('DESTINATION_AGENT', { name: number });
  kernel.note(leg, 'contact', `calls ${number}`);
};

const consultThirdParty = (kernel: Kernel, leg: Contact, number: string): void => {
  ring(kernel, leg, number);
  kernel.play(leg, 'TRANSFER_STARTED', () => {});
  kernel.clock.after(leg.story.answersAfterSeconds * 1000, () => {
    if (leg.state === 'ended') return;
    if (!leg.story.thirdPartyAnswers) return legEnds(kernel, leg);
    leg.connectedToSystem = kernel.clock.now;
    kernel.note(leg, 'does', 'answers the call', { who: number });
    kernel.connect(leg);
  });
};

/** The transfer came to nothing: the source agent has the customer back. */
export const legEnds = (kernel: Kernel, leg: Contact, reason = 'CONTACT_FLOW_DISCONNECT'): void => {
  const { previous } = leg;
  kernel.end(leg, reason);
  if (previous === null || previous.state === 'ended') return;
  kernel.takeOffHold(previous, 'CUSTOMER');
  kernel.nextMove(previous);
};

/** From now on the customer takes part in the leg, and ends it by hanging up; whoever has hung up does not come back. */
export const joinCustomer = ({ previous, parties }: Contact): void => {
  const customer = previous?.state === 'ended' ? undefined : previous?.parties.get('CUSTOMER');
  if (customer) parties.set('CUSTOMER', customer);
};

/** A cold transfer: the source agent leaves before anybody has answered, and the customer waits in their place. */
export const leaveColdly = (kernel: Kernel, leg: Contact): void => {
  const { previous } = leg;
  kernel.note(leg, 'does', 'leaves the transfer', { who: leg.parties.get('SOURCE_AGENT')?.name ?? null });
  if (previous) kernel.takeOffHold(previous, 'CUSTOMER');
  joinCustomer(leg);
  leg.customerPart = 'CUSTOMER';
  for (const { run } of leg.executions) if (run.heardBy === 'SOURCE_AGENT') run.heardBy = 'CUSTOMER';
  kernel.note(leg, 'contact', `the customer waits in the place of ${leg.parties.get('SOURCE_AGENT')?.name}`);
  freeSourceAgent(kernel, leg);
  leg.parties.delete('SOURCE_AGENT');
  if (previous) closeSegment(kernel, previous, 'AGENT_DISCONNECT');
  kernel.route();
};
