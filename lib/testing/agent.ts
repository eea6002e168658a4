import { type AgentState, agentState } from '../simulate/desk';
import {
  agentWrites,
  chooses,
  completesWork,
  hangsUp,
  holds,
  leaves,
  pauses,
  repliesToEmail,
  resumes,
  takesOffHold,
  transfersTo,
} from './agent-moves';
import { accepts, changesStatus, misses, picksUp, rejects, startsWork } from './agent-offers';
import { Customer } from './customer';
import type { Duration } from './duration';
import { placed } from './expectation-failed';
import { hears } from './hearing';
import { knownAgent, knownQuickConnect } from './names';
import type { Post } from './post';
import type { Spoken } from './spoken';
import { barges, drops, listensTo, stopsListening } from './supervising';
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

  /** Is in a status of the centre's own, such as `Lunch`, or `Offline`: contacts go on, and no other is offered. */
  changesStatusTo(status: string): AgentSteps {
    return this.#step(() => changesStatus(this.post, status), this.changesStatusTo);
  }

  /** Of several contacts, the ones of this customer are those that the steps after it are about. */
  attendsTo(customer: Customer): AgentSteps {
    const attend = async () => {
      this.post.attendsTo = Customer.storyOf(customer);
    };
    return this.#step(attend, this.attendsTo);
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

  /** Puts the colleague on hold and talks to the customer; without a colleague, puts the customer on hold. */
  holds(): AgentSteps {
    return this.#step(() => holds(this.post), this.holds);
  }

  /** Talks to the customer again. */
  takesOffHold(): AgentSteps {
    return this.#step(() => takesOffHold(this.post), this.takesOffHold);
  }

  /** Customer and colleague change places. */
  swaps(): AgentSteps {
    return this.#step(() => chooses(this.post, 'SWAP', 'swap'), this.swaps);
  }

  /**
   * Leaves customer and colleague to each other: End call in the CCP. Before anybody has answered the transfer it is a cold
   * one, and the customer hears what the agent would have heard.
   */
  leaves(): AgentSteps {
    return this.#step(() => leaves(this.post), this.leaves);
  }

  /** Ends the contact; with a colleague on the line, leaves it to the others. */
  hangsUp(): AgentSteps {
    return this.#step(() => hangsUp(this.post), this.hangsUp);
  }

  /** Closes a contact that is over, and can be offered the next one. */
  completesWork(): AgentSteps {
    return this.#step(() => completesWork(this.post), this.completesWork);
  }

  /** Sends a message in a chat. */
  writes(text: string): AgentSteps {
    return this.#step(() => agentWrites(this.post, text), this.writes);
  }

  /** Pauses a task, and can be offered another one. */
  pauses(): AgentSteps {
    return this.#step(() => pauses(this.post), this.pauses);
  }

  /** Goes on with the task that was paused last. */
  resumes(): AgentSteps {
    return this.#step(() => resumes(this.post), this.resumes);
  }

  /** Answers an email with one of their own. */
  replies(): AgentSteps {
    return this.#step(() => repliesToEmail(this.post), this.replies);
  }

  /** As a supervisor, listens to the call or chat of an agent. */
  monitors(agent: string): AgentSteps {
    const { name } = knownAgent(this.post.play.world, agent);
    return this.#step(() => listensTo(this.post, name), this.monitors);
  }

  /** As a supervisor who listens, talks to everybody. */
  bargesIn(): AgentSteps {
    return this.#step(() => barges(this.post), this.bargesIn);
  }

  /** As a supervisor who barged in, takes the customer from the agent. */
  dropsTheAgent(): AgentSteps {
    return this.#step(() => drops(this.post), this.dropsTheAgent);
  }

  stopsMonitoring(): AgentSteps {
    return this.#step(() => stopsListening(this.post), this.stopsMonitoring);
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
    private readonly reach: (channel: 'VOICE' | 'EMAIL', address: string, dialling: Dialling) => Customer,
  ) {
    super();
  }

  get name(): string {
    return this.post.who;
  }

  /** What routing sees of the agent. */
  get state(): AgentState {
    this.post.play.timeline.settled();
    return this.post.desk === null ? 'offline' : agentState(this.post.desk);
  }

  /** What was heard so far. */
  get heard(): readonly string[] {
    return this[WITNESS].heard.map(({ text }) => text);
  }

  /** Calls a customer; gives the customer, whose first step waits for the call to have begun. */
  dials(number: string, dialling: Dialling): Customer {
    return this.reach('VOICE', number, dialling);
  }

  /** Writes an email to a customer. */
  writesEmailTo(address: string, { queue }: Pick<Dialling, 'queue'>): Customer {
    return this.reach('EMAIL', address, { queue });
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
