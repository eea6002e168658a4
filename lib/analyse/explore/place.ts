import type { FlowSource, Moment, Stage } from '../../journey';
import type { Facts } from '../facts/facts';
import type { Program, Step } from '../flow/program';
import type { ContactKind } from './contact-kind';

/** Where a contact can be, and with which facts it was seen there. */
export abstract class Place {
  private readonly seen = new Set<number>();
  /** What stands for all facts with which the contact comes here once there are too many. */
  summary: Facts | null = null;

  constructor(readonly contact: ContactKind) {}

  get variety(): number {
    return this.seen.size;
  }

  knows(facts: Facts): boolean {
    return this.seen.has(facts.id);
  }

  note(facts: Facts): void {
    this.seen.add(facts.id);
  }
}

/** In a queue, with nothing more to come from a queue flow. */
export class Waiting extends Place {}

/** Connected with an agent. */
export class Talking extends Place {}

/** At an action of a flow. */
export class AtStep extends Place {
  constructor(
    readonly frame: Frame,
    readonly step: Step,
  ) {
    super(frame.play.contact);
  }
}

/** A flow or module that runs, below those that called it. */
export class Frame {
  private readonly places: (AtStep | undefined)[] = [];
  private readonly calls = new Map<string, Frame>();
  readonly depth: number;

  constructor(
    readonly play: Play,
    readonly program: Program,
    readonly caller: { readonly frame: Frame; readonly step: Step } | null,
  ) {
    this.depth = caller === null ? 1 : caller.frame.depth + 1;
  }

  /** The flow itself, where this is a module that it called. */
  get root(): Frame {
    return this.caller === null ? this : this.caller.frame.root;
  }

  at(step: Step): AtStep {
    const known = this.places[step.index];
    if (known !== undefined) return known;
    const made = new AtStep(this, step);
    this.places[step.index] = made;
    return made;
  }

  call(step: Step, program: Program): Frame {
    const key = `${step.index} ${program.flow.arn}`;
    const frame = this.calls.get(key) ?? new Frame(this.play, program, { frame: this, step });
    this.calls.set(key, frame);
    return frame;
  }

  /** The same frame in another play of its stage. */
  in(play: Play): Frame {
    if (this.caller === null) return play.frame(this.program);
    return this.caller.frame.in(play).call(this.caller.step, this.program);
  }
}

/** The flow of one stage, as it runs on contacts of one kind. */
export class Play {
  private readonly frames = new Map<Program, Frame>();

  constructor(
    readonly contact: ContactKind,
    readonly moment: Moment,
    /** Its position among the stages of the moment. */
    readonly position: number,
    readonly stage: Stage,
    /** What named the flow; a flow to which it transfers has the same. */
    readonly source: FlowSource,
    /** The queue flow that goes on meanwhile, where what it does may matter. */
    readonly beside: AtStep | null,
  ) {}

  frame(program: Program): Frame {
    const frame = this.frames.get(program) ?? new Frame(this, program, null);
    this.frames.set(program, frame);
    return frame;
  }

  /** The same play while the queue flow is somewhere else. */
  with(beside: AtStep | null): Play {
    return this.contact.play(this, beside);
  }
}
