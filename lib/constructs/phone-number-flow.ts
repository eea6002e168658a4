import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Arn, Aws, type CfnResource, Stack, Token } from 'aws-cdk-lib/core';
import { Dependable, type IConstruct, type IDependable } from 'constructs';
import { CONNECT_RESOURCES } from '../runtime/connect-resources';
import { instanceIdOf } from './arn';
import { laterContentOf } from './circles/settle-circles';
import { claimedBefore } from './claims';
import { type Access, ConnectProvider, originalsAccess } from './connect-provider';
import type { IContactFlow } from './contact-flow';

const HERE = { partition: Aws.PARTITION, region: Aws.REGION, account: Aws.ACCOUNT_ID };

/** A phone number that calls come in on. */
interface CalledNumber {
  readonly construct: IConstruct;
  readonly phoneNumberArn: string;
  /** Undefined where it is not known; then it is that of the flow. */
  readonly instanceArn: string | undefined;
  /** Claimed by this stack, so that its calls ran nothing before. */
  readonly isNew: boolean;
}

const refuseOtherInstance = ({ construct, instanceArn = '' }: CalledNumber, flow: IContactFlow): void => {
  const isKnown = instanceArn !== '' && !Token.isUnresolved(instanceArn) && !Token.isUnresolved(flow.instanceArn);
  if (!isKnown || instanceArn === flow.instanceArn) return;
  throw new Error(
    `${construct.node.path}: the number belongs to ${instanceArn}, and the flow to ${flow.instanceArn}. Name a flow of the instance of the number.`,
  );
};

interface Tie {
  readonly instanceArn: string;
  readonly phoneNumberArn: string;
  readonly flowArn: string;
  /** Where it is kept what calls ran before, if they may have run anything. */
  readonly originals: IBucket | undefined;
}

/** To go back to a flow that nobody has named takes access to all flows, and to a number that the policy names no more. */
const associateAccess = (
  { instanceArn, phoneNumberArn, flowArn, originals }: Tie,
  numbers: string,
): readonly Access[] => {
  const actions = ['connect:AssociatePhoneNumberContactFlow'];
  const all = [instanceArn, numbers, `${instanceArn}/contact-flow/*`];
  if (originals === undefined) return [{ actions, resources: [instanceArn, phoneNumberArn, flowArn], kinds: all }];
  return [{ actions, resources: all, instanceId: instanceIdOf(instanceArn) }, ...originalsAccess(originals.bucketArn)];
};

const accessTo = (tie: Tie): readonly Access[] => {
  const { instanceArn } = tie;
  const numbers = Arn.format({ service: 'connect', resource: 'phone-number', resourceName: '*', ...HERE });
  return [
    { actions: ['connect:ListFlowAssociations'], resources: [instanceArn] },
    ...associateAccess(tie, numbers),
    // CloudFormation changes the policy before it deletes what has left the stack: that number would be named no more.
    {
      actions: ['connect:DisassociatePhoneNumberContactFlow'],
      resources: [instanceArn, numbers],
      instanceId: instanceIdOf(instanceArn),
    },
  ];
};

/** Nobody is to hear the stub of a flow that gets its content afterwards. */
const contentOf = ({ node: { defaultChild } }: IContactFlow, stack: Stack): IDependable => {
  const content = {};
  Dependable.implement(content, {
    get dependencyRoots() {
      const later = defaultChild === undefined ? undefined : laterContentOf(defaultChild as CfnResource);
      return later?.stack === stack ? [later] : [];
    },
  });
  return content;
};

const CALLED = new WeakMap<IConstruct, string[]>();

/** ARNs of the flows that numbers of an app lead to. */
export const calledFlowsIn = ({ node }: IConstruct): readonly string[] => CALLED.get(node.root) ?? [];

/** Lets calls to a number run a flow, once in an app. CloudFormation has nothing that would. */
export const answerWith = (number: CalledNumber, flow: IContactFlow<'CONTACT_FLOW'>): void => {
  const { construct, phoneNumberArn } = number;
  refuseOtherInstance(number, flow);
  const other = claimedBefore(construct, phoneNumberArn);
  if (other !== undefined) {
    throw new Error(
      `${construct.node.path}: calls to this number run the flow that ${other} names already. Name one flow for each number.`,
    );
  }
  CALLED.set(construct.node.root, [...calledFlowsIn(construct), flow.contactFlowArn]);
  const provider = ConnectProvider.of(construct);
  const instanceArn = number.instanceArn ?? flow.instanceArn;
  const originals = number.isNew ? undefined : provider.originalsFor(CONNECT_RESOURCES.phoneNumberFlow);
  // By the number: it is not let go where its construct moves to another place in the stack.
  const id = `Flow of ${Token.isUnresolved(phoneNumberArn) ? construct.node.path : phoneNumberArn}`;
  const resource = provider.add(provider, id.replaceAll('/', ' '), {
    type: CONNECT_RESOURCES.phoneNumberFlow,
    properties: {
      InstanceArn: instanceArn,
      PhoneNumberArn: phoneNumberArn,
      FlowArn: flow.contactFlowArn,
      Bucket: originals?.bucketName,
    },
    access: accessTo({ instanceArn, phoneNumberArn, flowArn: flow.contactFlowArn, originals }),
  });
  if (originals !== undefined) resource.node.addDependency(originals);
  resource.node.addDependency(contentOf(flow, Stack.of(provider)));
};
