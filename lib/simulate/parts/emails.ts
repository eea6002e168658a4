import { agentOf, type Contact } from '../contact';
import type { Kernel, NewContact } from '../kernel';

/** An email that goes out is a contact that its outbound whisper flow runs on; nobody hears it, and it is over then. */
export const send = (kernel: Kernel, facts: Omit<NewContact, 'channel'>, reason: string): Contact => {
  const email = kernel.create({ ...facts, channel: 'EMAIL' });
  email.connectedToSystem = kernel.clock.now;
  kernel.play(email, 'SENT', () => kernel.end(email, reason));
  return email;
};

/** The agent answers an email: a contact of the thread, related to the one that is answered. */
export const replies = (kernel: Kernel, contact: Contact): void => {
  if (contact.channel !== 'EMAIL') return kernel.stop(`A ${contact.channel} contact cannot be replied to.`);
  const { queue, customerEndpoint, systemEndpoint } = contact;
  kernel.note(contact, 'does', 'replies to the email', { who: agentOf(contact)?.name ?? null });
  send(
    kernel,
    { method: 'AGENT_REPLY', related: contact, queue, customerEndpoint, systemEndpoint, story: kernel.newStory() },
    'AGENT_DISCONNECT',
  );
};
