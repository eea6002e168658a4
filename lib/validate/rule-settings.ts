import type { Issue, Severity } from './issue';

/** How a rule is to be taken: not at all, or with every finding of it at one severity. */
export type RuleSetting = Severity | 'off';

/** Settings by the name of the rule; a rule that is not named stays as it is. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

const settingOf = (rules: RuleSettings, rule: string): RuleSetting | undefined =>
  Object.hasOwn(rules, rule) ? rules[rule] : undefined;

/** The issues as the settings want them. Applying the same settings again changes nothing. */
export const withSettings = <I extends Issue>(issues: readonly I[], rules: RuleSettings = {}): readonly I[] =>
  issues.flatMap((issue) => {
    const setting = settingOf(rules, issue.rule);
    if (setting === 'off') return [];
    return setting === undefined || setting === issue.severity ? [issue] : [{ ...issue, severity: setting }];
  });
