import type { State } from './state';

/** By the number of failures, then by the length of the way. */
type Levels = State[][][];

/** States with the fewest failures on their way first, then the shortest way. */
class Ordered {
  private readonly levels: Levels = [];
  private failures = 0;
  private length = 0;
  private position = 0;

  add(state: State): void {
    this.levels[state.failures] ??= [];
    const level = this.levels[state.failures] as State[][];
    const states = level[state.length];
    if (states === undefined) level[state.length] = [state];
    else states.push(state);
  }

  next(): State | undefined {
    for (; this.failures < this.levels.length; this.failures++, this.length = 0) {
      const level = this.levels[this.failures] ?? [];
      for (; this.length < level.length; this.length++, this.position = 0) {
        const state = level[this.length]?.[this.position];
        if (state === undefined) continue;
        this.position++;
        return state;
      }
    }
    return undefined;
  }
}

/**
 * States that are still to be looked at. What follows from a state is longer or has failed more often, and is never more
 * certain nor less of an outage, so that the best way to anything is found first.
 */
export class Agenda {
  private readonly certain = new Ordered();
  private readonly uncertain = new Ordered();
  private readonly inOutages = new Ordered();
  private readonly uncertainInOutages = new Ordered();

  add(state: State): void {
    this.placeOf(state).add(state);
  }

  next(): State | undefined {
    return this.certain.next() ?? this.uncertain.next() ?? this.inOutages.next() ?? this.uncertainInOutages.next();
  }

  private placeOf({ uncertain, outage }: State): Ordered {
    if (outage) return uncertain ? this.uncertainInOutages : this.inOutages;
    return uncertain ? this.uncertain : this.certain;
  }
}
