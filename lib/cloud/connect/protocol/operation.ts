import * as sdk from '@aws-sdk/client-connect';
import type { CommandImpl } from '@smithy/core/client';
import { NormalizedSchema } from '@smithy/core/schema';

type Commands = Omit<typeof sdk, '$Command'>;
type NameIn<K> = K extends `${infer N}Command` ? N : never;

/** The operations of Connect's API, by the names that the SDK has for them. */
export type OperationName = NameIn<keyof Commands>;

type CommandOf<N extends OperationName> = InstanceType<Commands[`${N}Command`]>;
type Members<C> =
  C extends CommandImpl<infer I, infer O, infer _C, infer _SI, infer _SO> ? { input: I; output: O } : never;

/** What the API requires is there once an input has been checked. */
type Checked<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] : NonNullable<T[K]> };

export type OperationInput<N extends OperationName> = Checked<Members<CommandOf<N>>['input']>;
export type OperationOutput<N extends OperationName> = Omit<Members<CommandOf<N>>['output'], '$metadata'>;

/** An operation as it goes over the wire. */
export interface Operation {
  readonly name: OperationName;
  readonly method: string;
  readonly path: RegExp;
  /** Members of the input that stand in the path, in order. */
  readonly labels: readonly string[];
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
}

const OPERATION = 9;
type OperationSchema = readonly [
  9,
  string,
  OperationName,
  { readonly http: readonly [string, string, number] },
  unknown,
  unknown,
];

const isOperation = (value: unknown): value is OperationSchema => Array.isArray(value) && value[0] === OPERATION;

const LABEL = /\{(\w+)\}/g;
const literal = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const operationOf = ([, , name, { http }, input, output]: OperationSchema): Operation => {
  const [method, path] = http;
  return {
    name,
    method,
    path: new RegExp(`^${literal(path).replace(LABEL, '([^/]+)')}/?$`),
    labels: [...path.matchAll(LABEL)].map(([, label = '']) => label),
    input: NormalizedSchema.of(input as Parameters<typeof NormalizedSchema.of>[0]),
    output: NormalizedSchema.of(output as Parameters<typeof NormalizedSchema.of>[0]),
  };
};

/** Paths with fewer labels say more, so they are tried first. */
const bySpecificity = (a: Operation, b: Operation): number => a.labels.length - b.labels.length;

/** Every operation that the SDK knows. */
export const OPERATIONS: readonly Operation[] = Object.values<unknown>(sdk)
  .filter(isOperation)
  .map(operationOf)
  .sort(bySpecificity);

const BY_NAME: ReadonlyMap<string, Operation> = new Map(OPERATIONS.map((operation) => [operation.name, operation]));

export const operationNamed = (name: OperationName): Operation => BY_NAME.get(name) as Operation;

/** The status codes of the errors that the SDK knows. */
export const errorStatus = (code: string): number => {
  const schema: unknown = (sdk as Readonly<Record<string, unknown>>)[`${code}$`];
  const traits = Array.isArray(schema) ? (schema[3] as { readonly httpError?: number } | undefined) : undefined;
  return traits?.httpError ?? 400;
};
