import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from './message';

export type JsonInput = Readonly<Record<string, unknown>>;

/** What a request in AWS's JSON protocol asks for, e.g. `GetParameter`. */
export const jsonAction = ({ headers }: CloudRequest): string =>
  (headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';

/** @throws AwsError where the body is no JSON object */
export const jsonInput = ({ body }: CloudRequest): JsonInput => {
  try {
    const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonInput;
  } catch {
    // Said below, like any other body that is no object.
  }
  throw new AwsError('SerializationException', 'The body of the request is not a JSON object.');
};

export const jsonAnswer = (result: unknown): CloudResponse => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(result),
});

/** @throws AwsError where the member is missing or no text */
export const jsonText = (input: JsonInput, name: string): string => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (typeof value === 'string') return value;
  throw new AwsError('ValidationException', `${name} is missing, or no text.`);
};
