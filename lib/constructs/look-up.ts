import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { FlowType } from '../language';
import { CONNECT_RESOURCES, type LookUpKind } from '../runtime/connect-resources';
import { ConnectProvider } from './connect-provider';
import type { IInstance } from './instance';

/** Something that exists already, by its name in an instance. */
export interface ByNameProps {
  readonly instance: IInstance;
  /** The exact name. */
  readonly name: string;
}

interface Sought extends ByNameProps {
  readonly kind: LookUpKind;
  /** Of a flow. */
  readonly flowType?: FlowType;
}

/** The action that lists each kind. */
const LISTS: Readonly<Record<LookUpKind, string>> = {
  flow: 'ListContactFlows',
  'hours of operation': 'ListHoursOfOperations',
  prompt: 'ListPrompts',
  queue: 'ListQueues',
  'routing profile': 'ListRoutingProfiles',
  'security profile': 'ListSecurityProfiles',
};

/** Lists of some kinds are allowed on everything of the kind rather than on the instance. */
const ALL_OF_KIND: Readonly<Partial<Record<LookUpKind, string>>> = { flow: 'contact-flow', queue: 'queue' };

const listed = (instanceArn: string, kind: LookUpKind): readonly string[] => {
  const path = ALL_OF_KIND[kind];
  return path === undefined ? [instanceArn] : [instanceArn, `${instanceArn}/${path}/*`];
};

/** One look-up for all in a stack who seek the same. */
const idOf = (scope: Construct, id: string, { kind, flowType, name, instance: { instanceArn } }: Sought): string => {
  const isKnown = !Token.isUnresolved(name) && !Token.isUnresolved(instanceArn);
  const what = isKnown ? `${name} of ${instanceArn}` : `for ${scope.node.path}/${id}`;
  return `LookUp ${flowType === undefined ? '' : `${flowType} `}${kind} ${what}`.replaceAll('/', ' ');
};

/** The ARN of something that exists already, which the deployment looks up. */
export const lookedUpArn = (scope: Construct, id: string, sought: Sought): string => {
  const { instance, name, kind, flowType } = sought;
  if (name.trim() === '') throw new Error(`${scope.node.path}/${id}: the name is empty; give that of the ${kind}.`);
  const provider = ConnectProvider.of(scope);
  const known = provider.lookUps.get(idOf(scope, id, sought));
  if (known !== undefined) return known.getAttString('Arn');
  const resource = provider.add(provider, idOf(scope, id, sought), {
    type: CONNECT_RESOURCES.lookUp,
    properties: { InstanceArn: instance.instanceArn, Kind: kind, Name: name, FlowType: flowType },
    access: [{ actions: [`connect:${LISTS[kind]}`], resources: listed(instance.instanceArn, kind) }],
  });
  provider.lookUps.set(idOf(scope, id, sought), resource);
  return resource.getAttString('Arn');
};
