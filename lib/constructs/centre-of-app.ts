import type { CfnContactFlow, CfnContactFlowModule, CfnQueue, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { CfnResource, CustomResource, type IResolvable, Token } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Centre, CentreFlow, CentreQueue, CentreQuickConnect } from '../analyse';
import { type FlowDocument, type FlowScope, isFlowType, read } from '../language';
import { declaredBy } from './declared-answers';
import { type ShippedFlow, shippedBy } from './flow-check';
import { calledFlowsIn } from './phone-number-flow';
import { settledText } from './settled-text';

/** A flow of an app, with the construct that ships it. */
export interface FlowOfApp extends CentreFlow {
  readonly construct: IConstruct;
  readonly shipped: ShippedFlow | undefined;
}

/** A queue of an app, with the construct that ships it. */
interface QueueOfApp extends CentreQueue {
  readonly construct: IConstruct;
}

/** The contact centre of one instance, as the constructs of an app describe it before they are deployed. */
export interface CentreOfApp extends Centre {
  readonly flows: readonly FlowOfApp[];
  readonly modules: readonly FlowOfApp[];
  readonly queues: readonly QueueOfApp[];
}

/** Whoever reads a resource wants to know the construct that people wrote. */
const writtenAs = (resource: CfnResource): IConstruct =>
  resource.node.id === 'Resource' ? (resource.node.scope ?? resource) : resource;

const readOr = (text: string): FlowDocument | undefined => {
  try {
    return read(text);
  } catch {
    // Content that only the deployment knows: a flow that is elsewhere, as far as can be told.
    return undefined;
  }
};

/** The name may be written where the content is; the resource of a flow with a stub has another one that is made up. */
const nameOf = (resource: CfnContactFlow | CfnContactFlowModule, shipped: ShippedFlow | undefined): string => {
  const names = [shipped?.context.title.name, shipped?.content.name, resource.name];
  return names.find((name) => name !== undefined && !Token.isUnresolved(name)) ?? writtenAs(resource).node.id;
};

const flowOf = (
  resource: CfnContactFlow | CfnContactFlowModule,
  arn: string,
  type: FlowScope | undefined,
): readonly FlowOfApp[] => {
  const shipped = shippedBy(resource.node.scope);
  const document = shipped?.content.document ?? readOr(String(resource.content));
  if (document === undefined || type === undefined) return [];
  const name = nameOf(resource, shipped);
  return [{ arn, name, type, document, construct: writtenAs(resource), shipped }];
};

/** A default flow that the app replaces, by the resource that does it. */
const replacedDefault = (resource: IConstruct, instanceArn: string): readonly FlowOfApp[] => {
  if (!(resource instanceof CustomResource)) return [];
  const shipped = shippedBy(resource);
  if (shipped?.content.document === undefined || shipped.context.instanceArn !== instanceArn) return [];
  const { title, type } = shipped.context;
  const arn = resource.getAttString('FlowArn');
  const { document } = shipped.content;
  return [{ arn, name: title.name, type, document, replacesDefault: true, construct: resource, shipped }];
};

const plain = <T extends object>(value: T | IResolvable | undefined): T | undefined =>
  value === undefined || 'resolve' in value ? undefined : value;

const KINDS: readonly string[] = [
  'USER',
  'QUEUE',
  'PHONE_NUMBER',
  'FLOW',
] satisfies readonly CentreQuickConnect['kind'][];

const isKind = (kind: string): kind is CentreQuickConnect['kind'] => KINDS.includes(kind);

const quickConnectOf = (resource: CfnQuickConnect): readonly CentreQuickConnect[] => {
  const { name, quickConnectConfig } = resource;
  const config = plain(quickConnectConfig);
  const kind = config?.quickConnectType;
  if (config === undefined || kind === undefined || !isKind(kind)) return [];
  const [user, queue, phone] = [plain(config.userConfig), plain(config.queueConfig), plain(config.phoneConfig)];
  const flow = plain(config.flowConfig);
  const target = user?.userArn ?? queue?.queueArn ?? phone?.phoneNumber ?? flow?.contactFlowArn ?? '';
  const transferFlow = user?.contactFlowArn ?? queue?.contactFlowArn;
  return [{ name, kind, flow: transferFlow && settledText(resource, transferFlow), target }];
};

const queueOf = (resource: CfnQueue): QueueOfApp => ({
  arn: resource.attrQueueArn,
  name: resource.name,
  outboundWhisperFlow: plain(resource.outboundCallerConfig)?.outboundFlowArn,
  construct: writtenAs(resource),
});

/** Constructs of an app by the CloudFormation type that they stand for. */
const resourcesIn = (constructs: readonly IConstruct[], instanceArn: string) => {
  const all = constructs.filter((construct) => CfnResource.isCfnResource(construct));
  return <R extends CfnResource & { instanceArn: string }>(type: string): readonly R[] =>
    (all.filter(({ cfnResourceType }) => cfnResourceType === type) as R[]).filter(
      (resource) => resource.instanceArn === instanceArn,
    );
};

/** What belongs to an instance in the app of a construct. References are tokens, which are the same wherever they stand. */
export const centreOfApp = (construct: IConstruct, instanceArn: string): CentreOfApp => {
  const constructs = construct.node.root.node.findAll();
  const of = resourcesIn(constructs, instanceArn);
  return {
    flows: [
      ...of<CfnContactFlow>('AWS::Connect::ContactFlow').flatMap((each) =>
        flowOf(each, each.attrContactFlowArn, isFlowType(each.type) ? each.type : undefined),
      ),
      ...constructs.flatMap((each) => replacedDefault(each, instanceArn)),
    ],
    modules: of<CfnContactFlowModule>('AWS::Connect::ContactFlowModule').flatMap((each) =>
      flowOf(each, each.attrContactFlowModuleArn, 'MODULE'),
    ),
    queues: of<CfnQueue>('AWS::Connect::Queue').map(queueOf),
    quickConnects: of<CfnQuickConnect>('AWS::Connect::QuickConnect').flatMap(quickConnectOf),
    functions: constructs.flatMap((each) => declaredBy(each) ?? []),
    calledFlows: calledFlowsIn(construct),
  };
};
