import type { Contact, Entry, FlowRun } from '../simulate';
import type { Execution } from '../simulate/execution';
import type { Play } from './play';
import type { Witness } from './witness';

/** Somebody who hears flows and can answer them. */
export interface Listener {
  readonly play: Play;
  readonly who: string;
  readonly contacts: readonly Contact[];
  /** Nothing more can be heard. */
  readonly isGone: boolean;
  readonly witness: Witness;
  /** How much of the transcript was listened to; what is heard next comes after it. */
  heardUpTo: number;
  isHeardBy(entry: Entry): boolean;
  hearsRun(contact: Contact, run: FlowRun): boolean;
}

/** The flow that waits for an answer of this person, the latest first. */
export const askingFlow = (listener: Listener): Execution | undefined => {
  const { contacts } = listener;
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as Contact;
    for (const execution of contact.executions)
      if (execution.listening !== null && listener.hearsRun(contact, execution.run)) return execution;
  }
  return undefined;
};
