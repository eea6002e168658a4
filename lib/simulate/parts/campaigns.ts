import type { Contact } from '../contact';
import type { Kernel } from '../kernel';
import { dial } from './calling';

/** How long agents look at a customer before they dial, where a script gives no time. */
const PREVIEW_SECONDS = 20;

/** The agent who accepted looks at the customer, and the call is dialled after that. */
export const dialAfterPreview = (kernel: Kernel, contact: Contact): void => {
  kernel.leaveQueue(contact);
  const preview = { start: kernel.clock.now, end: null as number | null };
  contact.preview = preview;
  kernel.clock.after((contact.story.previewSeconds ?? PREVIEW_SECONDS) * 1000, () => {
    if (contact.state === 'ended') return;
    preview.end = kernel.clock.now;
    kernel.note(contact, 'contact', 'the preview ends');
    dial(kernel, contact);
  });
};
