import { COMPARISON_OPERATORS, type JsonObject } from '../../../lib/language';
import {
  flow,
  flowArn,
  goTo,
  hangUp,
  hoursArn,
  loopPrompts,
  queueArn,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  transferToFlow,
} from '../script';
import { ANA, BEN, hearing, hours, play, queue, secondsUntil, smallCentre, texts } from '../world';

const failed = { NoMatchingError: [say('Error.'), hangUp()] };
const otherwise = { NoMatchingCondition: [say('No match.'), hangUp()], ...failed };

describe('Check contact attributes', () => {
  const compare = (operator: string, operand: string, value = '$.Attributes.value') =>
    step(
      'Compare',
      { ComparisonValue: value },
      { when: [[operator, operand, [say('Match.'), hangUp()]]], errors: otherwise },
    );

  test.each([
    ['Equals', 'gold', 'gold', true],
    ['Equals', 'gold', 'Gold', false],
    ['TextStartsWith', '+49151', '+49', true],
    ['TextStartsWith', '+49151', '151', false],
    ['TextEndsWith', 'a@b.example', '.example', true],
    ['TextEndsWith', 'a@b.example', 'a@', false],
    ['TextContains', 'one two', 'e t', true],
    ['TextContains', 'one two', 'three', false],
    ['NumberGreaterThan', '10', '9', true],
    ['NumberGreaterThan', '10', '10', false],
    ['NumberGreaterOrEqualTo', '10', '10', true],
    ['NumberGreaterOrEqualTo', '9.5', '10', false],
    ['NumberLessThan', '9', '10', true],
    ['NumberLessThan', '10', '10', false],
    ['NumberLessOrEqualTo', '10', '10', true],
    ['NumberLessOrEqualTo', '11', '10', false],
    ['NumberLessThan', 'gold', '10', false],
    ['NumberLessThan', ' ', '10', false],
  ])('%s: "%s" and "%s"', async (operator, value, operand, match) => {
    expect(await hearing([setAttributes({ value }), compare(operator, operand)])).toEqual([
      match ? 'Match.' : 'No match.',
    ]);
  });

  test('knows every operator of the language', () => {
    expect(COMPARISON_OPERATORS).toHaveLength(8);
  });

  test('takes the first condition that is met', async () => {
    const both = step(
      'Compare',
      { ComparisonValue: 'gold' },
      {
        when: [
          ['TextStartsWith', 'g', [say('First.'), hangUp()]],
          ['Equals', 'gold', [say('Second.'), hangUp()]],
        ],
        errors: otherwise,
      },
    );
    expect(await hearing([both])).toEqual(['First.']);
  });

  test('compares with a reference as well', async () => {
    expect(await hearing([setAttributes({ value: 'a', other: 'a' }), compare('Equals', '$.Attributes.other')])).toEqual(
      ['Match.'],
    );
  });

  test('does not match an attribute that is not set', async () => {
    expect(await hearing([compare('Equals', 'gold')])).toEqual(['No match.']);
  });
});

describe('Check hours of operation', () => {
  const check = (parameters: JsonObject = {}) =>
    step('CheckHoursOfOperation', parameters, {
      when: [
        ['Equals', 'True', [say('Open.'), hangUp()]],
        ['Equals', 'False', [say('Closed.'), hangUp()]],
      ],
      errors: failed,
    });

  test.each([
    ['hours that are open', 'Always', 'Open.'],
    ['hours that are closed', 'Closed', 'Closed.'],
    ['hours that are not there', 'Nowhere', 'Error.'],
  ])('that names %s', async (_what, name, said) => {
    expect(await hearing([check({ HoursOfOperationId: hoursArn(name) })])).toEqual([said]);
  });

  test('without hours takes those of the working queue', async () => {
    const queues = [queue('Sales', { hours: hoursArn('Closed') }), queue('Support')];
    expect(await hearing([setQueue('Sales'), check()], {}, { queues })).toEqual(['Closed.']);
    expect(await hearing([setQueue('Support'), check()], {}, { queues })).toEqual(['Open.']);
  });

  test('without hours and without a working queue leaves by its error branch', async () => {
    expect(await hearing([check()])).toEqual(['Error.']);
  });

  test('looks at the time at which it runs', async () => {
    const soon = hours('Soon', 10, 11);
    const queues = [queue('Sales', { hours: soon.arn })];
    const options = { start: new Date('2026-01-05T09:59:58Z') };
    expect(await hearing([setQueue('Sales'), check()], {}, { queues, hours: [soon] }, options)).toEqual(['Closed.']);
    const talk = say('A'.repeat(60));
    expect((await hearing([setQueue('Sales'), talk, check()], {}, { queues, hours: [soon] }, options))[1]).toBe(
      'Open.',
    );
  });
});

describe('Check queue status and staffing', () => {
  const check = (metric: string, operator: string, operand: string, parameters: JsonObject = {}) =>
    step(
      'CheckMetricData',
      { MetricType: metric, ...parameters },
      {
        when: [[operator, operand, [say('Match.'), hangUp()]]],
        errors: otherwise,
      },
    );
  const atOnce = { agents: [ANA] };

  test.each(['NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline'])(
    '%s counts the agents of the queue who are at work',
    async (metric) => {
      expect(await hearing([setQueue('Sales'), check(metric, 'NumberGreaterThan', '0')], atOnce)).toEqual(['Match.']);
      expect(await hearing([setQueue('Support'), check(metric, 'NumberGreaterThan', '0')], atOnce)).toEqual([
        'No match.',
      ]);
    },
  );

  test('does not count an agent who comes later', async () => {
    const late = { agents: [{ name: 'ana', availableAfterSeconds: 60 }] };
    expect(await hearing([setQueue('Sales'), check('NumberOfAgentsStaffed', 'NumberGreaterThan', '0')], late)).toEqual([
      'No match.',
    ]);
  });

  test('can name another queue than the working queue', async () => {
    const other = check('NumberOfAgentsStaffed', 'NumberGreaterThan', '0', { QueueId: queueArn('Support') });
    expect(await hearing([setQueue('Sales'), other], { agents: [BEN] })).toEqual(['Match.']);
  });

  test('leaves by its error branch without a queue, and for a metric that is not there', async () => {
    expect(await hearing([check('NumberOfAgentsStaffed', 'NumberGreaterThan', '0')])).toEqual(['Error.']);
    expect(await hearing([setQueue('Sales'), check('Weather', 'NumberGreaterThan', '0')])).toEqual(['Error.']);
  });

  const queueFlow = (script: Script) => [flow('Waiting', 'CUSTOMER_QUEUE', script)];
  const waiting: Script = [setHook('CustomerQueue', 'Waiting'), setQueue('Sales'), toQueue()];
  const inQueue = (then: Script): Script => [say('A'.repeat(150)), ...then];
  const told = (text: string): Script => [say(text), loopPrompts('Music.')];
  const asked = (metric: string, operand: string) =>
    step(
      'CheckMetricData',
      { MetricType: metric },
      {
        when: [['NumberGreaterOrEqualTo', operand, told('Match.')]],
        errors: { NoMatchingCondition: told('No match.') },
      },
    );

  test('the oldest contact is given in milliseconds, whatever the name of the metric says', async () => {
    const metric = 'OldestContactInQueueAgeSeconds';
    expect(await hearing(waiting, {}, { flows: queueFlow(inQueue([asked(metric, '10000')])) })).toContain('Match.');
    expect(await hearing(waiting, {}, { flows: queueFlow(inQueue([asked(metric, '10001')])) })).toContain('No match.');
  });

  test('the number of waiting contacts counts the one who asks', async () => {
    const flows = queueFlow([asked('NumberOfContactsInQueue', '1')]);
    expect(await hearing(waiting, {}, { flows })).toContain('Match.');
  });

  test('Get metrics gives counts, and the age of the oldest contact in seconds, five seconds late', async () => {
    const metrics =
      '$.Metrics.Queue.Name $.Metrics.Queue.Size $.Metrics.Queue.OldestContactAge $.Metrics.Agents.Staffed.Count';
    const flows = queueFlow(inQueue([step('GetMetricData'), ...told(metrics)]));
    expect(await hearing(waiting, {}, { flows })).toContain('Sales 1 5 0');
  });

  test('Get metrics without a queue leaves by its error branch', async () => {
    expect(await hearing([step('GetMetricData', {}, { errors: failed }), hangUp()])).toEqual(['Error.']);
  });
});

describe('Distribute by percentage', () => {
  const split = step(
    'DistributeByPercentage',
    {},
    {
      when: [
        ['NumberLessThan', '31', [say('Thirty.'), hangUp()]],
        ['NumberLessThan', '51', [say('Twenty.'), hangUp()]],
      ],
      errors: { NoMatchingCondition: [say('The rest.'), hangUp()] },
    },
  );

  test('sends about as many callers each way as it says', async () => {
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    const said = (await Promise.all(seeds.map((seed) => hearing([split], {}, {}, { seed })))).map(([text]) => text);
    const share = (text: string) => said.filter((each) => each === text).length / seeds.length;
    expect(share('Thirty.')).toBeCloseTo(0.3, 1);
    expect(share('Twenty.')).toBeCloseTo(0.2, 1);
    expect(share('The rest.')).toBeCloseTo(0.5, 1);
  });

  test('draws from 1 to 100, whatever the seed', async () => {
    const edges = step(
      'DistributeByPercentage',
      {},
      {
        when: [
          ['NumberLessThan', '1', [say('Nought.'), hangUp()]],
          ['NumberLessThan', '101', [say('Drawn.'), hangUp()]],
        ],
        errors: { NoMatchingCondition: [say('Over.'), hangUp()] },
      },
    );
    const seeds = Array.from({ length: 1_000 }, (_, seed) => seed);
    const said = await Promise.all(seeds.map((seed) => hearing([edges], {}, {}, { seed })));
    expect([...new Set(said.flat())]).toEqual(['Drawn.']);
  });

  test('sends the caller of the same seed the same way', async () => {
    expect(await hearing([split], {}, {}, { seed: 11 })).toEqual(await hearing([split], {}, {}, { seed: 11 }));
  });
});

describe('Loop', () => {
  const loop = (count: string, rest: Script) =>
    step(
      'Loop',
      { LoopCount: count },
      {
        id: 'loop',
        when: [
          ['Equals', 'ContinueLooping', [say('Again.'), goTo('loop')]],
          ['Equals', 'DoneLooping', rest],
        ],
        errors: failed,
      },
    );

  test.each([
    ['0', 0],
    ['1', 1],
    ['3', 3],
  ])('goes round %s times, then is done', async (count, times) => {
    expect(await hearing([loop(count, [say('Done.'), hangUp()])])).toEqual([...Array(times).fill('Again.'), 'Done.']);
  });

  test('starts to count anew once it was done', async () => {
    const once = step(
      'Compare',
      { ComparisonValue: '$.Attributes.round' },
      {
        when: [['Equals', '2', [say('Done.'), hangUp()]]],
        errors: { NoMatchingCondition: [setAttributes({ round: '2' }), goTo('loop')] },
      },
    );
    expect(await hearing([loop('2', [once])])).toEqual(['Again.', 'Again.', 'Again.', 'Again.', 'Done.']);
  });

  test('takes its count from an attribute', async () => {
    expect(await hearing([setAttributes({ n: '2' }), loop('$.Attributes.n', [hangUp()])])).toEqual([
      'Again.',
      'Again.',
    ]);
  });

  test.each(['many', '-1', '1.5'])('leaves by its error branch when the count is %s', async (count) => {
    expect(await hearing([loop(count, [hangUp()])])).toEqual(['Error.']);
  });
});

describe('Wait', () => {
  const wait = (seconds: string) =>
    step(
      'Wait',
      { TimeLimitSeconds: seconds },
      {
        when: [['Equals', 'WaitCompleted', [say('Waited.'), hangUp()]]],
        errors: failed,
      },
    );

  test('lets the time pass on a chat', async () => {
    expect(secondsUntil(await play([wait('90')], { channel: 'CHAT' }), 'Waited.')).toBe(90);
  });

  test('takes its time from an attribute', async () => {
    const script = [setAttributes({ seconds: '7' }), wait('$.Attributes.seconds')];
    expect(secondsUntil(await play(script, { channel: 'CHAT' }), 'Waited.')).toBe(7);
  });

  test('leaves by its error branch on a call, and when the time is no number', async () => {
    expect(await hearing([wait('90')])).toEqual(['Error.']);
    expect(await hearing([wait('soon')], { channel: 'CHAT' })).toEqual(['Error.']);
  });
});

describe('Transfer to flow', () => {
  const second = flow('Second', 'CONTACT_FLOW', [say('$.Attributes.name here.'), hangUp()]);

  test('goes on in the other flow, on the same contact, with its attributes', async () => {
    const result = await play([setAttributes({ name: 'Jo' }), transferToFlow('Second')], {}, { flows: [second] });
    expect(result.contacts).toHaveLength(1);
    expect(result.contacts[0]?.runs.map(({ name }) => name)).toEqual(['Entry', 'Second']);
    expect(texts(result)).toContain('“Jo here.”');
  });

  test('leaves flow attributes behind', async () => {
    const flows = [flow('Second', 'CONTACT_FLOW', [say('[$.FlowAttributes.a]'), hangUp()])];
    const set = step('UpdateFlowAttributes', { FlowAttributes: { a: { Value: '1' } } });
    expect(await hearing([set, transferToFlow('Second')], {}, { flows })).toEqual(['[]']);
  });

  test('leaves by its error branch when there is no such flow', async () => {
    expect(await hearing([step('TransferToFlow', { ContactFlowId: flowArn('Gone') }, { errors: failed })])).toEqual([
      'Error.',
    ]);
  });
});

describe('A working queue of an agent', () => {
  test('is served by that agent alone', async () => {
    const [ana] = smallCentre().agents;
    const script = [step('UpdateContactTargetQueue', { AgentId: ana?.arn ?? '' }), toQueue()];
    const result = await play(script, { agents: [BEN, { name: 'ana', availableAfterSeconds: 60 }] });
    expect(secondsUntil(result, 'accepts the contact')).toBe(63);
    expect(texts(result)).toContain('Customer and ana talk');
  });
});
