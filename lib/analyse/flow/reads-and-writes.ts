import { interpolate, isReference, type Json, type JsonObject, parseReference } from '../../language';
import { pathOf } from '../facts/variables';
import type { Step } from './program';

/** Parameters by which actions decide where a contact goes. */
const DECIDING: ReadonlySet<string> = new Set([
  'ComparisonValue',
  'QueueId',
  'AgentId',
  'ContactFlowId',
  'ContactFlowArn',
  'FlowModuleId',
  'LambdaFunctionARN',
  'LoopCount',
]);

const NO_PATHS: readonly string[] = [];

/** The paths of the references in a text. */
export const pathsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value !== 'string' || !value.includes('$')) return NO_PATHS;
  const whole = isReference(value) ? parseReference(value) : undefined;
  if (whole) return [pathOf(whole)];
  const paths: string[] = [];
  interpolate(value, (keys) => {
    paths.push(pathOf(keys));
    return undefined;
  });
  return paths;
};

const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** What an action reads in order to decide. */
export const readsOf = ({ parameters, conditions }: Step): readonly string[] => {
  const paths: string[] = [];
  for (const key in parameters) {
    if (DECIDING.has(key)) paths.push(...pathsIn(parameters[key]));
    if (key === 'EventHooks') for (const flow of Object.values(object(parameters[key]))) paths.push(...pathsIn(flow));
  }
  for (const { operand } of conditions) paths.push(...pathsIn(operand));
  return paths.length === 0 ? NO_PATHS : paths;
};

const valueIn = (wrapped: Json | undefined): Json | undefined => object(wrapped).Value ?? wrapped;

/** A value, and the path under which it is kept; the path may hold a reference itself. */
export type Write = readonly [path: string, value: Json | undefined];

const under = (root: string, values: Json | undefined): readonly Write[] =>
  Object.entries(object(values)).map(([key, value]) => [`${root}.${key}`, valueIn(value)]);

const NO_WRITES: readonly Write[] = [];

/** The values that an action keeps for later. */
export const writesOf = ({ action, parameters }: Step): readonly Write[] => {
  switch (action.Type) {
    case 'UpdateContactAttributes':
      return parameters.TargetContact === 'Related' ? NO_WRITES : under('Attributes', parameters.Attributes);
    case 'UpdateFlowAttributes':
      return under('FlowAttributes', parameters.FlowAttributes);
    case 'UpdateContactData':
      return parameters.TargetContact === 'Related' ? NO_WRITES : Object.entries(parameters);
    default:
      return NO_WRITES;
  }
};

/** The attributes with which an action starts another contact. */
export const givesOf = ({ action: { Type }, parameters }: Step): readonly Write[] =>
  Type === 'CreateTask' ? under('Attributes', parameters.Attributes) : NO_WRITES;
