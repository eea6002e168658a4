import type { Finding, Rule } from '../rule';
import type { FlowInSet, SetContext } from './flow-in-set';
import type { FlowSet, PlacedFlow } from './flow-set';

/** What a rule found in one flow of a set. */
export interface SetFinding extends Finding {
  readonly flow: PlacedFlow;
}

/** A set of flows for a rule to find something in, or to pass. */
export interface SetExample {
  readonly flows: readonly FlowInSet[];
  readonly context?: SetContext;
}

/** One question to a set of flows, named by the finding. */
export interface SetRule extends Pick<Rule, 'name' | 'severity' | 'evidence' | 'summary'> {
  /** Where to read about it. */
  readonly more?: string;
  readonly examples: { readonly failing: SetExample; readonly passing: SetExample };
  readonly find: (set: FlowSet) => Iterable<SetFinding>;
}
