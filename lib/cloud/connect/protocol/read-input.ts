import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../../aws-error';
import type { CloudRequest } from '../../http/message';
import { OPERATIONS, type Operation } from './operation';

export interface RoutedOperation {
  readonly operation: Operation;
  readonly labels: readonly string[];
}

/** The operation that a request asks for. @throws AwsError where there is none */
export const routed = ({ method, path }: CloudRequest): RoutedOperation => {
  for (const operation of OPERATIONS) {
    const match = operation.method === method ? operation.path.exec(path) : null;
    if (match) return { operation, labels: match.slice(1).map(decodeURIComponent) };
  }
  throw new AwsError('UnknownOperationException', `Connect has no operation at ${method} ${path}.`, 404);
};

const bodyOf = ({ body }: CloudRequest): Readonly<Record<string, unknown>> => {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, like any other body that is no object.
  }
  throw new AwsError('SerializationException', 'The body of the request is not a JSON object.');
};

const fromText = (schema: NormalizedSchema, text: string): unknown => {
  if (schema.isNumericSchema()) return Number(text);
  return schema.isBooleanSchema() ? text === 'true' : text;
};

const fromQuery = (schema: NormalizedSchema, name: string, query: URLSearchParams): unknown => {
  if (schema.isListSchema()) return query.getAll(name).map((text) => fromText(schema.getValueSchema(), text));
  return fromText(schema, query.get(name) ?? '');
};

/** The input of an operation, put together from path, query, headers and body. It is still to be checked. */
export const inputOf = ({ operation, labels }: RoutedOperation, request: CloudRequest): Record<string, unknown> => {
  const input = new Map(Object.entries(bodyOf(request)));
  for (const [name, schema] of operation.input.structIterator()) {
    const { httpQuery, httpHeader } = schema.getMergedTraits();
    if (httpQuery !== undefined && request.query.has(httpQuery)) {
      input.set(name, fromQuery(schema, httpQuery, request.query));
    }
    const header = httpHeader === undefined ? undefined : request.headers[httpHeader.toLowerCase()];
    if (header !== undefined) input.set(name, fromText(schema, header));
  }
  for (const [i, label] of operation.labels.entries()) input.set(label, labels[i]);
  return Object.fromEntries(input);
};
