// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written this way
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json, JsonObject } from '../../../lib/language';
import { simulate, type Template, TemplateError, type TemplateStack, worldFromTemplates } from '../../../lib/simulate';
import { document, hangUp, say, step } from '../script';
import { heardBy } from '../world';

const stack = (resources: Template['Resources'], more: Partial<Template> = {}, name = 'Centre'): TemplateStack => ({
  name,
  template: { Resources: resources, ...more },
});

const queue = (Name: Json, more: JsonObject = {}) => ({ Type: 'AWS::Connect::Queue', Properties: { Name, ...more } });

/** The value of an expression as the name of a queue. */
const value = (
  expression: Json,
  more: Partial<Template> = {},
  others: readonly TemplateStack[] = [],
): string | undefined =>
  worldFromTemplates([
    ...others,
    stack({ Thing: { Type: 'AWS::S3::Bucket' }, Hours: HOURS, Queue: queue(expression) }, more),
  ]).queues.find(({ arn }) => !arn.includes('other'))?.name;

const HOURS = {
  Type: 'AWS::Connect::HoursOfOperation',
  Properties: { Name: 'Office', TimeZone: 'UTC', Config: [] },
};

const YES = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
const STAGE = { Parameters: { Stage: { Default: 'prod' }, Unset: {} } };

describe('A value in a template', () => {
  test.each<[string, Json, string]>([
    ['Ref to a parameter gives its default', { Ref: 'Stage' }, 'prod'],
    ['Ref to a parameter without a default gives a stand-in', { Ref: 'Unset' }, 'parameter-Unset'],
    ['Ref to a resource outside Connect gives its name', { Ref: 'Thing' }, 'Thing'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 'b']] }, 'a-prod-b'],
    ['Sub', { 'Fn::Sub': 'q-${Stage}-${AWS::Region}-${!Literal}' }, 'q-prod-eu-central-1-${Literal}'],
    ['Sub with values of its own', { 'Fn::Sub': ['${A}-${Stage}', { A: { Ref: 'Thing' } }] }, 'Thing-prod'],
    ['Select', { 'Fn::Select': [1, ['a', 'b', 'c']] }, 'b'],
    ['Select from a Split', { 'Fn::Select': ['2', { 'Fn::Split': ['/', 'x/y/z'] }] }, 'z'],
    ['If whose condition holds', { 'Fn::If': ['Prod', 'yes', 'no'] }, 'yes'],
    ['If whose condition does not hold', { 'Fn::If': ['NotProd', 'yes', 'no'] }, 'no'],
    ['If over And and Or', { 'Fn::If': ['Both', 'yes', { 'Fn::If': ['Either', 'or', 'no'] }] }, 'or'],
    ['FindInMap', { 'Fn::FindInMap': ['Names', { Ref: 'Stage' }, 'queue'] }, 'Production'],
    ['Base64', { 'Fn::Base64': 'abc' }, 'YWJj'],
    ['the account', { Ref: 'AWS::AccountId' }, '111122223333'],
    ['the partition', { Ref: 'AWS::Partition' }, 'aws'],
    ['the stack', { Ref: 'AWS::StackName' }, 'Centre'],
  ])('%s', (_what, expression, text) => {
    const more = {
      ...STAGE,
      Conditions: {
        Prod: YES,
        NotProd: { 'Fn::Not': [YES] },
        Both: { 'Fn::And': [{ Condition: 'Prod' }, { Condition: 'NotProd' }] },
        Either: { 'Fn::Or': [{ Condition: 'Prod' }, { Condition: 'NotProd' }] },
      },
      Mappings: { Names: { prod: { queue: 'Production' } } },
    };
    expect(value(expression, more)).toBe(text);
  });

  test('Ref and GetAtt give the same ARN for resources of Connect', () => {
    const world = worldFromTemplates([
      stack({ Hours: HOURS, Queue: queue('Q', { HoursOfOperationArn: { Ref: 'Hours' } }) }),
    ]);
    const byAttribute = { 'Fn::GetAtt': ['Hours', 'HoursOfOperationArn'] };
    const same = worldFromTemplates([stack({ Hours: HOURS, Queue: queue('Q', { HoursOfOperationArn: byAttribute }) })]);
    expect(world.queues[0]?.hours).toBe(world.hours[0]?.arn);
    expect(same.queues[0]?.hours).toBe(same.hours[0]?.arn);
    expect(world.hours[0]?.arn).toMatch(
      /^arn:aws:connect:eu-central-1:111122223333:instance\/.+\/operating-hours\/.+$/,
    );
  });

  test('GetAtt in dotted form, alone and in a Sub', () => {
    const arn = value({ 'Fn::GetAtt': 'Thing.Arn' });
    expect(arn).toMatch(/^arn:aws:s3/);
    expect(value({ 'Fn::Sub': '${Thing.Arn}' })).toBe(arn);
  });

  test('AWS::NoValue leaves the property out', () => {
    const limit = { 'Fn::If': ['Never', 10, { Ref: 'AWS::NoValue' }] };
    const world = worldFromTemplates([
      stack(
        { Queue: queue('Q', { MaxContacts: { Ref: 'AWS::NoValue' } }), Other: queue('P', { MaxContacts: limit }) },
        {
          Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        },
      ),
    ]);
    expect(world.queues.map(({ maxContacts }) => maxContacts)).toEqual([undefined, undefined]);
  });

  test('ImportValue takes what another stack exports, whichever comes first', () => {
    const exporting = stack(
      { Hours: HOURS },
      { Outputs: { O: { Value: 'Sales', Export: { Name: 'queue-name' } } } },
      'Base',
    );
    const importing = stack({ Queue: queue({ 'Fn::ImportValue': 'queue-name' }) });
    expect(worldFromTemplates([exporting, importing]).queues[0]?.name).toBe('Sales');
    expect(worldFromTemplates([importing, exporting]).queues[0]?.name).toBe('Sales');
  });

  test.each<[string, Json, RegExp]>([
    ['Ref', { Ref: 'Gone' }, /"Centre" refers to "Gone"/],
    ['GetAtt', { 'Fn::GetAtt': ['Gone', 'Arn'] }, /asks for Arn of "Gone"/],
    ['Sub', { 'Fn::Sub': '${Gone}' }, /refers to "Gone"/],
    ['ImportValue', { 'Fn::ImportValue': 'gone' }, /No stack exports "gone"/],
    ['Ref to what every object has', { Ref: 'constructor' }, /refers to "constructor"/],
  ])('A dangling %s is refused with a sentence', (_what, expression, message) => {
    expect(() => value(expression)).toThrow(TemplateError);
    expect(() => value(expression)).toThrow(message);
  });
});

describe('A centre in a template', () => {
  const content = (script: Parameters<typeof document>[0]) => JSON.stringify(document(script));

  test('has its queues, quick connects, agents and outbound whispers', () => {
    const world = worldFromTemplates([
      stack({
        Whisper: {
          Type: 'AWS::Connect::ContactFlow',
          Properties: { Name: 'Hello', Type: 'OUTBOUND_WHISPER', Content: content([say('Hello.')]) },
        },
        Sales: queue('Sales', { MaxContacts: 5, OutboundCallerConfig: { OutboundFlowArn: { Ref: 'Whisper' } } }),
        Profile: {
          Type: 'AWS::Connect::RoutingProfile',
          Properties: { QueueConfigs: [{ QueueReference: { QueueArn: { Ref: 'Sales' } } }] },
        },
        Ana: {
          Type: 'AWS::Connect::User',
          Properties: { Username: 'ana', RoutingProfileArn: { Ref: 'Profile' }, IdentityInfo: { FirstName: 'Ana' } },
        },
        ToSales: {
          Type: 'AWS::Connect::QuickConnect',
          Properties: {
            Name: 'Sales',
            QuickConnectConfig: { QuickConnectType: 'QUEUE', QueueConfig: { QueueArn: { Ref: 'Sales' } } },
          },
        },
      }),
    ]);
    const [sales] = world.queues;
    expect(sales).toMatchObject({ name: 'Sales', maxContacts: 5, outboundWhisperFlow: world.flows[0]?.arn });
    expect(world.agents[0]).toMatchObject({ name: 'ana', firstName: 'Ana', queues: [sales?.arn] });
    expect(world.quickConnects[0]).toMatchObject({ name: 'Sales', kind: 'QUEUE', target: sales?.arn });
  });

  test('has the flows that agents of chats send', () => {
    const world = worldFromTemplates([
      stack({
        Form: {
          Type: 'AWS::Connect::ContactFlow',
          Properties: { Name: 'Form', Type: 'CONTACT_FLOW', Content: content([say('Please fill in.')]) },
        },
        SendForm: {
          Type: 'AWS::Connect::QuickConnect',
          Properties: {
            Name: 'Form',
            QuickConnectConfig: { QuickConnectType: 'FLOW', FlowConfig: { ContactFlowArn: { Ref: 'Form' } } },
          },
        },
      }),
    ]);
    expect(world.quickConnects[0]).toMatchObject({ name: 'Form', kind: 'FLOW', target: world.flows[0]?.arn });
  });

  test('has hours with holidays, of which those of every year come back', () => {
    const yearly = {
      OverrideName: 'New year',
      EffectiveFrom: '2025-01-01',
      EffectiveTill: '2025-01-01',
      OverrideConfig: [],
      RecurrenceConfig: { RecurrencePattern: { Frequency: 'YEARLY' } },
    };
    const Config = [{ Day: 'MONDAY', StartTime: { Hours: 9, Minutes: 30 }, EndTime: { Hours: 17, Minutes: 0 } }];
    const resource = (override: JsonObject) => ({
      ...HOURS,
      Properties: { ...HOURS.Properties, Config, HoursOfOperationOverrides: [override] },
    });
    const [hours] = worldFromTemplates([stack({ Hours: resource(yearly) })]).hours;
    expect(hours?.week).toEqual([{ day: 'MONDAY', open: { from: 570, to: 1020 } }]);
    expect(hours?.overrides[0]).toMatchObject({ name: 'New year', everyYear: true, stretches: [] });
    const monthly = { ...yearly, RecurrenceConfig: { RecurrencePattern: { Frequency: 'MONTHLY' } } };
    expect(() => worldFromTemplates([stack({ Hours: resource(monthly) })])).toThrow(/"New year" recurs MONTHLY/);
  });

  test('refuses a flow of a type that Connect does not know', () => {
    const flow = {
      Type: 'AWS::Connect::ContactFlow',
      Properties: { Name: 'F', Type: 'LULLABY', Content: content([]) },
    };
    expect(() => worldFromTemplates([stack({ F: flow })])).toThrow(/type LULLABY, which Connect does not know/);
  });

  test('lacks what a condition keeps from being deployed', () => {
    const resources = { Yes: { ...queue('Yes'), Condition: 'Prod' }, No: { ...queue('No'), Condition: 'Test' } };
    const Conditions = { Prod: YES, Test: { 'Fn::Not': [YES] } };
    expect(worldFromTemplates([stack(resources, { ...STAGE, Conditions })]).queues.map(({ name }) => name)).toEqual([
      'Yes',
    ]);
  });

  test('is the same in every run', () => {
    const make = () => JSON.stringify(worldFromTemplates([stack({ Hours: HOURS, Queue: queue('Q') })]));
    expect(make()).toBe(make());
  });
});

describe('A Lambda function of a template', () => {
  const call = step(
    'InvokeLambdaFunction',
    { LambdaFunctionARN: '${Fn}', InvocationTimeLimitSeconds: '8' },
    { errors: { NoMatchingError: [say('Failed.'), hangUp()] } },
  );
  const main = {
    Type: 'AWS::Connect::ContactFlow',
    Properties: {
      Name: 'Main',
      Type: 'CONTACT_FLOW',
      Content: {
        'Fn::Join': [
          '',
          JSON.stringify(document([call, say('[$.External.tier]'), hangUp()]))
            .split('${Fn}')
            .flatMap((part, i) => (i === 0 ? [part] : [{ 'Fn::GetAtt': ['Fn', 'Arn'] }, part])),
        ],
      } as Json,
    },
  };
  const lambda = (properties: JsonObject, Metadata?: JsonObject) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { Handler: 'index.handler', ...properties },
    ...(Metadata && { Metadata }),
  });
  const said = async (fn: ReturnType<typeof lambda>, assetFolder?: string, options = {}) => {
    const world = worldFromTemplates([{ ...stack({ Fn: fn, Main: main }), assetFolder }], options);
    const result = await simulate(world, { start: { method: 'INBOUND', flow: 'Main' } });
    return heardBy(result, 'Customer');
  };
  const inline = (ZipFile: string, more: JsonObject = {}) => lambda({ Code: { ZipFile }, ...more });

  test('runs code that stands in the template', async () => {
    expect(await said(inline("exports.handler = async () => ({ tier: 'gold' });"))).toEqual(['“[gold]”']);
  });

  test('may answer at once, or through the callback', async () => {
    expect(await said(inline("exports.handler = () => ({ tier: 'gold' });"))).toEqual(['“[gold]”']);
    const callback = "exports.handler = (event, context, done) => setImmediate(done, null, { tier: 'gold' });";
    expect(await said(inline(callback))).toEqual(['“[gold]”']);
    expect(await said(inline("exports.handler = (event, context, done) => done(new Error('boom'));"))).toEqual([
      '“Failed.”',
    ]);
  });

  test('sees the event, its environment and its name, and leaves none of it behind', async () => {
    const code =
      'exports.handler = async (event) => ({ tier: [process.env.TIER, process.env.AWS_LAMBDA_FUNCTION_NAME, event.Details.ContactData.Channel].join() });';
    const environment = { FunctionName: 'look-up', Environment: { Variables: { TIER: { Ref: 'AWS::Region' } } } };
    expect(await said(inline(code, environment))).toEqual(['“[eu-central-1,look-up,VOICE]”']);
    expect(process.env.TIER).toBeUndefined();
  });

  test('is loaded once, as a warm function is', async () => {
    const code = 'let calls = 0; exports.handler = async () => ({ tier: String(++calls) });';
    const world = worldFromTemplates([stack({ Fn: inline(code), Main: main })]);
    const scenario = { start: { method: 'INBOUND', flow: 'Main' } } as const;
    await simulate(world, scenario);
    expect(heardBy(await simulate(world, scenario), 'Customer')).toEqual(['“[2]”']);
  });

  test('cannot change the contact through its event', async () => {
    const code =
      'exports.handler = async (event) => { event.Details.ContactData.CustomerEndpoint.Address = "x"; return { tier: "x" }; };';
    const world = worldFromTemplates([stack({ Fn: inline(code), Main: main })]);
    const result = await simulate(world, { start: { method: 'INBOUND', flow: 'Main' } });
    expect(result.contacts[0]?.customerEndpoint?.Address).toBe('+15555550100');
  });

  test.each([
    ['from the root', (folder: string) => folder],
    ['from where one stands', (folder: string) => path.relative('', folder)],
  ])('runs the code of its asset, whose folder is named %s', async (_how, seen) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'assembly-'));
    try {
      mkdirSync(path.join(folder, 'asset.1'));
      writeFileSync(path.join(folder, 'asset.1', 'index.js'), "exports.handler = async () => ({ tier: 'silver' });");
      expect(await said(lambda({}, { 'aws:asset:path': 'asset.1' }), seen(folder))).toEqual(['“[silver]”']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('can be replaced by a stand-in', async () => {
    const functions = { Fn: () => ({ tier: 'stand-in' }) };
    expect(await said(lambda({}), undefined, { functions })).toEqual(['“[stand-in]”']);
  });

  test.each([
    ['has no code here', lambda({})],
    ['exports no such handler', inline('exports.other = () => ({});')],
    ['throws while it loads', inline('throw new Error("boom");')],
  ])('that %s leaves by the error branch', async (_what, fn) => {
    expect(await said(fn)).toEqual(['“Failed.”']);
  });
});
