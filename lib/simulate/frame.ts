import type { LinkedStep } from './linked-flow';
import type { WorldFlow } from './world';

/** What belongs to one run of a flow or module and to nothing else. Most flows leave most of it empty. */
export class Frame {
  /** The step that comes next in this frame once a module it invoked returns. */
  returnTo: LinkedStep | null = null;
  #flowAttributes: Map<string, string> | null = null;
  #results: Map<string, unknown> | null;
  #loops: Map<LinkedStep, number> | null = null;

  constructor(
    readonly flow: WorldFlow,
    results: Map<string, unknown> | null = null,
  ) {
    this.#results = results;
  }

  get flowAttributes(): Map<string, string> {
    this.#flowAttributes ??= new Map();
    return this.#flowAttributes;
  }

  /** What blocks left behind for references, by root: External, Lex, Views, Metrics … */
  get results(): Map<string, unknown> {
    this.#results ??= new Map();
    return this.#results;
  }

  get loops(): Map<LinkedStep, number> {
    this.#loops ??= new Map();
    return this.#loops;
  }
}
