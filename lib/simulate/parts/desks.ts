import { agentOf, agentPart, type Contact } from '../contact';
import { type Desk, type Work, workOn } from '../desk';
import type { Kernel } from '../kernel';

/** The desk at which a contact is. */
export const deskOf = (kernel: Kernel, contact: Contact): Desk | undefined => {
  const agent = agentOf(contact);
  const desk = agent && kernel.desks.get(agent.name);
  return desk && workOn(desk, contact) ? desk : undefined;
};

/** Puts a contact on an agent's desk. */
export const putOn = (desk: Desk, contact: Contact, state: Work['state']): void => {
  const work = workOn(desk, contact);
  if (work) work.state = state;
  else desk.work.push({ contact, state });
};

/** Takes a contact off an agent's desk; the next one may come. */
const takeOff = (kernel: Kernel, desk: Desk, contact: Contact): void => {
  const i = desk.work.findIndex((work) => work.contact === contact);
  if (i < 0) return;
  desk.work.splice(i, 1);
  if (desk.work.length === 0) desk.idleSince = kernel.clock.now;
};

/** The leg of a transfer is off the desk of the agent who started it. */
export const freeSourceAgent = (kernel: Kernel, leg: Contact): void => {
  const agent = leg.parties.get('SOURCE_AGENT');
  const desk = agent && kernel.desks.get(agent.name);
  if (desk) takeOff(kernel, desk, leg);
};

/** How long the agent works after a contact; null where somebody says when it is done. */
const workMilliseconds = ({ agent, script }: Desk): number | null => {
  const { afterContactWorkSeconds: wanted = 0 } = script;
  const limit = agent.afterContactWorkLimitSeconds ?? 0;
  const most = limit > 0 ? limit : Number.POSITIVE_INFINITY;
  const seconds = Math.min(wanted === 'by hand' ? Number.POSITIVE_INFINITY : wanted, most);
  return seconds === Number.POSITIVE_INFINITY ? null : seconds * 1000;
};

const beginWork = (kernel: Kernel, desk: Desk, contact: Contact, work: Work): void => {
  const milliseconds = workMilliseconds(desk);
  work.state = 'afterContactWork';
  contact.afterContactWork = { start: kernel.clock.now, end: null };
  if (milliseconds !== null) kernel.clock.after(milliseconds, () => completeWork(kernel, desk, contact));
};

/** The agent on a contact is done talking: work after the contact begins, or the next contact is offered. */
export const agentLeaves = (kernel: Kernel, contact: Contact): void => {
  const desk = deskOf(kernel, contact);
  const work = desk && workOn(desk, contact);
  if (!desk || !work) return;
  const hasTalked = work.state !== 'offered' && contact.connectedToAgent !== null && contact.agentLeft === null;
  if (hasTalked && workMilliseconds(desk) !== 0) return beginWork(kernel, desk, contact, work);
  takeOff(kernel, desk, contact);
  kernel.route();
};

/** The agent closes a contact that is over. Gives whether there was one to close. */
export const completeWork = (kernel: Kernel, desk: Desk, contact: Contact): boolean => {
  const work = workOn(desk, contact);
  if (work?.state !== 'afterContactWork' || contact.afterContactWork === null) return false;
  contact.afterContactWork.end = kernel.clock.now;
  kernel.note(contact, 'does', 'completes the work after the contact', { who: desk.agent.name });
  takeOff(kernel, desk, contact);
  if (contact.state === 'ended') kernel.completed(contact);
  kernel.route();
  return true;
};

/** Chooses a status: `Available`, `Offline`, or one of the centre's own. Whoever becomes available clears what was missed. */
export const chooseStatus = (kernel: Kernel, desk: Desk, status: string): void => {
  if (status === 'Available') {
    const missed = desk.work.filter(({ state }) => state === 'missed');
    for (const { contact } of missed) takeOff(kernel, desk, contact);
    if (desk.work.length === 0) desk.idleSince = kernel.clock.now;
  }
  desk.status = status;
  kernel.route();
};

/** Whether a whisper, an offer or a call is still that of this agent. */
export const isAt = (desk: Desk, contact: Contact, state: Work['state']): boolean =>
  workOn(desk, contact)?.state === state;

/** The contact is not this agent's any more. */
export const removeAgent = (kernel: Kernel, desk: Desk, contact: Contact): void => {
  contact.parties.delete(agentPart(contact));
  takeOff(kernel, desk, contact);
};
