import type { Contact, Spell } from '../contact';

/** When the agent was done talking; null while that lasts. */
export const agentLeftAt = ({ agentLeft, disconnected }: Contact): number | null => agentLeft ?? disconnected;

/** The customer on hold while connected to the agent. */
export const holdsOf = (contact: Contact): readonly Spell[] => {
  const from = contact.connectedToAgent;
  if (from === null) return [];
  const until = agentLeftAt(contact);
  return contact.runs
    .filter(({ flowType, heardBy }) => flowType === 'CUSTOMER_HOLD' && heardBy === 'CUSTOMER')
    .flatMap((spell) => clipped(spell, from, until));
};

const clipped = ({ start, end }: Spell, from: number, until: number | null): readonly Spell[] => {
  const first = Math.max(start, from);
  const last = end === null || (until !== null && until < end) ? until : end;
  return last !== null && last < first ? [] : [{ start: first, end: last }];
};

/** An agent who left before the contact ended, and did not work on, was done at once. */
export const afterContactWorkOf = ({ afterContactWork, agentLeft, disconnected }: Contact): Spell | null => {
  if (afterContactWork) return afterContactWork;
  const leftBefore = agentLeft !== null && (disconnected === null || agentLeft < disconnected);
  return leftBefore ? { start: agentLeft, end: agentLeft } : null;
};

/** When nothing more happens to the contact; null while it goes on. */
export const completedAt = (contact: Contact): number | null => {
  const { disconnected } = contact;
  const work = afterContactWorkOf(contact);
  if (work === null || disconnected === null) return disconnected;
  return work.end === null ? null : Math.max(work.end, disconnected);
};

/** Milliseconds during which an agent had paused the task; null where nobody ever did. */
export const pausedMilliseconds = ({ pauses }: Contact): number | null =>
  pauses.length === 0 ? null : pauses.reduce((sum, { start, end }) => sum + ((end ?? start) - start), 0);
