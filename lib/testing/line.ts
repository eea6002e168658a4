import type { Contact, Entry, FlowRun } from '../simulate';
import type { Story } from '../simulate/story';
import type { Listener } from './listener';
import type { Play } from './play';
import type { Witness } from './witness';

/** The customer's end of a chain of contacts. */
export class Line implements Listener {
  heardUpTo = 0;

  constructor(
    readonly play: Play,
    readonly story: Story,
  ) {}

  /** The contacts of the chain, in the order in which they started; those of supervisors once they have the customer. */
  get contacts(): readonly Contact[] {
    return this.story.contacts.filter(
      ({ journey, parties }) => !journey.connects.includes('SUPERVISOR') || parties.has('CUSTOMER'),
    );
  }

  get who(): string {
    const [first] = this.contacts;
    return first === undefined ? 'The customer' : `The customer of ${this.play.labelOf(first)}`;
  }

  owns(entry: Entry): boolean {
    return this.play.contactOf(entry)?.story === this.story;
  }

  isHeardBy(entry: Entry): boolean {
    return entry.run?.heardBy === 'CUSTOMER' && this.owns(entry);
  }

  hearsRun(_contact: Contact, run: FlowRun): boolean {
    return run.heardBy === 'CUSTOMER';
  }

  /** The contacts on which the customer is, last one first. */
  get open(): readonly Contact[] {
    return this.contacts.filter(isOpen).toReversed();
  }

  get isGone(): boolean {
    return this.contacts.length > 0 && !this.contacts.some(isOpen);
  }

  get witness(): Witness {
    const { play, contacts, who } = this;
    const { transcript, steps, world, result, assumptions } = play;
    const mine = transcript.filter((entry) => this.owns(entry));
    return {
      who,
      contacts,
      runs: mine.flatMap(({ kind, run }) => (kind === 'starts' && run !== null ? [run] : [])),
      heard: mine.filter((entry) => entry.kind === 'hears' && this.isHeardBy(entry)),
      world,
      steps,
      result,
      assumptions,
    };
  }
}

/** A callback that nobody has called for yet is no line to anybody; tasks and emails are open as long as they last. */
const isOpen = ({ state, channel, parties, journey, connectedToSystem }: Contact): boolean => {
  if (state === 'ended') return false;
  if (journey.calls === 'once accepted' && connectedToSystem === null) return false;
  return parties.has('CUSTOMER') || channel === 'TASK' || channel === 'EMAIL';
};
