import type { IPolicyValidationContext } from 'aws-cdk-lib/core';
import { CfnResource, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { DEFAULT_FLOWS, type DefaultFlowName } from '../journey';
import { type FlowDocument, type FlowScope, isFlowType, read } from '../language';
import { CONNECT_RESOURCES } from '../runtime/connect-resources';
import type { FlowInSet } from '../validate';
import { laterContentOf } from './circles/settle-circles';
import { type ShippedFlow, shippedBy } from './flow-check';
import { TemplateTexts } from './template-text';

/** The resources that hold flows, and the attribute by which others know the flow. */
const ARN_OF = {
  'AWS::Connect::ContactFlow': 'ContactFlowArn',
  'AWS::Connect::ContactFlowModule': 'ContactFlowModuleArn',
  [CONNECT_RESOURCES.defaultFlow]: 'FlowArn',
} as const;

type FlowResourceType = keyof typeof ARN_OF;

/** A flow or module of an app as it is deployed. */
export interface DeployedFlow extends FlowInSet {
  readonly logicalId: string;
  readonly template: string;
  /** The instance of the flow; a stand-in where only the deployment knows it. */
  readonly instance: string;
  readonly stack: Stack;
  /** How it was written, where that is known. */
  readonly shipped: ShippedFlow | undefined;
}

/** A flow whose content is none. */
export interface UnreadableFlow extends Pick<DeployedFlow, 'logicalId' | 'template' | 'name'> {
  readonly problem: string;
}

export interface DeployedFlows {
  readonly flows: readonly DeployedFlow[];
  readonly unreadable: readonly UnreadableFlow[];
}

const isFlowResource = (construct: IConstruct): construct is CfnResource =>
  CfnResource.isCfnResource(construct) && Object.hasOwn(ARN_OF, construct.cfnResourceType);

const readOr = (text: string): { readonly document: FlowDocument } | { readonly problem: string } => {
  try {
    return { document: read(text, 'Content') };
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

const isDefaultFlow = (name: unknown): name is DefaultFlowName =>
  typeof name === 'string' && Object.hasOwn(DEFAULT_FLOWS, name);

/** What the properties of a resource say of its flow. */
interface Properties {
  readonly scope: FlowScope | undefined;
  readonly Name?: unknown;
  readonly Content?: unknown;
  readonly InstanceArn?: unknown;
}

const propertiesOf = (resource: CfnResource, texts: TemplateTexts): Properties => {
  const own = texts.propertiesOf(resource);
  const type = resource.cfnResourceType as FlowResourceType;
  if (type === 'AWS::Connect::ContactFlowModule') return { ...own, scope: 'MODULE' };
  if (type === CONNECT_RESOURCES.defaultFlow) {
    const { DefaultFlow: name } = own;
    return { ...own, Name: name, scope: isDefaultFlow(name) ? DEFAULT_FLOWS[name].flowType : undefined };
  }
  // A flow that is created with a stub has its name and content elsewhere, maybe in another stack.
  const later = laterContentOf(resource);
  return { ...own, ...(later && texts.propertiesOf(later)), scope: isFlowType(own.Type) ? own.Type : undefined };
};

const deployed = (
  resource: CfnResource,
  template: string,
  texts: TemplateTexts,
): DeployedFlow | UnreadableFlow | undefined => {
  const { stack } = resource;
  const { scope: type, Name, Content, InstanceArn } = propertiesOf(resource, texts);
  // What has no content or no known type is for CloudFormation's own checks.
  if (Content === undefined || type === undefined) return undefined;
  const writer = laterContentOf(resource)?.stack ?? stack;
  const place = { name: texts.textOf(Name, writer), logicalId: stack.resolve(resource.logicalId), template };
  const text = texts.textOf(Content, writer);
  const reading = readOr(text);
  // A content that only the deployment knows is taken on trust.
  if ('problem' in reading) return /^\s*\$\{[^}]*\}\s*$/.test(text) ? undefined : { ...place, ...reading };
  const shipped = shippedBy(resource.node.scope);
  return {
    ...place,
    type,
    document: reading.document,
    arn: texts.attributeOf(resource, ARN_OF[resource.cfnResourceType as FlowResourceType]),
    channel: shipped?.context.channel,
    instance: texts.textOf(InstanceArn, stack),
    stack,
    shipped,
  };
};

/** Every flow and module in the templates of an app, however it came to be there. */
export const deployedFlows = ({ appConstruct, stackTemplates }: IPolicyValidationContext): DeployedFlows => {
  const files = new Map(
    stackTemplates.map(({ stackConstructPath, templatePath }) => [stackConstructPath, templatePath]),
  );
  const constructs = appConstruct.node.findAll();
  const texts = new TemplateTexts(
    files,
    constructs.filter((construct) => Stack.isStack(construct)),
  );
  const found = constructs.filter(isFlowResource).flatMap((resource) => {
    const template = texts.fileOf(resource.stack);
    return template === undefined ? [] : (deployed(resource, template, texts) ?? []);
  });
  return {
    flows: found.filter((flow) => 'document' in flow),
    unreadable: found.filter((flow) => 'problem' in flow),
  };
};
