/** Something set to happen; `cancel` keeps it from happening. */
export interface Timer {
  cancel(): void;
}

class Entry implements Timer {
  state: 'set' | 'cancelled' | 'done' = 'set';

  constructor(
    private readonly clock: Clock,
    readonly at: number,
    /** Order in which entries were set; ties in time run in this order. */
    readonly turn: number,
    readonly what: () => void,
    /** Whether a run that waits for nothing else is over. */
    readonly background: boolean,
  ) {}

  cancel(): void {
    if (this.state !== 'set') return;
    this.state = 'cancelled';
    this.clock.cancelled(this.background);
  }
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);

/** Cancelled entries are let go of once they are many: a clock that runs for years of virtual time stays small. */
const CANCELLED_KEPT = 64;

/** A virtual clock: what is set to happen happens in order of time, ties in the order in which they were set. */
export class Clock {
  /** Milliseconds since the epoch. */
  now: number;
  #turn = 0;
  #cancelled = 0;
  /** Of those that are not cancelled. */
  #background = 0;
  #heap: Entry[] = [];

  constructor(start: number) {
    this.now = start;
  }

  after(milliseconds: number, what: () => void): Timer {
    return this.#set(milliseconds, what, false);
  }

  /** As `after`, for ends that come by themselves one day, such as an expiry: nobody waits for them. */
  inBackground(milliseconds: number, what: () => void): Timer {
    this.#background++;
    return this.#set(milliseconds, what, true);
  }

  #set(milliseconds: number, what: () => void, background: boolean): Timer {
    const entry = new Entry(this, this.now + Math.max(0, milliseconds), this.#turn++, what, background);
    this.#push(entry);
    return entry;
  }

  /** Whether anything is still set to happen, but in the background. */
  get busy(): boolean {
    return this.#heap.length > this.#cancelled + this.#background;
  }

  /** Goes on to the next thing that happens, unless that is later than `limit`; false when nothing is left. */
  step(limit: number): boolean {
    const entry = this.#heap[0];
    if (entry === undefined || entry.at > limit) return false;
    this.#pop();
    if (entry.state === 'cancelled') this.#cancelled--;
    else this.#run(entry);
    return true;
  }

  #run(entry: Entry): void {
    this.now = entry.at;
    entry.state = 'done';
    if (entry.background) this.#background--;
    entry.what();
  }

  /** An entry was cancelled. */
  cancelled(background: boolean): void {
    this.#cancelled++;
    if (background) this.#background--;
    if (this.#cancelled > CANCELLED_KEPT && this.#cancelled * 2 > this.#heap.length) this.#clean();
  }

  /** What is left, sorted, is a heap again. */
  #clean(): void {
    this.#heap = this.#heap.filter(({ state }) => state === 'set').sort((a, b) => (before(a, b) ? -1 : 1));
    this.#cancelled = 0;
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let i = heap.push(entry) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(entry, heap[parent] as Entry)) break;
      heap[i] = heap[parent] as Entry;
      i = parent;
    }
    heap[i] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Entry;
    if (heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++;
      if (!before(heap[child] as Entry, last)) break;
      heap[i] = heap[child] as Entry;
      i = child;
    }
    heap[i] = last;
  }
}
