import { AwsError } from '../aws-error';

/** What every resource of Connect has. */
export interface Entry {
  readonly id: string;
  readonly arn: string;
  name: string;
  tags: Readonly<Record<string, string>>;
}

/** The id in an ARN of Connect, or the id itself; qualifiers stay. */
export const idOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The resources of one kind, of one instance. */
export class Collection<T extends Entry> {
  private readonly entries = new Map<string, T>();

  /** @param kind as messages call one of them, e.g. "queue" */
  constructor(readonly kind: string) {}

  /** @throws AwsError where the name is taken */
  add(entry: T): T {
    this.refuseTaken(entry.name);
    this.entries.set(entry.id, entry);
    return entry;
  }

  /** By id or ARN. @throws AwsError where there is none */
  get(reference: string): T {
    const entry = this.find(reference);
    if (entry !== undefined) return entry;
    throw new AwsError('ResourceNotFoundException', `There is no ${this.kind} ${reference}.`, 404);
  }

  find(reference: string): T | undefined {
    return this.entries.get(idOf(reference));
  }

  named(name: string): T | undefined {
    for (const entry of this.entries.values()) if (entry.name === name) return entry;
    return undefined;
  }

  /** @throws AwsError where another one has the name */
  rename(entry: T, name: string | undefined): void {
    if (name === undefined || name === entry.name) return;
    this.refuseTaken(name);
    entry.name = name;
  }

  remove(entry: T): void {
    this.entries.delete(entry.id);
  }

  /** In the order of their names, so that lists do not tell in which order things were made. */
  list(): readonly T[] {
    return [...this.entries.values()].sort(byName);
  }

  private refuseTaken(name: string): void {
    if (this.named(name) === undefined) return;
    throw new AwsError('DuplicateResourceException', `There is a ${this.kind} named "${name}" already.`, 409);
  }
}
