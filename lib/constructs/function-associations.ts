import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Stage } from 'aws-cdk-lib/core';
import { type Construct, Dependable, type IConstruct } from 'constructs';
import type { FlowContent } from './flow-content';

/** The associations of functions with instances, by function construct and, for imported functions, by ARN. */
const byConstruct = new WeakMap<object, IConstruct[]>();
const byArn = new WeakMap<IConstruct, Map<string, IConstruct[]>>();

const add = <K>(map: { get(key: K): IConstruct[] | undefined; set(key: K, value: IConstruct[]): unknown }, key: K) => {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
};

const arnsOf = (scope: IConstruct): Map<string, IConstruct[]> => {
  const arns = byArn.get(scope.node.root) ?? new Map<string, IConstruct[]>();
  byArn.set(scope.node.root, arns);
  return arns;
};

/** Notes that flows which use a function, by whichever of its constructs, have to wait for an association. */
export const noteAssociation = (handle: object, fn: IFunction, association: IConstruct): void => {
  for (const key of [handle, fn, fn.node.defaultChild]) {
    if (key !== undefined) add(byConstruct, key).push(association);
  }
  add(arnsOf(association), fn.functionArn).push(association);
};

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) yield* textsIn(part);
}

/** The associations of all functions that a flow calls. */
export const associationsFor = (scope: Construct, content: FlowContent): IConstruct[] => {
  const arns = byArn.get(scope.node.root);
  if (arns === undefined) return [];
  const found = [...content.uses, ...content.references].flatMap((used) => byConstruct.get(used) ?? []);
  for (const each of textsIn(content.document ?? content.text)) found.push(...(arns.get(each) ?? []));
  return [...new Set(found)].filter((association) => Stage.of(association) === Stage.of(scope));
};

/**
 * Makes a flow wait for the association of every function that its content refers to: the function alone may be there
 * before the instance may call it. Looked up when the stacks are put together, so that the order of writing is free.
 *
 * @param isLate true for a flow that gets its content later and from something else, which has to wait instead
 */
export const dependOnAssociations = (scope: Construct, content: FlowContent, isLate = () => false): void => {
  const dependency = {};
  Dependable.implement(dependency, {
    get dependencyRoots() {
      return isLate() ? [] : associationsFor(scope, content);
    },
  });
  scope.node.addDependency(dependency);
};
