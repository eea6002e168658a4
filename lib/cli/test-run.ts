import { setImmediate } from 'node:timers/promises';
import { failuresOf, type Witness } from '../testing';
import { played, type ReadyScenario } from './play-scenario';

/** How a test came out. */
export interface TestOutcome {
  readonly title: string;
  readonly file: string;
  /** A message each; null where the test was not played. */
  readonly failures: readonly string[] | null;
  /** How long it took on the virtual clock; null where it was not played. */
  readonly seconds: number | null;
}

const playTest = async (test: ReadyScenario, seen: (witness: Witness) => void): Promise<TestOutcome> => {
  const { title, file, expect } = test.scenario;
  const scenario = await played(test);
  seen(scenario.witness);
  const { transcript, start } = scenario.witness.result;
  const seconds = ((transcript.at(-1)?.at ?? start) - start) / 1000;
  return { title, file, failures: failuresOf(scenario, expect), seconds };
};

const notPlayed = ({ scenario: { title, file } }: ReadyScenario): TestOutcome => ({
  title,
  file,
  failures: null,
  seconds: null,
});

/** What is to be told while tests are played. */
export interface Telling {
  readonly outcome: (outcome: TestOutcome, done: number) => void;
  readonly seen: (witness: Witness) => void;
}

/** Plays tests one after another until somebody presses Ctrl-C; those left over count as not played. */
export const runTests = async (tests: readonly ReadyScenario[], tell: Telling): Promise<readonly TestOutcome[]> => {
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
  };
  // The second Ctrl-C ends the process, as the listener is gone by then.
  process.once('SIGINT', interrupt);
  const outcomes: TestOutcome[] = [];
  for (const test of tests) {
    // Signals are only heard between turns of the event loop, of which virtual time takes none.
    await setImmediate();
    if (isInterrupted) break;
    const outcome = await playTest(test, tell.seen);
    outcomes.push(outcome);
    tell.outcome(outcome, outcomes.length);
  }
  process.removeListener('SIGINT', interrupt);
  return [...outcomes, ...tests.slice(outcomes.length).map(notPlayed)];
};
