import type { Contact, Entry, FlowRun } from '../simulate';
import type { Desk } from '../simulate/kernel';
import type { Listener } from './listener';
import type { Play } from './play';
import type { Witness } from './witness';

/** An agent's place in the centre. */
export class Post implements Listener {
  heardUpTo = 0;
  readonly isGone = false;

  constructor(
    readonly play: Play,
    readonly who: string,
    /** How long the agent lets an offer ring; by hand unless a test says otherwise. */
    readonly acceptsAfterSeconds: number | 'by hand',
  ) {}

  /** The agent's desk; null before the agent was at work. */
  get desk(): Desk | null {
    return this.play.simulation.desks.get(this.who) ?? null;
  }

  /** The contacts on which the agent is now. */
  get contacts(): readonly Contact[] {
    return this.play.simulation.contacts.filter(
      ({ state, parties }) => state !== 'ended' && [...parties.values()].some(({ name }) => name === this.who),
    );
  }

  /** The contact that the agent talks on: that of a consultation once the agent has one. */
  get consultation(): Contact | undefined {
    return this.contacts.findLast((contact) => contact.parties.get('SOURCE_AGENT')?.name === this.who);
  }

  isHeardBy(entry: Entry): boolean {
    return entry.who === this.who && entry.run?.heardBy !== 'CUSTOMER';
  }

  hearsRun(contact: Contact, { heardBy }: FlowRun): boolean {
    return heardBy !== null && heardBy !== 'CUSTOMER' && contact.parties.get(heardBy)?.name === this.who;
  }

  get witness(): Witness {
    const { play, who } = this;
    const { transcript, steps, world, result, assumptions } = play;
    const mine = transcript.filter((entry) => entry.who === who);
    const contacts = new Set(mine.map((entry) => play.contactOf(entry)).filter((contact) => contact !== undefined));
    return {
      who,
      contacts: [...contacts],
      runs: mine.flatMap(({ kind, run }) => (kind === 'starts' && run !== null ? [run] : [])),
      heard: mine.filter((entry) => entry.kind === 'hears' && this.isHeardBy(entry)),
      world,
      steps,
      result,
      assumptions,
    };
  }
}
