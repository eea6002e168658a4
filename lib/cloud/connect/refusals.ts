import { AwsError } from '../aws-error';
import type { CloudAssumptions } from './assumptions';

export const invalidRequest = (message: string): AwsError => new AwsError('InvalidRequestException', message);

export const invalidParameter = (message: string): AwsError => new AwsError('InvalidParameterException', message);

type Users = readonly { readonly name: string }[];

const usedBy = (what: string, users: Users): string => {
  const more = users.length > 1 ? ` and ${users.length - 1} more` : '';
  return `${what} is used by "${users[0]?.name}"${more}.`;
};

/** Refuses to delete what others still need, where the API says that it does. */
export const refuseInUse = (what: string, users: Users): void => {
  if (users.length > 0) throw new AwsError('ResourceInUseException', usedBy(what, users), 409);
};

/** Refuses to delete what others still need, where the API does not say. */
export const refuseUsed = (answer: CloudAssumptions['usedResource'], what: string, users: Users): void => {
  if (answer === 'kept' && users.length > 0) throw invalidRequest(usedBy(what, users));
};

/** @throws AwsError for a name that is empty or too long */
export const checkName = (name: string | undefined, longest: number): void => {
  if (name === undefined || (name.trim() !== '' && name.length <= longest)) return;
  throw invalidParameter(`Name is ${name.length} characters long; it has to have 1 to ${longest}.`);
};

/** A text after an update: one that is not given stays, an empty one goes. */
export const kept = (given: string | undefined, before: string | undefined): string | undefined =>
  given === undefined ? before : given || undefined;

/** Refuses lists that are longer than the API takes, in its own words. */
export const refuseTooMany = (member: string, { length }: { readonly length: number }, most: number): void => {
  if (length > most) throw invalidParameter(`${member} must include at most ${most} items`);
};
