interface Entry {
  readonly at: number;
  /** Order in which entries were set; ties in time run in this order. */
  readonly turn: number;
  readonly what: () => void;
  cancelled: boolean;
}

/** Something set to happen; `cancel` keeps it from happening. */
export interface Timer {
  cancel(): void;
}

const before = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);

/** A virtual clock: what is set to happen happens in order of time, ties in the order in which they were set. */
export class Clock {
  /** Milliseconds since the epoch. */
  now: number;
  #turn = 0;
  readonly #heap: Entry[] = [];

  constructor(start: number) {
    this.now = start;
  }

  after(milliseconds: number, what: () => void): Timer {
    const entry: Entry = { at: this.now + Math.max(0, milliseconds), turn: this.#turn++, what, cancelled: false };
    this.#push(entry);
    return {
      cancel: () => {
        entry.cancelled = true;
      },
    };
  }

  /** Whether anything is still set to happen. */
  get busy(): boolean {
    return this.#heap.some(({ cancelled }) => !cancelled);
  }

  /** Goes on to the next thing that happens, unless that is later than `limit`; false when nothing is left. */
  step(limit: number): boolean {
    const entry = this.#heap[0];
    if (entry === undefined || entry.at > limit) return false;
    this.#pop();
    if (entry.cancelled) return true;
    this.now = entry.at;
    entry.what();
    return true;
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
