import { type ConsultationChoice, holdStage, outcomeOf, type Party } from '../../journey';
import { agentOf, type Contact } from '../contact';
import type { Kernel, NewContact } from '../kernel';
import type { WorldQuickConnect } from '../world';

const legOf = (kernel: Kernel, contact: Contact, quickConnect: WorldQuickConnect): NewContact => {
  const common = {
    previous: contact,
    channel: contact.channel,
    quickConnect: { name: quickConnect.name, flow: quickConnect.flow },
    customerEndpoint: contact.customerEndpoint,
    systemEndpoint: contact.systemEndpoint,
  };
  switch (quickConnect.kind) {
    case 'USER':
      return {
        ...common,
        method: 'TRANSFER',
        variant: 'agent',
        targetAgent: kernel.world.agent(quickConnect.target) ?? null,
      };
    case 'QUEUE':
      return {
        ...common,
        method: 'TRANSFER',
        variant: 'queue',
        queue: kernel.world.queue(quickConnect.target) ?? null,
      };
    case 'PHONE_NUMBER':
      return { ...common, method: 'EXTERNAL_OUTBOUND' };
  }
};

/** The agent on a contact uses a quick connect: a contact of its own begins, and the customer of a call is put on hold. */
export const startTransfer = (kernel: Kernel, contact: Contact, name: string): void => {
  const quickConnect = kernel.world.world.quickConnects.find((each) => each.name === name);
  if (!quickConnect) return kernel.stop(`There is no quick connect "${name}" in this world.`);
  if (quickConnect.kind === 'PHONE_NUMBER' && contact.channel !== 'VOICE')
    return kernel.stop(
      `Quick connect "${name}" calls a phone number; a ${contact.channel} contact cannot be transferred there.`,
    );
  const agent = agentOf(contact);
  kernel.note(contact, 'does', `transfers with quick connect "${name}"`, { who: agent?.name ?? null });
  const leg = kernel.create(legOf(kernel, contact, quickConnect));
  bringSourceAgent(contact, leg);
  if (contact.channel !== 'VOICE') hangUpSourceAgent(kernel, contact);
  if (quickConnect.kind === 'PHONE_NUMBER') return consultThirdParty(kernel, leg, quickConnect.target);
  kernel.play(leg, 'TRANSFER_STARTED', (end) => (end === 'queued' ? kernel.enqueue(leg) : legEnds(kernel, leg)));
};

const bringSourceAgent = (contact: Contact, leg: Contact): void => {
  const agent = agentOf(contact);
  if (agent && contact.channel === 'VOICE') leg.parties.set('SOURCE_AGENT', { name: agent.name, agent });
};

/** On chats, tasks and emails the source agent leaves at once. */
const hangUpSourceAgent = (kernel: Kernel, contact: Contact): void => closeSegment(kernel, contact, 'AGENT_DISCONNECT');

/** Ends the segment before a leg; the customer goes on with the leg, so no disconnect flow runs. */
const closeSegment = (kernel: Kernel, contact: Contact, reason: string): void => {
  if (contact.state === 'ended') return;
  contact.state = 'ended';
  contact.disconnected = kernel.clock.now;
  contact.disconnectReason = reason;
  kernel.note(contact, 'contact', `ends: ${reason}`);
  kernel.free(contact);
};

/** A flow calls a third party for the customer, who is not on hold meanwhile. */
export const callThirdParty = (kernel: Kernel, contact: Contact, number: string): Contact => {
  const { channel, customerEndpoint, systemEndpoint } = contact;
  const leg = kernel.create({
    method: 'EXTERNAL_OUTBOUND',
    previous: contact,
    channel,
    customerEndpoint,
    systemEndpoint,
  });
  joinCustomer(leg);
  dial(kernel, leg, number);
  return leg;
};

const dial = (kernel: Kernel, leg: Contact, number: string): void => {
  leg.parties.set('DESTINATION_AGENT', { name: number });
  kernel.note(leg, 'contact', `calls ${number}`);
};

const consultThirdParty = (kernel: Kernel, leg: Contact, number: string): void => {
  dial(kernel, leg, number);
  kernel.play(leg, 'TRANSFER_STARTED', () => {});
  kernel.clock.after(leg.story.answersAfterSeconds * 1000, () => {
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

const contactHolding = (leg: Contact, party: Party): Contact => (party === 'CUSTOMER' ? (leg.previous ?? leg) : leg);

const hearsHold = (contact: Contact, party: Party): boolean =>
  [...contact.executions].some(
    ({ run }) => run.heardBy === party && run.flowType === holdStage(party, 'JOIN').flowType,
  );

const hold = (kernel: Kernel, leg: Contact, party: Party, choice: ConsultationChoice): void => {
  const contact = contactHolding(leg, party);
  const stage = holdStage(party, choice);
  if (hearsHold(contact, party)) return;
  if (stage.assumes && kernel.assumption(stage.assumes[0]) !== stage.assumes[1]) return;
  kernel.playStage(contact, stage, () => {});
};

/** From now on the customer takes part in the leg, and ends it by hanging up. */
const joinCustomer = (leg: Contact): void => {
  const customer = leg.previous?.parties.get('CUSTOMER');
  if (customer) leg.parties.set('CUSTOMER', customer);
};

/** The transfer came to nothing, so there is nothing to choose; the script goes on. */
const skipChoice = (kernel: Kernel, contact: Contact, button: string): void => {
  kernel.note(contact, 'contact', `has no consultation for which ${button} could be chosen`);
  kernel.nextMove(contact);
};

/** Two agents are connected, and the customer is (or was) on the contact before. */
export const isConsultation = ({ state, parties, previous }: Contact): boolean =>
  state === 'connected' && parties.has('SOURCE_AGENT') && previous !== null;

/** The source agent, connected with the destination agent, chooses what becomes of the three. */
export const choose = (kernel: Kernel, leg: Contact, choice: ConsultationChoice): void => {
  const { button, talking, onHold, leaves } = outcomeOf(choice, leg.talking);
  if (!isConsultation(leg)) return skipChoice(kernel, leg, button);
  leg.talking = talking;
  const source = leg.parties.get('SOURCE_AGENT');
  kernel.note(leg, 'does', `chooses ${button}`, { who: source?.name ?? null });
  if (talking.includes('CUSTOMER')) joinCustomer(leg);
  for (const party of talking) kernel.takeOffHold(contactHolding(leg, party), party);
  for (const party of onHold) hold(kernel, leg, party, choice);
  const names = talking.map((party) => leg.parties.get(party)?.name ?? party).join(', ');
  kernel.note(leg, 'contact', talking.length > 1 ? `${names} talk` : `${names} is alone on the line`);
  if (leaves.includes('SOURCE_AGENT')) sourceAgentLeaves(kernel, leg);
  kernel.nextMove(leg);
};

const sourceAgentLeaves = (kernel: Kernel, leg: Contact): void => {
  leg.parties.delete('SOURCE_AGENT');
  if (leg.previous) closeSegment(kernel, leg.previous, 'AGENT_DISCONNECT');
};
