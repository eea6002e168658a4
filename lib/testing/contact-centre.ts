import type { Assumptions } from '../journey';
import { transcript } from '../report/transcript';
import type { AgentScript, ChatTimeouts, CustomerScript, SimulationResult, Start } from '../simulate';
import { Agent, type Dialling } from './agent';
import { startsWork } from './agent-offers';
import { Customer } from './customer';
import { type Duration, secondsOf } from './duration';
import { Line } from './line';
import { instantOf, type Moment } from './moment';
import { knownAgent, knownFlow, knownQueue } from './names';
import { Play } from './play';
import { Post } from './post';
import { type FunctionMock, withMocks } from './stand-in-functions';
import { Time } from './time';
import { type Watched, WITNESS, type Witness } from './witness';
import { type CentreSource, worldFrom } from './world-source';

export interface CentreOptions {
  /** When the clock starts. @default Monday, 5 January 2026, 10:00 UTC */
  readonly start?: Moment;
  /** The zone of points in time that name none. @default 'UTC' */
  readonly timeZone?: string;
  /** Seed of everything that is drawn by chance. @default 1 */
  readonly seed?: number;
  /** Called instead of the code of functions, by construct id. @default the real handlers */
  readonly functions?: Readonly<Record<string, FunctionMock>>;
  readonly assumptions?: Partial<Assumptions>;
}

/** What customers do without being told to: see `presses`, which each question takes the next of. */
type Habits = CustomerScript;

export interface Call extends Habits {
  /** The flow that the phone number names. */
  readonly flow: string;
  readonly from?: string;
  readonly to?: string;
  /** An in-app, web or video call starts by another method. @default 'INBOUND' */
  readonly method?: 'INBOUND' | 'WEBRTC_API';
}

export interface ApiContact extends Habits {
  readonly flow: string;
  readonly queue?: string;
  /** Voice: the number that is called. */
  readonly to?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Chats: when a silent side counts as idle, and when the agent is taken off. @default never */
  readonly timeouts?: ChatTimeouts;
  /** Chats and tasks. @default 25 hours for a chat, seven days for a task */
  readonly expiresAfter?: Duration;
  /** Calls: the outbound campaign that dials, with answering machine detection. @default no campaign */
  readonly campaign?: string;
}

export interface Email extends Habits {
  readonly flow: string;
  readonly from?: string;
  readonly to?: string;
}

/** A call of a campaign that an agent looks at before it is dialled. */
export interface PreviewedCall extends Habits {
  readonly queue: string;
  readonly to?: string;
  readonly campaign?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** How long the agent looks. @default 20 s */
  readonly previewFor?: Duration;
}

export interface AgentHabits {
  /** Takes every offer by itself after this long. @default only where a test says so */
  readonly acceptsAfter?: Duration;
  /** Works this long after each contact; `by hand` until a test says `completesWork()`. @default not at all */
  readonly afterContactWork?: Duration | 'by hand';
}

/** A contact centre on a virtual clock, with people who do what a test says. */
export class ContactCentre implements Watched {
  readonly time: Time;
  readonly #play: Play;
  readonly #agents = new Map<string, Agent>();
  readonly #again: () => ContactCentre;

  constructor(source: CentreSource, options: CentreOptions = {}) {
    const { start, timeZone = 'UTC', seed, functions = {}, assumptions } = options;
    const world = withMocks(worldFrom(source), functions);
    const begin = start === undefined ? undefined : new Date(instantOf(start, timeZone));
    this.#play = new Play(world, { start: begin, seed, assumptions });
    this.time = new Time(this.#play, timeZone);
    this.#again = () => new ContactCentre(source, options);
  }

  /** The same centre before anything happened: tests that share a centre would share its queues and its clock. */
  afresh(): ContactCentre {
    return this.#again();
  }

  /** A customer calls a phone number of the centre. */
  calls({ flow, from, to, method = 'INBOUND', ...habits }: Call): Customer {
    return this.#starts({ method, flow: this.#flow(flow), from, to }, habits);
  }

  /** The API calls a customer, and plays a flow to whoever answers. */
  startsOutboundCall(contact: ApiContact): Customer {
    return this.#startsByApi('VOICE', contact);
  }

  startsChat(contact: ApiContact): Customer {
    return this.#startsByApi('CHAT', contact);
  }

  startsTask(contact: ApiContact): Customer {
    return this.#startsByApi('TASK', contact);
  }

  startsEmail(contact: ApiContact): Customer {
    return this.#startsByApi('EMAIL', contact);
  }

  /** A customer writes to an address of the centre. */
  receivesEmail({ flow, from, to, ...habits }: Email): Customer {
    return this.#starts({ method: 'INBOUND', channel: 'EMAIL', flow: this.#flow(flow), from, to }, habits);
  }

  /** A campaign offers a customer to the agents of a queue; whoever accepts looks at the record, and the call is dialled then. */
  offersPreview({ queue, to, campaign, attributes, previewFor, ...habits }: PreviewedCall): Customer {
    knownQueue(this.#play.world, queue);
    const previewSeconds = previewFor === undefined ? undefined : secondsOf(previewFor);
    return this.#starts({ method: 'CAMPAIGN_PREVIEW', queue, to, campaign, attributes, previewSeconds }, habits);
  }

  /** An agent, by user name: the same one each time. Habits count from the first time on. */
  agent(name: string, habits: AgentHabits = {}): Agent {
    const { name: userName } = knownAgent(this.#play.world, name);
    const known = this.#agents.get(userName);
    if (known) return known;
    const post = new Post(this.#play, scriptOf(userName, habits));
    const agent = new Agent(post, (...how) => this.#reaches(post, ...how));
    this.#agents.set(userName, agent);
    return agent;
  }

  /** Everything that happened so far, as `simulate` gives it. */
  get result(): SimulationResult {
    return this[WITNESS].result;
  }

  /** Everything that happened so far, to read. */
  get transcript(): string {
    return transcript(this.result);
  }

  get [WITNESS](): Witness {
    const { timeline, simulation, transcript: entries, world, steps, result, assumptions } = this.#play;
    timeline.settled();
    return {
      who: 'The contact centre',
      contacts: simulation.contacts,
      runs: entries.flatMap(({ kind, run }) => (kind === 'starts' && run !== null ? [run] : [])),
      heard: entries.filter(({ kind }) => kind === 'hears'),
      world,
      steps,
      result,
      assumptions,
    };
  }

  #flow(reference: string): string {
    const { world } = this.#play;
    return world.standIns === undefined ? knownFlow(world, reference).arn : reference;
  }

  #startsByApi(channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL', contact: ApiContact): Customer {
    const { flow, queue, to, attributes, timeouts, expiresAfter, campaign, ...habits } = contact;
    if (queue !== undefined) knownQueue(this.#play.world, queue);
    const expiresAfterSeconds = expiresAfter === undefined ? undefined : secondsOf(expiresAfter);
    const asked = { queue, to, attributes, timeouts, expiresAfterSeconds, campaign };
    return this.#starts({ method: 'API', channel, flow: this.#flow(flow), ...asked }, habits);
  }

  #reaches(post: Post, channel: 'VOICE' | 'EMAIL', to: string, { queue, answers, answersAfter }: Dialling): Customer {
    knownQueue(this.#play.world, queue);
    const habits = {
      answersCalls: answers,
      answersAfterSeconds: answersAfter === undefined ? undefined : secondsOf(answersAfter),
    };
    const start: Start = { method: 'OUTBOUND', channel, agent: post.who, queue, to };
    return this.#starts(start, habits, async () => {
      if (post.desk === null) await startsWork(post);
    });
  }

  #starts(start: Start, habits: Habits, before?: () => Promise<unknown>): Customer {
    const play = this.#play;
    const line = new Line(play, play.simulation.newStory(habits));
    play.timeline.add(async () => {
      await before?.();
      await play.after(0, () => play.simulation.startContact(start, line.story));
    });
    return new Customer(line);
  }
}

const scriptOf = (name: string, { acceptsAfter, afterContactWork = 0 }: AgentHabits): AgentScript => ({
  name,
  acceptsAfterSeconds: acceptsAfter === undefined ? 'by hand' : secondsOf(acceptsAfter),
  afterContactWorkSeconds: afterContactWork === 'by hand' ? 'by hand' : secondsOf(afterContactWork),
});

/**
 * A contact centre for one test: a CDK app or stack, `cdk.out`, a template, flows or a world, on a virtual clock.
 *
 * Sources are read once, however many centres are made of them.
 */
export const contactCentre = (source: CentreSource, options?: CentreOptions): ContactCentre =>
  new ContactCentre(source, options);
