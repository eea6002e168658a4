import { agentOf, type Contact } from '../contact';
import type { Kernel } from '../kernel';

/**
 * Guides run in the agent workspace, on chats of their own that nobody on the contact notices; they are not played, and the
 * transcript says where one would begin. Source: set-event-flow.
 */
export const tellGuide = (kernel: Kernel, contact: Contact, hook: 'DefaultAgentUI' | 'DisconnectAgentUI'): void => {
  const reference = contact.hooks[hook];
  const agent = agentOf(contact);
  if (reference === undefined || agent === undefined) return;
  const name = kernel.world.flow(reference)?.name ?? reference;
  kernel.note(contact, 'flow', `shows the guide "${name}" in the workspace of ${agent.name}, which is not played`);
};
