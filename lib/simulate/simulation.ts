import {
  type AssumptionName,
  type Assumptions,
  assume,
  type FlowChoice,
  JOURNEYS,
  type Journey,
  type Moment,
  type Party,
  type Stage,
} from '../journey';
import { Clock } from './clock';
import type { Contact, FlowRun } from './contact';
import type { Desk } from './desk';
import type { Execution } from './execution';
import type { Entry, EntryKind } from './journal';
import type { CallbackRequest, Kernel, NewContact, StageEnd, StepTaken } from './kernel';
import type { FlowEnd } from './outcome';
import { createCallback } from './parts/callbacks';
import { callCustomer } from './parts/calling';
import { connect, nextMove } from './parts/conversation';
import { agentLeaves, chooseStatus } from './parts/desks';
import { end } from './parts/endings';
import { create, moveToQueue } from './parts/next-contacts';
import { accept } from './parts/offers';
import { enqueue, leaveQueue, route } from './parts/routing';
import { begin, newRun, play, playStage, runEntryFlow, takeOffHold } from './parts/stages';
import { startContact } from './parts/start';
import { resumeTask } from './parts/tasks';
import { callThirdParty, startTransfer } from './parts/transfers';
import { type Random, seededRandom } from './random';
import type { AgentScript, CustomerScript, Move, Start } from './scenario';
import { type Story, storyOf } from './story';
import { WaitingRoom } from './waiting-room';
import { indexWorld, type World, type WorldIndex, type WorldQueue } from './world';

export interface SimulateOptions {
  /** Start of the virtual clock. @default Monday, 5 January 2026, 10:00 UTC */
  readonly start?: Date;
  /** Seed of everything that is drawn by chance. @default 1 */
  readonly seed?: number;
  /** Virtual time after which the run ends. @default 8 hours */
  readonly limitSeconds?: number;
  /** @default the rulebook */
  readonly journeys?: readonly Journey[];
  readonly assumptions?: Partial<Assumptions>;
  /** Called for every action that has run, with the way it left. @default nothing */
  readonly onStep?: (taken: StepTaken) => void;
  /**
   * Called with each chain of contacts once nothing more happens to it, and lets go of it then: a run of any length takes
   * the memory of the contacts that go on. The result of the run has only those. @default everything is kept
   */
  readonly onFinished?: (finished: SimulationResult) => void;
}

/** What happened. */
export interface SimulationResult {
  readonly contacts: readonly Contact[];
  readonly transcript: readonly Entry[];
  /** Every assumption that mattered, with the value that was used. */
  readonly assumptions: Partial<Assumptions>;
  /** Why the run could not go on; null when everybody did what the scenario says. */
  readonly stopped: string | null;
  /** Whether the time limit ended the run although things were still set to happen. */
  readonly timeLimitReached: boolean;
  /** Start of the virtual clock, in milliseconds since the epoch. */
  readonly start: number;
}

const START = new Date('2026-01-05T10:00:00Z');

const DEFAULTS = assume();

/** Puts the parts of the simulator together; each part is a file of functions that take the kernel first. */
export class Simulation implements Kernel {
  /** Start of the virtual clock, in milliseconds since the epoch. */
  readonly start: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly world: WorldIndex;
  readonly onStep: ((taken: StepTaken) => void) | null;
  readonly journeys: readonly Journey[];
  readonly waiting = new WaitingRoom();
  readonly desks = new Map<string, Desk>();
  readonly assumed = new Set<AssumptionName>();
  stopped: string | null = null;
  readonly #assumptions: Assumptions;
  readonly #onFinished: ((finished: SimulationResult) => void) | null;
  /** Those that go on, where finished ones are let go of; else null. */
  readonly #stories: Set<Story> | null;
  readonly #contacts: Contact[] = [];
  readonly #transcript: Entry[] = [];
  #pending: Promise<void> | null = null;

  constructor(world: World, options: SimulateOptions = {}) {
    this.start = (options.start ?? START).getTime();
    this.clock = new Clock(this.start);
    this.random = seededRandom(options.seed ?? 1);
    this.world = indexWorld(world);
    this.onStep = options.onStep ?? null;
    this.#onFinished = options.onFinished ?? null;
    this.#stories = this.#onFinished === null ? null : new Set();
    this.journeys = options.journeys ?? JOURNEYS;
    this.#assumptions = options.assumptions === undefined ? DEFAULTS : assume(options.assumptions);
  }

  /** The contacts so far, in the order in which they started; without those that were let go of. */
  get contacts(): readonly Contact[] {
    return this.#stories === null ? this.#contacts : [...this.#stories].flatMap(({ contacts }) => contacts);
  }

  /** What happened so far; without what was let go of. */
  get transcript(): readonly Entry[] {
    return this.#stories === null ? this.#transcript : [...this.#stories].flatMap(({ transcript }) => transcript ?? []);
  }

  /** Puts an agent to work. */
  seat(script: AgentScript): Desk | null {
    const agent = this.world.agentNamed(script.name);
    if (!agent) {
      this.stop(`There is no agent "${script.name}" in this world.`);
      return null;
    }
    const desk: Desk = { agent, script, status: 'Offline', work: [], idleSince: this.clock.now };
    this.desks.set(agent.name, desk);
    this.clock.after((script.availableAfterSeconds ?? 0) * 1000, () => {
      if (desk.status === 'Offline') chooseStatus(this, desk, 'Available');
    });
    return desk;
  }

  /** What a customer is going to do. */
  newStory(customer?: CustomerScript, moves?: readonly Move[]): Story {
    return storyOf(customer, moves, this.#stories !== null);
  }

  /** Starts a contact now; null (and the run stops) where what it names is not there. */
  startContact(start: Start, story: Story): Contact | null {
    return startContact(this, start, story);
  }

  /**
   * Lets time pass until something holds, or nothing more happens, or the limit (in seconds from now) is reached. Gives
   * whether it holds.
   */
  async advance(until: () => boolean, limitSeconds: number): Promise<boolean> {
    const limit = this.clock.now + limitSeconds * 1000;
    while (!until()) {
      if (this.stopped !== null || !this.clock.step(limit)) return false;
      while (this.#pending !== null) await this.#settle();
    }
    return true;
  }

  #settle(): Promise<void> {
    const pending = this.#pending ?? Promise.resolve();
    this.#pending = null;
    return pending;
  }

  /** What happened so far. */
  result(): SimulationResult {
    const { contacts, transcript, stopped } = this;
    return this.#resultOf(contacts, transcript, stopped === null && this.clock.busy);
  }

  #resultOf(contacts: readonly Contact[], transcript: readonly Entry[], timeLimitReached: boolean): SimulationResult {
    const { stopped, start } = this;
    const assumptions: Partial<Record<AssumptionName, unknown>> = {};
    for (const name of this.assumed) assumptions[name] = this.#assumptions[name];
    return { contacts, transcript, assumptions: assumptions as Partial<Assumptions>, stopped, timeLimitReached, start };
  }

  assumption<A extends AssumptionName>(name: A): Assumptions[A] {
    this.assumed.add(name);
    return this.#assumptions[name];
  }
  assumptions(): Assumptions {
    return this.#assumptions;
  }
  note(
    contact: Contact,
    kind: EntryKind,
    text: string,
    about: Partial<Pick<Entry, 'who' | 'run' | 'action'>> = {},
  ): void {
    const { who = null, run = null, action = null } = about;
    const entry = { at: this.clock.now, contactId: contact.id, kind, who, text, run, action };
    (contact.story.transcript ?? this.#transcript).push(entry);
  }
  await(pending: Promise<void>): void {
    this.#pending = this.#pending === null ? pending : Promise.all([this.#pending, pending]).then(() => {});
  }
  stop(reason: string): void {
    this.stopped ??= reason;
  }

  began(contact: Contact): void {
    const { story } = contact;
    story.contacts.push(contact);
    story.open++;
    if (this.#stories === null) this.#contacts.push(contact);
    else this.#stories.add(story);
  }
  completed({ story }: Contact): void {
    story.open--;
    if (story.open === 0 && this.#stories !== null) this.clock.after(0, () => this.#letGo(story));
  }

  /** What ended may have been followed by another contact at the same moment. */
  #letGo(story: Story): void {
    if (story.open > 0 || !this.#stories?.delete(story)) return;
    this.#onFinished?.(this.#resultOf(story.contacts, story.transcript ?? [], false));
  }

  create(contact: NewContact): Contact {
    return create(this, contact);
  }
  play(contact: Contact, moment: Moment, done: (end: StageEnd) => void): void {
    play(this, contact, moment, done);
  }
  playStage(contact: Contact, stage: Stage, done: (end: StageEnd) => void): Execution | null {
    return playStage(this, contact, stage, done);
  }
  begin(contact: Contact, choice: FlowChoice, stage: Stage, done: (end: FlowEnd) => void): Execution | null {
    return begin(this, contact, choice, stage, done);
  }
  newRun(contact: Contact, run: Omit<FlowRun, 'start' | 'end'>): FlowRun {
    return newRun(this, contact, run);
  }
  runEntryFlow(contact: Contact): void {
    runEntryFlow(this, contact);
  }
  enqueue(contact: Contact): void {
    enqueue(this, contact);
  }
  leaveQueue(contact: Contact): void {
    leaveQueue(this, contact);
  }
  route(): void {
    route(this);
  }
  agentLeaves(contact: Contact): void {
    agentLeaves(this, contact);
  }
  accept(contact: Contact, desk: Desk): void {
    accept(this, contact, desk);
  }
  connect(contact: Contact): void {
    connect(this, contact);
  }
  callCustomer(contact: Contact, answered: () => void): void {
    callCustomer(this, contact, answered);
  }
  nextMove(contact: Contact): void {
    nextMove(this, contact);
  }
  startTransfer(contact: Contact, quickConnect: string): void {
    startTransfer(this, contact, quickConnect);
  }
  callThirdParty(contact: Contact, number: string): Contact {
    return callThirdParty(this, contact, number);
  }
  takeOffHold(contact: Contact, party: Party): void {
    takeOffHold(contact, party);
  }
  end(contact: Contact, reason: string): void {
    end(this, contact, reason);
  }
  createCallback(contact: Contact, request: CallbackRequest): void {
    createCallback(this, contact, request);
  }
  moveToQueue(contact: Contact, queue: WorldQueue): void {
    moveToQueue(this, contact, queue);
  }
  resumeTask(contact: Contact): void {
    resumeTask(this, contact);
  }
}
