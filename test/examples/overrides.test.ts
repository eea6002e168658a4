import { Match, Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { WholeCentre } from '../../examples/overrides/whole-centre';
import { transcript } from '../../lib/report';
import { simulate, worldFromTemplates } from '../../lib/simulate';
import { arn, INSTANCE_ARN } from '../constructs/small-centre';

describe('The centre in which no default is heard', () => {
  const app = new App();
  const stack = new WholeCentre(app, 'Centre', INSTANCE_ARN);
  const { template } = app.synth().getStackArtifact(stack.artifactId);
  const world = worldFromTemplates([{ name: 'Centre', template }]);
  const ana = { arn: arn('agent', '1'), name: 'ana', queues: world.queues.map((queue) => queue.arn) };

  const heard = async (flow: string): Promise<string> => {
    const start = { method: 'INBOUND', flow } as const;
    return transcript(
      await simulate({ ...world, agents: [ana] }, { start, agents: [{ name: 'ana', availableAfterSeconds: 20 }] }),
    );
  };

  test('lets callers wait with its own words, and whispers nothing to the agent', async () => {
    const text = await heard('Main line');
    expect(text).toContain('Customer hears “Thank you for waiting.”');
    expect(text).toContain('Agent whisper flow "No whisper" plays to ana');
    expect(text).not.toContain('ana hears');
  });

  test('lets the press line announce itself', async () => {
    const text = await heard('Press line');
    expect(text).toContain('Customer hears “Thank you for waiting.”');
    expect(text).toContain('ana hears “The press.”');
  });

  test('calls customers with its own outbound whisper', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::Connect::Queue', {
      OutboundCallerConfig: {
        OutboundFlowArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Calling'), 'ContactFlowArn'] },
      },
    });
  });
});
