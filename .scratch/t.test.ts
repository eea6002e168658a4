import { Stack, Tags } from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import { disconnect, inboundFlow, transferToFlow, setDisconnectFlow, type FlowHandle, playPrompt } from '../lib/build';
import { InboundFlow } from '../lib/constructs';
import { smallCentre, ENV } from '../test/constructs/small-centre';
const go = (name: string, c: { b: FlowHandle<'CONTACT_FLOW'> }) => inboundFlow(name, { onError: [disconnect()] }, [playPrompt('x'), transferToFlow(c.b)]);
test('x', () => {
  const { stack, app, instance } = smallCentre();
  Tags.of(app).add('team', 'x');
  const a = new InboundFlow(stack, 'A', { instance, flow: () => go('Flow A', { b }) });
  const other = new Stack(app, 'Other', { env: ENV });
  const b = new InboundFlow(other, 'B', { instance, flow: () => go('Flow B', { b: a }) });
  new InboundFlow(stack, 'C', { instance, flow: (self) => go('Flow C', { b: self }) });
  const asm = app.synth();
  for (const s of asm.stacks) console.log(s.stackName, JSON.stringify(s.template, null, 1), s.dependencies.map(d=>d.id));
});
