import { Aspects, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  agentWhisperFlow,
  customerQueueFlow,
  disconnect,
  endFlow,
  type FlowHandle,
  inboundFlow,
  loopPrompts,
  outboundWhisperFlow,
  playPrompt,
  setRecording,
  setWhispers,
  transferToQueue,
} from '../../lib';
import {
  AgentWhisperFlow,
  CustomerQueueFlow,
  everyDay,
  HoursOfOperation,
  InboundFlow,
  Instance,
  JourneyOverrides,
  OutboundWhisperFlow,
  Queue,
} from '../../lib/constructs';

const quietly = { onError: [endFlow()] };
const sorry = [playPrompt('Sorry, please call again.'), disconnect()];

/** No whisper: one that only ends. */
const nothing = agentWhisperFlow('No whisper', quietly, [endFlow()]);

const waiting = customerQueueFlow('Waiting', quietly, [loopPrompts(['Thank you for waiting.'])]);

const calling = outboundWhisperFlow('Calling', quietly, [
  setRecording({ record: [] }),
  playPrompt('This is Larkfield Energy.'),
  endFlow(),
]);

const line = (name: string, queue: Queue) =>
  inboundFlow(name, { onError: sorry }, [transferToQueue(queue, { atCapacity: sorry })]);

/** Sets a hook itself, and so has the last word. */
const announcedLine = (queue: Queue, whisper: FlowHandle<'AGENT_WHISPER'>) =>
  inboundFlow('Press line', { onError: sorry }, [
    setWhispers({ agent: whisper }),
    transferToQueue(queue, { atCapacity: sorry }),
  ]);

/** A centre in which no default is heard, although only one of its flows says so. */
export class WholeCentre extends Stack {
  constructor(scope: Construct, id: string, instanceArn: string) {
    super(scope, id);
    const instance = Instance.fromInstanceArn(this, 'Instance', instanceArn);
    const hours = new HoursOfOperation(this, 'Always', { instance, timeZone: 'UTC', week: everyDay() });
    const desk = new Queue(this, 'Desk', { instance, name: 'Desk', hours });

    const noWhisper = new AgentWhisperFlow(this, 'NoWhisper', { instance, flow: nothing });
    const press = new AgentWhisperFlow(this, 'PressWhisper', {
      instance,
      flow: agentWhisperFlow('Press whisper', quietly, [playPrompt('The press.'), endFlow()]),
    });
    Aspects.of(this).add(
      new JourneyOverrides({
        hooks: {
          AgentWhisper: noWhisper,
          CustomerQueue: new CustomerQueueFlow(this, 'Waiting', { instance, flow: waiting }),
        },
        outboundWhisper: new OutboundWhisperFlow(this, 'Calling', { instance, flow: calling }),
      }),
    );

    new InboundFlow(this, 'MainLine', { instance, flow: line('Main line', desk) });
    new InboundFlow(this, 'PressLine', { instance, flow: announcedLine(desk, press) });
  }
}
