import { compare, flow, onErrors, say, step, when } from '../example-flow';
import { type Component, circlesIn, componentsOf } from '../flow-facts/circles';
import { type FlowGraph, isTraceable } from '../flow-facts/flow-graph';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn, type PlacedAction, type Subject } from '../subject';

/** True for what is over at once, so that a circle of such actions never rests. */
const isInstant = ({ spec }: PlacedAction): boolean => spec !== undefined && spec.participant === undefined;

const counts = ({ type }: PlacedAction): boolean => type === 'Loop';

const leaves = ({ spec }: PlacedAction): boolean => spec?.leavesFlow === true;

/** An action with fewer edges than transitions: where the missing one leads is another finding. */
const leadsNowhere = ({ edges }: FlowGraph, { index, next, errors, conditions }: PlacedAction): boolean =>
  (edges[index]?.length ?? 0) < errors.length + conditions.length + (next === undefined ? 0 : 1);

const hasWayOut = (graph: FlowGraph, circle: Component, members: readonly PlacedAction[]): boolean => {
  const inside = new Set(circle);
  if (members.some(leaves) || members.some((placed) => leadsNowhere(graph, placed))) return true;
  return circle.some((at) => graph.edges[at]?.some(({ to }) => !inside.has(to)));
};

const findingOf = ({ graph, actions }: Subject, circle: Component): Finding | undefined => {
  const members = [...circle].sort((a, b) => a - b).map((at) => actions[at] as PlacedAction);
  const [first] = members;
  if (first === undefined) return undefined;
  if (!hasWayOut(graph, circle, members)) return foundIn(first, { path: '', ...MESSAGES.endlessCircle(members) });
  if (members.some(counts)) return undefined;
  return foundIn(first, { path: '', severity: 'warning', ...MESSAGES.restlessCircle(members) });
};

const around = (NextAction: string) => ({ NextAction, Errors: onErrors(['NoMatchingError'], NextAction) });

const comparing = (wayOut: string) => ({
  NextAction: wayOut,
  Conditions: when('Equals', ['3'], wayOut),
  Errors: onErrors(['NoMatchingCondition'], wayOut),
});

const circle = (wayOut: string) =>
  flow(
    step('count', 'UpdateContactAttributes', { Attributes: { tries: '1' } }, around('enough')),
    { ...compare('enough', '$.Attributes.tries', ['3'], wayOut), Transitions: comparing(wayOut) },
    say('sorry', 'Sorry.'),
  );

export const endlessCircle: Rule = {
  name: 'endless-circle',
  severity: 'error',
  evidence: 'assumed',
  summary:
    'Actions run in a circle without rest: never left (error), or left only if something else changes (warning).',
  examples: { failing: circle('count'), passing: circle('sorry') },
  find(subject) {
    const { graph, actions } = subject;
    if (!isTraceable(graph)) return [];
    const includes = (at: number): boolean => graph.reached[at] === 1 && isInstant(actions[at] as PlacedAction);
    const circles = circlesIn(graph, componentsOf(graph, includes));
    return circles.flatMap((members) => findingOf(subject, members) ?? []);
  },
};
