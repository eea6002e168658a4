import { textsIn } from '../described-values';
import { hasPlaceholder } from '../placeholder';
import { referencesIn } from '../references';
import { type PlacedAction, subjectOf } from '../subject';
import { directoryOf, type Target } from './directory';
import type { FlowInSet, SetContext } from './flow-in-set';
import { type FlowReference, flowReferencesIn } from './flow-references';

/** A value that an action reads while the flow runs. */
export interface ReadValue {
  readonly action: PlacedAction;
  readonly path: string;
  /** `['Attributes', 'tier']` */
  readonly keys: readonly string[];
}

/** A flow of a set with what the rules look at. */
export interface PlacedFlow extends FlowInSet {
  readonly index: number;
  readonly actions: readonly PlacedAction[];
  readonly reads: readonly ReadValue[];
}

/** A flow or module that another one names. */
export interface Link extends FlowReference {
  readonly from: PlacedFlow;
  readonly target: Target<PlacedFlow>;
}

/** A set of flows under check. */
export interface FlowSet {
  readonly flows: readonly PlacedFlow[];
  readonly links: readonly Link[];
  readonly context: SetContext;
}

function* readsOf(action: PlacedAction): Generator<ReadValue> {
  for (const [path, text] of textsIn(action.parameters, `${action.path}.Parameters`)) {
    if (!text.includes('$') || hasPlaceholder(text)) continue;
    for (const keys of referencesIn(text)) yield { action, path, keys };
  }
}

const place = (flow: FlowInSet, index: number): PlacedFlow => {
  const { actions } = subjectOf(flow.document, {});
  return { ...flow, index, actions, reads: actions.flatMap((action) => [...readsOf(action)]) };
};

const linksOf = (flows: readonly PlacedFlow[]): readonly Link[] => {
  const find = directoryOf(flows);
  return flows.flatMap((from) =>
    from.actions.flatMap((action) =>
      Array.from(flowReferencesIn(action), (reference) => ({ ...reference, from, target: find(reference.value) })),
    ),
  );
};

export const flowSetOf = (given: readonly FlowInSet[], context: SetContext): FlowSet => {
  const flows = given.map(place);
  return { flows, links: linksOf(flows), context };
};
