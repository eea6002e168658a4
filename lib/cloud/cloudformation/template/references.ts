import type { Json } from '../../../language';
import { attributeReference, callOf } from './evaluate';
import { isObject, type ResourceDeclaration, type Template, templateError } from './template';
import { substitution, variablesIn } from './text-functions';

/** A name that a value refers to: a parameter or a resource, with the attribute where one is asked for. */
export interface Reference {
  readonly name: string;
  readonly attribute?: string;
}

/** Whether a condition holds; undefined where both ways are meant. */
type Holds = (condition: string) => boolean | undefined;

const BOTH_WAYS: Holds = () => undefined;

function* inSub(argument: Json, holds: Holds): Generator<Reference> {
  const [template, variables] = substitution(argument);
  for (const name of variablesIn(template)) {
    if (Object.hasOwn(variables, name)) continue;
    const dot = name.indexOf('.');
    yield dot < 0 ? { name } : { name: name.slice(0, dot), attribute: name.slice(dot + 1) };
  }
  for (const value of Object.values(variables)) yield* referencesIn(value, holds);
}

function* inCall(name: string, argument: Json, holds: Holds): Generator<Reference> {
  if (name === 'Ref') yield { name: String(argument) };
  else if (name === 'Fn::GetAtt') {
    const [logicalId, attribute] = attributeReference(argument);
    yield { name: logicalId, attribute };
  } else if (name === 'Fn::Sub') yield* inSub(argument, holds);
  else if (name === 'Fn::If' && Array.isArray(argument)) {
    const [condition, whenTrue = null, whenFalse = null] = argument as readonly Json[];
    const chosen = holds(String(condition));
    if (chosen !== false) yield* referencesIn(whenTrue, holds);
    if (chosen !== true) yield* referencesIn(whenFalse, holds);
  } else yield* referencesIn(argument, holds);
}

/** Everything that a value refers to. */
export function* referencesIn(value: Json, holds: Holds = BOTH_WAYS): Generator<Reference> {
  if (Array.isArray(value)) for (const each of value as readonly Json[]) yield* referencesIn(each, holds);
  else if (isObject(value)) {
    const call = callOf(value);
    if (call !== undefined) yield* inCall(call.name, call.argument, holds);
    else for (const each of Object.values(value)) yield* referencesIn(each, holds);
  }
}

/** The resources that a resource needs before it, with the conditions of the template as they hold. */
export const dependenciesOf = (
  { properties, dependsOn }: ResourceDeclaration,
  template: Template,
  holds: Holds,
): ReadonlySet<string> => {
  const named = [...referencesIn(properties, holds)].map(({ name }) => name);
  return new Set([...named, ...dependsOn].filter((name) => template.resources.has(name)));
};

const PSEUDO = 'AWS::';

const isKnown = (name: string, { parameters, resources }: Template): boolean =>
  name.startsWith(PSEUDO) || Object.hasOwn(parameters, name) || resources.has(name);

/** @throws AwsError where the template refers to what is nowhere */
export const refuseUnknownReferences = (template: Template): void => {
  const inResources = [...template.resources.values()].flatMap(({ properties, dependsOn }) => [
    ...[...referencesIn(properties)].map(({ name }) => name),
    ...dependsOn,
  ]);
  const unknown = [...new Set(inResources)].filter((name) => !isKnown(name, template));
  if (unknown.length > 0) {
    throw templateError(
      `Unresolved resource dependencies [${unknown.join(', ')}] in the Resources block of the template`,
    );
  }
  const inOutputs = [...template.outputs.values()].flatMap(({ value }) => [...referencesIn(value)]);
  const strangers = [...new Set(inOutputs.map(({ name }) => name))].filter((name) => !isKnown(name, template));
  if (strangers.length === 0) return;
  throw templateError(
    `Unresolved resource dependencies [${strangers.join(', ')}] in the Outputs block of the template`,
  );
};
