import type { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import { type CfnResource, Stage } from 'aws-cdk-lib/core';
import { Dependable, type IConstruct } from 'constructs';
import { CONNECT_RESOURCES } from '../../runtime/connect-resources';
import { partsOf } from '../arn';
import { ConnectProvider } from '../connect-provider';
import { visitWithAspects } from './late-aspects';
import { NeedGraph } from './need-graph';
import { smallestStubSet } from './stub-set';
import type { StubbedFlow } from './stubbed-flow';

/** The custom resource that gives a flow its content, by the flow's resource. */
const CONTENT_OF = new WeakMap<IConstruct, CfnResource>();

/** What holds the name and content of a flow that is created with a stub; undefined for any other flow. */
export const laterContentOf = (flow: CfnResource): CfnResource | undefined => CONTENT_OF.get(flow);

const withoutParts = (graph: NeedGraph, flows: readonly StubbedFlow[]): ReturnType<NeedGraph['partGraph']> => {
  const { itemOf, arcs } = graph.partGraph();
  const isSettled = (part: number): boolean => flows[itemOf[part] ?? -1]?.isAlwaysLate === true;
  return { itemOf, arcs: arcs.map((targets, part) => (isSettled(part) ? [] : targets.filter((to) => !isSettled(to)))) };
};

/** As few flows as can be; among equals those whose stubs do least harm. */
const chooseStubs = (graph: NeedGraph, flows: readonly StubbedFlow[]): ReadonlySet<StubbedFlow> => {
  const { items } = smallestStubSet(
    withoutParts(graph, flows),
    flows.map(({ hangsUp }) => (hangsUp ? 1 : 0)),
  );
  return new Set([...flows.filter(({ isAlwaysLate }) => isAlwaysLate), ...items.flatMap((item) => flows[item] ?? [])]);
};

const tagsOf = ({ tags, stack }: CfnContactFlow): Readonly<Record<string, string>> | undefined => {
  const all = { ...stack.tags.tagValues(), ...tags.tagValues() };
  return Object.keys(all).length === 0 ? undefined : all;
};

const giveContentLater = (flow: StubbedFlow, graph: NeedGraph): IConstruct => {
  const { resource, construct, later } = flow;
  flow.nameStub();
  const provider = ConnectProvider.of(graph.placeFor(flow));
  const flowArn = resource.attrContactFlowArn;
  const content = provider.add(provider, `Content of ${construct.node.path}`, {
    type: CONNECT_RESOURCES.flowContent,
    properties: {
      FlowArn: flowArn,
      Name: later.name,
      Description: later.description,
      State: later.state,
      Content: later.content,
      // New tags update the flow itself, which may bring its stub back; the content has to be given again then.
      Tags: tagsOf(resource),
    },
    access: [
      {
        actions: ['connect:UpdateContactFlowContent', 'connect:UpdateContactFlowMetadata'],
        resources: [flowArn],
        kinds: [`${partsOf(flowArn, 'contact-flow').instanceArn}/contact-flow/*`],
      },
    ],
  });
  content.node.addDependency(...flow.associations());
  CONTENT_OF.set(resource, content.node.defaultChild as CfnResource);
  return content;
};

/** Decides which flows are created with a stub, and gives them their content afterwards. */
const settle = (stage: Stage, flows: readonly StubbedFlow[]): void => {
  for (const flow of flows) flow.stubOut();
  const graph = new NeedGraph(stage, flows);
  const stubs = chooseStubs(graph, flows);
  for (const flow of flows) if (!stubs.has(flow)) flow.fill();
  const known = new Set(stage.node.findAll());
  for (const flow of stubs) giveContentLater(flow, graph);
  visitWithAspects(stage.node.findAll().filter((each) => !known.has(each)));
};

/** The flows of a stage, until they are settled. */
const FLOWS = new WeakMap<Stage, StubbedFlow[]>();

/**
 * The flows of a stage are settled once all of it is written and all aspects have been there, and before the CDK turns
 * references between stacks into exports. What the CDK does in between is to ask every construct, the stage first, what it
 * depends on.
 */
const flowsIn = (stage: Stage): StubbedFlow[] => {
  const known = FLOWS.get(stage);
  if (known !== undefined) return known;
  const flows: StubbedFlow[] = [];
  FLOWS.set(stage, flows);
  const occasion = {};
  Dependable.implement(occasion, {
    get dependencyRoots() {
      settle(stage, flows.splice(0));
      return [];
    },
  });
  stage.node.addDependency(occasion);
  return flows;
};

/** Lets a flow be created with a stub where it stands on a circle of flows that name each other. */
export const settleWithOthers = (flow: StubbedFlow): void => {
  const stage = Stage.of(flow.construct);
  if (stage !== undefined) flowsIn(stage).push(flow);
};
