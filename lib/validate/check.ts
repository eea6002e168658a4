import type { FlowDocument } from '../language';
import { isAllowed } from './allowance';
import type { CheckContext, Issue } from './issue';
import type { Finding, Rule } from './rule';
import { type RuleSettings, withSettings } from './rule-settings';
import { RULES } from './rules';
import { type Subject, subjectOf } from './subject';

const issueOf = (rule: Rule, finding: Finding, { name }: CheckContext): Issue => {
  const { severity = rule.severity, evidence = rule.evidence } = finding;
  return { ...finding, rule: rule.name, severity, evidence, flow: name };
};

/** Where an issue stands in the document; what concerns the whole document comes first. */
const position = ({ path }: Issue): number => Number(/^Actions\[(\d+)\]/.exec(path)?.[1] ?? -1);

const inOrder = (issues: readonly Issue[]): readonly Issue[] =>
  issues
    .map((issue) => ({ issue, at: position(issue) }))
    .sort((a, b) => a.at - b.at)
    .map(({ issue }) => issue);

const USUAL_RULES = RULES.filter(({ off }) => off !== true);

const isOn = ({ name, off }: Rule, settings: RuleSettings): boolean => {
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return setting === undefined ? off !== true : setting !== 'off';
};

/** Nobody reads more of one kind, and a hostile document could hold a hundred thousand. */
const MOST_FINDINGS = 1_000;

const issuesOf = (subject: Subject, rules: readonly Rule[]): readonly Issue[] => {
  const issues: Issue[] = [];
  for (const rule of rules) {
    let left = MOST_FINDINGS;
    for (const finding of rule.find(subject)) {
      issues.push(issueOf(rule, finding, subject.context));
      if (--left === 0) break;
    }
  }
  return issues;
};

/** Everything that the rules find in a flow, in the order of its actions. */
export const check = (document: FlowDocument, context: CheckContext = {}): readonly Issue[] => {
  const { rules: settings } = context;
  const rules = settings === undefined ? USUAL_RULES : RULES.filter((rule) => isOn(rule, settings));
  const issues = issuesOf(subjectOf(document, context), rules);
  if (issues.length === 0) return issues;
  const kept = issues.filter((issue) => !isAllowed(document, issue));
  return inOrder(withSettings(kept, settings));
};
