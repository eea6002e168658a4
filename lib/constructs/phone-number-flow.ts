import { Arn, Aws, type CfnResource, Stack, Token } from 'aws-cdk-lib/core';
import { Dependable, type IConstruct, type IDependable } from 'constructs';
import { CONNECT_RESOURCES } from '../runtime/connect-resources';
import { instanceIdOf } from './arn';
import { laterContentOf } from './circles/settle-circles';
import { claimedBefore } from './claims';
import { type Access, ConnectProvider } from './connect-provider';
import type { IContactFlow } from './contact-flow';

const HERE = { partition: Aws.PARTITION, region: Aws.REGION, account: Aws.ACCOUNT_ID };

/** A phone number that calls come in on. */
interface CalledNumber {
  readonly construct: IConstruct;
  readonly phoneNumberArn: string;
  /** Undefined where it is not known; then it is that of the flow. */
  readonly instanceArn: string | undefined;
}

const refuseOtherInstance = ({ construct, instanceArn = '' }: CalledNumber, flow: IContactFlow): void => {
  const isKnown = instanceArn !== '' && !Token.isUnresolved(instanceArn) && !Token.isUnresolved(flow.instanceArn);
  if (!isKnown || instanceArn === flow.instanceArn) return;
  throw new Error(
    `${construct.node.path}: the number belongs to ${instanceArn}, and the flow to ${flow.instanceArn}. Name a flow of the instance of the number.`,
  );
};

const accessTo = (instanceArn: string, phoneNumberArn: string, flowArn: string): readonly Access[] => {
  const numbers = Arn.format({ service: 'connect', resource: 'phone-number', resourceName: '*', ...HERE });
  const number = { resources: [instanceArn, phoneNumberArn], kinds: [instanceArn, numbers] };
  const flow = { resources: [...number.resources, flowArn], kinds: [...number.kinds, `${instanceArn}/contact-flow/*`] };
  return [
    { actions: ['connect:ListFlowAssociations'], resources: [instanceArn] },
    { actions: ['connect:AssociatePhoneNumberContactFlow'], ...flow },
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
  const provider = ConnectProvider.of(construct);
  const instanceArn = number.instanceArn ?? flow.instanceArn;
  // By the number: it is not let go where its construct moves to another place in the stack.
  const id = `Flow of ${Token.isUnresolved(phoneNumberArn) ? construct.node.path : phoneNumberArn}`;
  const resource = provider.add(provider, id.replaceAll('/', ' '), {
    type: CONNECT_RESOURCES.phoneNumberFlow,
    properties: { InstanceArn: instanceArn, PhoneNumberArn: phoneNumberArn, FlowArn: flow.contactFlowArn },
    access: accessTo(instanceArn, phoneNumberArn, flow.contactFlowArn),
  });
  resource.node.addDependency(contentOf(flow, Stack.of(provider)));
};
