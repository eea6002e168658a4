import type { JsonObject } from '../../language';
import type { Facts } from '../facts/facts';
import { scopeOf } from '../facts/variables';
import { type Exit, type Step, wayOn, waysOfFailure } from '../flow/program';
import type { ContactKind } from './contact-kind';
import { corridorFrom } from './corridor';
import type { Exploration } from './exploration';
import type { AtStep, Frame } from './place';
import type { State, Way } from './state';

/** How a flow ends, as far as it matters to what comes then. */
export type FlowEnd = 'flow ended' | 'disconnect' | 'queued' | 'left' | 'failed';

/** An action that is about to be left by one way or another. */
export class Turn {
  /** Which way is taken depends on what goes on beside, and on when. */
  isDoubtful = false;
  /** Nothing that is known makes the action fail; the ways that are taken now are those on which it fails all the same. */
  isOutage = false;
  readonly contact: ContactKind;
  readonly frame: Frame;
  readonly step: Step;

  constructor(
    readonly exploration: Exploration,
    readonly state: State,
    at: AtStep,
  ) {
    this.contact = at.contact;
    this.frame = at.frame;
    this.step = at.step;
  }

  get facts(): Facts {
    return this.state.facts;
  }

  get parameters(): JsonObject {
    return this.step.parameters;
  }

  way(by: Exit, uncertain = false, through?: readonly Exit[]): Way {
    return { from: this.state, by, through, uncertain: uncertain || this.isDoubtful, outage: this.isOutage };
  }

  /** The way of a contact of its own, which this action starts. */
  startingWay(by: Exit = this.step.next ?? this.step.end): Way {
    return { from: this.state, by, starts: true, uncertain: this.isDoubtful };
  }

  take(exit: Exit, facts: Facts = this.facts, uncertain = false): void {
    if (exit.to === null) return this.ends('failed', facts, exit);
    this.goTo(this.frame, exit.to, facts, exit, uncertain);
  }

  takeAll(exits: readonly Exit[], facts: Facts = this.facts): void {
    for (const exit of exits) this.take(exit, facts);
  }

  /** Success. */
  onward(facts: Facts = this.facts, uncertain = false): void {
    const next = wayOn(this.step);
    if (next !== null) this.take(next, facts, uncertain);
    for (const exit of this.step.conditions) this.take(exit, facts, uncertain);
  }

  /** Any of the error branches. */
  errors(facts: Facts = this.facts): void {
    this.takeAll(this.step.errors, facts);
  }

  /** The action surely fails: by the branch that is named, else by the catch-all, else by what there is. */
  fail(named?: string, facts: Facts = this.facts): void {
    const exits = waysOfFailure(this.step, named);
    if (exits.length === 0) this.ends('failed', facts);
    else this.takeAll(exits, facts);
  }

  /** Goes to an action of this flow or module, of one that it calls, or of one that called it. */
  goTo(frame: Frame, step: Step, facts: Facts, by: Exit, uncertain = false): void {
    const { exploration } = this;
    const { isDeciding } = frame.play;
    const isWatched = isDeciding && exploration.mayEndInFlow(this.contact, facts);
    // Who leaves at any time, leaves from wherever the flow is.
    if (!frame.matters(step) && isDeciding && !isWatched && !exploration.customersLeave) return;
    const through = isWatched ? undefined : corridorFrom(exploration, frame, step);
    const end = through === undefined ? step : through.end;
    const then = this.stillRead(facts, frame, end);
    exploration.put(frame.at(end), then, this.way(by, uncertain, through?.ways));
  }

  /** The flow ends, and with it the modules in which it may be. */
  ends(how: FlowEnd, facts: Facts = this.facts, exit: Exit = this.step.end): void {
    this.exploration.stageEnded(this.frame.play, how, this.withoutLocals(facts), this.way(exit));
  }

  /** Forgets what lived no longer than the flow, or than its frames from a depth on. */
  withoutLocals(facts: Facts, from = 1): Facts {
    return this.exploration.book.keeping(facts, (variable) => scopeOf(variable) < from);
  }

  private stillRead(facts: Facts, frame: Frame, step: Step): Facts {
    if (!facts.hasLocals) return facts;
    const { book, foresight, paths } = this.exploration;
    return book.keeping(
      facts,
      (variable) => scopeOf(variable) !== frame.depth || foresight.isRead(paths.pathOf(variable), step),
    );
  }
}
