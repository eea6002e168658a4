import { Annotations, Names, Token } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../language';
import { hiddenCharacters } from '../validate';

const LONGEST = LIMITS.flowNameCharacters;

/** The given name, or one made of the construct's path, which stays the same from deployment to deployment. */
export const nameOr = (given: string | undefined, resource: IConstruct): string =>
  given ?? Names.uniqueResourceName(resource, { maxLength: LONGEST, separator: '-' });

/** A name that flows can be written with: undefined when only the deployment knows it. */
export const knownName = (name: string): string | undefined => (Token.isUnresolved(name) ? undefined : name);

/** What is wrong with a name, as a sentence; undefined when nothing is. */
export const nameProblem = (name: string): string | undefined => {
  if (Token.isUnresolved(name)) return undefined;
  if (name.trim() === '') return 'The name is empty; Connect asks for one.';
  if (name.length <= LONGEST) return undefined;
  return `The name "${name.slice(0, 40)}…" has ${name.length} characters; Connect takes up to ${LONGEST}. Shorten it.`;
};

/** Warns where CloudWatch will not show metrics under this name. */
export const warnOfHiddenName = (resource: IConstruct, name: string): void => {
  if (Token.isUnresolved(name)) return;
  const hidden = hiddenCharacters(name);
  if (hidden.length === 0) return;
  const text = `CloudWatch shows no metrics for "${name}" because of ${hidden.map((c) => `"${c}"`).join(', ')}.`;
  Annotations.of(resource).addWarningV2(
    'cdk-connect-flows:name-hidden-from-cloudwatch',
    `${text} Use letters, digits, spaces and . , - _ / # : $ @ | & { } + ? % only.`,
  );
};

/** The name of a resource as `nameOr` finds it, refused at once when Connect would refuse it. */
export const checkedName = (given: string | undefined, resource: IConstruct): string => {
  const name = nameOr(given, resource);
  const problem = nameProblem(name);
  if (problem !== undefined) throw new Error(`${resource.node.path}: ${problem}`);
  return name;
};
