import { App, Stack } from 'aws-cdk-lib/core';
import { InboundFlow, Instance } from '../../lib/constructs';
import type { FlowDocument } from '../../lib/language';
import { arn, ENV, INSTANCE_ARN, smallCentre } from './small-centre';

const OTHER = 'arn:aws:connect:eu-central-1:444455556666:instance/5e0c0000-aaaa-4bbb-8ccc-000000000009';

const goingTo = (flow: string): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: 'Go',
  Actions: [
    {
      Identifier: 'Go',
      Type: 'TransferToFlow',
      Parameters: { ContactFlowId: flow },
      Transitions: { NextAction: 'Bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'Bye' }] },
    },
    { Identifier: 'Bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

describe('A flow that names a resource by its ARN', () => {
  test('of another instance fails the synthesis, which names the action and both instances', () => {
    const { app, stack, instance } = smallCentre();
    new InboundFlow(stack, 'MainLine', { instance, content: goingTo(`${OTHER}/contact-flow/1`) });
    expect(() => app.synth()).toThrow(
      `Action "Go" names ${OTHER}/contact-flow/1, which belongs to another instance; the flow is deployed to ${INSTANCE_ARN}.`,
    );
  });

  test('of its own instance is fine', () => {
    const { app, stack, instance } = smallCentre();
    new InboundFlow(stack, 'MainLine', { instance, content: goingTo(arn('contact-flow', '7')) });
    expect(() => app.synth()).not.toThrow();
  });

  test('cannot mean anything of an instance that is still to be made', () => {
    const app = new App();
    const stack = new Stack(app, 'Centre', { env: ENV });
    const instance = new Instance(stack, 'Instance', { alias: 'northwind' });
    new InboundFlow(stack, 'MainLine', { instance, content: goingTo(arn('contact-flow', '7')) });
    expect(() => app.synth()).toThrow(/the flow is deployed to an instance that this app makes/);
  });
});
