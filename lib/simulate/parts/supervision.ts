import { SUPERVISORS_ON_A_CONTACT } from '../../journey';
import { agentOf, agentPart, type Contact } from '../contact';
import type { Kernel } from '../kernel';
import { closeSegment } from './endings';

const mostOn = ({ world: { world } }: Kernel): number =>
  world.multiParty ? SUPERVISORS_ON_A_CONTACT.multiParty : SUPERVISORS_ON_A_CONTACT.standard;

/** The contact of a supervisor who listens. */
const supervisorOn = ({ supervisors }: Contact, name: string): Contact | undefined =>
  supervisors?.find(({ state, parties }) => state !== 'ended' && parties.get('SUPERVISOR')?.name === name);

const MONITORED: readonly string[] = ['VOICE', 'CHAT'];

/** A supervisor listens: a contact of the supervisor's own, on which no flow runs. */
export const monitors = (kernel: Kernel, contact: Contact, name: string): void => {
  const supervisor = kernel.world.world.agents.find((agent) => agent.name === name);
  if (!supervisor) return kernel.stop(`There is no agent "${name}" in this world who could monitor.`);
  if (!MONITORED.includes(contact.channel)) return kernel.stop(`A ${contact.channel} contact cannot be monitored.`);
  const listening = (contact.supervisors ?? []).filter(({ state }) => state !== 'ended').length;
  const says = (text: string) => kernel.note(contact, 'does', text, { who: name });
  if (listening >= mostOn(kernel)) return says(`cannot monitor the contact: ${listening} supervisors listen already`);
  const { channel, customerEndpoint, story } = contact;
  const monitor = kernel.create({ method: 'MONITOR', channel, customerEndpoint, story });
  monitor.parties.set('SUPERVISOR', { name, agent: supervisor });
  monitor.state = 'connected';
  monitor.connectedToSystem = kernel.clock.now;
  contact.supervisors = [...(contact.supervisors ?? []), monitor];
  says(`listens to ${agentOf(contact)?.name ?? 'the contact'}`);
};

/** Whoever is not there cannot do it; a script that says so is wrong. */
const listening = (kernel: Kernel, contact: Contact, name: string, does: string): Contact | null => {
  const monitor = supervisorOn(contact, name);
  if (monitor === undefined) kernel.stop(`"${name}" cannot ${does}: "${name}" does not monitor the contact.`);
  return monitor ?? null;
};

/** The supervisor talks with everybody on the contact. */
export const bargesIn = (kernel: Kernel, contact: Contact, name: string): void => {
  const monitor = listening(kernel, contact, name, 'barge in');
  const supervisor = monitor?.parties.get('SUPERVISOR');
  if (!monitor || !supervisor || monitor.talking.length > 0) return;
  const other = contact.parties.get('SUPERVISOR')?.name;
  if (other !== undefined)
    return kernel.note(contact, 'does', `cannot barge in: ${other} has done so already`, { who: name });
  contact.parties.set('SUPERVISOR', supervisor);
  contact.talking = [...contact.talking, 'SUPERVISOR'];
  monitor.talking = ['SUPERVISOR'];
  kernel.note(contact, 'does', 'barges in', { who: name });
  const names = contact.talking.flatMap((party) => contact.parties.get(party)?.name ?? []);
  kernel.note(contact, 'contact', `${names.join(', ')} talk`);
};

/** The supervisor who barged in takes the customer over: the agent's contact ends with the reason BARGED. */
export const dropsTheAgent = (kernel: Kernel, contact: Contact, name: string): void => {
  const monitor = listening(kernel, contact, name, 'drop the agent');
  if (!monitor) return;
  if (contact.parties.get('SUPERVISOR')?.name !== name)
    return kernel.stop(`"${name}" cannot drop the agent before barging in.`);
  kernel.note(contact, 'does', `drops ${contact.parties.get(agentPart(contact))?.name ?? 'the agent'}`, { who: name });
  const customer = contact.parties.get('CUSTOMER');
  if (customer) monitor.parties.set('CUSTOMER', customer);
  monitor.talking = ['CUSTOMER', 'SUPERVISOR'];
  contact.supervisors = (contact.supervisors ?? []).filter((each) => each !== monitor);
  closeSegment(kernel, contact, 'BARGED');
};

export const stopsMonitoring = (kernel: Kernel, contact: Contact, name: string): void => {
  const monitor = listening(kernel, contact, name, 'stop monitoring');
  if (!monitor) return;
  kernel.note(contact, 'does', 'stops listening', { who: name });
  contact.talking = contact.talking.filter((party) => party !== 'SUPERVISOR');
  contact.parties.delete('SUPERVISOR');
  kernel.end(monitor, 'AGENT_DISCONNECT');
};
