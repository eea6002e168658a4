import { type ErrorType, meets } from '../language';
import type { Timer } from './clock';
import type { Contact, FlowRun } from './contact';
import { bufferKey } from './contact-settings';
import { Frame } from './frame';
import type { Kernel } from './kernel';
import { type LinkedStep, linkFlow } from './linked-flow';
import type { FlowEnd, Listening, Outcome } from './outcome';
import { DECIDES, decision, SPEAKS } from './step-facts';
import { look, textOf } from './values';
import type { WorldFlow } from './world';

/** How long after a prompt a key is pressed or a word is said. */
const REACTION_MILLISECONDS = 1_000;

/** More steps than this without any time passing: a circle that nothing can leave. */
const STEPS_AT_ONCE = 10_000;

/** Holds a flow up until the callback is called. */
export type Gate = (open: () => void, execution: Execution) => void;

/** One flow that runs on a contact, for one listener. */
export class Execution {
  /** Milliseconds since the listener last heard something, spent on functions. */
  silence = 0;
  #frames: Frame[];
  #step: LinkedStep | undefined;
  #timer: Timer | null = null;
  #over = false;
  #listening: Listening | null = null;
  #onOver: (() => void) | null = null;
  #stepsAtOnce = 0;
  #lastMoment = -1;

  constructor(
    readonly kernel: Kernel,
    readonly contact: Contact,
    public run: FlowRun,
    flow: WorldFlow,
    private readonly done: (end: FlowEnd) => void,
    /** Called before the first action that needs the customer; the flow goes on when the callback is called. */
    private gate: Gate | null = null,
  ) {
    this.#frames = [new Frame(flow)];
    this.#step = linkFlow(flow.document).start;
  }

  get frame(): Frame {
    return this.#frames[this.#frames.length - 1] as Frame;
  }

  get depth(): number {
    return this.#frames.length;
  }

  get over(): boolean {
    return this.#over;
  }

  /** The identifier of the action that runs. */
  get actionId(): string | null {
    return this.#step?.action.Identifier ?? null;
  }

  start(): void {
    this.#advance();
  }

  whenOver(what: () => void): void {
    this.#onOver = what;
  }

  /** Ends the flow from outside. */
  stop(end: 'stopped' | 'too long' | 'hung up' = 'stopped'): void {
    if (!this.#over) this.#finish(end);
  }

  /** What the flow listens to, while it does. */
  get listening(): Listening | null {
    return this.#listening;
  }

  /** Somebody presses or says something; false when the flow does not listen, nor buffers keys. */
  hear(input: string): boolean {
    const { heard } = this.#listening ?? {};
    if (this.#over) return false;
    if (heard === undefined) return bufferKey(this.contact, input);
    this.#answer(() => heard(input));
    return true;
  }

  /** A parameter (or part of one) as text, with its references looked up. */
  text(value: unknown): string {
    return textOf(this, value);
  }

  look(keys: readonly string[]): string | undefined {
    return look(this, keys);
  }

  #advance(): void {
    while (!this.#over) {
      const step = this.#step;
      if (step === undefined) return this.#finish('failed');
      if (this.#circles(step)) return;
      if (this.gate !== null && SPEAKS.has(step.action.Type)) return this.#waitAtGate();
      const outcome = this.#behave(step);
      if (outcome === null) return;
      if (outcome instanceof Promise) return this.#waitFor(outcome);
      if (!this.#apply(outcome)) return;
    }
  }

  #circles(step: LinkedStep): boolean {
    if (this.kernel.clock.now !== this.#lastMoment) {
      this.#lastMoment = this.kernel.clock.now;
      this.#stepsAtOnce = 0;
    }
    if (++this.#stepsAtOnce <= STEPS_AT_ONCE) return false;
    this.kernel.stop(
      `Flow "${this.frame.flow.name}" runs in a circle without any input or wait around action "${step.action.Identifier}".`,
    );
    return true;
  }

  #waitAtGate(): void {
    const gate = this.gate;
    this.gate = null;
    gate?.(() => this.#advance(), this);
  }

  #behave(step: LinkedStep): Outcome | Promise<Outcome> | null {
    if (step.behavior) return step.behavior(step, this);
    const { Identifier, Type } = step.action;
    const why = step.spec ? 'is not simulated' : 'is no action type that Connect knows';
    this.kernel.stop(`Action "${Identifier}" of flow "${this.frame.flow.name}": ${Type} ${why}.`);
    return null;
  }

  #waitFor(pending: Promise<Outcome>): void {
    this.kernel.await(
      pending.then((outcome) => {
        if (!this.#over && this.#apply(outcome)) this.#advance();
      }),
    );
  }

  /** Takes an outcome; true when the flow goes on at once. */
  #apply(outcome: Outcome): boolean {
    switch (outcome.kind) {
      case 'next':
        this.#tell('next');
        return this.#goTo(this.#step?.next);
      case 'error':
        return this.#fail(outcome.error, outcome.because);
      case 'result':
        return this.#branch(outcome.value);
      case 'later':
        this.#timer = this.kernel.clock.after(outcome.milliseconds, () => {
          if (!this.#over && this.#apply(outcome.resume())) this.#advance();
        });
        return false;
      case 'listen':
        this.#listen(outcome);
        return false;
      case 'idle':
        return false;
      case 'end':
        this.#tell('end', outcome.end);
        this.#finish(outcome.end);
        return false;
      case 'flow':
        this.#tell('next');
        return this.#transfer(outcome.flow);
      case 'module':
        return this.#enter(outcome.module);
      case 'return':
        return this.#return();
    }
  }

  #tell(exit: string, result: string | null = null): void {
    const { onStep, clock } = this.kernel;
    if (onStep === null || this.#step === undefined) return;
    const { contact, run, frame } = this;
    onStep({ contact, run, flow: frame.flow, action: this.#step.action, exit, at: clock.now, result });
  }

  #note(text: string): void {
    this.kernel.note(this.contact, 'flow', text, { run: this.run, action: this.actionId });
  }

  #goTo(step: LinkedStep | undefined): boolean {
    this.#step = step;
    return true;
  }

  #listen(listening: Listening): void {
    this.#listening = listening;
    const { promptMilliseconds, patienceMilliseconds, heard, silence } = listening;
    const input = this.#scripted(listening);
    const [wait, outcome] =
      input === undefined ? [patienceMilliseconds, silence] : [REACTION_MILLISECONDS, () => heard(input)];
    this.#timer = this.kernel.clock.after(promptMilliseconds + wait, () => this.#answer(outcome));
  }

  /** Only the customer follows a script; agents who listen to a flow stay silent. */
  #scripted({ to }: Listening): string | undefined {
    if (this.run.heardBy !== 'CUSTOMER') return undefined;
    const { presses, says } = this.contact.story;
    return to === 'words' ? says.shift() : presses.shift();
  }

  #answer(outcome: () => Outcome): void {
    this.#timer?.cancel();
    this.#listening = null;
    if (!this.#over && this.#apply(outcome())) this.#advance();
  }

  #fail(error: ErrorType, because: string): boolean {
    const step = this.#step as LinkedStep;
    const branch = step.errors.has(error) ? error : 'NoMatchingError';
    this.#note(`${step.action.Type} takes its ${branch} branch: ${because}`);
    this.#tell(branch, because);
    if (step.errors.has(branch)) return this.#goTo(step.errors.get(branch));
    this.#finish('failed');
    return false;
  }

  #branch(value: string): boolean {
    const step = this.#step as LinkedStep;
    if (DECIDES.has(step.action.Type)) this.#note(`${decision(step)} gives ${value === '' ? 'nothing' : value}`);
    const met = step.conditions.find(({ operator, operand }) => meets(value, operator, this.text(operand)));
    if (met) {
      this.#tell(`${met.operator} ${met.operand}`, value);
      return this.#goTo(met.target);
    }
    const fallback = step.errors.has('NoMatchingCondition') ? 'NoMatchingCondition' : 'next';
    this.#tell(fallback, value);
    return this.#goTo(fallback === 'next' ? step.next : step.errors.get(fallback));
  }

  /** The listener, and where the flow came from, stay what they were. */
  #transfer(flow: WorldFlow): boolean {
    const { heardBy, source, name } = this.run;
    this.kernel.assumption('transferToFlowContact');
    this.run.end = this.kernel.clock.now;
    this.run = this.kernel.newRun(this.contact, {
      flowType: flow.type,
      name: flow.name,
      arn: flow.arn,
      heardBy,
      source,
      why: `flow "${name}" transfers to it`,
    });
    const kept = this.kernel.assumption('resultsCrossTransferToFlow') === 'yes' ? this.frame.results : null;
    this.#frames = [new Frame(flow, kept)];
    return this.#goTo(linkFlow(flow.document).start);
  }

  #enter(module: WorldFlow): boolean {
    this.#tell('next');
    this.frame.returnTo = this.#step ?? null;
    this.#frames.push(new Frame(module));
    return this.#goTo(linkFlow(module.document).start);
  }

  #return(): boolean {
    this.#tell('end');
    if (this.#frames.length === 1) {
      this.#finish('flow ended');
      return false;
    }
    this.#frames.pop();
    this.#step = this.frame.returnTo ?? undefined;
    return this.#goTo(this.#step?.next);
  }

  #finish(end: FlowEnd): void {
    this.#over = true;
    this.#timer?.cancel();
    this.#onOver?.();
    const { executions } = this.contact;
    const at = executions.indexOf(this);
    if (at >= 0) executions.splice(at, 1);
    this.run.end = this.kernel.clock.now;
    this.done(end);
  }
}
