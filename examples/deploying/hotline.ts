import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { disconnect, inboundFlow, playPrompt } from '../../lib';
import { InboundFlow, Instance, PhoneNumber, Prompt } from '../../lib/constructs';

/** A number of its own, and one that was claimed by hand, both answered by one flow that plays a recording of the instance. */
export class Hotline extends Stack {
  constructor(scope: Construct, id: string, instanceArn: string, oldNumberArn: string) {
    super(scope, id);
    const instance = Instance.fromInstanceArn(this, 'Instance', instanceArn);
    const beep = Prompt.fromPromptName(this, 'Beep', { instance, name: 'Beep.wav' });
    const flow = new InboundFlow(this, 'Closed', {
      instance,
      flow: inboundFlow('Closed', { onError: [disconnect()] }, [
        playPrompt({ prompt: beep }),
        playPrompt('Please call again tomorrow.'),
        disconnect(),
      ]),
    });
    new PhoneNumber(this, 'Hotline', { instance, type: 'DID', country: 'DE', prefix: '+4930', flow });
    PhoneNumber.fromPhoneNumberArn(this, 'OldHotline', oldNumberArn).answerWith(flow);
  }
}
