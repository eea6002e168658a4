import { isWhisperFlow, LIMITS } from '../../language';
import { flowWithoutEnd, last, say } from '../example-flow';
import { type Component, circlesIn, componentsOf } from '../flow-facts/circles';
import { isTraceable } from '../flow-facts/flow-graph';
import { speakingSeconds } from '../flow-facts/speaking-time';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import type { PlacedAction, Subject } from '../subject';

/** How often a circle is gone round at most; a count that varies stands for one round. */
const roundsOf = (members: readonly PlacedAction[]): number => {
  const loops = members.filter(({ type }) => type === 'Loop');
  if (loops.length === 0) return Number.POSITIVE_INFINITY;
  return loops.reduce((rounds, { parameters: { LoopCount } }) => rounds * (Number(LoopCount) || 1), 1);
};

const secondsIn = ({ actions }: Subject, component: Component, isCircle: boolean): number => {
  const members = component.map((at) => actions[at] as PlacedAction);
  const once = members.reduce((sum, placed) => sum + speakingSeconds(placed), 0);
  return isCircle && once > 0 ? once * roundsOf(members) : once;
};

/** The longest that a way through the flow speaks: circles first, then the longest way from each to the end. */
const longest = (subject: Subject): number => {
  const { graph } = subject;
  const components = componentsOf(graph, (at) => graph.reached[at] === 1);
  const circles = new Set(circlesIn(graph, components));
  const secondsFrom = new Float64Array(graph.actions.length);
  for (const component of components) {
    const after = component.flatMap((at) => (graph.edges[at] ?? []).map(({ to }) => secondsFrom[to] ?? 0));
    const seconds = secondsIn(subject, component, circles.has(component)) + after.reduce((a, b) => Math.max(a, b), 0);
    for (const at of component) secondsFrom[at] = seconds;
  }
  return secondsFrom[graph.start] ?? 0;
};

const whisper = (text: string) => flowWithoutEnd(say('tell', text), last('end', 'EndFlowExecution'));

export const longWhisper: Rule = {
  name: 'long-whisper',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A whisper can go on for more than two minutes, by the length of its texts and the number of its prompts.',
  examples: {
    failing: whisper('A customer of ours. '.repeat(100)),
    passing: whisper('A customer of ours.'),
    context: { type: 'AGENT_WHISPER' },
  },
  *find(subject) {
    const { type } = subject.context;
    if (!type || !isWhisperFlow(type) || !isTraceable(subject.graph)) return;
    const seconds = longest(subject);
    if (seconds > LIMITS.whisperSeconds) yield { path: 'Actions', ...MESSAGES.longWhisper(seconds) };
  },
};
