import type { FlowScope } from '../language';
import type { Contact } from '../simulate';
import type { Story } from '../simulate/story';
import { answers, staysSilent } from './answering';
import {
  comesToBe,
  customerWrites,
  hangsUp,
  hasBeenCalledBack,
  isConnectedTo,
  isHeld,
  isToBeQueuedFor,
} from './customer-moves';
import type { Duration } from './duration';
import { placed } from './expectation-failed';
import { hears } from './hearing';
import type { Line } from './line';
import { knownAgent, knownQueue } from './names';
import type { Spoken } from './spoken';
import { Stage } from './stage';
import { type Outcome, observe } from './timeline';
import { type Watched, WITNESS, type Witness } from './witness';

const KEYS = /^[0-9*#]+$/;

const checkKeys = (keys: readonly string[]): void => {
  const wrong = keys.find((key) => !KEYS.test(key));
  if (wrong !== undefined || keys.length === 0)
    throw new RangeError(`"${wrong ?? ''}" is nothing that a telephone can press. Use 0-9, * and #.`);
};

/** What a customer does and what happens to a customer, in the words of a test; see `Customer` and `CustomerSteps`. */
abstract class CustomerMoves {
  protected abstract readonly line: Line;
  protected abstract add(step: () => Promise<void>): CustomerSteps;

  /** Hears a text (part of it, in any case) or a pattern, at some time after what was heard last. */
  hears(spoken: Spoken, within?: Duration): CustomerSteps {
    return this.#step(() => hears(this.line, spoken, within), this.hears);
  }

  /** Answers the questions that come: each menu takes one key, an entry the whole string. Lets the prompts finish. */
  presses(...keys: readonly string[]): CustomerSteps {
    checkKeys(keys);
    const press = async () => {
      for (const input of keys) await answers(this.line, { input, does: `press ${input}`, to: ['key', 'digits'] });
    };
    return this.#step(press, this.presses);
  }

  /** Presses while the prompt still plays. */
  interruptsWith(input: string): CustomerSteps {
    checkKeys([input]);
    const answer = { input, does: `press ${input}`, to: ['key', 'digits'], interrupting: true } as const;
    return this.#step(() => answers(this.line, answer), this.interruptsWith);
  }

  /** Enters digits where they are asked for. */
  enters(digits: string): CustomerSteps {
    checkKeys([digits]);
    const answer = { input: digits, does: `enter ${digits}`, to: ['digits'] } as const;
    return this.#step(() => answers(this.line, answer), this.enters);
  }

  /** Says something to a bot (what counts is the intent that it finds), or chooses an action of a view. */
  says(input: string): CustomerSteps {
    return this.#step(() => answers(this.line, { input, does: `say “${input}”`, to: ['words'] }), this.says);
  }

  /** Sends a message to the agent of a chat. */
  writes(text: string): CustomerSteps {
    return this.#step(() => customerWrites(this.line, text), this.writes);
  }

  /** Lets a question run into its time-out. */
  staysSilent(): CustomerSteps {
    return this.#step(() => staysSilent(this.line), this.staysSilent);
  }

  hangsUp(): CustomerSteps {
    return this.#step(() => hangsUp(this.line), this.hangsUp);
  }

  /** Waits in this queue, now or later. */
  isQueuedFor(queue: string, within?: Duration): CustomerSteps {
    const name = knownQueue(this.line.play.world, queue);
    return this.#step(() => isToBeQueuedFor(this.line, name, within), this.isQueuedFor);
  }

  /** Talks (or writes) to this agent, now or later. */
  isConnectedTo(agent: string, within?: Duration): CustomerSteps {
    const { name } = knownAgent(this.line.play.world, agent);
    const holds = () => isConnectedTo(this.line, name);
    return this.#step(() => comesToBe(this.line, `be connected to ${name}`, holds, within), this.isConnectedTo);
  }

  /** Hears a hold flow, now or later. */
  isOnHold(within?: Duration): CustomerSteps {
    return this.#step(() => comesToBe(this.line, 'be on hold', () => isHeld(this.line), within), this.isOnHold);
  }

  /** Is off the line (tasks and emails: the contact has ended), now or later. */
  isDisconnected(within?: Duration): CustomerSteps {
    const holds = () => this.line.isGone;
    return this.#step(() => comesToBe(this.line, 'be disconnected', holds, within), this.isDisconnected);
  }

  /** Has picked up a callback, now or later. */
  hasBeenCalledBack(within: Duration = '2h'): CustomerSteps {
    const holds = () => hasBeenCalledBack(this.line);
    return this.#step(() => comesToBe(this.line, 'be called back', holds, within), this.hasBeenCalledBack);
  }

  #step(play: () => Promise<void>, by: (...args: never[]) => unknown): CustomerSteps {
    return this.add(placed(by, play));
  }
}

/** A customer (or, for tasks and emails, the contact that has none): what a test does with it, and what it can see. */
export class Customer extends CustomerMoves implements Watched {
  constructor(protected readonly line: Line) {
    super();
  }

  /** What ties the contacts of a customer together, for whoever attends to several customers. */
  static storyOf({ line }: Customer): Story {
    return line.story;
  }

  /** The contacts of the chain so far, in the order in which they started. */
  get contacts(): readonly Contact[] {
    return this[WITNESS].contacts;
  }

  /** What was heard so far. */
  get heard(): readonly string[] {
    return this[WITNESS].heard.map(({ text }) => text);
  }

  /** Where the flow of a type came from, for `expect(call.stage('CUSTOMER_QUEUE')).toComeFrom('hook')`. */
  stage(flowType: FlowScope): Stage {
    return new Stage(this, flowType);
  }

  get [WITNESS](): Witness {
    this.line.play.timeline.settled();
    return this.line.witness;
  }

  protected add(step: () => Promise<void>, after?: Outcome): CustomerSteps {
    return new CustomerSteps(this, this.line, this.line.play.timeline.add(step, after));
  }
}

/**
 * Steps of a customer that are played in the order in which tests write them. Awaiting the chain waits for them, and gives
 * the customer; a step that fails rejects it, and no step after it is played.
 */
export class CustomerSteps extends CustomerMoves implements PromiseLike<Customer> {
  constructor(
    private readonly customer: Customer,
    protected readonly line: Line,
    private readonly outcome: Outcome,
  ) {
    super();
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a chain is how a test waits for its steps
  then<A = Customer, B = never>(
    fulfilled?: ((customer: Customer) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return observe(this.outcome)
      .then(() => this.customer)
      .then(fulfilled, rejected);
  }

  protected add(step: () => Promise<void>): CustomerSteps {
    return new CustomerSteps(this.customer, this.line, this.line.play.timeline.add(step, this.outcome));
  }
}
