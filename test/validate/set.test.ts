import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type FlowScope, read, type WireAction } from '../../lib/language';
import { checkSet, type FlowInSet, SET_RULES, type SetContext, type SetIssue } from '../../lib/validate';
import { exampleFlow, hooks, runs, says, step, transfersTo } from '../../lib/validate/set/example-flows';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
const OTHER_INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000002';

/** What one rule finds in flows. */
const found = (rule: string, flows: readonly FlowInSet[], context?: SetContext): readonly SetIssue[] =>
  checkSet(flows, context).filter((issue) => issue.rule === rule);

const flow = (id: string, type: FlowScope, ...actions: readonly WireAction[]): FlowInSet =>
  exampleFlow(id, `Flow ${id}`, type, ...actions);

const inbound = (id: string, ...actions: readonly WireAction[]) => flow(id, 'CONTACT_FLOW', ...actions);
const moduleFlow = (id: string, ...actions: readonly WireAction[]) => flow(id, 'MODULE', ...actions);

describe('Every rule about sets', () => {
  test('stands in a file of its name, and every file is in the list', () => {
    const files = readdirSync(join(__dirname, '../../lib/validate/set/rules')).filter((file) => file !== 'index.ts');
    expect(SET_RULES.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  test.each(SET_RULES)('$name finds something in its failing example and nothing in the passing one', (rule) => {
    const { failing, passing } = rule.examples;
    const severities = found(rule.name, failing.flows, failing.context).map(({ severity }) => severity);
    expect([...new Set(severities)]).toEqual([rule.severity]);
    expect(found(rule.name, passing.flows, passing.context)).toEqual([]);
  });

  test.each(SET_RULES)('$name passes nothing that another rule about sets refuses', ({ examples: { passing } }) => {
    const names = new Set(SET_RULES.map(({ name }) => name));
    expect(checkSet(passing.flows, passing.context).filter(({ rule }) => names.has(rule))).toEqual([]);
  });

  test.each(SET_RULES)('$name says in one sentence what it finds', ({ summary }) => {
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe('The issues of a set', () => {
  test('are those of each document and those between them, each with its flow, in the order of flows and actions', () => {
    const broken: WireAction = { ...says('Hello.'), Transitions: { NextAction: 'nowhere', Errors: [] } };
    const issues = checkSet([inbound('a'), inbound('b', broken), { ...inbound('c'), name: 'Flow (c)' }]);
    expect(issues.map(({ rule, flow: name, index }) => [rule, name, index])).toEqual([
      ['dangling-target', 'Flow b', 1],
      ['unreachable-action', 'Flow b', 1],
      ['name-hidden-from-cloudwatch', 'Flow (c)', 2],
    ]);
  });

  test('can be turned off, up and down by rule', () => {
    const flows = [{ ...inbound('a'), name: 'Flow (a)' }];
    const rule = 'name-hidden-from-cloudwatch';
    expect(found(rule, flows, { rules: { [rule]: 'off' } })).toEqual([]);
    expect(found(rule, flows, { rules: { [rule]: 'error' } })[0]?.severity).toBe('error');
  });

  test('heed what a flow allows for its own actions', () => {
    const main = inbound('a', transfersTo('m'));
    const allow = { 'wrong-target-flow': 'The module is replaced by a flow next week.' };
    const document = { ...main.document, Metadata: { ActionMetadata: { 'Go on': { connectFlows: { allow } } } } };
    expect(found('wrong-target-flow', [main, moduleFlow('m')])).toHaveLength(1);
    expect(found('wrong-target-flow', [{ ...main, document }, moduleFlow('m')])).toEqual([]);
  });

  test('are found among thousands of modules that run each other in a circle', () => {
    const ring = Array.from({ length: 3000 }, (_, i) => moduleFlow(`m${i}`, runs(`m${(i + 1) % 3000}`)));
    expect(found('module-recursion', ring)).toHaveLength(3000);
    expect(found('module-nesting-too-deep', ring)).toEqual([]);
  });

  test('are found in whatever can be read', () => {
    const value = fc.oneof(
      fc.constantFrom('a', 'b', '$.Attributes.x', '__proto__', `\${A}`),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const parameters = fc.dictionary(
      fc.constantFrom('ContactFlowId', 'FlowModuleId', 'EventHooks', 'Attributes', 'FlowAttributes', 'Text'),
      fc.oneof(value, fc.dictionary(fc.constantFrom('AgentWhisper', 'CustomerQueue', '__proto__', 'x'), value)),
    );
    const type = fc.constantFrom(
      'TransferToFlow',
      'InvokeFlowModule',
      'UpdateContactEventHooks',
      'UpdateContactAttributes',
      'UpdateFlowAttributes',
      'MessageParticipant',
    );
    const actions = fc.array(fc.record({ Identifier: fc.string(), Type: type, Parameters: parameters }), {
      maxLength: 4,
    });
    const document = actions.map((all) =>
      read(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Actions: all })),
    );
    const scope = fc.constantFrom<FlowScope>('CONTACT_FLOW', 'MODULE', 'AGENT_WHISPER', 'CUSTOMER_QUEUE');
    const any = fc.record({
      name: fc.string(),
      type: scope,
      document,
      arn: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (flows) => {
        const sentences = checkSet(flows, { whole: true }).flatMap(({ what, why, fix }) => [what, why, fix]);
        expect(sentences.join()).not.toMatch(/undefined|\[object/);
      }),
    );
  });

  test('survive names that objects have of themselves', () => {
    const odd = ['__proto__', 'constructor', 'toString'].map((name) => ({
      ...inbound(name, transfersTo(name), hooks(name, name), says(`$.Attributes.${name} $.FlowAttributes.${name}`)),
      name,
    }));
    expect(() => checkSet(odd, { whole: true, rules: {} })).not.toThrow();
  });
});

describe('A flow is named', () => {
  const whisper = (name: string) => found('wrong-hook-flow', [inbound('a', hooks('CustomerQueue', name)), target]);
  const target = flow('b2c3', 'AGENT_WHISPER');

  test.each([
    ['by its ARN', `${target.arn}`],
    ['by the ARN of its saved version', `${target.arn}:$SAVED`],
    ['by its id', 'b2c3'],
    ['by its name', 'Flow b2c3'],
  ])('%s', (_, name) => expect(whisper(name)).toHaveLength(1));

  test.each(['$.Attributes.flow', '{{flows.whisper.arn}}', '%%WhisperFlow%%', `\${WhisperFlowArn}`])(
    'openly by %s',
    (name) => {
      expect(whisper(name)).toEqual([]);
      expect(found('missing-target-flow', [inbound('a', transfersTo(name))], { whole: true })).toEqual([]);
    },
  );

  test('by a stand-in that is its ARN once it is deployed', () => {
    const arn = `\${Centre/Whisper.ContactFlowArn}`;
    const flows = [inbound('a', hooks('CustomerQueue', arn)), { ...target, arn }];
    expect(found('wrong-hook-flow', flows)).toHaveLength(1);
  });
});

describe('Modules', () => {
  test('that run themselves are told so', () => {
    expect(found('module-recursion', [moduleFlow('m', runs('m'))])[0]?.what).toContain('runs the module itself');
  });

  test('beside a circle are no recursion', () => {
    const flows = [
      inbound('a', runs('m1')),
      moduleFlow('m1', runs('m2')),
      moduleFlow('m2', runs('m1')),
      moduleFlow('m3'),
    ];
    expect(found('module-recursion', flows).map(({ flow: name }) => name)).toEqual(['Flow m1', 'Flow m2']);
  });

  test('are counted from the first one where no flow runs it', () => {
    const chain = (depth: number) =>
      Array.from({ length: depth }, (_, i) => moduleFlow(`m${i}`, ...(i + 1 < depth ? [runs(`m${i + 1}`)] : [])));
    expect(found('module-nesting-too-deep', chain(5))).toEqual([]);
    expect(found('module-nesting-too-deep', chain(6))[0]?.what).toContain('nested 6 deep: "Flow m0" → "Flow m1"');
  });

  test('are named by module blocks only, and flows by transfers only', () => {
    const rule = 'wrong-target-flow';
    expect(found(rule, [inbound('a', runs('b')), inbound('b')])[0]?.what).toContain('a flow of type CONTACT_FLOW');
    expect(found(rule, [inbound('a', transfersTo('m')), moduleFlow('m')])[0]?.what).toContain('a flow module');
  });
});

test('A new task in a flow that is no inbound flow is a warning, since only the designer rules it out', () => {
  const task = step('Create', 'CreateTask', { Name: 'Call back', ContactFlowId: 'b' });
  const [issue] = found('wrong-target-flow', [inbound('a', task), flow('b', 'QUEUE_TRANSFER')]);
  expect(issue).toMatchObject({ severity: 'warning', evidence: 'assumed' });
});

describe('A missing flow', () => {
  const flows = [inbound('a', transfersTo('0f1e0000-bbbb-4ccc-8ddd-000000000009'))];

  test('is found in a whole set only', () => {
    expect(found('missing-target-flow', flows)).toEqual([]);
    expect(found('missing-target-flow', flows, { whole: true })).toHaveLength(1);
  });

  test('may be one that does not tell its id', () => {
    const silent = { ...inbound('b'), arn: undefined };
    expect(found('missing-target-flow', [...flows, silent], { whole: true })).toEqual([]);
  });

  test('that is named by plain words is missing in any case', () => {
    const unfinished = { ...inbound('a', transfersTo('SELECT CONTACT FLOW')), arn: undefined };
    expect(found('missing-target-flow', [unfinished], { whole: true })).toHaveLength(1);
  });
});

describe('A literal ARN', () => {
  const queueOf = (instance: string) => [
    inbound('a', step('Set queue', 'UpdateContactTargetQueue', { QueueId: `${instance}/queue/q1` })),
  ];
  const callsAccount = (account: string) => [
    inbound(
      'a',
      step('Ask', 'InvokeLambdaFunction', { LambdaFunctionARN: `arn:aws:lambda:eu-central-1:${account}:function:f` }),
    ),
  ];
  const severities = (flows: readonly FlowInSet[], context?: SetContext) =>
    found('literal-arn', flows, context).map(({ severity }) => severity);

  test('is a warning while the instance is not known', () => {
    expect(severities(queueOf(INSTANCE))).toEqual(['warning']);
  });

  test('is an error where the flow is for another instance or another account', () => {
    expect(severities(queueOf(OTHER_INSTANCE), { instanceArn: INSTANCE })).toEqual(['error']);
    expect(severities(queueOf(INSTANCE), { account: '444455556666' })).toEqual(['error']);
  });

  test('is nothing where it belongs to the instance, or to its replica in another Region', () => {
    expect(severities(queueOf(INSTANCE), { instanceArn: INSTANCE })).toEqual([]);
    expect(severities(queueOf(INSTANCE.replace('eu-central-1', 'eu-west-2')), { instanceArn: INSTANCE })).toEqual([]);
  });

  test('of a function in another account stays a warning, because such functions can be called', () => {
    expect(severities(callsAccount('444455556666'), { instanceArn: INSTANCE })).toEqual(['warning']);
    expect(severities(callsAccount('111122223333'), { instanceArn: INSTANCE })).toEqual([]);
  });

  test('is reported once for each instance, however many actions name it', () => {
    const queues = ['1', '2', '3'].map((id) =>
      step(`Queue ${id}`, 'UpdateContactTargetQueue', { QueueId: `${INSTANCE}/queue/${id}` }),
    );
    const [issue, ...others] = found('literal-arn', [inbound('a', ...queues)]);
    expect(issue?.what).toContain('"Queue 1" (UpdateContactTargetQueue) and 2 other actions name resources');
    expect(others).toEqual([]);
  });

  test('of a view that AWS manages ties to nothing', () => {
    const view = step('Show', 'ShowView', { ViewResource: { Id: 'arn:aws:connect:us-east-1:aws:view/form:1' } });
    expect(severities([inbound('a', view)])).toEqual([]);
  });
});

describe('Attributes', () => {
  const remembers = (type: string, key: string) => step('Remember', type, { [key]: { tier: { Value: 'gold' } } });
  const reads = (scope: string) => says(`A $.${scope}.tier customer.`);

  test('of a flow are its own, whoever else sets the same', () => {
    const sets = remembers('UpdateFlowAttributes', 'FlowAttributes');
    const flows = [inbound('a', sets), inbound('b', sets, reads('FlowAttributes'))];
    expect(found('flow-attribute-of-another-flow', flows)).toEqual([]);
  });

  test('of a flow do not reach the modules that it runs', () => {
    const sets = remembers('UpdateFlowAttributes', 'FlowAttributes');
    const [issue] = found('flow-attribute-of-another-flow', [
      inbound('a', sets),
      moduleFlow('m', reads('FlowAttributes')),
    ]);
    expect(issue?.what).toBe('"Say" (MessageParticipant) reads the flow attribute "tier", which only "Flow a" sets.');
  });

  test('of a contact are no matter while no flow of the set can have set them', () => {
    expect(found('attribute-set-nowhere', [flow('b', 'AGENT_WHISPER', reads('Attributes'))])).toEqual([]);
  });

  test('of a contact are no finding of a document where another flow of the set sets them', () => {
    const sets = inbound('a', remembers('UpdateContactAttributes', 'Attributes'));
    const whisper = flow('b', 'AGENT_WHISPER', reads('Attributes'));
    expect(found('contact-attribute-never-set', [whisper])).toHaveLength(1);
    expect(found('contact-attribute-never-set', [sets, whisper])).toEqual([]);
  });

  test.each([
    ['Attributes', 'attribute-set-nowhere'],
    ['FlowAttributes', 'flow-attribute-of-another-flow'],
  ])('in %s are reported once in a set', (scope, rule) => {
    const sets = inbound('a', remembers('UpdateFlowAttributes', 'FlowAttributes'));
    const issues = checkSet([sets, flow('b', 'AGENT_WHISPER', reads(scope))]).filter(({ index }) => index === 1);
    expect(issues.map((issue) => issue.rule)).toEqual([rule]);
  });

  test('of a contact may come from anywhere in an inbound flow', () => {
    expect(found('attribute-set-nowhere', [inbound('a', reads('Attributes'))])).toEqual([]);
  });
});

test('A name that is guessed from a file is neither hidden nor a duplicate', () => {
  const flows = ['a', 'b'].map((id) => ({ ...inbound(id), name: 'flow (1).json', nameIsGuessed: true }));
  expect(checkSet(flows)).toEqual([]);
});
