import { AwsError } from '../aws-error';

interface PageRequest {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

const MOST = 1000;

const offsetOf = (token: string | undefined): number => {
  if (token === undefined) return 0;
  const offset = Number(
    Buffer.from(token, 'base64url')
      .toString('utf8')
      .replace(/^from:/, ''),
  );
  if (Number.isSafeInteger(offset) && offset > 0) return offset;
  throw new AwsError('InvalidParameterException', 'NextToken is none that this service gave.');
};

/** One page of a list, and the token for the next where there is one. */
export const pageOf = <T>(
  items: readonly T[],
  { MaxResults, NextToken }: PageRequest,
  usual: number,
): { readonly page: T[]; readonly NextToken: string | undefined } => {
  const size = MaxResults ?? usual;
  if (!Number.isInteger(size) || size < 1 || size > MOST) {
    throw new AwsError('InvalidParameterException', `MaxResults is ${size}; it has to be 1 to ${MOST}.`);
  }
  const from = offsetOf(NextToken);
  const till = from + size;
  const next = till < items.length ? Buffer.from(`from:${till}`).toString('base64url') : undefined;
  return { page: items.slice(from, till), NextToken: next };
};
