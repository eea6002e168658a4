import type { Contact } from './contact';

/** How old the metrics of a queue may be: as long it is remembered who left. */
const REMEMBERED_MILLISECONDS = 10_000;

const byAge = (a: Contact, b: Contact): number => (a.enqueued ?? 0) - (b.enqueued ?? 0);

/** Who waits in which queue, and who left one lately. Contacts that ring at an agent still wait. */
export class WaitingRoom {
  /** By ARN of the queue; null while nobody ever waited. */
  #queues: Map<string, Set<Contact>> | null = null;
  #left: Contact[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  enter(contact: Contact): void {
    const arn = contact.queue?.arn ?? '';
    this.#queues ??= new Map();
    const queue = this.#queues.get(arn);
    if (queue) queue.add(contact);
    else this.#queues.set(arn, new Set([contact]));
    this.#size++;
  }

  leave(contact: Contact, now: number): void {
    if (!this.#queues?.get(contact.queue?.arn ?? '')?.delete(contact)) return;
    this.#size--;
    if (this.#left.length > 0) this.#left = this.#left.filter((each) => leftAt(each) >= now - REMEMBERED_MILLISECONDS);
    this.#left.push(contact);
  }

  waitingIn(queueArn: string): number {
    return this.#queues?.get(queueArn)?.size ?? 0;
  }

  /** Who waited in a queue at some time in the last seconds, the one that had waited longest first. */
  waitedIn(queueArn: string, at: number): readonly Contact[] {
    const left = this.#left.filter(({ queue, dequeued }) => queue?.arn === queueArn && (dequeued ?? 0) > at);
    const here = this.#queues?.get(queueArn) ?? [];
    return [...here, ...left].filter(({ enqueued }) => enqueued !== null && enqueued <= at).sort(byAge);
  }

  *[Symbol.iterator](): Iterator<Contact> {
    for (const queue of this.#queues?.values() ?? []) yield* queue;
  }
}

const leftAt = ({ dequeued }: Contact): number => dequeued ?? 0;
