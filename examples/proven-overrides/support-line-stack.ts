import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AgentWhisperFlow, InboundFlow, Instance, Queue, requireOverrides } from '../../lib/constructs';
import { announcement, mainLine } from './support-line';

export class SupportLine extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const instance = Instance.fromInstanceArn(this, 'Instance', this.node.getContext('instanceArn'));
    const billing = Queue.fromQueueArn(this, 'Billing', `${instance.instanceArn}/queue/billing`);
    const announced = new AgentWhisperFlow(this, 'Announcement', { instance, flow: announcement });
    new InboundFlow(this, 'MainLine', { instance, flow: mainLine({ announcement: announced, billing }) });

    requireOverrides(this, ['AGENT_WHISPER']);
  }
}
