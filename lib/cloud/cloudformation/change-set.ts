import type { ResourceChange } from './plan';
import type { StackSource } from './stack';

/** What a stack is to become, worked out and kept until it is carried out. */
export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly created: Date;
  readonly source: StackSource;
  readonly changes: readonly ResourceChange[];
  /** Undefined where the change set can be carried out. */
  readonly failure: string | undefined;
}

export const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
