import { type Duration, secondsOf } from './duration';
import { ExpectationFailed, placed } from './expectation-failed';
import { instantOf, type Moment } from './moment';
import type { Play } from './play';
import { type Outcome, observe } from './timeline';

const passesUntil = async (play: Play, instant: number): Promise<void> => {
  if (instant >= play.now) return play.after(instant - play.now, () => {});
  const [wanted, now] = [instant, play.now].map((at) => new Date(at).toISOString());
  throw new ExpectationFailed(
    `Time cannot go back to ${wanted}: it is ${now}. Start earlier: contactCentre(…, { start: '${wanted}' }).`,
  );
};

abstract class TimeMoves {
  protected abstract readonly play: Play;
  protected abstract readonly timeZone: string;
  protected abstract add(step: () => Promise<void>): TimeSteps;

  /** Lets virtual time pass, e.g. `2m`; whatever is set to happen meanwhile happens. */
  passes(duration: Duration): TimeSteps {
    const milliseconds = secondsOf(duration) * 1000;
    return this.add(placed(this.passes, () => this.play.after(milliseconds, () => {})));
  }

  /** Lets virtual time pass until a point in time, in the time zone of the centre where it names none. */
  is(moment: Moment): TimeSteps {
    const instant = instantOf(moment, this.timeZone);
    return this.add(placed(this.is, () => passesUntil(this.play, instant)));
  }
}

/** The clock of a centre. */
export class Time extends TimeMoves {
  constructor(
    protected readonly play: Play,
    protected readonly timeZone: string,
  ) {
    super();
  }

  get now(): Date {
    this.play.timeline.settled();
    return new Date(this.play.now);
  }

  protected add(step: () => Promise<void>, after?: Outcome): TimeSteps {
    return new TimeSteps(this, this.play, this.timeZone, this.play.timeline.add(step, after));
  }
}

/** Awaiting it waits until the time has passed. */
export class TimeSteps extends TimeMoves implements PromiseLike<Time> {
  constructor(
    private readonly time: Time,
    protected readonly play: Play,
    protected readonly timeZone: string,
    private readonly outcome: Outcome,
  ) {
    super();
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a chain is how a test waits for its steps
  then<A = Time, B = never>(
    fulfilled?: ((time: Time) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return observe(this.outcome)
      .then(() => this.time)
      .then(fulfilled, rejected);
  }

  protected add(step: () => Promise<void>): TimeSteps {
    return new TimeSteps(this.time, this.play, this.timeZone, this.play.timeline.add(step, this.outcome));
  }
}
