import type { AgentScript, Contact, Entry, FlowRun } from '../simulate';
import type { Desk } from '../simulate/desk';
import type { Story } from '../simulate/story';
import type { Listener } from './listener';
import type { Play } from './play';
import type { Witness } from './witness';

/** An agent's place in the centre. */
export class Post implements Listener {
  heardUpTo = 0;
  readonly isGone = false;
  /** The customer whom the agent attends to, of several; null for the one that came last. */
  attendsTo: Story | null = null;

  constructor(
    readonly play: Play,
    /** What the agent does without being told to. */
    readonly script: AgentScript,
  ) {}

  get who(): string {
    return this.script.name;
  }

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

  /** The contact that the agent is connected to. */
  get current(): Contact | undefined {
    const connected = this.desk?.work.filter(({ state }) => state === 'connected') ?? [];
    const wanted = ({ story }: Contact) => this.attendsTo === null || story === this.attendsTo;
    return connected.findLast(({ contact }) => wanted(contact) && !this.#transfers(contact))?.contact;
  }

  #transfers({ parties }: Contact): boolean {
    return parties.get('SOURCE_AGENT')?.name === this.who;
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
