import { Aspects, type Stack } from 'aws-cdk-lib/core';
import {
  AgentHoldFlow,
  AgentTransferFlow,
  type AgentWhisperFlow,
  CustomerHoldFlow,
  type CustomerQueueFlow,
  CustomerWhisperFlow,
  DefaultFlows,
  type IInstance,
  type InboundFlow,
  JourneyOverrides,
  type JourneyRulesFunction,
  OutboundWhisperFlow,
  QueueTransferFlow,
  requireOverrides,
} from '../../lib/constructs';
import * as flows from './flows';

/** What `overrideDefaults` names. */
interface Overriding {
  readonly instance: IInstance;
  readonly appointment: InboundFlow;
  readonly survey: InboundFlow;
  readonly waiting: CustomerQueueFlow;
  readonly agentWhisper: AgentWhisperFlow;
  readonly customerWhisper: CustomerWhisperFlow;
  readonly consultationWhisper: AgentWhisperFlow;
  readonly journeyRules: JourneyRulesFunction;
}

/** Wherever people are on hold, on the line to a customer, or handed over. */
const everywhere = (stack: Stack, { instance, consultationWhisper }: Overriding) => {
  const toAgents = new AgentTransferFlow(stack, 'AgentTransfer', {
    instance,
    flow: flows.agentTransfer({ consultationWhisper }),
  });
  const toQueues = new QueueTransferFlow(stack, 'QueueTransfer', { instance, flow: flows.queueTransfer });
  Aspects.of(stack).add(
    new JourneyOverrides({
      hooks: {
        CustomerHold: new CustomerHoldFlow(stack, 'CustomerHold', { instance, flow: flows.customerHold }),
        AgentHold: new AgentHoldFlow(stack, 'AgentHold', { instance, flow: flows.agentHold }),
      },
      outboundWhisper: new OutboundWhisperFlow(stack, 'OutboundWhisper', { instance, flow: flows.outboundWhisper }),
      transferFlows: { toAgents, toQueues },
    }),
  );
  return [toAgents, toQueues];
};

/**
 * Calls about appointments, and the survey, which starts anew: a contact that follows another one takes no hooks along. What
 * is known of the customer is there already, so that the rules can choose before anything else is done.
 */
const atTheStart = ({ appointment, survey, ...own }: Overriding): void => {
  const usual = new JourneyOverrides({
    hooks: {
      CustomerQueue: own.waiting,
      CustomerRemaining: survey,
      AgentWhisper: own.agentWhisper,
      CustomerWhisper: own.customerWhisper,
    },
    rules: own.journeyRules,
  });
  for (const flow of [appointment, survey]) Aspects.of(flow).add(usual);
};

/**
 * Names flows of the centre wherever a default would play: for all of the stack, for some flows with rules, and for transfers,
 * where the agent who asks needs no whisper. What is left to the defaults, these replace. `cdk synth` fails should
 * there be a way on which any contact hears a default all the same.
 */
export const overrideDefaults = (stack: Stack, own: Overriding): void => {
  const { instance } = own;
  const transferFlows = everywhere(stack, own);
  atTheStart(own);
  const noWhisper = new CustomerWhisperFlow(stack, 'NoWhisper', { instance, flow: flows.noWhisper });
  for (const flow of transferFlows) {
    Aspects.of(flow).add(
      new JourneyOverrides({ hooks: { AgentWhisper: own.agentWhisper, CustomerWhisper: noWhisper } }),
    );
  }
  new DefaultFlows(stack, 'Defaults', { instance, flows: flows.ownDefaults });
  requireOverrides(stack);
};
