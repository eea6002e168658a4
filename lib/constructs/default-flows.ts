import { type CustomResource, Lazy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { DEFAULT_FLOW_NAMES, DEFAULT_FLOWS, type DefaultFlowName } from '../journey';
import { type FlowType, nearest, wrongType } from '../language';
import { CONNECT_RESOURCES } from '../runtime/connect-resources';
import { claimedBefore } from './claims';
import { type Access, ConnectProvider, originalsAccess } from './connect-provider';
import { ContactFlow, type IContactFlow } from './contact-flow';
import { checkFlow, noteShipped } from './flow-check';
import { contentFrom, type FlowContent, type GivenFlow, type NowOrLater } from './flow-content';
import { dependOnAssociations } from './function-associations';
import type { IInstance } from './instance';

type TypeOf<N extends DefaultFlowName> = (typeof DEFAULT_FLOWS)[N]['flowType'];

/** What default flows are to hold, by their exact names: flows written with the builder, or documents, of their types. */
export type DefaultFlowContents = {
  readonly [N in DefaultFlowName]?: NowOrLater<GivenFlow<TypeOf<N>>, DefaultFlows>;
};

export interface DefaultFlowsProps {
  readonly instance: IInstance;
  /** At least one; the default flows that are left out stay as they are. */
  readonly flows: DefaultFlowContents;
}

/** Two deployments that replace one default flow would each take the other's for the original. */
const claim = (scope: Construct, { instanceArn }: IInstance, name: DefaultFlowName): void => {
  const other = claimedBefore(scope, `${instanceArn} ${name}`);
  if (other === undefined) return;
  throw new Error(`${scope.node.path}: "${name}" is replaced by ${other} already. Replace each default flow once.`);
};

const checkNames = (path: string, names: readonly string[]): void => {
  if (names.length === 0) throw new Error(`${path}: no default flow is named; name at least one.`);
  for (const name of names) {
    if (Object.hasOwn(DEFAULT_FLOWS, name)) continue;
    const meant = nearest(name, DEFAULT_FLOW_NAMES) ?? DEFAULT_FLOW_NAMES.join('", "');
    throw new Error(`${path}: no default flow is called "${name}". Write "${meant}".`);
  }
};

/** Content of another type is refused, warning or not: a default flow plays wherever nobody thought of another one. */
const typeProblems = (name: DefaultFlowName, type: FlowType, { document }: FlowContent): string[] => {
  const wrong = document === undefined ? undefined : wrongType(document, type);
  if (wrong === undefined) return [];
  const { noted, outOfPlace } = wrong;
  const said =
    noted === undefined
      ? []
      : [`"${name}" has the type ${type}, and its new content was saved with the type ${noted}.`];
  const actions = outOfPlace.map(
    ({ Identifier, Type }) => `"${name}" has the type ${type}, where action "${Identifier}" (${Type}) may not stand.`,
  );
  return [...said, ...actions];
};

const accessTo = (instanceArn: string, bucketArn: string): readonly Access[] => {
  const flows = `${instanceArn}/contact-flow/*`;
  return [
    { actions: ['connect:ListContactFlows'], resources: [instanceArn, flows] },
    { actions: ['connect:DescribeContactFlow', 'connect:UpdateContactFlowContent'], resources: [flows] },
    ...originalsAccess(bucketArn),
  ];
};

/** One default flow with other content. */
class ReplacedFlow extends Construct {
  readonly resource: CustomResource;

  constructor(
    scope: DefaultFlows,
    instance: IInstance,
    name: DefaultFlowName,
    given: NowOrLater<GivenFlow<FlowType>, DefaultFlows>,
  ) {
    super(scope, name);
    claim(this, instance, name);
    const type: FlowType = DEFAULT_FLOWS[name].flowType;
    const content = contentFrom<FlowType, DefaultFlows>(this, scope, given);
    this.resource = this.replace(instance, name, content);
    noteShipped(this.resource, checkFlow(this, content, { title: { name }, type, instanceArn: instance.instanceArn }));
    this.node.addValidation({ validate: () => typeProblems(name, type, content) });
    dependOnAssociations(this, content);
  }

  private replace({ instanceArn }: IInstance, name: DefaultFlowName, content: FlowContent): CustomResource {
    const provider = ConnectProvider.of(this);
    const originals = provider.originalsFor(CONNECT_RESOURCES.defaultFlow);
    const resource = provider.add(this, 'Replacement', {
      type: CONNECT_RESOURCES.defaultFlow,
      properties: {
        InstanceArn: instanceArn,
        DefaultFlow: name,
        Content: Lazy.uncachedString({ produce: () => content.property }),
        Bucket: originals.bucketName,
      },
      access: accessTo(instanceArn, originals.bucketArn),
    });
    resource.node.addDependency(originals);
    return resource;
  }
}

/**
 * Replaces the content of default flows of an instance, which play wherever no flow is named. The flows are found by type and
 * name when the stack is deployed. What they held is kept in an encrypted bucket with versions, and comes back when this
 * construct is deleted or its creation rolled back. A default flow that somebody edited in the meantime is replaced at the
 * next update; what they made of it is kept in the bucket, and `consoleEditOf` tells where.
 */
export class DefaultFlows extends Construct {
  private readonly replaced: ReadonlyMap<DefaultFlowName, CustomResource>;

  constructor(scope: Construct, id: string, { instance, flows }: DefaultFlowsProps) {
    super(scope, id);
    checkNames(this.node.path, Object.keys(flows));
    const given = Object.entries(flows) as [DefaultFlowName, NowOrLater<GivenFlow<FlowType>, DefaultFlows>][];
    this.replaced = new Map(
      given.map(([name, flow]) => [name, new ReplacedFlow(this, instance, name, flow).resource] as const),
    );
  }

  /** A default flow that is replaced here, for what names flows. */
  flow<N extends DefaultFlowName>(name: N): IContactFlow<TypeOf<N>> {
    const id = `Flow ${name}`;
    const known = this.node.tryFindChild(id) as IContactFlow<TypeOf<N>> | undefined;
    return (
      known ??
      ContactFlow.fromContactFlowAttributes(this, id, {
        contactFlowArn: this.resourceOf(name).getAttString('FlowArn'),
        flowType: DEFAULT_FLOWS[name].flowType,
        flowName: name,
      })
    );
  }

  /** Where in the bucket the last update put what somebody had made of a flow in the meantime; `none` mostly. */
  consoleEditOf(name: DefaultFlowName): string {
    return this.resourceOf(name).getAttString('ConsoleEdit');
  }

  private resourceOf(name: DefaultFlowName): CustomResource {
    const resource = this.replaced.get(name);
    if (resource === undefined) throw new Error(`${this.node.path} does not replace "${name}".`);
    return resource;
  }
}
