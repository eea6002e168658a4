import { LIMITS } from '../../language';
import { agentOf, type Contact } from '../contact';
import { workOn } from '../desk';
import type { Kernel } from '../kernel';
import { deskOf, putOn } from './desks';

export const isPaused = ({ pauses }: Contact): boolean => pauses.at(-1)?.end === null;

/** An agent pauses a task: its event flow runs, and the agent has room for another. Gives whether it could be paused. */
export const pauseTask = (kernel: Kernel, contact: Contact): boolean => {
  if (contact.channel !== 'TASK' || contact.state === 'ended' || isPaused(contact)) return false;
  contact.pauses.push({ start: kernel.clock.now, end: null });
  kernel.note(contact, 'does', 'pauses the task', { who: agentOf(contact)?.name ?? null });
  const desk = deskOf(kernel, contact);
  const frees = desk !== undefined && kernel.assumption('pausedTaskFreesSlot') === 'yes';
  if (frees) putOn(desk, contact, 'paused');
  kernel.play(contact, 'PAUSED', () => {});
  if (frees) kernel.route();
  return true;
};

/** The task goes on where it was: with its agent, or wherever its flow takes it. */
export const resumeTask = (kernel: Kernel, contact: Contact): void => {
  const pause = contact.pauses.at(-1);
  if (pause?.end !== null) return;
  pause.end = kernel.clock.now;
  kernel.note(contact, 'does', 'resumes the task', { who: agentOf(contact)?.name ?? null });
  const desk = deskOf(kernel, contact);
  if (desk && workOn(desk, contact)?.state === 'paused') putOn(desk, contact, 'connected');
  kernel.play(contact, 'RESUMED', () => {});
};

/** A task that nobody completes ends by itself; paused ones too. Source: set-disconnect-flow (seven days by default). */
export const expiresLater = (kernel: Kernel, task: Contact, seconds: number = LIMITS.taskExpirySeconds): void => {
  kernel.clock.inBackground(seconds * 1000, () => kernel.end(task, 'EXPIRED'));
};
