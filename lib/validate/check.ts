import type { FlowDocument } from '../language';
import type { CheckContext, Issue } from './issue';
import type { Finding, Rule } from './rule';
import { RULES } from './rules';
import { type Subject, subjectOf } from './subject';

const issueOf = (rule: Rule, finding: Finding, { name }: CheckContext): Issue => {
  const { severity = rule.severity, evidence = rule.evidence } = finding;
  return { ...finding, rule: rule.name, severity, evidence, flow: name };
};

/** Where an issue stands in the document; what concerns the whole document comes first. */
const position = ({ path }: Issue): number => Number(/^Actions\[(\d+)\]/.exec(path)?.[1] ?? -1);

const issuesOf = (subject: Subject, rules: readonly Rule[]): Issue[] =>
  rules.flatMap((rule) => Array.from(rule.find(subject), (finding) => issueOf(rule, finding, subject.context)));

/** Everything that the rules find in a flow, in the order of its actions. */
export const check = (document: FlowDocument, context: CheckContext = {}): readonly Issue[] =>
  issuesOf(subjectOf(document, context), RULES).sort((a, b) => position(a) - position(b));
