import type { LegalIn } from '../../language/wire';
import { FlowBuildError } from '../flow-build-error';
import { wrongCount } from '../messages';
import { contact, type ProfileField } from '../reference';
import type { Branch, OnError, Step } from '../step';
import type { Value, Values } from '../value';
import { writtenBy } from '../written';
import { type Profiling, profileStep } from './profile-step';

/** What a profile is found by: `{ _phone: contact.customerNumber }`. One to five names, each with a value. */
type ProfileSearch = Values;

interface Found<T extends Profiling> extends OnError<T> {
  readonly none: Branch<T>;
  /** Several profiles fit. */
  readonly multiple: Branch<T>;
}

interface SearchOptions {
  /** Of several names: `all` have to fit (the default), or `any`. */
  readonly match?: 'all' | 'any';
  /** The fields that `customer` shall read afterwards. */
  readonly keep?: readonly ProfileField[];
}

const MOST_NAMES = 5;

const requestOf = (search: ProfileSearch, match: 'all' | 'any') => {
  const criteria = Object.entries(search).map(([name, value]) => ({ IdentifierName: name, IdentifierValue: value }));
  const [first] = criteria;
  if (first === undefined || criteria.length > MOST_NAMES) {
    const problem = wrongCount('names to find the profile by', criteria.length, [1, MOST_NAMES]);
    throw new FlowBuildError(problem, { step: 'Get customer profile', written: writtenBy(getCustomerProfile) });
  }
  return criteria.length === 1 ? first : { SearchCriteria: criteria, LogicalOperator: match === 'all' ? 'AND' : 'OR' };
};

/** Finds one customer profile, which later steps and `customer` then mean. */
export const getCustomerProfile = <T extends LegalIn<'GetCustomerProfile'>>(
  search: ProfileSearch,
  branches: Found<T>,
  { match = 'all', keep }: SearchOptions = {},
): Step<T> => {
  const words = Object.keys(search).join(' ');
  const request = requestOf(search, match);
  const planned = { type: 'GetCustomerProfile', block: 'Get customer profile', words, request, keep } as const;
  return profileStep(getCustomerProfile, planned, branches);
};

type ProfileValues = { readonly [F in ProfileField]?: Value };

interface Kept<T extends Profiling> extends OnError<T> {
  /** The fields that `customer` shall read afterwards. */
  readonly keep?: readonly ProfileField[];
}

/** Makes a customer profile; values have up to 255 characters. */
export const createCustomerProfile = <T extends LegalIn<'CreateCustomerProfile'>>(
  fields: ProfileValues,
  { keep, ...branches }: Kept<T> = {},
): Step<T> => {
  const planned = { type: 'CreateCustomerProfile', block: 'Create customer profile', request: fields, keep } as const;
  return profileStep(createCustomerProfile, planned, branches);
};

/** Changes the profile that was found or made before in this flow. */
export const updateCustomerProfile = <T extends LegalIn<'UpdateCustomerProfile'>>(
  fields: ProfileValues,
  { keep, ...branches }: Kept<T> = {},
): Step<T> => {
  const planned = { type: 'UpdateCustomerProfile', block: 'Update customer profile', request: fields, keep } as const;
  return profileStep(updateCustomerProfile, planned, branches);
};

/** Ties a contact, this one unless another is named, to a profile: `customer.profileId` after it was found. */
export const associateContactToCustomerProfile = <T extends LegalIn<'AssociateContactToCustomerProfile'>>(
  profile: Value,
  { contactId = contact.id, ...branches }: OnError<T> & { readonly contactId?: Value } = {},
): Step<T> => {
  const request = { ProfileId: profile, ContactId: contactId };
  const block = 'Associate contact to customer profile';
  const planned = { type: 'AssociateContactToCustomerProfile', block, request } as const;
  return profileStep(associateContactToCustomerProfile, planned, branches);
};
