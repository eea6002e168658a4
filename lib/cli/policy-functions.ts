import type { CentreFunction } from '../analyse';
import type { JsonObject } from '../language';
import { parsePolicy, policyAnswers } from '../runtime';
import type { TemplateStack, World } from '../simulate';
import { arnOf } from '../simulate/template/arns';
import { type Resolver, resolverFor } from '../simulate/template/intrinsics';

/** Where a journey-rules function finds its policy. */
const POLICY = 'JOURNEY_POLICY';

/** A resolver for each stack; what another stack exports is looked up there. */
const resolversOf = (stacks: readonly TemplateStack[], world: World): ReadonlyMap<TemplateStack, Resolver> => {
  const resolvers = new Map<TemplateStack, Resolver>();
  const imported = (name: string) => {
    for (const [{ template }, resolver] of resolvers) {
      const output = Object.values(template.Outputs ?? {}).find(({ Export }) => resolver.text(Export?.Name) === name);
      if (output) return resolver.value(output.Value);
    }
    return undefined;
  };
  for (const stack of stacks)
    resolvers.set(stack, resolverFor({ name: stack.name, template: stack.template, names: world, imported }));
  return resolvers;
};

const policyIn = (properties: JsonObject | undefined, resolver: Resolver): string | undefined => {
  const { Variables } = (properties?.Environment ?? {}) as JsonObject;
  return resolver.text((Variables as JsonObject | undefined)?.[POLICY]);
};

/** The journey-rules functions of templates, with what their policies can answer. */
export const policyFunctions = (stacks: readonly TemplateStack[], world: World): readonly CentreFunction[] =>
  [...resolversOf(stacks, world)].flatMap(([{ template }, resolver]) =>
    Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
      const policy = Type === 'AWS::Lambda::Function' ? policyIn(Properties, resolver) : undefined;
      const reading = policy === undefined ? undefined : parsePolicy(policy);
      const arn = arnOf(Type, id, world);
      const name = world.functions.find((each) => each.arn === arn)?.name ?? id;
      return reading?.ok ? [{ arn, name, answers: policyAnswers(reading.policy) }] : [];
    }),
  );
