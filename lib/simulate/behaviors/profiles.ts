import type { Json, JsonObject } from '../../language';
import { settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, NEXT, type Outcome } from '../outcome';
import { randomUuid } from '../random';
import { textMap } from '../values';
import type { WorldProfile, WorldProfileObject } from '../world';
import { type Behavior, missing } from './behavior';
import { search } from './profile-search';
import { storedIn } from './stored';

/** Limits of the block page. */
const VALUE_CHARACTERS = 255;
const KEPT_CHARACTERS = 14_000;

const NO_PROFILE = 'there is no such profile';

const requestOf = ({ parameters }: LinkedStep): JsonObject => (parameters.ProfileRequestData ?? {}) as JsonObject;

/** Names of the fields to keep: a list in console exports, an object on the page. */
const listedIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : Object.keys((value ?? {}) as JsonObject);

const arnOf = ({ kernel }: Execution, id: string): string => {
  const { region, instanceArn } = kernel.world.world;
  return `arn:aws:profile:${region}:${instanceArn.split(':')[4]}:domains/simulated/profiles/${id}`;
};

const idOf = (execution: Execution, value: Json | undefined): string => {
  const text = execution.text(value);
  return text.slice(text.lastIndexOf('/') + 1);
};

const profileWith = (execution: Execution, id: string): WorldProfile | undefined =>
  storedIn(execution.kernel).profiles.find((each) => each.id === id);

/** Adds to what the flow already keeps of the customer; beyond the limit nothing is added. */
const addToKept = (execution: Execution, more: JsonObject): Outcome => {
  const { results } = execution.frame;
  const kept = { ...((results.get('Customer') ?? {}) as JsonObject), ...more };
  if (JSON.stringify(kept).length > KEPT_CHARACTERS)
    return failed(`a flow keeps ${KEPT_CHARACTERS} characters of profile data at most`);
  results.set('Customer', kept);
  return NEXT;
};

/** Those of `values` that the block lists, by any of the names under which it may list them. */
const listedOf = (
  step: LinkedStep,
  execution: Execution,
  values: Readonly<Record<string, string>>,
  prefixes: readonly string[],
): Record<string, string> => {
  const listed = listedIn(step.parameters.ProfileResponseData);
  const all = listed.length === 0 && execution.kernel.assumption('unlistedFields') === 'all';
  const isListed = (field: string) => all || prefixes.some((prefix) => listed.includes(prefix + field));
  return Object.fromEntries(Object.entries(values).filter(([field]) => isListed(field)));
};

const keepProfile = (step: LinkedStep, execution: Execution, profile: WorldProfile): Outcome => {
  const { id, fields, attributes = {} } = profile;
  return addToKept(execution, {
    ...listedOf(step, execution, fields, ['']),
    Attributes: listedOf(step, execution, attributes, ['Attributes.']),
    ProfileId: id,
    ProfileARN: arnOf(execution, id),
  });
};

const getCustomerProfile: Behavior = (step, execution) => {
  const found = search(execution, requestOf(step), storedIn(execution.kernel).profiles);
  if (found === null) return failed('it searches for nothing');
  const [first] = found;
  if (first === undefined) return failed(NO_PROFILE, 'NoneFoundError');
  if (found.length > 1) return failed(`there are ${found.length} such profiles`, 'MultipleFoundError');
  return keepProfile(step, execution, first);
};

/** Fields and own attributes as a block writes them; null where a value is too long. */
const written = (
  step: LinkedStep,
  execution: Execution,
): Required<Pick<WorldProfile, 'fields' | 'attributes'>> | null => {
  const { Attributes = {}, ...request } = requestOf(step);
  const fields = Object.fromEntries(textMap(execution, request));
  const attributes = Object.fromEntries(textMap(execution, Attributes));
  const values = [...Object.values(fields), ...Object.values(attributes)];
  return values.some((value) => value.length > VALUE_CHARACTERS) ? null : { fields, attributes };
};

const TOO_LONG = `a value has more than ${VALUE_CHARACTERS} characters`;

const createCustomerProfile: Behavior = (step, execution) => {
  const values = written(step, execution);
  if (values === null) return failed(TOO_LONG);
  const profile: WorldProfile = { id: randomUuid(execution.kernel.random), ...values };
  const stored = storedIn(execution.kernel);
  stored.profiles = [...stored.profiles, profile];
  return keepProfile(step, execution, profile);
};

/** The profile that the flow found or created before. */
const current = (execution: Execution): WorldProfile | undefined => {
  const kept = execution.frame.results.get('Customer') as JsonObject | undefined;
  return kept && profileWith(execution, String(kept.ProfileId));
};

const updateCustomerProfile: Behavior = (step, execution) => {
  const known = current(execution);
  if (!known) return failed('the flow found or created no profile before');
  const values = written(step, execution);
  if (values === null) return failed(TOO_LONG);
  const updated: WorldProfile = {
    ...known,
    fields: { ...known.fields, ...values.fields },
    attributes: { ...known.attributes, ...values.attributes },
  };
  const stored = storedIn(execution.kernel);
  stored.profiles = stored.profiles.map((each) => (each === known ? updated : each));
  return keepProfile(step, execution, updated);
};

const associateContactToCustomerProfile: Behavior = (step, execution) => {
  const { ProfileId, ContactId } = requestOf(step);
  const id = idOf(execution, ProfileId);
  const contactId = execution.text(ContactId);
  const target = execution.kernel.contacts.find((each) => each.id === contactId);
  if (!profileWith(execution, id)) return missing('profile', id);
  if (!target) return missing('contact', contactId);
  settingsOf(target).profileId = id;
  return NEXT;
};

const getCalculatedAttributes: Behavior = (step, execution) => {
  const profile = profileWith(execution, idOf(execution, requestOf(step).ProfileId));
  if (!profile) return failed(NO_PROFILE, 'NoneFoundError');
  if (profile.calculated === undefined) return failed('the profile has no calculated attributes', 'NoneFoundError');
  const CalculatedAttributes = listedOf(step, execution, profile.calculated, ['', 'CalculatedAttributes.']);
  return addToKept(execution, { CalculatedAttributes });
};

const STANDARD_OBJECTS: readonly string[] = ['Asset', 'Order', 'Case'];

const keepObject = (step: LinkedStep, execution: Execution, { type, fields }: WorldProfileObject): Outcome => {
  const standard = STANDARD_OBJECTS.includes(type);
  const kept = listedOf(step, execution, fields, standard ? ['', type, `${type}.`] : ['', 'ObjectAttributes.']);
  return addToKept(execution, { [standard ? type : 'ObjectAttributes']: kept });
};

const getCustomerProfileObject: Behavior = (step, execution) => {
  const { ProfileId, ObjectType, UseLatest, IdentifierName, IdentifierValue } = requestOf(step);
  const profile = profileWith(execution, idOf(execution, ProfileId));
  if (!profile) return failed(NO_PROFILE, 'NoneFoundError');
  const type = execution.text(ObjectType);
  const key = execution.text(IdentifierName);
  const latest = execution.text(UseLatest) === 'true';
  if (!latest && key === '') return failed('neither the latest object nor one by an identifier is asked for');
  const value = execution.text(IdentifierValue);
  const found = (profile.objects ?? []).filter((each) => each.type === type && (latest || each.fields[key] === value));
  const last = found.at(-1);
  return last ? keepObject(step, execution, last) : failed(`the profile has no such ${type}`, 'NoneFoundError');
};

export const PROFILE_BEHAVIORS = {
  GetCustomerProfile: getCustomerProfile,
  CreateCustomerProfile: createCustomerProfile,
  UpdateCustomerProfile: updateCustomerProfile,
  AssociateContactToCustomerProfile: associateContactToCustomerProfile,
  GetCalculatedAttributesForCustomerProfile: getCalculatedAttributes,
  GetCustomerProfileObject: getCustomerProfileObject,
} satisfies Record<string, Behavior>;
