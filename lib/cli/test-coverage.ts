import type { FlowDocument } from '../language';
import { type Coverage, coverageOf, StepCounts, type WorldFlow } from '../simulate';
import type { Witness } from '../testing';

interface Counted {
  readonly flow: WorldFlow;
  readonly counts: StepCounts;
}

/** What tests reached of the flows of their contact centres; flows are the same where their documents are. */
export class TestCoverage {
  readonly #flows = new Map<FlowDocument, Counted>();

  add({ world, steps }: Pick<Witness, 'world' | 'steps'>): void {
    for (const flow of [...world.flows, ...world.modules])
      if (!this.#flows.has(flow.document)) this.#flows.set(flow.document, { flow, counts: new StepCounts() });
    for (const step of steps) this.#flows.get(step.flow.document)?.counts.onStep(step);
  }

  get coverage(): Coverage {
    return { flows: [...this.#flows.values()].flatMap(({ flow, counts }) => coverageOf(counts, [flow]).flows) };
  }
}
