import type { Construct } from 'constructs';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import {
  agentWhisperFlow,
  contact,
  customerHoldFlow,
  disconnect,
  endFlow,
  type FlowHandle,
  inboundFlow,
  loopPrompts,
  menu,
  playPrompt,
  transferToFlow,
} from '../../lib';
import { DefaultFlows, InboundFlow, Instance } from '../../lib/constructs';

type Inbound = FlowHandle<'CONTACT_FLOW'>;

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];

const desk = (name: string, { other, itself }: { readonly other: Inbound; readonly itself: Inbound }) =>
  inboundFlow(name, { onError: sorry }, [
    menu(`This is the ${name}. For the other desk, press 1. To hear this again, press 2.`, {
      1: [transferToFlow(other)],
      2: [transferToFlow(itself)],
      timeout: sorry,
      noMatch: sorry,
    }),
  ]);

/** The example, and with it flows that name each other and default flows that are replaced, whatever it has of these itself. */
export class CentreUnderTest extends ContactCentreStack {
  constructor(scope: Construct, id: string, instanceArn: string) {
    super(scope, id, { instanceArn });
    const instance = Instance.fromInstanceArn(this, 'SameInstance', instanceArn);
    const day: InboundFlow = new InboundFlow(this, 'Day', {
      instance,
      flow: (itself) => desk('day desk', { other: night, itself }),
    });
    const night: InboundFlow = new InboundFlow(this, 'Night', {
      instance,
      flow: (itself) => desk('night desk', { other: day, itself }),
    });
    new DefaultFlows(this, 'OwnDefaults', {
      instance,
      flows: {
        'Default agent whisper': agentWhisperFlow('Queue and caller', { onError: [endFlow()] }, [
          playPrompt(`${contact.queue.name}, a call from ${contact.customerNumber}.`),
          endFlow(),
        ]),
        'Default customer hold': customerHoldFlow('Quiet hold', [
          loopPrompts(['We are still with you.', { ssml: '<speak><break time="8s"/></speak>' }]),
        ]),
      },
    });
  }
}
