import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Duration, NestedStack, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { disconnect, inboundFlow, invoke, oneOf, playPrompt, text, when } from '../../lib/build';
import { FlowFunction, InboundFlow } from '../../lib/constructs';
import type { FlowDocument } from '../../lib/language';
import { documentsIn, ENV, INSTANCE_ARN, type SmallCentre, smallCentre } from './small-centre';

const code = Code.fromInline('exports.handler = async () => ({ tier: "gold", name: "Ada" });');
const answers = { tier: oneOf('gold', 'standard'), name: text };

const lookUpIn = ({ stack, instance }: SmallCentre, scope: Construct = stack) =>
  new FlowFunction(scope, 'LookUp', { instance, code, answers });

/** A document whose one action calls a function. */
const calling = (functionArn: string): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: 'Call',
  Actions: [
    {
      Identifier: 'Call',
      Type: 'InvokeLambdaFunction',
      Parameters: { LambdaFunctionARN: functionArn, InvocationTimeLimitSeconds: '8' },
      Transitions: { NextAction: 'Bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'Bye' }] },
    },
    { Identifier: 'Bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

const waitsFor = (stack: Stack, id: RegExp): unknown => {
  const [flow] = Object.values(Template.fromStack(stack).findResources('AWS::Connect::ContactFlow'));
  return (flow?.DependsOn ?? []).filter((on: string) => id.test(on)).length;
};

const existing = (scope: Construct, functionName?: string): LambdaFunction =>
  new LambdaFunction(scope, 'Existing', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code, functionName });

test('A function comes with its association, by the ARN of the instance', () => {
  const centre = smallCentre();
  lookUpIn(centre);

  Template.fromStack(centre.stack).hasResourceProperties('AWS::Connect::IntegrationAssociation', {
    InstanceId: INSTANCE_ARN,
    IntegrationType: 'LAMBDA_FUNCTION',
    IntegrationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('LookUpFunction'), 'Arn'] },
  });
});

test('Only Connect may call a function, and only for this instance of this account', () => {
  const centre = smallCentre();
  lookUpIn(centre);

  Template.fromStack(centre.stack).hasResourceProperties('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    Principal: 'connect.amazonaws.com',
    SourceAccount: ENV.account,
    SourceArn: INSTANCE_ARN,
  });
});

test('A function may write its own log and nothing else', () => {
  const centre = smallCentre();
  lookUpIn(centre);

  const template = Template.fromStack(centre.stack);
  template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  template.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Effect: 'Allow',
          Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('LookUpLogs'), 'Arn'] },
        },
      ],
    },
  });
});

test('A function runs as long as a flow waits, on a current Node', () => {
  const centre = smallCentre();
  lookUpIn(centre);

  Template.fromStack(centre.stack).hasResourceProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Timeout: 8,
    MemorySize: 512,
    Architectures: ['arm64'],
  });
});

test('A function that outlives the block that calls it is a warning', () => {
  const { stack, instance } = smallCentre();
  new FlowFunction(stack, 'Slow', { instance, code, timeout: Duration.seconds(30) });

  Annotations.fromStack(stack).hasWarning('/Centre/Slow', Match.stringLikeRegexp('a flow waits 8 at most'));
});

test('A function is bundled from its entry', () => {
  const { stack, instance } = smallCentre();
  new FlowFunction(stack, 'LookUp', { instance, entry: __filename, environment: { TABLE: 'customers' } });

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'index.handler',
    Environment: { Variables: { TABLE: 'customers' } },
  });
});

test('A flow that calls a function waits for its association, and reads its answer', () => {
  const centre = smallCentre();
  const lookUp = lookUpIn(centre);
  const flow = inboundFlow('Main line', { onError: [disconnect()] }, [
    invoke(lookUp),
    when(lookUp.result.tier, { gold: [playPrompt('Gold.'), disconnect()], standard: [disconnect()] }),
  ]);
  new InboundFlow(centre.stack, 'MainLine', { instance: centre.instance, flow });

  expect(waitsFor(centre.stack, /LookUpAssociation/)).toBe(1);
  const [call, branch] = documentsIn(centre.stack)['Main line']?.Actions ?? [];
  expect(call?.Parameters?.LambdaFunctionARN).toMatch(/^<LookUpFunction\w+\.Arn>$/);
  expect(branch?.Parameters).toEqual({ ComparisonValue: '$.External.tier' });
});

test('A raw document waits as well, wherever its function was made', () => {
  const centre = smallCentre();
  const { functionArn } = lookUpIn(centre, new Construct(centre.stack, 'Functions'));
  new InboundFlow(new Construct(centre.stack, 'Flows'), 'MainLine', {
    instance: centre.instance,
    content: calling(functionArn),
  });

  expect(waitsFor(centre.stack, /LookUpAssociation/)).toBe(1);
});

test('A flow waits for the association of an existing function that is only associated after the flow was written', () => {
  const { stack, instance } = smallCentre();
  const fn = existing(stack);
  new InboundFlow(stack, 'MainLine', { instance, content: calling(fn.functionArn) });
  new FlowFunction(stack, 'LookUp', { instance, function: fn });

  expect(waitsFor(stack, /LookUpAssociation/)).toBe(1);
});

test('A flow waits for the association of a version of a function', () => {
  const { stack, instance } = smallCentre();
  const version = existing(stack).currentVersion;
  new FlowFunction(stack, 'LookUp', { instance, function: version });
  new InboundFlow(stack, 'MainLine', { instance, content: calling(version.functionArn) });

  expect(waitsFor(stack, /LookUpAssociation/)).toBe(1);
});

test('A flow waits for the association of an imported function that it names by ARN', () => {
  const { stack, instance } = smallCentre();
  const functionArn = 'arn:aws:lambda:eu-central-1:111122223333:function:look-up';
  new FlowFunction(stack, 'LookUp', {
    instance,
    function: LambdaFunction.fromFunctionArn(stack, 'Existing', functionArn),
  });
  new InboundFlow(stack, 'MainLine', { instance, content: calling(functionArn) });

  expect(waitsFor(stack, /LookUpAssociation/)).toBe(1);
});

test('A flow that calls nothing waits for nothing', () => {
  const centre = smallCentre();
  lookUpIn(centre);
  const flow = inboundFlow('Main line', { onError: [disconnect()] }, [playPrompt('Hello.'), disconnect()]);
  new InboundFlow(centre.stack, 'MainLine', { instance: centre.instance, flow });

  expect(waitsFor(centre.stack, /./)).toBe(0);
});

test('A flow in another stack makes its stack wait for that of the function', () => {
  const centre = smallCentre();
  const { functionArn } = lookUpIn(centre);
  const flows = new Stack(centre.app, 'Flows', { env: ENV });
  new InboundFlow(flows, 'MainLine', { instance: centre.instance, name: 'Main line', content: calling(functionArn) });

  expect(documentsIn(flows)['Main line']?.Actions[0]?.Parameters?.LambdaFunctionARN).toMatch(/^<imported Centre:.+>$/);
  expect(flows.dependencies).toEqual([centre.stack]);
});

test('A flow in a nested stack waits for a function of its parent', () => {
  const centre = smallCentre();
  const { functionArn } = lookUpIn(centre);
  const nested = new NestedStack(centre.stack, 'Nested');
  new InboundFlow(nested, 'MainLine', { instance: centre.instance, content: calling(functionArn) });

  Template.fromStack(centre.stack).hasResource('AWS::CloudFormation::Stack', {
    DependsOn: [Match.stringLikeRegexp('LookUpAssociation')],
  });
});

test('A function is called by the id of its construct in what flows show', () => {
  expect(lookUpIn(smallCentre()).functionName).toBe('LookUp');
});
