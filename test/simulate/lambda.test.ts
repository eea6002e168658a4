import type { JsonObject } from '../../lib/language';
import {
  flow,
  functionArn,
  hangUp,
  loopPrompts,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
} from './script';
import { ANA, hearing, lambda, play, secondsUntil, smallCentre, texts } from './world';

const invoke = (parameters: JsonObject = {}, failed: Script = [say('Failed.'), hangUp()]) =>
  step(
    'InvokeLambdaFunction',
    { LambdaFunctionARN: functionArn('Look up'), InvocationTimeLimitSeconds: '4', ...parameters },
    { errors: { NoMatchingError: failed } },
  );

const JSON_ANSWER = { ResponseValidation: { ResponseType: 'JSON' } };
const tell = [say('Tier $.External.tier.'), hangUp()];

const calling = (answer: (event: unknown) => unknown, parameters: JsonObject = {}, milliseconds?: number) =>
  hearing([invoke(parameters), ...tell], {}, { functions: [lambda('Look up', answer, milliseconds)] });

describe('AWS Lambda function', () => {
  test('puts the answer where $.External reads it', async () => {
    expect(await calling(() => ({ tier: 'gold' }))).toEqual(['Tier gold.']);
  });

  test('waits for an answer that takes its time', async () => {
    expect(await calling(async () => ({ tier: 'gold' }))).toEqual(['Tier gold.']);
    const functions = [lambda('Look up', () => ({}), 3_000)];
    expect(secondsUntil(await play([invoke(), ...tell], {}, { functions }), 'calls Look up')).toBe(3);
  });

  test('reads numbers and booleans as text', async () => {
    expect(await calling(() => ({ tier: 3 }))).toEqual(['Tier 3.']);
    expect(await calling(() => ({ tier: true }))).toEqual(['Tier true.']);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('boom')), 'it threw Error: boom'],
    [
      'throws at once',
      () => {
        throw new TypeError('boom');
      },
      'it threw TypeError: boom',
    ],
    [
      'answers with a nested object',
      () => ({ tier: { name: 'gold' } }),
      'its answer is not flat: "tier" holds an object',
    ],
    ['answers with a list', () => ['gold'], 'its answer is no flat object'],
    ['answers with a text', () => 'gold', 'its answer is no flat object'],
    ['answers with nothing', () => undefined, 'its answer is no flat object'],
    ['answers with null', () => null, 'its answer is no flat object'],
    ['answers with 32 KB', () => ({ tier: 'x'.repeat(32 * 1024) }), 'the limit is 32768'],
  ])('leaves by the error branch when the function %s', async (_what, answer, because) => {
    const result = await play([invoke(), ...tell], {}, { functions: [lambda('Look up', answer)] });
    expect(texts(result)).toContain('“Failed.”');
    expect(texts(result).join()).toContain(because);
  });

  test('leaves by the error branch when no answer comes in time, at the time limit', async () => {
    const functions = [lambda('Look up', () => ({ tier: 'gold' }), 4_001)];
    const result = await play([invoke(), ...tell], {}, { functions });
    expect(secondsUntil(result, 'Failed.')).toBe(4);
    expect(await calling(() => ({ tier: 'gold' }), {}, 4_000)).toEqual(['Tier gold.']);
  });

  test('leaves by the error branch when there is no such function', async () => {
    expect(await hearing([invoke(), ...tell])).toEqual(['Failed.']);
  });

  test('takes any JSON when told so', async () => {
    const answer = () => ({ customer: { tier: 'gold' }, tier: 'x' });
    expect(await calling(answer, JSON_ANSWER)).toEqual(['Tier x.']);
  });

  test('takes an answer just under 32 KB', async () => {
    const answer = (bytes: number) => () => ({ tier: 'x', rest: 'x'.repeat(bytes - '{"tier":"x","rest":""}'.length) });
    expect(await calling(answer(32 * 1024 - 1))).toEqual(['Tier x.']);
    expect(await calling(answer(32 * 1024))).toEqual(['Failed.']);
  });

  test('puts the answer under $.LambdaInvocation as well', async () => {
    const script = [invoke(), say('$.LambdaInvocation.ResultData.tier'), hangUp()];
    expect(await hearing(script, {}, { functions: [lambda('Look up', () => ({ tier: 'gold' }))] })).toEqual(['gold']);
  });

  test('tells a function of a later contact which one came before and which was the first', async () => {
    const events: { Details: { ContactData: Record<string, unknown> } }[] = [];
    const functions = [lambda('Look up', (event) => events.push(event as (typeof events)[number]) && {})];
    const flows = [flow('Survey', 'CONTACT_FLOW', [invoke(), hangUp()])];
    const result = await play(
      [setHook('CustomerRemaining', 'Survey'), setQueue('Sales'), toQueue()],
      { agents: [ANA], moves: [{ does: 'hangs up', who: 'agent' }] },
      { functions, flows },
    );
    const [first, second] = result.contacts;
    expect(events[0]?.Details.ContactData).toMatchObject({
      ContactId: second?.id,
      PreviousContactId: first?.id,
      InitialContactId: first?.id,
      InitiationMethod: 'DISCONNECT',
    });
  });

  test('is waited for on every flow that calls one at the same moment', async () => {
    const slowly = () => new Promise((resolve) => setTimeout(resolve, 20, { tier: 'gold' }));
    const functions = [lambda('Look up', slowly), lambda('Quick', () => ({}))];
    const quick = step('InvokeLambdaFunction', {
      LambdaFunctionARN: functionArn('Quick'),
      InvocationTimeLimitSeconds: '8',
    });
    const hold = flow('Hold', 'CUSTOMER_HOLD', [invoke(), loopPrompts('Held as $.External.tier.')]);
    const transfer = flow('To Ben', 'AGENT_TRANSFER', [quick, say('Hello.'), hangUp()]);
    const quickConnects = smallCentre().quickConnects.map((each) => ({ ...each, flow: transfer.arn }));
    const result = await play(
      [setHook('CustomerHold', 'Hold'), setQueue('Sales'), toQueue()],
      { agents: [ANA], moves: [{ does: 'transfers', to: 'Ben' }] },
      { functions, flows: [hold, transfer], quickConnects },
    );
    expect(texts(result)).toContain('“Held as gold.”');
  });

  test('counts bytes, not characters', async () => {
    expect(await calling(() => ({ tier: 'ü'.repeat(17_000) }))).toEqual(['Failed.']);
  });

  test('replaces the answer of the call before as a whole', async () => {
    const answers = [{ tier: 'gold', name: 'Jo' }, { name: 'Kim' }];
    const functions = [lambda('Look up', () => answers.shift())];
    const script = [invoke(), invoke(), say('$.External.name, $.External.tier.'), hangUp()];
    expect(await hearing(script, {}, { functions })).toEqual(['Kim, .']);
  });

  test('sends the contact and the parameters, looked up', async () => {
    const events: unknown[] = [];
    const functions = [lambda('Look up', (event) => events.push(event) && {})];
    const script = [
      setAttributes({ tier: 'gold' }),
      setQueue('Sales'),
      invoke({ LambdaInvocationAttributes: { tier: '$.Attributes.tier', fixed: 'yes' } }),
      hangUp(),
    ];
    const result = await play(script, {}, { functions });
    expect(events).toEqual([
      {
        Name: 'ContactFlowEvent',
        Details: {
          Parameters: { tier: 'gold', fixed: 'yes' },
          ContactData: expect.objectContaining({
            Attributes: { tier: 'gold' },
            Channel: 'VOICE',
            ContactId: result.contacts[0]?.id,
            InitialContactId: result.contacts[0]?.id,
            InitiationMethod: 'INBOUND',
            CustomerEndpoint: { Address: '+15555550100', Type: 'TELEPHONE_NUMBER' },
            SystemEndpoint: { Address: '+15555550199', Type: 'TELEPHONE_NUMBER' },
            Queue: expect.objectContaining({ Name: 'Sales' }),
          }),
        },
      },
    ]);
  });

  test('sends nested parameters as they are', async () => {
    const events: { Details: { Parameters: unknown } }[] = [];
    const functions = [lambda('Look up', (event) => events.push(event as (typeof events)[number]) && {})];
    const parameters = { LambdaInvocationAttributes: { order: { id: '$.Attributes.id', lines: [1, 2] } } };
    await play([setAttributes({ id: '42' }), invoke(parameters), hangUp()], {}, { functions });
    expect(events[0]?.Details.Parameters).toEqual({ order: { id: '42', lines: [1, 2] } });
  });

  test('does not touch the flow when the caller has gone meanwhile', async () => {
    const functions = [lambda('Look up', () => ({ tier: 'gold' }), 3_000)];
    const result = await play([invoke(), ...tell], { customer: { hangsUpAfterSeconds: 1 } }, { functions });
    expect(texts(result)).not.toContain('“Tier gold.”');
    expect(result.contacts[0]?.disconnected).toBe(result.start + 1_000);
  });
});
