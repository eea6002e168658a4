import type { Assumptions, FlowChoice, Journey, Moment, Party, Stage } from '../journey';
import type { WireAction } from '../language';
import type { Clock } from './clock';
import type { Contact, FlowRun } from './contact';
import type { Desk } from './desk';
import type { Execution } from './execution';
import type { Entry, EntryKind } from './journal';
import type { FlowEnd } from './outcome';
import type { Random } from './random';
import type { Story } from './story';
import type { WaitingRoom } from './waiting-room';
import type { WorldFlow, WorldIndex, WorldQueue } from './world';

/** What a new contact is made of; everything else follows from the rulebook. */
export type NewContact = Pick<Contact, 'method' | 'channel'> &
  Partial<Pick<Contact, 'variant' | 'previous' | 'related' | 'queue' | 'entryPoint' | 'quickConnect' | 'targetAgent'>> &
  Partial<Pick<Contact, 'customerEndpoint' | 'systemEndpoint' | 'callbackNumber' | 'priority' | 'campaign'>> & {
    readonly attributes?: Readonly<Record<string, string>>;
    /** @default the story of the contact before */
    readonly story?: Story;
  };

/** An action that has run, and the way it left. */
export interface StepTaken {
  readonly contact: Contact;
  readonly run: FlowRun;
  /** The flow or module that holds the action. */
  readonly flow: WorldFlow;
  readonly action: WireAction;
  /** `next`, `end`, an error type, or operator and operand of a condition, e.g. `Equals 1`. */
  readonly exit: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Why an error branch was taken; the result that conditions compared; else null. */
  readonly result: string | null;
}

/** How a stage came to its end; null when no flow ran. */
export type StageEnd = FlowEnd | null;

/**
 * What the parts of the simulator know of each other: the state they share, and what each can ask of the others. `simulation.ts`
 * puts the parts together.
 */
export interface Kernel {
  readonly clock: Clock;
  readonly random: Random;
  readonly world: WorldIndex;
  readonly journeys: readonly Journey[];
  readonly contacts: readonly Contact[];
  readonly waiting: WaitingRoom;
  readonly desks: ReadonlyMap<string, Desk>;

  /** Called for every action that has run. */
  readonly onStep: ((taken: StepTaken) => void) | null;

  /** The value of an assumption; asking for it names it in the outcome of the run. */
  assumption<A extends keyof Assumptions>(name: A): Assumptions[A];
  assumptions(): Assumptions;
  note(contact: Contact, kind: EntryKind, text: string, about?: Partial<Pick<Entry, 'who' | 'run' | 'action'>>): void;
  /** The run waits for the promise before anything else happens. */
  await(pending: Promise<void>): void;
  /** Ends the run: something came up that is not modelled. */
  stop(reason: string): void;

  /** A story of its own, for a contact that continues no chain. */
  newStory(): Story;
  create(contact: NewContact): Contact;
  /** The contact is new. */
  began(contact: Contact): void;
  /** Nothing more happens to the contact: it has ended, and its agent is done. */
  completed(contact: Contact): void;
  /** Runs the stages of a moment one after another; `done` is called with the way the last one ended. */
  play(contact: Contact, moment: Moment, done: (end: StageEnd) => void): void;
  playStage(contact: Contact, stage: Stage, done: (end: StageEnd) => void): Execution | null;
  begin(contact: Contact, choice: FlowChoice, stage: Stage, done: (end: FlowEnd) => void): Execution | null;
  newRun(contact: Contact, run: Omit<FlowRun, 'start' | 'end'>): FlowRun;
  /** The customer is connected to the system: the entry flow runs. */
  runEntryFlow(contact: Contact): void;

  enqueue(contact: Contact): void;
  leaveQueue(contact: Contact): void;
  /** Offers waiting contacts to agents who are free. */
  route(): void;
  /** The agent on a contact is done talking: work after the contact begins, or the next contact is offered. */
  agentLeaves(contact: Contact): void;
  accept(contact: Contact, desk: Desk): void;
  connect(contact: Contact): void;
  callCustomer(contact: Contact, answered: () => void): void;
  nextMove(contact: Contact): void;
  startTransfer(contact: Contact, quickConnect: string): void;
  /** Starts the contact of a third party and calls it. */
  callThirdParty(contact: Contact, number: string): Contact;
  takeOffHold(contact: Contact, party: Party): void;
  end(contact: Contact, reason: string): void;
  createCallback(contact: Contact, callback: CallbackRequest): void;
  moveToQueue(contact: Contact, queue: WorldQueue): void;
  resumeTask(contact: Contact): void;
}

export interface CallbackRequest {
  readonly queue: WorldQueue;
  readonly delaySeconds: number;
  /** How often the customer is called at most. */
  readonly attempts: number;
  readonly retryDelaySeconds: number;
  /** The flow that runs before the callback is queued. */
  readonly creationFlow?: string;
}
