import type { Json, WireAction } from '../../language';
import type { World, WorldFlow } from '../../simulate';
import { flowsOf } from './flows';

/** An action of a flow. */
export interface Place {
  readonly flow: WorldFlow;
  readonly action: WireAction;
}

const holds = (value: Json | undefined, wanted: (text: string) => boolean): boolean => {
  if (typeof value === 'string') return wanted(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each: Json) => holds(each, wanted));
};

interface Named {
  readonly arn: string;
  readonly name: string;
}

const isReferenceTo =
  ({ arn, name }: Named) =>
  (text: string): boolean =>
    text === arn || text === name || (arn.includes('/') && text === arn.slice(arn.lastIndexOf('/') + 1));

/** The actions that name a flow (as a hook, as what comes next, as a module) or a queue. */
export const actionsNaming = (world: World, named: Named): readonly Place[] =>
  flowsOf(world).flatMap((flow) =>
    flow.document.Actions.filter(({ Parameters }) => holds(Parameters, isReferenceTo(named))).map((action) => ({
      flow,
      action,
    })),
  );

/** Queues and quick connects that name a flow. */
export const thingsNaming = ({ queues, quickConnects }: World, { arn }: WorldFlow): readonly string[] => [
  ...queues.filter(({ outboundWhisperFlow }) => outboundWhisperFlow === arn).map(({ name }) => `queue "${name}"`),
  ...quickConnects.filter(({ flow }) => flow === arn).map(({ name }) => `quick connect "${name}"`),
];
