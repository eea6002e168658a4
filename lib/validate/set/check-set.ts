import { isAllowed } from '../allowance';
import { check } from '../check';
import type { CheckContext, Issue } from '../issue';
import { type RuleSettings, withSettings } from '../rule-settings';
import type { FlowInSet, SetContext, SetIssue } from './flow-in-set';
import { type FlowSet, flowSetOf } from './flow-set';
import { SET_RULES } from './rules';
import type { SetFinding, SetRule } from './set-rule';
import { withoutSuperseded } from './superseded';

/** Where an issue stands in its flow; what concerns the whole flow comes first. */
const position = ({ path }: Issue): number => Number(/^Actions\[(\d+)\]/.exec(path)?.[1] ?? -1);

const ownIssues = (flow: FlowInSet, index: number, rules: RuleSettings | undefined): readonly SetIssue[] => {
  const { name, type, channel } = flow;
  const context: CheckContext & { readonly rules?: RuleSettings } = { name, type, channel, rules };
  return check(flow.document, context).map((issue) => ({ ...issue, flow: name, index }));
};

/** True where the flow itself says, with a reason, that an action may be as it is. */
const isKept = (set: FlowSet, issue: SetIssue): boolean => {
  const flow = set.flows[issue.index];
  return flow === undefined || !isAllowed(flow.document, issue);
};

const setIssue = (rule: SetRule, { flow, ...finding }: SetFinding): SetIssue => {
  const { severity = rule.severity, evidence = rule.evidence, more = rule.more } = finding;
  return { ...finding, rule: rule.name, severity, evidence, more, flow: flow.name, index: flow.index };
};

const between = (set: FlowSet): readonly SetIssue[] =>
  SET_RULES.flatMap((rule) => Array.from(rule.find(set), (finding) => setIssue(rule, finding))).filter((issue) =>
    isKept(set, issue),
  );

/**
 * Everything that the rules find in flows that work together: the issues of each document, and those that only show beside
 * the others. In the order of the flows, and of the actions in each.
 */
export const checkSet = (flows: readonly FlowInSet[], context: SetContext = {}): readonly SetIssue[] => {
  const set = flowSetOf(flows, context);
  const own = flows.flatMap((flow, index) => ownIssues(flow, index, context.rules));
  const beside = between(set);
  const issues = withSettings([...withoutSuperseded(own, beside, set), ...beside], context.rules);
  return issues.toSorted((a, b) => a.index - b.index || position(a) - position(b));
};
