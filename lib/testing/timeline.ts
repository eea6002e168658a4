import { ExpectationFailed } from './expectation-failed';

/** How a step (and those that it follows on) came out. */
export interface Outcome {
  /** Rejects where the step failed; left alone, it counts as unhandled, so that no failure disappears. */
  readonly promise: Promise<void>;
  /** Somebody waits for the outcome, or a later step of the same chain answers for it. */
  observed: boolean;
}

const nothing = (): void => {};

/** Somebody else takes care of the outcome from now on. */
export const observe = (outcome: Outcome): Promise<void> => {
  outcome.observed = true;
  outcome.promise.catch(nothing);
  return outcome.promise;
};

/** The steps of all people of one centre, played one after another in the order in which they are written. */
export class Timeline {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  readonly #failures: { readonly error: unknown; readonly outcome: Outcome }[] = [];

  /** Plays a step after everything before it; not at all where the step that it follows on has failed. */
  add(step: () => Promise<void>, after?: Outcome): Outcome {
    this.#waiting++;
    const played = this.#last.then(() => this.#play(step, after));
    // A promise of its own: the one that the next step waits for always counts as handled.
    const outcome: Outcome = { promise: played.then(nothing), observed: false };
    this.#last = played.then(nothing, (error) => this.#failed(error, outcome));
    if (after) observe(after);
    return outcome;
  }

  /** @throws what nobody was told of, or that steps are still to be played */
  settled(): void {
    const missed = this.#takeMissed();
    if (missed) throw missed.error;
    if (this.#waiting === 0) return;
    const steps = this.#waiting === 1 ? 'One step has' : `${this.#waiting} steps have`;
    throw new ExpectationFailed(
      `${steps} not been played yet. Await them first: \`await call.hears(…)\`, \`await centre.time.passes(…)\`.`,
    );
  }

  async #play(step: () => Promise<void>, after: Outcome | undefined): Promise<void> {
    try {
      await after?.promise;
      const missed = this.#takeMissed();
      if (missed) throw missed.error;
      await step();
    } finally {
      this.#waiting--;
    }
  }

  #failed(error: unknown, outcome: Outcome): void {
    if (!outcome.observed) this.#failures.push({ error, outcome });
  }

  /** A failure that nobody waits for is told by whatever comes next. */
  #takeMissed(): { readonly error: unknown } | undefined {
    for (let next = this.#failures.shift(); next !== undefined; next = this.#failures.shift()) {
      if (next.outcome.observed) continue;
      observe(next.outcome);
      return next;
    }
    return undefined;
  }
}
