import { Stack } from 'aws-cdk-lib';
import { disconnect, inboundFlow, playPrompt, transferToQueue } from '../../lib';
import { HoursOfOperation, InboundFlow, Instance, Queue, weekdays } from '../../lib/constructs';

export class SupportLine extends Stack {
  readonly instance = Instance.fromInstanceArn(this, 'Instance', this.node.getContext('instanceArn'));
  readonly hours = new HoursOfOperation(this, 'Hours', {
    instance: this.instance,
    timeZone: 'Europe/Dublin',
    week: weekdays('08:00', '18:00'),
  });
  readonly support = new Queue(this, 'Support', { instance: this.instance, hours: this.hours });
  readonly mainLine = new InboundFlow(this, 'MainLine', {
    instance: this.instance,
    flow: inboundFlow('Main line', { onError: [disconnect()] }, [
      playPrompt('Welcome.'),
      transferToQueue(this.support, { atCapacity: [playPrompt('All lines are busy.'), disconnect()] }),
    ]),
  });
}
