import { Aspects, type IAspect, Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { EventHook } from '../../journey';
import type { FlowType } from '../../language';
import { ContactFlow, type IContactFlow } from '../contact-flow';
import { type ShippedFlow, shippedBy } from '../flow-check';
import type { JourneyRule } from '../journey-policy';
import type { JourneyRulesFunction } from '../journey-rules-function';
import { Queue } from '../queue';
import { AgentQuickConnect, QueueQuickConnect } from '../quick-connect';
import { entryHooks } from './entry-hooks';
import { type FlowOverrides, hookedIn, withOverrides } from './with-overrides';

export interface JourneyOverridesProps {
  /**
   * The flow for each hook, set at the start of every flow with which a contact begins. For no whisper name a whisper that
   * only ends.
   *
   * @default - none
   */
  readonly hooks?: JourneyRule['hooks'];

  /** A function that is asked for every contact; where it names a flow for a hook, that is set instead. @default - none */
  readonly rules?: JourneyRulesFunction;

  /** What customers hear on outbound calls from queues that name no flow themselves. @default - *Default outbound* */
  readonly outboundWhisper?: IContactFlow<'OUTBOUND_WHISPER'>;

  /** What agents hear on transfers by quick connects that name no flow themselves. @default - none */
  readonly transferFlows?: {
    readonly toAgents?: IContactFlow<'AGENT_TRANSFER'>;
    readonly toQueues?: IContactFlow<'QUEUE_TRANSFER'>;
  };

  /** Flows, queues and quick connects, or constructs around them, that are left as they are. @default - none */
  readonly except?: readonly IConstruct[];
}

type AnyFlow = ContactFlow<FlowType>;

/** What was said about one flow; what is said later, from nearer, counts. */
interface Said {
  readonly hooks: Map<EventHook, IContactFlow>;
  rules: JourneyRulesFunction | undefined;
  /** Said of this very flow, and not only of what is around it. */
  isDirect: boolean;
}

const SAID = new WeakMap<AnyFlow, Said>();

const flowsOf = (stage: Stage): readonly IConstruct[] =>
  stage.node.findAll().filter((each) => each instanceof ContactFlow);

/** By what the flows of a stage call the flows that they hook. */
const hookedInStage = (stage: Stage): ReadonlySet<string> =>
  new Set(
    flowsOf(stage).flatMap((flow) => {
      const own = shippedBy(flow)?.content.own;
      const overrides = [...(SAID.get(flow as AnyFlow)?.hooks.values() ?? [])];
      const hooked = own === undefined ? [] : [...hookedIn(own)].map(([, reference]) => reference);
      return [...hooked, ...overrides.map(({ contactFlowArn }) => contactFlowArn)];
    }),
  );

/** A flow that is hooked begins nothing: it runs for a contact that another flow began, or on one that inherits. */
const beginsContacts = (flow: AnyFlow, { isDirect }: Said): boolean => {
  const stage = Stage.of(flow);
  if (isDirect || stage === undefined) return true;
  const hooked = hookedInStage(stage);
  return !hooked.has(flow.contactFlowArn) && !hooked.has(flow.contactFlowId);
};

const overridesOf = (flow: AnyFlow, said: Said, { context }: ShippedFlow): FlowOverrides => {
  const possible = beginsContacts(flow, said) ? entryHooks(flow.flowType, context.channel) : [];
  const hooks = [...said.hooks].filter(
    ([hook, target]) => possible.includes(hook) && target.contactFlowArn !== flow.contactFlowArn,
  );
  const { rules } = said;
  return {
    hooks: hooks.map(([hook, { contactFlowArn: arn, flowName: name }]) => [hook, { arn, name }] as const),
    ...(rules && {
      rules: {
        arn: rules.functionArn,
        name: rules.functionName,
        hooks: rules.hooks.filter((hook) => possible.includes(hook)),
      },
    }),
  };
};

/** Makes a flow ship with what is said about it until the stacks are put together. */
const openFor = (flow: AnyFlow, shipped: ShippedFlow): Said => {
  const said: Said = { hooks: new Map(), rules: undefined, isDirect: false };
  SAID.set(flow, said);
  shipped.content.amend({
    get uses() {
      return [...said.hooks.values(), ...(said.rules === undefined ? [] : [said.rules])];
    },
    apply: (document) => withOverrides(document, flow.flowType, overridesOf(flow, said, shipped)),
  });
  return said;
};

/**
 * Names flows of your own wherever a default flow would play otherwise. It is an aspect: for the whole app, for what is under
 * a construct, or for one flow, queue or quick connect.
 *
 *     Aspects.of(app).add(new JourneyOverrides({ hooks: { AgentWhisper: whisper, CustomerHold: hold } }));
 *
 * Where two of them name a flow for the same place, the nearer one counts. Flows, queues and quick connects that name a flow
 * themselves have the last word. Flows that are hooked by others are left as they are, unless they are meant directly.
 */
export class JourneyOverrides implements IAspect {
  constructor(private readonly props: JourneyOverridesProps) {}

  visit(node: IConstruct): void {
    const { except = [], outboundWhisper, transferFlows = {} } = this.props;
    if (except.some((each) => node.node.scopes.includes(each))) return;
    if (node instanceof ContactFlow) this.override(node);
    if (node instanceof Queue && outboundWhisper) node.useOutboundWhisper(outboundWhisper);
    if (node instanceof AgentQuickConnect && transferFlows.toAgents) node.useTransferFlow(transferFlows.toAgents);
    if (node instanceof QueueQuickConnect && transferFlows.toQueues) node.useTransferFlow(transferFlows.toQueues);
  }

  private override(flow: AnyFlow): void {
    const shipped = shippedBy(flow);
    if (shipped === undefined) return;
    const { hooks = {}, rules } = this.props;
    const said = SAID.get(flow) ?? openFor(flow, shipped);
    for (const [hook, target] of Object.entries(hooks)) said.hooks.set(hook as EventHook, target);
    said.rules = rules ?? said.rules;
    said.isDirect ||= Aspects.of(flow).all.includes(this);
  }
}
