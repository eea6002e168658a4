import { type Assumptions, assume } from '../journey';
import { type Contact, type Entry, Simulation, type SimulationResult, type StepTaken, type World } from '../simulate';
import { ExpectationFailed } from './expectation-failed';
import { Timeline } from './timeline';

export interface PlayOptions {
  readonly start?: Date;
  readonly seed?: number;
  readonly assumptions?: Partial<Assumptions>;
}

/** A simulation that people take part in while it runs. */
export class Play {
  readonly simulation: Simulation;
  readonly timeline = new Timeline();
  /** Every action that has run. */
  readonly steps: StepTaken[] = [];
  readonly assumptions: Assumptions;
  readonly #contacts = new Map<string, Contact>();

  constructor(
    readonly world: World,
    options: PlayOptions,
  ) {
    this.assumptions = assume(options.assumptions);
    this.simulation = new Simulation(world, { ...options, onStep: (taken) => this.steps.push(taken) });
  }

  get now(): number {
    return this.simulation.clock.now;
  }

  get transcript(): readonly Entry[] {
    return this.simulation.transcript;
  }

  /** There is always more to come, and no limit to it but what a test waits for. */
  get result(): SimulationResult {
    return { ...this.simulation.result(), timeLimitReached: false };
  }

  contactOf({ contactId }: Entry): Contact | undefined {
    const { contacts } = this.simulation;
    for (let i = this.#contacts.size; i < contacts.length; i++) {
      const contact = contacts[i] as Contact;
      this.#contacts.set(contact.id, contact);
    }
    return this.#contacts.get(contactId);
  }

  /** As in transcripts. */
  labelOf(contact: Contact): string {
    return `C${this.simulation.contacts.indexOf(contact) + 1}`;
  }

  /** Lets time pass until something holds; false where that does not come to pass in this time. */
  until(holds: () => boolean, patienceSeconds: number): Promise<boolean> {
    return this.simulation.advance(holds, patienceSeconds);
  }

  /** Somebody does something after a while; everything that is set to happen before happens before. */
  async after(milliseconds: number, what: () => void): Promise<void> {
    let done = false;
    this.simulation.clock.after(milliseconds, () => {
      done = true;
      what();
    });
    await this.until(() => done, (milliseconds + 1) / 1000);
    this.checkStopped();
  }

  /** @throws where something came up that is not simulated, or that is not there */
  checkStopped(): void {
    const { stopped } = this.simulation;
    if (stopped !== null) throw new ExpectationFailed(`The simulation cannot go on. ${stopped}`);
  }

  /** What time has come to, as a clause. */
  whyNotLater(): string {
    if (this.simulation.stopped !== null) return `the simulation cannot go on: ${this.simulation.stopped}`;
    return this.simulation.clock.busy ? 'that is as long as the step waits' : 'nothing more happens';
  }
}
