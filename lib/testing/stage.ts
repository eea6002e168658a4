import type { FlowScope } from '../language';
import type { FlowRun } from '../simulate';
import { type Watched, WITNESS, type Witness } from './witness';

/** The part of a contact in which a type of flow runs. */
export class Stage implements Watched {
  constructor(
    private readonly of: Watched,
    readonly flowType: FlowScope,
  ) {}

  /** The last flow of the type that ran. */
  get run(): FlowRun | undefined {
    return this[WITNESS].runs.findLast(({ flowType }) => flowType === this.flowType);
  }

  get [WITNESS](): Witness {
    return this.of[WITNESS];
  }
}
