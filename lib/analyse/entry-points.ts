import { INITIATION_METHODS, isKnownInitiationMethod, JOURNEYS, type Journey, placeOf, type Stage } from '../journey';
import type { Channel, Json, JsonObject } from '../language';
import type { Centre, CentreFlow, EntryPoint } from './centre';
import { type Directory, directoryOf } from './directory';
import { firstMoment } from './explore/lifecycle';
import { programOf } from './flow/program';

/** Parameters that name an inbound flow; hooks do, too. */
const NAMING = ['ContactFlowId', 'ContactFlowArn'] as const;

const namesIn = (parameters: JsonObject): readonly Json[] => {
  const names: Json[] = [];
  for (const key of NAMING) if (parameters[key] !== undefined) names.push(parameters[key]);
  if (parameters.EventHooks !== undefined) names.push(...Object.values(parameters.EventHooks as JsonObject));
  return names;
};

/** The flows that a flow names, and those that its modules name. */
const namedBy = (flow: CentreFlow, directory: Directory, seen = new Set<CentreFlow>()): ReadonlySet<CentreFlow> => {
  const named = new Set<CentreFlow>();
  if (seen.has(flow)) return named;
  seen.add(flow);
  for (const { parameters } of programOf(flow).steps) {
    for (const name of namesIn(parameters)) {
      const found = directory.flow(String(name));
      if (found !== undefined) named.add(found);
    }
    const module = parameters.FlowModuleId && directory.module(String(parameters.FlowModuleId));
    if (module) for (const each of namedBy(module, directory, seen)) named.add(each);
  }
  return named;
};

const startsAnew = ({ method }: Journey): boolean =>
  isKnownInitiationMethod(method) && INITIATION_METHODS[method].follows === 'nothing';

const isAt = (stage: Stage | undefined, at: string): boolean => stage !== undefined && placeOf(stage).at === at;

/** The first method of the rulebook by which contacts of a channel start where `at` names the flow. */
const methodAt = (journeys: readonly Journey[], channel: Channel, at: 'entry point' | 'queue'): string | undefined =>
  journeys.find((journey) => {
    const [first] = journey.stages;
    return journey.channel === channel && startsAnew(journey) && isAt(first, at) && firstMoment(journey) === first?.on;
  })?.method;

/**
 * The flows with which contacts can start: what a number leads to or no other flow names, and one of each circle that nothing
 * else leads to.
 */
const firstFlows = (centre: Centre, entryType: string): readonly CentreFlow[] => {
  const directory = directoryOf(centre);
  const called = new Set((centre.calledFlows ?? []).map((arn) => directory.flow(arn)));
  const names = new Map(centre.flows.map((flow) => [flow, namedBy(flow, directory)]));
  const named = new Set<CentreFlow>();
  for (const [flow, others] of names) for (const other of others) if (other !== flow) named.add(other);
  const candidates = centre.flows.filter(({ type }) => type === entryType);
  const first = candidates.filter((flow) => called.has(flow) || !named.has(flow));
  const reached = new Set<CentreFlow>();
  const reach = (flow: CentreFlow): void => {
    if (reached.has(flow)) return;
    reached.add(flow);
    for (const next of names.get(flow) ?? []) reach(next);
  };
  first.forEach(reach);
  const inCircles = candidates.filter((flow) => {
    const isNew = !reached.has(flow);
    if (isNew) reach(flow);
    return isNew;
  });
  return [...first, ...inCircles];
};

/** What is known of how the contacts of a flow arrive. */
interface Arrivals {
  /** @default calls */
  readonly channelOf?: (flow: CentreFlow) => Channel | undefined;
  readonly journeys?: readonly Journey[];
}

/** An entry point that names a flow or a queue; undefined for a channel on which nothing starts there. */
export const entryPointFor = (
  { name, arn }: Pick<CentreFlow, 'name' | 'arn'>,
  at: 'flow' | 'queue',
  channel: Channel = 'VOICE',
  journeys: readonly Journey[] = JOURNEYS,
): EntryPoint | undefined => {
  const method = methodAt(journeys, channel, at === 'flow' ? 'entry point' : 'queue');
  return method === undefined ? undefined : { name, method, channel, [at]: arn };
};

/**
 * Entry points of a centre, as far as it tells: every inbound flow that a number leads to or no other flow names, and every
 * queue that agents may call from.
 */
export const entryPointsOf = (
  centre: Centre,
  { channelOf = () => undefined, journeys }: Arrivals = {},
): readonly EntryPoint[] => [
  ...firstFlows(centre, 'CONTACT_FLOW').flatMap((flow) => entryPointFor(flow, 'flow', channelOf(flow), journeys) ?? []),
  ...centre.queues.flatMap((queue) => entryPointFor(queue, 'queue', 'VOICE', journeys) ?? []),
];
