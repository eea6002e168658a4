import { AwsError } from '../aws-error';

export const invalidRequest = (message: string): AwsError => new AwsError('InvalidRequestException', message);

export const invalidParameter = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** Refuses to delete what others still need. */
export const refuseInUse = (what: string, users: readonly { readonly name: string }[]): void => {
  const [first] = users;
  if (first === undefined) return;
  const more = users.length > 1 ? ` and ${users.length - 1} more` : '';
  throw new AwsError('ResourceInUseException', `${what} is used by "${first.name}"${more}.`, 409);
};

/** @throws AwsError for a name that is empty or too long */
export const checkName = (name: string | undefined, longest: number): void => {
  if (name === undefined || (name.trim() !== '' && name.length <= longest)) return;
  throw invalidParameter(`Name is ${name.length} characters long; it has to have 1 to ${longest}.`);
};

/** A text after an update: one that is not given stays, an empty one goes. */
export const kept = (given: string | undefined, before: string | undefined): string | undefined =>
  given === undefined ? before : given || undefined;
