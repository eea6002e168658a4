import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { disconnect, type FlowHandle, inboundFlow, menu, playPrompt, transferToFlow } from '../../lib';
import { InboundFlow, Instance } from '../../lib/constructs';

type Inbound = FlowHandle<'CONTACT_FLOW'>;

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];

/** What both desks offer: the other desk, or to hear it all once more. */
const desk = (name: string, { other, itself }: { readonly other: Inbound; readonly itself: Inbound }) =>
  inboundFlow(name, { onError: sorry }, [
    menu(`This is the ${name}. For the other desk, press 1. To hear this again, press 2.`, {
      1: [transferToFlow(other)],
      2: [transferToFlow(itself)],
      timeout: sorry,
      noMatch: sorry,
    }),
  ]);

/** Two flows that lead to each other, and each to itself. */
export class NightAndDay extends Stack {
  constructor(scope: Construct, id: string, instanceArn: string) {
    super(scope, id);
    const instance = Instance.fromInstanceArn(this, 'Instance', instanceArn);
    const day: InboundFlow = new InboundFlow(this, 'Day', {
      instance,
      flow: (itself) => desk('day desk', { other: night, itself }),
    });
    const night: InboundFlow = new InboundFlow(this, 'Night', {
      instance,
      flow: (itself) => desk('night desk', { other: day, itself }),
    });
  }
}
