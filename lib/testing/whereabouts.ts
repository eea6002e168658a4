import type { Contact } from '../simulate';
import type { Line } from './line';

const whereIs = (contact: Contact): string => {
  const { state, queue, talking, parties, disconnectReason } = contact;
  if (state === 'ended') return `ended (${disconnectReason})`;
  if (state === 'queued') return `waits in queue "${queue?.name}"`;
  if (state === 'connected' && contact.connectedToAgent !== null) {
    const names = talking.map((party) => parties.get(party)?.name ?? party);
    return names.length > 1 ? `is connected: ${names.join(' and ')}` : `is with ${names[0] ?? 'nobody'}`;
  }
  const flows = contact.executions.map(({ run }) => `"${run.name}"`);
  return flows.length > 0 ? `is in flow ${flows.join(' and ')}` : 'is in no flow';
};

/** Where the contacts of a customer are, as a clause. */
export const whereabouts = ({ contacts, play }: Line): string =>
  contacts.length === 0
    ? 'the contact has not started'
    : contacts.map((contact) => `${play.labelOf(contact)} ${whereIs(contact)}`).join(', ');
