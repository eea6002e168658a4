import type { IPolicyValidationContext } from 'aws-cdk-lib/core';
import { CfnResource, Stack } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { type FlowDocument, type FlowScope, isFlowType, read } from '../language';
import type { FlowInSet } from '../validate';
import { type ShippedFlow, shippedBy } from './flow-check';
import { TemplateTexts } from './template-text';

const FLOW = 'AWS::Connect::ContactFlow';
const MODULE = 'AWS::Connect::ContactFlowModule';

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
  CfnResource.isCfnResource(construct) && [FLOW, MODULE].includes(construct.cfnResourceType);

const readOr = (text: string): { readonly document: FlowDocument } | { readonly problem: string } => {
  try {
    return { document: read(text, 'Content') };
  } catch (error) {
    return { problem: (error as Error).message };
  }
};

const scopeOf = (resource: CfnResource, type: unknown): FlowScope | undefined => {
  if (resource.cfnResourceType === MODULE) return 'MODULE';
  return isFlowType(type) ? type : undefined;
};

const deployed = (
  resource: CfnResource,
  template: string,
  texts: TemplateTexts,
): DeployedFlow | UnreadableFlow | undefined => {
  const { stack } = resource;
  const { Name, Type, Content, InstanceArn } = texts.propertiesOf(resource);
  const type = scopeOf(resource, Type);
  // What has no content or no known type is for CloudFormation's own checks.
  if (Content === undefined || type === undefined) return undefined;
  const place = { name: texts.textOf(Name, stack), logicalId: stack.resolve(resource.logicalId), template };
  const text = texts.textOf(Content, stack);
  const reading = readOr(text);
  // A content that only the deployment knows is taken on trust.
  if ('problem' in reading) return /^\s*\$\{[^}]*\}\s*$/.test(text) ? undefined : { ...place, ...reading };
  const shipped = shippedBy(resource.node.scope);
  const attribute = type === 'MODULE' ? 'ContactFlowModuleArn' : 'ContactFlowArn';
  return {
    ...place,
    type,
    document: reading.document,
    arn: texts.attributeOf(resource, attribute),
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
