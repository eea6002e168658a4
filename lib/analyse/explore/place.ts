import type { FlowSource, Moment, Stage } from '../../journey';
import type { Facts } from '../facts/facts';
import type { Program, Step } from '../flow/program';
import { BestWays } from './best-ways';
import type { ContactKind } from './contact-kind';
import type { KnownCorridors } from './corridor';
import type { Surroundings } from './exploration';
import { takesTime } from './takes-time';

/** Where a contact can be, and with which facts it was seen there. */
export abstract class Place {
  readonly ways = new BestWays();
  private first: Facts | null = null;
  private others: Set<Facts> | null = null;
  /** What stands for all facts with which the contact comes here once there are too many. */
  summary: Facts | null = null;

  constructor(readonly contact: ContactKind) {}

  /** With how many facts it was looked at. */
  get variety(): number {
    return (this.first === null ? 0 : 1) + (this.others?.size ?? 0);
  }

  /** Whether nobody has looked at the place with these facts; from then on somebody has. */
  isFirstLook(facts: Facts): boolean {
    if (this.first === null) {
      this.first = facts;
      return true;
    }
    if (this.first === facts || this.others?.has(facts)) return false;
    this.others ??= new Set();
    this.others.add(facts);
    return true;
  }
}

/** In a queue, with nothing more to come from a queue flow. */
export class Waiting extends Place {}

/** Connected with an agent. */
export class Talking extends Place {}

/** At an action of a flow. */
export class AtStep extends Place {
  /** Whether something else can happen while the action runs. */
  readonly takesTime: boolean;

  constructor(
    readonly frame: Frame,
    readonly step: Step,
    /** Whether anything can come from here on that makes a difference. */
    readonly matters: boolean,
  ) {
    super(frame.play.contact);
    this.takesTime = takesTime(step, frame.play.contact.journey.channel);
  }
}

/** A flow or module that runs, below those that called it. */
export class Frame {
  private readonly places: (AtStep | undefined)[];
  private calls: Map<string, Frame> | null = null;
  readonly depth: number;
  readonly corridors: KnownCorridors;
  private readonly mattering: Uint8Array;
  /** Whether something that makes a difference comes once a module has come back. */
  private readonly mattersAfter: boolean;

  constructor(
    readonly play: Play,
    readonly program: Program,
    private readonly surroundings: Pick<Surroundings, 'foresight' | 'corridors'>,
    readonly caller: { readonly frame: Frame; readonly step: Step } | null = null,
  ) {
    this.places = new Array(program.steps.length).fill(undefined);
    this.mattering = surroundings.foresight.mattering(program);
    this.corridors = surroundings.corridors.of(this);
    this.depth = caller === null ? 1 : caller.frame.depth + 1;
    this.mattersAfter = caller?.frame.at(caller.step).matters ?? false;
  }

  /** Whether anything can come from a step on that makes a difference. */
  matters(step: Step): boolean {
    return this.mattersAfter || this.mattering[step.index] === 1;
  }

  /** The flow itself, where this is a module that it called. */
  get root(): Frame {
    return this.caller === null ? this : this.caller.frame.root;
  }

  at(step: Step): AtStep {
    const known = this.places[step.index];
    if (known !== undefined) return known;
    const made = new AtStep(this, step, this.matters(step));
    this.places[step.index] = made;
    return made;
  }

  call(step: Step, program: Program): Frame {
    const key = `${step.index} ${program.flow.arn}`;
    this.calls ??= new Map();
    const frame = this.calls.get(key) ?? new Frame(this.play, program, this.surroundings, { frame: this, step });
    this.calls.set(key, frame);
    return frame;
  }
}

/** Moments whose flow decides where the contact goes. */
const DECIDING: readonly Moment[] = ['CREATED', 'CONNECTED', 'TRANSFER_STARTED', 'CUSTOMER_REMAINED'];

export const isDeciding = (moment: Moment): boolean => DECIDING.includes(moment);

/** The flow of one stage, as it runs on contacts of one kind. */
export class Play {
  private readonly frames = new Map<Program, Frame>();
  /** Whether it decides where the contact goes. */
  readonly isDeciding: boolean;
  /** Where somebody may accept the contact meanwhile, and what may have become of it in the end. */
  readonly interruptions = new Set<AtStep>();
  readonly resumptions = new Set<Facts>();

  constructor(
    readonly contact: ContactKind,
    readonly moment: Moment,
    /** Its position among the stages of the moment. */
    readonly position: number,
    readonly stage: Stage,
    /** What named the flow; a flow to which it transfers has the same. */
    readonly source: FlowSource,
    /** The queue flow that goes on meanwhile, where what it does may matter. */
    readonly beside: Play | null,
  ) {
    this.isDeciding = isDeciding(moment);
  }

  /** The flow, and those to which it transfers. */
  get programs(): readonly Program[] {
    return [...this.frames.keys()];
  }

  frame(program: Program, surroundings: Pick<Surroundings, 'foresight' | 'corridors'>): Frame {
    const frame = this.frames.get(program) ?? new Frame(this, program, surroundings);
    this.frames.set(program, frame);
    return frame;
  }
}
