import { EVENT_HOOK_NAMES } from '../../journey';
import { interpolate, isReference, type Json, type JsonObject, parseReference } from '../../language';
import type { Centre, DeclaredAnswers } from '../centre';
import { pathOf } from '../facts/variables';
import { type Program, programOf, type Step } from './program';

/** Parameters by which actions decide where a contact goes. */
const DECIDING = [
  'ComparisonValue',
  'QueueId',
  'AgentId',
  'ContactFlowId',
  'ContactFlowArn',
  'FlowModuleId',
  'LambdaFunctionARN',
  'LoopCount',
] as const;

/** The paths of the references in a text. */
const pathsIn = (value: Json | undefined): readonly string[] => {
  if (typeof value !== 'string' || !value.includes('$')) return [];
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
const readsOf = ({ parameters, conditions }: Step): readonly string[] => {
  const paths = DECIDING.flatMap((key) => pathsIn(parameters[key]));
  const hooks = object(parameters.EventHooks);
  for (const hook of EVENT_HOOK_NAMES) paths.push(...pathsIn(hooks[hook]));
  for (const { operand } of conditions) paths.push(...pathsIn(operand));
  return paths;
};

const valueIn = (wrapped: Json | undefined): Json | undefined => object(wrapped).Value ?? wrapped;

/** A value, and the path under which it is kept; the path may hold a reference itself. */
type Write = readonly [path: string, value: Json | undefined];

const under = (root: string, values: Json | undefined): readonly Write[] =>
  Object.entries(object(values)).map(([key, value]) => [`${root}.${key}`, valueIn(value)]);

/** The values that an action keeps for later. */
export const writesOf = ({ action, parameters }: Step): readonly Write[] => {
  switch (action.Type) {
    case 'UpdateContactAttributes':
      return parameters.TargetContact === 'Related' ? [] : under('Attributes', parameters.Attributes);
    case 'UpdateFlowAttributes':
      return under('FlowAttributes', parameters.FlowAttributes);
    case 'UpdateContactData':
      return parameters.TargetContact === 'Related' ? [] : Object.entries(parameters);
    default:
      return [];
  }
};

/** The attributes with which an action starts another contact. */
export const givesOf = ({ action: { Type }, parameters }: Step): readonly Write[] =>
  Type === 'CreateTask' ? under('Attributes', parameters.Attributes) : [];

const keepsOf = (step: Step): readonly Write[] => [...writesOf(step), ...givesOf(step)];

/** What an action reads in order to decide, or to keep it elsewhere. */
export const readsAndCopiesOf = (step: Step): readonly string[] => [
  ...readsOf(step),
  ...keepsOf(step).flatMap(([path, value]) => [...pathsIn(path), ...pathsIn(value)]),
];

const attributesIn = (answers: DeclaredAnswers = {}): readonly string[] =>
  Object.values(answers)
    .flat()
    .flatMap(({ when }) => Object.keys(when?.attributes ?? {}).map((key) => `Attributes.${key}`));

/** The references that can make a difference to which flows run: those that are read to decide, and what they are made of. */
export const relevantPaths = ({ functions = [] }: Centre, programs: readonly Program[]): ReadonlySet<string> => {
  const steps = programs.flatMap((program) => program.steps);
  const relevant = new Set([...steps.flatMap(readsOf), ...functions.flatMap(({ answers }) => attributesIn(answers))]);
  const writes = steps.flatMap(keepsOf).map(([path, value]) => [path, pathsIn(value)] as const);
  for (let before = -1; before < relevant.size; ) {
    before = relevant.size;
    for (const [path, sources] of writes) if (relevant.has(path)) for (const source of sources) relevant.add(source);
  }
  return relevant;
};

export const programsOf = ({ flows, modules }: Pick<Centre, 'flows' | 'modules'>): readonly Program[] =>
  [...flows, ...modules].map(programOf);
