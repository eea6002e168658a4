import type { Json } from '../../../language';
import { AwsError } from '../../aws-error';
import { isTrue } from './condition-functions';
import type { Scope } from './evaluate';
import { isObject, member, type Template } from './template';

const failed = (assertions: Json | undefined, scope: Scope): readonly string[] =>
  (Array.isArray(assertions) ? (assertions as readonly Json[]) : []).flatMap((each) => {
    if (!isObject(each) || isTrue(member(each, 'Assert') ?? true, scope, 'Assert')) return [];
    return [String(member(each, 'AssertDescription') ?? 'an assertion does not hold')];
  });

/** Checks what a template asserts about its parameters. @throws AwsError with the descriptions of what does not hold */
export const refuseBrokenRules = ({ rules }: Template, scope: Scope): void => {
  for (const [name, rule] of Object.entries(rules)) {
    if (!isObject(rule)) continue;
    const applies = member(rule, 'RuleCondition');
    if (applies !== undefined && !isTrue(applies, scope, 'RuleCondition')) continue;
    const problems = failed(member(rule, 'Assertions'), scope);
    if (problems.length > 0)
      throw new AwsError('ValidationError', `Template error: rule ${name}: ${problems.join('; ')}`);
  }
};
