import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { agentWhisperFlow, contact, customerHoldFlow, endFlow, loopPrompts, playPrompt } from '../../lib';
import { DefaultFlows, Instance } from '../../lib/constructs';

/** Agents hear where a call comes from, and customers no music, wherever no flow says otherwise. */
export class OwnDefaults extends Stack {
  constructor(scope: Construct, id: string, instanceArn: string) {
    super(scope, id);
    const defaults = new DefaultFlows(this, 'Defaults', {
      instance: Instance.fromInstanceArn(this, 'Instance', instanceArn),
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
    new CfnOutput(this, 'EditedWhisper', { value: defaults.consoleEditOf('Default agent whisper') });
  }
}
