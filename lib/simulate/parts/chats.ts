import { LIMITS } from '../../language';
import { agentOf, type Contact } from '../contact';
import type { Kernel } from '../kernel';
import type { ChatTimeouts } from '../scenario';
import type { Story } from '../story';

type Side = 'customer' | 'agent';

/** The contact of a chat that goes on. */
const current = ({ contacts }: Story): Contact | undefined =>
  contacts.findLast(({ state, channel }) => channel === 'CHAT' && state === 'connected');

const minutesOf = (timeouts: ChatTimeouts, side: Side) =>
  side === 'customer'
    ? { idle: timeouts.customerIdleMinutes, disconnect: timeouts.customerDisconnectMinutes }
    : { idle: timeouts.agentIdleMinutes, disconnect: timeouts.agentDisconnectMinutes };

/** The timers of a side begin anew; those that were running find that somebody wrote since. */
const watch = (kernel: Kernel, story: Story, side: Side): void => {
  if (story.chatTimeouts === null) return;
  const count = ++story.messages[side];
  const { idle, disconnect } = minutesOf(story.chatTimeouts, side);
  const whenSilent = (minutes: number | undefined, what: (chat: Contact) => void): void => {
    if (minutes === undefined) return;
    kernel.clock.after(minutes * 60_000, () => {
      const chat = current(story);
      if (chat && story.messages[side] === count) what(chat);
    });
  };
  whenSilent(idle, (chat) => kernel.note(chat, 'contact', `the ${side} is idle`));
  whenSilent(disconnect, (chat) => {
    kernel.note(chat, 'contact', `the agent is taken off the chat: the ${side} was silent for ${disconnect} minutes`);
    kernel.end(chat, 'IDLE_DISCONNECT');
  });
};

/** The timers of a chat run while customer and agent talk (setup-chat-timeouts). */
export const watchBoth = (kernel: Kernel, { story }: Contact): void => {
  watch(kernel, story, 'customer');
  watch(kernel, story, 'agent');
};

/** Somebody writes a message. */
export const writes = (kernel: Kernel, contact: Contact, side: Side, text: string): void => {
  if (contact.channel !== 'CHAT') return kernel.stop(`Nothing can be written on a ${contact.channel} contact.`);
  const who = side === 'customer' ? contact.parties.get('CUSTOMER')?.name : agentOf(contact)?.name;
  kernel.note(contact, 'does', `writes “${text}”`, { who: who ?? null });
  watch(kernel, contact.story, side);
};

/** A chat has its time, whoever is in it. Source: API_StartChatContact (25 hours by default). */
export const chatExpiresLater = (
  kernel: Kernel,
  { story }: Contact,
  seconds: number = LIMITS.chatExpirySeconds,
): void => {
  kernel.clock.inBackground(seconds * 1000, () => {
    for (const contact of [...story.contacts]) if (contact.channel === 'CHAT') kernel.end(contact, 'EXPIRED');
  });
};
