import type { JsonObject } from '../../language';
import type { Execution } from '../execution';
import type { WorldProfile } from '../world';

const PHONES = ['PhoneNumber', 'HomePhoneNumber', 'MobilePhoneNumber', 'BusinessPhoneNumber'];

/** The fields behind the standard search keys of Customer Profiles. */
const STANDARD_KEYS: Readonly<Record<string, readonly string[]>> = {
  _phone: PHONES,
  _email: ['EmailAddress', 'PersonalEmailAddress', 'BusinessEmailAddress'],
  _account: ['AccountNumber'],
};

/** One thing that a profile has to match. */
interface Criterion {
  readonly key: string;
  readonly value: string;
}

const valuesOf = ({ id, fields, keys }: WorldProfile, key: string): readonly (string | undefined)[] => {
  if (key === '_profileId') return [id];
  if (key === '_fullName') return [[fields.FirstName, fields.LastName].filter(Boolean).join(' ')];
  return [...(STANDARD_KEYS[key] ?? [key]).map((field) => fields[field]), ...(keys?.[key] ?? [])];
};

const matches = (profile: WorldProfile, { key, value }: Criterion): boolean => valuesOf(profile, key).includes(value);

const criteriaOf = (execution: Execution, request: JsonObject): readonly Criterion[] => {
  const { SearchCriteria, IdentifierName, IdentifierValue, PhoneNumber } = request;
  if (PhoneNumber !== undefined) return [{ key: '_phone', value: execution.text(PhoneNumber) }];
  const listed = (SearchCriteria ?? [{ IdentifierName, IdentifierValue } as JsonObject]) as readonly JsonObject[];
  return listed.map((each) => ({
    key: execution.text(each.IdentifierName),
    value: execution.text(each.IdentifierValue),
  }));
};

/** The profiles that a block looks for; null where it does not say for what. */
export const search = (
  execution: Execution,
  request: JsonObject,
  profiles: readonly WorldProfile[],
): readonly WorldProfile[] | null => {
  const criteria = criteriaOf(execution, request);
  if (criteria.length === 0 || criteria.some(({ key, value }) => key === '' || value === '')) return null;
  const any = request.LogicalOperator === 'OR';
  return profiles.filter((profile) =>
    any ? criteria.some((each) => matches(profile, each)) : criteria.every((each) => matches(profile, each)),
  );
};
