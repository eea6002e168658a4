import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, type Outcome } from '../outcome';

/** What an action type does when its turn comes. */
export type Behavior = (step: LinkedStep, execution: Execution) => Outcome | Promise<Outcome>;

/** The error of a block that names something that is not there, or nothing at all. */
export const missing = (kind: string, reference: string): Outcome =>
  failed(reference === '' ? `no ${kind} is named` : `there is no ${kind} ${reference}`);
