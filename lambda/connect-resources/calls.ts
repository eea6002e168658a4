import { hopeFor } from './failure';

/** The clock of the function, in milliseconds. */
export interface Time {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export interface CallOptions {
  readonly time: Time;
  /** 0 up to 1. */
  readonly random: () => number;
  /** When no further try is to begin, by the clock. */
  readonly deadline: () => number;
  /** @default - calls are made as they come */
  readonly pace?: Pace;
}

/** How many calls a service takes. */
export interface Pace {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** Makes a call as gently and as often as it takes. */
export type Calls = <T>(call: () => Promise<T>) => Promise<T>;

/** The quota of the Connect API, for all instances of an account and Region together. */
export const CONNECT_PACE: Pace = { perSecond: 2, atOnce: 5 };

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 20_000;
const A_FEW_TIMES = 6;

/** Lets calls through at a pace; others draw on the same quota, so that this alone does not keep the service from refusing. */
const turnsAt = ({ perSecond, atOnce }: Pace, time: Time): (() => Promise<void>) => {
  let tokens = atOnce;
  let at = time.now();
  return async () => {
    const now = time.now();
    tokens = Math.min(atOnce, tokens + ((now - at) / 1_000) * perSecond) - 1;
    at = now;
    if (tokens < 0) await time.wait((-tokens / perSecond) * 1_000);
  };
};

/** Any time up to a bound that doubles: callers that failed together do not come back together. */
const pause = (tries: number, random: () => number): number =>
  random() * Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** tries);

/**
 * Calls that keep to a pace, and are made again after errors that pass: with pauses that grow and are drawn at
 * random, until the deadline. A call is made again although it may have taken effect, so it has to bear that.
 */
export const patientCalls = ({ time, random, deadline, pace }: CallOptions): Calls => {
  const turn = pace === undefined ? async () => undefined : turnsAt(pace, time);
  const again = async <T>(call: () => Promise<T>, tries: number): Promise<T> => {
    await turn();
    try {
      return await call();
    } catch (error) {
      const hope = hopeFor(error);
      const milliseconds = pause(tries, random);
      const isTooLate = time.now() + milliseconds >= deadline();
      if (hope === 'none' || isTooLate || (hope === 'a few times' && tries + 1 >= A_FEW_TIMES)) throw error;
      await time.wait(milliseconds);
      return again(call, tries + 1);
    }
  };
  return (call) => again(call, 0);
};
