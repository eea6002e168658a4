import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnOutput, Stack, Validations } from 'aws-cdk-lib/core';
import {
  agentWhisperFlow,
  customerQueueFlow,
  disconnect,
  endFlow,
  inboundFlow,
  loopPrompts,
  playPrompt,
  setDisconnectFlow,
} from '../../lib/build';
import { ConnectFlowChecks, type DefaultFlowContents, DefaultFlows, InboundFlow, Instance } from '../../lib/constructs';
import { DEFAULT_FLOW_DOCUMENTS, DEFAULT_FLOW_NAMES, DEFAULT_FLOWS } from '../../lib/journey';
import { type FlowDocument, flowThatOnlyEnds, write } from '../../lib/language';
import { Account } from './deployment/account';
import { deploy } from './deployment/centre';
import { greeting, INSTANCE_ARN, smallCentre } from './small-centre';

const DEFAULT = 'Custom::ConnectDefaultFlow';
const quietly = { onError: [endFlow()] };

const whisper = (text: string) => agentWhisperFlow('Any name', quietly, [playPrompt(text), endFlow()]);

/** An account whose instance has its eight default flows, as nobody has edited them. */
const accountWithDefaults = (): Account => {
  const account = new Account(INSTANCE_ARN);
  for (const name of DEFAULT_FLOW_NAMES) {
    account.connect.create(name, DEFAULT_FLOWS[name].flowType, write(DEFAULT_FLOW_DOCUMENTS[name]));
  }
  return account;
};

const appWith = (flows: DefaultFlowContents) => {
  const centre = smallCentre();
  const defaults = new DefaultFlows(centre.stack, 'Defaults', { instance: centre.instance, flows });
  return { ...centre, defaults };
};

const stateOf = ({ connect, s3 }: Account): string => JSON.stringify([[...connect.flows.values()], s3.versions]);

describe('Default flows', () => {
  test('hold what they are given once they are deployed, and what they held before once they are not', async () => {
    const account = accountWithDefaults();
    const before = stateOf(account);
    const { app } = appWith({
      'Default agent whisper': whisper('Billing.'),
      'Default customer queue': customerQueueFlow('Waiting', quietly, [loopPrompts(['Please wait.'])]),
    });
    await deploy(app, account);

    expect(account.connect.named('Default agent whisper')?.content).toContain('Billing.');
    expect(account.connect.named('Default customer queue')?.content).toContain('Please wait.');
    expect(account.s3.objects.size).toBe(2);

    await account.destroy('Centre');
    expect(stateOf(account)).toBe(before);
  });

  test('can all be replaced, by documents of their own types', async () => {
    const account = accountWithDefaults();
    const flows = Object.fromEntries(
      DEFAULT_FLOW_NAMES.map((name) => [name, write(DEFAULT_FLOW_DOCUMENTS[name], { indent: 'compact' })]),
    );
    await deploy(appWith(flows).app, account);

    expect(account.s3.objects.size).toBe(8);
  });

  test('go back to what a deployment had before that fails', async () => {
    const account = accountWithDefaults();
    await deploy(appWith({ 'Default agent whisper': whisper('One.') }).app, account);
    const before = stateOf(account);
    const next = appWith({
      'Default agent whisper': whisper('Two.'),
      'Default customer queue': customerQueueFlow('Waiting', quietly, [loopPrompts(['REFUSED'])]),
    });
    await expect(deploy(next.app, account)).rejects.toThrow('Problems: Invalid Action type. Type: REFUSED');

    expect(stateOf(account)).toBe(before);
  });

  test('are as they were after a first deployment that fails', async () => {
    const account = accountWithDefaults();
    const before = stateOf(account);
    const { app } = appWith({
      'Default agent whisper': whisper('One.'),
      'Default agent hold': DEFAULT_FLOW_DOCUMENTS['Default agent hold'],
    });
    account.refuse = (id) => {
      if (id.includes('Defaultagenthold')) throw new Error('No.');
    };
    await expect(deploy(app, account)).rejects.toThrow('No.');

    expect(stateOf(account)).toBe(before);
  });

  test('tell where somebody had edited them since', async () => {
    const account = accountWithDefaults();
    await deploy(appWith({ 'Default agent whisper': whisper('One.') }).app, account);
    const flow = account.connect.named('Default agent whisper');
    if (flow) flow.content = write(whisper('By hand.').document);
    const { app, stack, defaults } = appWith({ 'Default agent whisper': whisper('Two.') });
    new CfnOutput(stack, 'Edit', { value: defaults.consoleEditOf('Default agent whisper') });
    await deploy(app, account);

    const [edited] = [...account.s3.objects].filter(([key]) => key.includes('/edited/'));
    expect(JSON.parse(edited?.[1] ?? '').content).toContain('By hand.');
    expect(flow?.content).toContain('Two.');
  });

  test('may name flows of the centre that hook them, and be named by flows', async () => {
    const account = accountWithDefaults();
    const { app, stack, instance } = smallCentre();
    const defaults = new DefaultFlows(stack, 'Defaults', {
      instance,
      flows: {
        'Default agent whisper': () => agentWhisperFlow('Whisper', quietly, [setDisconnectFlow(survey), endFlow()]),
      },
    });
    const survey = new InboundFlow(stack, 'Survey', {
      instance,
      flow: inboundFlow('Survey', { onError: [disconnect()] }, [disconnect()]),
    });
    const standard = defaults.flow('Default agent whisper');
    expect([standard.flowType, standard.flowName]).toEqual(['AGENT_WHISPER', 'Default agent whisper']);
    expect(defaults.flow('Default agent whisper')).toBe(standard);
    new InboundFlow(stack, 'Chat', {
      instance,
      name: 'Chat',
      content: { ...greeting('Hello.'), Metadata: { whisper: standard.contactFlowArn } },
    });
    await deploy(app, account);

    expect(account.connect.named('Default agent whisper')?.content).toContain(account.connect.named('Survey')?.arn);
    expect(account.connect.named('Chat')?.content).toContain(account.connect.named('Default agent whisper')?.arn);
  });
});

describe('What is no content for a default flow', () => {
  const synthesised = (flows: DefaultFlowContents) => () => appWith(flows).app.synth();

  test('is a document with actions that may not stand there', () => {
    expect(synthesised({ 'Default agent whisper': greeting('Hello.') })).toThrow(
      '"Default agent whisper" has the type AGENT_WHISPER, where action "Bye" (DisconnectParticipant) may not stand.',
    );
  });

  test('is a document that was saved as another type', () => {
    const saved = { ...(flowThatOnlyEnds('AGENT_WHISPER') as FlowDocument), Metadata: { type: 'customerWhisper' } };
    expect(synthesised({ 'Default agent whisper': saved })).toThrow(
      'and its new content was saved with the type CUSTOMER_WHISPER.',
    );
  });

  test('is a flow with errors', () => {
    const broken = { ...(flowThatOnlyEnds('AGENT_WHISPER') as FlowDocument), StartAction: 'Nowhere' };
    expect(synthesised({ 'Default agent whisper': broken })).toThrow(/Flow "Default agent whisper" has 1 error/);
  });

  test('is reported by the plugin as well', () => {
    const broken = { ...(flowThatOnlyEnds('AGENT_WHISPER') as FlowDocument), StartAction: 'Nowhere' };
    const { app } = appWith({ 'Default agent whisper': broken });
    Validations.of(app).addPlugins(new ConnectFlowChecks());
    const said = jest.spyOn(console, 'error').mockReturnValue(undefined);
    expect(() => app.synth()).toThrow();
    said.mockRestore();

    const report = readFileSync(join(app.outdir, 'validation-report.json'), 'utf8');
    expect(report).toContain('missing-start-action');
    expect(report).toContain('Centre/Defaults/Default agent whisper');
  });

  test('is none at all', () => {
    expect(() => appWith({})).toThrow('Centre/Defaults: no default flow is named; name at least one.');
  });

  test('is given under a name that there is', () => {
    const flows = { 'Default agents whisper': whisper('One.') } as DefaultFlowContents;
    expect(() => appWith(flows)).toThrow(
      'Centre/Defaults: no default flow is called "Default agents whisper". Write "Default agent whisper".',
    );
  });

  test('is given once for an instance', () => {
    const { stack, instance, app } = appWith({ 'Default agent whisper': whisper('One.') });
    const again = () =>
      new DefaultFlows(stack, 'More', { instance, flows: { 'Default agent whisper': whisper('Two.') } });
    expect(again).toThrow('"Default agent whisper" is replaced by Centre/Defaults/Default agent whisper already.');

    const other = Instance.fromInstanceArn(new Stack(app, 'Other'), 'Instance', INSTANCE_ARN.replace(/1$/, '2'));
    expect(
      () =>
        new DefaultFlows(stack, 'Elsewhere', { instance: other, flows: { 'Default agent whisper': whisper('Two.') } }),
    ).not.toThrow();
  });

  test('is a flow that is not replaced here', () => {
    const { defaults } = appWith({ 'Default agent whisper': whisper('One.') });
    expect(() => defaults.flow('Default agent hold')).toThrow('Centre/Defaults does not replace "Default agent hold".');
  });
});

describe('The bucket of the originals', () => {
  const { stack } = appWith({
    'Default agent whisper': whisper('One.'),
    'Default agent hold': DEFAULT_FLOW_DOCUMENTS['Default agent hold'],
  });
  const template = Template.fromStack(stack);

  test('is encrypted, keeps versions, and is closed to the public', () => {
    template.resourceCountIs('AWS::S3::Bucket', 1);
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Delete',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      },
    });
  });

  test('refuses what does not come over TLS 1.2 or later', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
        ]),
      },
    });
  });

  test('is there before anything is replaced, and as long as anything is', () => {
    const replacements = Object.values(template.findResources(DEFAULT));
    expect(replacements).toHaveLength(2);
    for (const { DependsOn } of replacements) {
      expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^ConnectProviderOriginalsPolicy/)]));
    }
  });

  test('is all that the function may touch beside the flows of the instance', () => {
    const [policy] = Object.values(
      template.findResources('AWS::IAM::Policy', {
        Properties: { PolicyName: Match.stringLikeRegexp('^ConnectProviderAccess') },
      }),
    );
    const statements = policy?.Properties.PolicyDocument.Statement as readonly { Action: unknown; Resource: unknown }[];
    const bucket = { 'Fn::GetAtt': [expect.stringMatching(/^ConnectProviderOriginals/), 'Arn'] };
    expect(statements.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      ['connect:ListContactFlows', [INSTANCE_ARN, `${INSTANCE_ARN}/contact-flow/*`]],
      [['connect:DescribeContactFlow', 'connect:UpdateContactFlowContent'], [`${INSTANCE_ARN}/contact-flow/*`]],
      [['s3:ListBucket', 's3:ListBucketVersions'], [bucket]],
      [
        ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
        [{ 'Fn::Join': ['', [bucket, '/*']] }],
      ],
    ]);
  });
});

test('A whisper that only ends silences a default', async () => {
  const account = accountWithDefaults();
  const { app } = appWith({ 'Default customer whisper': flowThatOnlyEnds('CUSTOMER_WHISPER') as FlowDocument });
  await deploy(app, account);

  expect(JSON.parse(account.connect.named('Default customer whisper')?.content ?? '').Actions).toHaveLength(1);
});
