import { Match, Template } from 'aws-cdk-lib/assertions';
import { Prompt } from '../../lib/constructs';
import { arn, INSTANCE_ARN, smallCentre } from './small-centre';

test('A recording on this machine is uploaded under a name that follows its content', () => {
  const { stack, instance } = smallCentre();
  const prompt = new Prompt(stack, 'Beep', { instance, name: 'Beep', file: __filename });

  expect(prompt.promptName).toBe('Beep');
  Template.fromStack(stack).hasResourceProperties('AWS::Connect::Prompt', {
    InstanceArn: INSTANCE_ARN,
    Name: 'Beep',
    S3Uri: Match.stringLikeRegexp('^s3://cdk-.+/[0-9a-f]{64}\\.ts$'),
  });
});

test('A recording in S3 is taken as it is', () => {
  const { stack, instance } = smallCentre();
  new Prompt(stack, 'Beep', { instance, s3Uri: 's3://northwind-prompts/beep.wav' });

  Template.fromStack(stack).hasResourceProperties('AWS::Connect::Prompt', { S3Uri: 's3://northwind-prompts/beep.wav' });
});

test('A prompt can be imported', () => {
  const { stack } = smallCentre();

  expect(Prompt.fromPromptArn(stack, 'Beep', arn('prompt', '4')).promptId).toBe('0f1e0000-bbbb-4ccc-8ddd-000000000004');
});
