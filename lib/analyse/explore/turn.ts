import type { JsonObject } from '../../language';
import type { Facts } from '../facts/facts';
import { depthOf, frameScope, isBeside, isOfContact, scopeOf } from '../facts/variables';
import { type Exit, type Step, wayOn } from '../flow/program';
import type { ContactKind } from './contact-kind';
import type { Exploration } from './exploration';
import type { AtStep, Frame } from './place';
import type { State, Way } from './state';

/** How a flow ends, as far as it matters to what comes then. */
export type FlowEnd = 'flow ended' | 'disconnect' | 'queued' | 'left' | 'failed';

/** An action that is about to be left by one way or another. */
export class Turn {
  /** Which way is taken depends on what goes on beside, and on when. */
  isDoubtful: boolean;
  readonly contact: ContactKind;
  readonly frame: Frame;
  readonly step: Step;

  constructor(
    readonly exploration: Exploration,
    readonly state: State,
    at: AtStep,
    /** The action of the flow that is followed, where the turn is one of the queue flow beside it. */
    private readonly host: AtStep | null = null,
  ) {
    this.contact = at.contact;
    this.frame = at.frame;
    this.step = at.step;
    // Whether the queue flow comes so far while the whisper plays is a question of seconds.
    this.isDoubtful = host !== null;
  }

  get facts(): Facts {
    return this.state.facts;
  }

  get parameters(): JsonObject {
    return this.step.parameters;
  }

  /** Where the values of this flow or module live. */
  get scope(): number {
    return frameScope(this.frame.depth, this.host !== null);
  }

  way(by: Exit, uncertain = false): Way {
    return { from: this.state, by, uncertain: uncertain || this.isDoubtful };
  }

  /** The way of a contact of its own, which this action starts. */
  startingWay(by: Exit = this.step.next ?? this.step.end): Way {
    return { from: this.state, by, starts: true, uncertain: this.isDoubtful };
  }

  take(exit: Exit, facts: Facts = this.facts, uncertain = false): void {
    if (exit.to === null) return this.ends('failed', facts, exit);
    this.goTo(this.frame, exit.to, facts, this.way(exit, uncertain));
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
    const { errors, end } = this.step;
    const by = (label: string | undefined) => errors.filter((exit) => exit.label === label);
    const exits = [by(named), by('NoMatchingError'), errors].find((found) => found.length > 0);
    if (exits === undefined) this.ends('failed', facts, end);
    else this.takeAll(exits, facts);
  }

  /** Goes to an action of this flow or module, of one that it calls, or of one that called it. */
  goTo(frame: Frame, step: Step, facts: Facts, way: Way): void {
    const place = this.seat(frame.at(step));
    this.exploration.put(place, this.stillRead(facts, frame, step), way);
  }

  /** The flow ends, and with it the modules in which it may be. */
  ends(how: FlowEnd, facts: Facts = this.facts, exit: Exit = this.step.end): void {
    const left = this.withoutLocals(facts, () => true);
    if (this.host === null) return this.exploration.stageEnded(this.frame.play, how, left, this.way(exit));
    if (how !== 'disconnect' && how !== 'left') this.exploration.put(this.seat(null), left, this.way(exit));
  }

  /** Forgets what lived no longer than some frames of this flow. */
  withoutLocals(facts: Facts, goes: (depth: number) => boolean): Facts {
    const beside = this.host !== null;
    return this.exploration.book.keeping(
      facts,
      (variable) => isOfContact(variable) || isBeside(variable) !== beside || !goes(depthOf(variable)),
    );
  }

  /** What this flow or module knows as the flow knows it that comes in its place. */
  atTop(facts: Facts): Facts {
    const here = this.scope;
    const top = frameScope(1, this.host !== null);
    return this.exploration.book.mapped(facts, (variable, value) => [
      scopeOf(variable) === here ? variable - here + top : variable,
      value,
    ]);
  }

  /** Where the contact is when this flow is at an action: there, or where the flow that is followed is. */
  private seat(at: AtStep | null): AtStep {
    if (this.host === null) return at as AtStep;
    return this.host.frame.in(this.host.frame.play.with(at)).at(this.host.step);
  }

  private stillRead(facts: Facts, frame: Frame, step: Step): Facts {
    if (facts.variables.length === 0) return facts;
    const { book, foresight, paths } = this.exploration;
    const scope = frameScope(frame.depth, this.host !== null);
    return book.keeping(
      facts,
      (variable) => scopeOf(variable) !== scope || foresight.isRead(paths.pathOf(variable), step),
    );
  }
}
