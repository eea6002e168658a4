import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import type { Outcome } from '../outcome';

/** What an action type does when its turn comes. */
export type Behavior = (step: LinkedStep, execution: Execution) => Outcome | Promise<Outcome>;
