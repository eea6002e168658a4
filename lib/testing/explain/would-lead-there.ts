import type { World, WorldFlow } from '../../simulate';
import type { Witness } from '../witness';
import { departure } from './departure';
import { decisions, wayText } from './hop-text';
import { actionsNaming, type Place, thingsNaming } from './mentions';
import { wayTo } from './way';

/** Whether a flow or module ran on one of the contacts. */
export const didRun = (witness: Witness, flow: WorldFlow): boolean =>
  witness.steps.some((taken) => taken.flow.document === flow.document && witness.contacts.includes(taken.contact));

/** What leads to an action inside its flow, and where this run went elsewhere. */
const insideFlow = (witness: Witness, { flow, action }: Place): readonly string[] => {
  const way = wayTo(flow.document, action.Identifier);
  if (way === undefined) return ['Nothing in that flow leads there.'];
  const there = decisions(way).length === 0 ? [] : [`What leads there: ${wayText(way, witness.world)}.`];
  return [...there, ...[departure(witness, flow, way)].filter((sentence) => sentence !== undefined)];
};

const places = (found: readonly Place[]): string =>
  found.map(({ flow, action }) => `action "${action.Identifier}" of flow "${flow.name}"`).join(', ');

/** What has to come about for a flow to run that has not. */
export const intoFlow = (witness: Witness, flow: WorldFlow): readonly string[] => {
  const { world } = witness;
  const naming = actionsNaming(world, flow);
  const things = thingsNaming(world, flow);
  const [first] = naming;
  const named = [...(naming.length > 0 ? [places(naming)] : []), ...things];
  if (named.length === 0) return [`Flow "${flow.name}" did not run${nothingNames(world, flow)}.`];
  const way = first && didRun(witness, first.flow) ? insideFlow(witness, first) : [];
  return [`Flow "${flow.name}" did not run. It is named by ${named.join(', ')}.`, ...way];
};

const nothingNames = (world: World, { type, arn }: WorldFlow): string =>
  world.flows.some((each) => each.arn === arn) && type !== 'CONTACT_FLOW'
    ? ', and no action, queue or quick connect names it; a function may'
    : '';

/** What would have led to an action, as sentences. */
export const wouldLeadTo = (witness: Witness, place: Place): readonly string[] =>
  didRun(witness, place.flow)
    ? insideFlow(witness, place)
    : [...intoFlow(witness, place.flow), ...insideFlow(witness, place)];
