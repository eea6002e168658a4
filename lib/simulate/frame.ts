import type { LinkedStep } from './linked-flow';
import type { WorldFlow } from './world';

/** What belongs to one run of a flow or module and to nothing else. */
export interface Frame {
  readonly flow: WorldFlow;
  readonly flowAttributes: Map<string, string>;
  /** What blocks left behind for references, by root: External, Lex, Views, Metrics … */
  readonly results: Map<string, unknown>;
  readonly loops: Map<LinkedStep, number>;
  /** The step that comes next in this frame once a module it invoked returns. */
  returnTo: LinkedStep | null;
}

export const newFrame = (flow: WorldFlow): Frame => ({
  flow,
  flowAttributes: new Map(),
  results: new Map(),
  loops: new Map(),
  returnTo: null,
});
