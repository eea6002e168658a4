import type { LegalIn } from '../../language/wire';
import type { Branch, OnError, Step } from '../step';
import type { Value } from '../value';
import { type Profiling, profileStep } from './profile-step';

interface ObjectSearch {
  readonly profile: Value;
  /** `Asset`, `Order`, `Case`, or the name of an object type of one's own. */
  readonly type: Value;
  /** The newest object, or the one that has this value under this name. */
  readonly find: 'latest' | { readonly name: Value; readonly value: Value };
  /** What to keep, with the type before the name: `AssetPrice`, `OrderStatus`, `ObjectAttributes.colour`. */
  readonly keep?: readonly string[];
}

interface MaybeNone<T extends Profiling> extends OnError<T> {
  readonly none: Branch<T>;
}

/** Loads an asset, order, case or other object of a profile, for `customer.asset` and its like. */
export const getCustomerProfileObject = <T extends LegalIn<'GetCustomerProfileObject'>>(
  { profile, type, find, keep }: ObjectSearch,
  branches: MaybeNone<T>,
): Step<T> => {
  const found = find === 'latest' ? { UseLatest: 'true' } : { IdentifierName: find.name, IdentifierValue: find.value };
  const request = { ProfileId: profile, ObjectType: type, ...found };
  const planned = { type: 'GetCustomerProfileObject', block: 'Get profile object', words: String(type) } as const;
  return profileStep(getCustomerProfileObject, { ...planned, request, keep }, branches);
};

interface CalculatedSearch {
  readonly profile: Value;
  /** The attributes to load: `['_average_hold_time', '_frequent_caller']`. */
  readonly keep: readonly string[];
}

/** Loads calculated attributes of a profile, for `customer.calculated`. */
export const getCalculatedAttributes = <T extends LegalIn<'GetCalculatedAttributesForCustomerProfile'>>(
  { profile, keep }: CalculatedSearch,
  branches: MaybeNone<T>,
): Step<T> => {
  const planned = {
    type: 'GetCalculatedAttributesForCustomerProfile',
    block: 'Get calculated attributes',
    words: keep.join(' '),
    request: { ProfileId: profile },
    keep: keep.map((name) => `CalculatedAttributes.${name}`),
  } as const;
  return profileStep(getCalculatedAttributes, planned, branches);
};
