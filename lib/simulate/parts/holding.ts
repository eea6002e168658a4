import { type ConsultationChoice, holdStage, type Party } from '../../journey';
import type { Contact } from '../contact';
import type { Kernel } from '../kernel';

const hearsHold = (contact: Contact, party: Party): boolean =>
  contact.executions.some(({ run }) => run.heardBy === party && run.flowType === holdStage(party, 'JOIN').flowType);

/** Puts a party on hold, who hears the hold flow of the contact until taken off; nothing happens to whoever is on hold already. */
export const hold = (kernel: Kernel, contact: Contact, party: Party, choice: ConsultationChoice = 'JOIN'): void => {
  const stage = holdStage(party, choice);
  if (!contact.parties.has(party) || hearsHold(contact, party)) return;
  if (stage.assumes && kernel.assumption(stage.assumes[0]) !== stage.assumes[1]) return;
  kernel.playStage(contact, stage, () => {});
};

/** Whether the customer of a call hears a hold flow. */
export const isOnHold = (contact: Contact): boolean => hearsHold(contact, 'CUSTOMER');
