import type { Desk } from '../simulate/kernel';
import { accepts, chooses, hangsUp, misses, picksUp, rejects, startsWork, transfersTo } from './agent-moves';
import type { Customer } from './customer';
import type { Duration } from './duration';
import { placed } from './expectation-failed';
import { hears } from './hearing';
import { knownQuickConnect } from './names';
import type { Post } from './post';
import type { Spoken } from './spoken';
import { type Outcome, observe } from './timeline';
import { type Watched, WITNESS, type Witness } from './witness';

/** What an agent does, in the words of a test; see `Agent` and `AgentSteps`. */
abstract class AgentMoves {
  protected abstract readonly post: Post;
  protected abstract add(step: () => Promise<void>): AgentSteps;

  /** Can be offered contacts from now on. */
  becomesAvailable(): AgentSteps {
    return this.#step(() => startsWork(this.post), this.becomesAvailable);
  }

  /** Takes the contact that rings, or the next one, and is connected once the whispers are over. */
  accepts(within?: Duration): AgentSteps {
    return this.#step(() => accepts(this.post, within), this.accepts);
  }

  /** Takes the contact that rings, or the next one; the whispers are still to come. */
  picksUp(within?: Duration): AgentSteps {
    const pickUp = async () => void (await picksUp(this.post, within));
    return this.#step(pickUp, this.picksUp);
  }

  /** Lets the contact that rings, or the next one, ring out. */
  misses(within?: Duration): AgentSteps {
    return this.#step(() => misses(this.post, within), this.misses);
  }

  rejects(within?: Duration): AgentSteps {
    return this.#step(() => rejects(this.post, within), this.rejects);
  }

  /** Hears a text (part of it, in any case) or a pattern, at some time after what was heard last. */
  hears(spoken: Spoken, within?: Duration): AgentSteps {
    return this.#step(() => hears(this.post, spoken, within), this.hears);
  }

  /** Uses a quick connect; the customer of a call is on hold from then on. */
  transfersTo(quickConnect: string): AgentSteps {
    const { name } = knownQuickConnect(this.post.play.world, quickConnect);
    return this.#step(() => transfersTo(this.post, name), this.transfersTo);
  }

  /** All three talk. */
  joins(): AgentSteps {
    return this.#step(() => chooses(this.post, 'JOIN', 'join the call'), this.joins);
  }

  /** Puts customer and colleague on hold. */
  holdsAll(): AgentSteps {
    return this.#step(() => chooses(this.post, 'HOLD_ALL', 'hold all'), this.holdsAll);
  }

  /** Puts the colleague on hold and talks to the customer. */
  holds(): AgentSteps {
    return this.#step(() => chooses(this.post, 'HOLD_DESTINATION_AGENT', 'hold the colleague'), this.holds);
  }

  /** Customer and colleague change places. */
  swaps(): AgentSteps {
    return this.#step(() => chooses(this.post, 'SWAP', 'swap'), this.swaps);
  }

  /** Leaves customer and colleague to each other: End call in the CCP. */
  leaves(): AgentSteps {
    return this.#step(() => chooses(this.post, 'END_CALL', 'leave the call'), this.leaves);
  }

  /** Ends the contact; with a colleague on the line, leaves it to the others. */
  hangsUp(): AgentSteps {
    return this.#step(() => hangsUp(this.post), this.hangsUp);
  }

  #step(play: () => Promise<void>, by: (...args: never[]) => unknown): AgentSteps {
    return this.add(placed(by, play));
  }
}

export interface Dialling {
  /** The queue of which the call counts, and whose outbound whisper is heard. */
  readonly queue: string;
  /** @default true */
  readonly answers?: boolean;
  /** @default 5 s */
  readonly answersAfter?: Duration;
}

/** An agent: what a test does with one, and what can be seen of one. */
export class Agent extends AgentMoves implements Watched {
  constructor(
    protected readonly post: Post,
    private readonly dial: (number: string, dialling: Dialling) => Customer,
  ) {
    super();
  }

  get name(): string {
    return this.post.who;
  }

  /** What routing sees of the agent. */
  get state(): Desk['state'] {
    this.post.play.timeline.settled();
    return this.post.desk?.state ?? 'offline';
  }

  /** What was heard so far. */
  get heard(): readonly string[] {
    return this[WITNESS].heard.map(({ text }) => text);
  }

  /** Calls a customer; gives the customer, whose first step waits for the call to have begun. */
  dials(number: string, dialling: Dialling): Customer {
    return this.dial(number, dialling);
  }

  get [WITNESS](): Witness {
    this.post.play.timeline.settled();
    return this.post.witness;
  }

  protected add(step: () => Promise<void>, after?: Outcome): AgentSteps {
    return new AgentSteps(this, this.post, this.post.play.timeline.add(step, after));
  }
}

/**
 * Steps of an agent that are played in the order in which tests write them. Awaiting the chain waits for them, and gives the
 * agent; a step that fails rejects it, and no step after it is played.
 */
export class AgentSteps extends AgentMoves implements PromiseLike<Agent> {
  constructor(
    private readonly agent: Agent,
    protected readonly post: Post,
    private readonly outcome: Outcome,
  ) {
    super();
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a chain is how a test waits for its steps
  then<A = Agent, B = never>(
    fulfilled?: ((agent: Agent) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return observe(this.outcome)
      .then(() => this.agent)
      .then(fulfilled, rejected);
  }

  protected add(step: () => Promise<void>): AgentSteps {
    return new AgentSteps(this.agent, this.post, this.post.play.timeline.add(step, this.outcome));
  }
}
