import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Stack } from 'aws-cdk-lib/core';
import { type Flow, type FlowHandle, oneOf, text } from '../../lib/build';
import {
  AgentQuickConnect,
  AgentWhisperFlow,
  DefaultFlows,
  FlowFunction,
  type IContactFlow,
  type IHoursOfOperation,
  type IInstance,
  InboundFlow,
  type IUser,
  JourneyOverrides,
  type JourneyRule,
  Queue,
  weekdays,
} from '../../lib/constructs';

declare const stack: Stack;
declare const instance: IInstance;
declare const hours: IHoursOfOperation;
declare const agent: IUser;
declare const inbound: Flow<'CONTACT_FLOW'>;
declare const whisper: Flow<'AGENT_WHISPER'>;
declare const outboundWhisper: IContactFlow<'OUTBOUND_WHISPER'>;
declare const agentWhisper: IContactFlow<'AGENT_WHISPER'>;
declare const agentTransfer: IContactFlow<'AGENT_TRANSFER'>;
declare const queueTransfer: IContactFlow<'QUEUE_TRANSFER'>;
declare const lambda: IFunction;
declare const goingTo: (...flows: readonly FlowHandle<'CONTACT_FLOW'>[]) => Flow<'CONTACT_FLOW'>;

new InboundFlow(stack, 'A', { instance, flow: inbound });
const made: IContactFlow<'AGENT_WHISPER'> = new AgentWhisperFlow(stack, 'B', { instance, flow: whisper });
// @ts-expect-error an inbound flow is no agent whisper
new AgentWhisperFlow(stack, 'C', { instance, flow: inbound });
// @ts-expect-error a flow is written or raw, not both
new InboundFlow(stack, 'D', { instance, flow: inbound, content: '{}' });
// @ts-expect-error a flow has content
new InboundFlow(stack, 'E', { instance });
// @ts-expect-error an imported whisper is no inbound flow
const imported: IContactFlow<'CONTACT_FLOW'> = AgentWhisperFlow.fromContactFlowArn(stack, 'F', 'arn');

new Queue(stack, 'G', { instance, hours, outboundWhisperFlow: outboundWhisper });
// @ts-expect-error agents' whispers are no outbound whispers
new Queue(stack, 'H', { instance, hours, outboundWhisperFlow: agentWhisper });

new AgentQuickConnect(stack, 'I', { instance, agent, transferFlow: agentTransfer });
// @ts-expect-error the flow type QUEUE_TRANSFER is for transfers to queues
new AgentQuickConnect(stack, 'J', { instance, agent, transferFlow: queueTransfer });

const answers = { tier: oneOf('gold', 'standard'), name: text };
const lookUp = new FlowFunction(stack, 'K', { instance, function: lambda, answers });
const tier: { readonly path: string } = lookUp.result.tier;
// @ts-expect-error the function answers no such key
lookUp.result.age;
// @ts-expect-error a function is made from an entry, or is there already
new FlowFunction(stack, 'L', { instance, function: lambda, entry: 'index.ts' });

const rule: JourneyRule = { name: 'Gold', hooks: { AgentWhisper: agentWhisper } };
// @ts-expect-error the hook wants an agent whisper
const wrongFlow: JourneyRule = { name: 'Gold', hooks: { AgentWhisper: outboundWhisper } };
// @ts-expect-error no stage of a journey is named by this hook
const wrongHook: JourneyRule = { name: 'Gold', hooks: { PauseContact: agentWhisper } };

// Flows may name each other, and themselves, without a word about types.
const day = new InboundFlow(stack, 'M', { instance, flow: () => goingTo(night) });
const night = new InboundFlow(stack, 'N', { instance, flow: (itself) => goingTo(itself, day) });
// @ts-expect-error what is written later has the type of the construct as well
new AgentWhisperFlow(stack, 'O', { instance, flow: () => goingTo(day) });
new InboundFlow(stack, 'P', { instance, content: (itself) => itself.contactFlowArn });

new DefaultFlows(stack, 'Q', { instance, flows: { 'Default agent whisper': whisper, 'Default agent hold': '{}' } });
// @ts-expect-error a whisper is no hold flow
new DefaultFlows(stack, 'R', { instance, flows: { 'Default agent hold': whisper } });
// @ts-expect-error there is no such default flow
new DefaultFlows(stack, 'S', { instance, flows: { 'Default disconnect': inbound } });

new JourneyOverrides({ hooks: { AgentWhisper: agentWhisper }, outboundWhisper });
// @ts-expect-error the hook wants an agent whisper
new JourneyOverrides({ hooks: { AgentWhisper: outboundWhisper } });
// @ts-expect-error transfers to agents have a flow type of their own
new JourneyOverrides({ transferFlows: { toAgents: queueTransfer } });

weekdays('08:00', '18:00');
// @ts-expect-error a time has hours and minutes
weekdays('8', '18');

export const used = [night, made, imported, tier, rule, wrongFlow, wrongHook];
