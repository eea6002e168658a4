import { configProblems } from './config-problems';
import type { Issue } from './issue';
import { type RuleSettings, withSettings } from './rule-settings';
import { RULES } from './rules';
import { SET_RULES } from './set';

/** Findings that are known and accepted: of one rule, and where they are named, of one flow and one action. */
export interface Allowance {
  readonly rule: string;
  /** Name or file of the flow. */
  readonly flow?: string;
  /** Identifier of the action. */
  readonly action?: string;
  readonly reason: string;
}

/** How flows are to be checked, as `connect-flows.config.json` says it. */
export interface CheckConfig {
  readonly rules?: RuleSettings;
  readonly allow?: readonly Allowance[];
  /** The instance that the flows are for. */
  readonly instanceArn?: string;
  /** The account that the flows are for. */
  readonly account?: string;
}

/** A configuration, or everything that is wrong with it, a sentence each. */
export type ConfigReading =
  | { readonly ok: true; readonly config: CheckConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The name of every rule, those about sets of flows included. */
export const RULE_NAMES: readonly string[] = [...RULES, ...SET_RULES].map(({ name }) => name);

/** Reads a configuration that was parsed from JSON. */
export const readConfig = (value: unknown): ConfigReading => {
  const problems = configProblems(value, RULE_NAMES);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: value as CheckConfig };
};

/** An issue with where it was found, as allowances call that. */
export type FoundIssue = Issue & { readonly file?: string };

const covers = ({ rule, flow, action }: Allowance, issue: FoundIssue): boolean =>
  rule === issue.rule &&
  (flow === undefined || flow === issue.flow || flow === issue.file) &&
  (action === undefined || action === issue.action);

/** What stands after a configuration was applied, and the allowances that nothing was found for. */
export interface Standing<I> {
  readonly issues: readonly I[];
  readonly unused: readonly Allowance[];
}

export const withConfig = <I extends FoundIssue>(issues: readonly I[], config: CheckConfig): Standing<I> => {
  const { allow = [] } = config;
  const used = new Set<Allowance>();
  const standing = withSettings(issues, config.rules).filter((issue) => {
    const allowance = allow.find((each) => covers(each, issue));
    if (allowance !== undefined) used.add(allowance);
    return allowance === undefined;
  });
  return { issues: standing, unused: allow.filter((each) => !used.has(each)) };
};
