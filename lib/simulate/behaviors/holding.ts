import type { Contact } from '../contact';
import type { Kernel } from '../kernel';
import { failed, NEXT } from '../outcome';
import { hold } from '../parts/holding';
import { isPaused } from '../parts/tasks';
import type { Behavior } from './behavior';

const STATES: Readonly<Record<string, (kernel: Kernel, previous: Contact) => void>> = {
  CustomerOnHold: (kernel, previous) => hold(kernel, previous, 'CUSTOMER'),
  AgentOnHold: (kernel, previous) => hold(kernel, previous, 'AGENT'),
  OffHold: (kernel, previous) => {
    kernel.takeOffHold(previous, 'CUSTOMER');
    kernel.takeOffHold(previous, 'AGENT');
  },
};

const updatePreviousContactParticipantState: Behavior = (step, { kernel, contact }) => {
  const { previous } = contact;
  const change = STATES[String(step.parameters.PreviousContactParticipantState)];
  if (change === undefined) return failed('it names no state');
  if (previous === null || previous.state === 'ended') return failed('nobody is left on a contact before this one');
  change(kernel, previous);
  return NEXT;
};

/** A task that is not paused has nothing to resume. */
const resumeContact: Behavior = (_step, { kernel, contact }) => {
  const paused = isPaused(contact);
  if (!paused && kernel.assumption('resumeOfRunningTask') === 'errorBranch') return failed('the task is not paused');
  if (paused) kernel.resumeTask(contact);
  return NEXT;
};

export const HOLD_BEHAVIORS = {
  UpdatePreviousContactParticipantState: updatePreviousContactParticipantState,
  ResumeContact: resumeContact,
} satisfies Record<string, Behavior>;
