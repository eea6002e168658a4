import fc from 'fast-check';
import { JOURNEY_HOOKS } from '../../lib/journey';
import { LIMITS } from '../../lib/language';
import { type JourneyPolicy, journeyRulesHandler, NONE, SAFE_ANSWER } from '../../lib/runtime';
import { CONTACT_ID, flowArn, keepingLogger, sampleEvent } from './sample-events';

const policy: JourneyPolicy = {
  rules: [
    { name: 'gold callers', when: { attributes: { tier: 'gold' } }, hooks: { AgentWhisper: flowArn('gold') } },
    { name: 'everybody', hooks: Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, flowArn(hook)])) },
  ],
};

const ask = async (event: unknown, rules: JourneyPolicy | undefined = policy) => {
  const { logger, called, lines } = keepingLogger();
  const answer = await journeyRulesHandler({ policy: rules, logger })(event);
  return { answer, called: called(), lines };
};

describe('The journey rules', () => {
  test('answer a call with the flows to hook and what was recognised', async () => {
    const { answer } = await ask(sampleEvent());
    expect(answer).toEqual({
      CustomerQueue: flowArn('CustomerQueue'),
      AgentWhisper: flowArn('gold'),
      CustomerWhisper: flowArn('CustomerWhisper'),
      CustomerHold: flowArn('CustomerHold'),
      AgentHold: flowArn('AgentHold'),
      CustomerRemaining: flowArn('CustomerRemaining'),
      PauseContact: NONE,
      ResumeContact: NONE,
      method: 'INBOUND',
      channel: 'VOICE',
      stage: 'CONTACT_FLOW',
      recognised: 'true',
      rules: 'gold callers,everybody',
    });
  });

  test('A task is never whispered to on the customer\u2019s side', async () => {
    const { answer } = await ask(sampleEvent({ Channel: 'TASK', InitiationMethod: 'API' }));
    expect(answer).toMatchObject({
      AgentWhisper: flowArn('gold'),
      CustomerWhisper: NONE,
      CustomerHold: NONE,
      PauseContact: flowArn('PauseContact'),
    });
  });

  test('A supervisor who listens hears no flow, and the answer says that this was understood', async () => {
    const { answer } = await ask(sampleEvent({ InitiationMethod: 'MONITOR' }));
    expect(answer).toEqual({ ...SAFE_ANSWER, method: 'MONITOR', channel: 'VOICE', recognised: 'true' });
  });

  test.each([
    ['CUSTOMER_QUEUE', 'CUSTOMER_QUEUE'],
    ['customerQueue', 'CUSTOMER_QUEUE'],
    ['agent_whisper', 'AGENT_WHISPER'],
    ['', 'CONTACT_FLOW'],
  ])('take the flow type %s that the flow passes', async (flowType, stage) => {
    const { answer, called } = await ask(sampleEvent({}, { flowType }));
    expect(answer.stage).toBe(stage);
    expect(called).toMatchObject([{ level: 'info' }]);
  });

  test('answer nevertheless, and warn, when the flow passes a type that is none', async () => {
    const { answer, called } = await ask(sampleEvent({}, { flowType: 'Inbound' }));
    expect(answer).toMatchObject({ stage: NONE, recognised: 'true', AgentWhisper: flowArn('gold') });
    expect(called).toMatchObject([{ level: 'warn', details: { problem: expect.stringContaining('CONTACT_FLOW') } }]);
  });

  test('answer the same to the same question', async () => {
    const handler = journeyRulesHandler({ policy, logger: keepingLogger().logger });
    const first = await handler(sampleEvent());
    first.AgentWhisper = 'changed by a careless caller';
    await handler(null);
    expect(await handler(sampleEvent())).toEqual((await ask(sampleEvent())).answer);
    expect(await handler(null)).toEqual(SAFE_ANSWER);
  });

  test('log one line a call: the contact, what was recognised and what was decided', async () => {
    const { called } = await ask(sampleEvent());
    expect(called).toEqual([
      {
        level: 'info',
        message: 'Journey rules applied',
        details: {
          contactId: CONTACT_ID,
          method: 'INBOUND',
          channel: 'VOICE',
          stage: 'CONTACT_FLOW',
          hooks: expect.arrayContaining(JOURNEY_HOOKS.filter((hook) => !hook.endsWith('Contact'))),
          rules: ['gold callers', 'everybody'],
        },
      },
    ]);
  });

  test('log the names of attributes, never their values', async () => {
    const { lines } = await ask(sampleEvent());
    const text = JSON.stringify(lines);
    expect(text).toContain('"attributes":["tier","phone","mail"]');
    expect(text).not.toMatch(/4915100000001|49300000000|example\.com|"gold"/);
  });

  test('are not stopped by a log that cannot be written', async () => {
    const full = () => {
      throw new Error('disk full');
    };
    const logger = { debug: full, info: full, warn: full, error: full };
    expect(await journeyRulesHandler({ policy, logger })(sampleEvent())).toMatchObject({ recognised: 'true' });
  });
});

describe('The safe answer', () => {
  test('has every key, hooks nothing and recognises nothing', () => {
    const keys = [...JOURNEY_HOOKS, 'method', 'channel', 'stage', 'rules'];
    expect(SAFE_ANSWER).toEqual({ ...Object.fromEntries(keys.map((key) => [key, NONE])), recognised: 'false' });
  });

  test('goes to what is no event, with a line that says what is wrong', async () => {
    const { answer, called } = await ask({ source: 'aws.connect' });
    expect(answer).toEqual(SAFE_ANSWER);
    expect(called).toMatchObject([
      { level: 'error', message: 'Event not readable', details: { problem: expect.stringContaining('no Details') } },
    ]);
  });

  test('goes to a contact outside the rulebook, with a line that shows what was seen', async () => {
    const { answer, called } = await ask(sampleEvent({ InitiationMethod: 'Pigeon' }));
    expect(answer).toEqual(SAFE_ANSWER);
    expect(called).toMatchObject([{ level: 'warn', details: { contactId: CONTACT_ID, method: 'PIGEON' } }]);
  });

  test('goes to everybody while there is no policy', async () => {
    const { logger, called } = keepingLogger();
    expect(await journeyRulesHandler({ policy: undefined, logger })(sampleEvent())).toEqual(SAFE_ANSWER);
    expect(called()).toMatchObject([{ level: 'error', message: 'No policy', details: { contactId: CONTACT_ID } }]);
  });

  test('goes out when the answer would break Connect\u2019s limits', async () => {
    const long = { rules: [{ name: 'long', hooks: { AgentWhisper: 'x'.repeat(LIMITS.lambdaAnswerBytes) } }] };
    const { answer, called } = await ask(sampleEvent(), long);
    expect(answer).toEqual(SAFE_ANSWER);
    expect(called).toMatchObject([{ level: 'error', details: { problem: expect.stringContaining('bytes') } }]);
  });
});

const hostileKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'tier', '+15555550100'),
  fc.string(),
);

const anyJson = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue() },
  fc.dictionary(hostileKey, fc.jsonValue()),
  fc.constant('x'.repeat(200_000)),
  fc.constant('+1555555'.repeat(20_000)),
);

const part = (...usual: unknown[]) => fc.oneof(fc.constantFrom(...usual), anyJson);

const anyEvent = fc.record(
  {
    Name: part('ContactFlowEvent'),
    Details: fc.record(
      {
        ContactData: fc.record(
          {
            ContactId: part(CONTACT_ID),
            InitiationMethod: part('INBOUND', 'TRANSFER', 'API', 'OUTBOUND'),
            Channel: part('VOICE', 'CHAT', 'task', 'EMAIL'),
            Queue: part(null, { Name: 'Billing' }),
            Attributes: fc.oneof(fc.dictionary(hostileKey, anyJson), anyJson),
            MediaStreams: anyJson,
            References: fc.oneof(fc.dictionary(hostileKey, anyJson), anyJson),
          },
          { requiredKeys: [] },
        ),
        Parameters: fc.oneof(fc.dictionary(fc.oneof(fc.constant('flowType'), hostileKey), anyJson), anyJson),
      },
      { requiredKeys: ['ContactData'] },
    ),
  },
  { requiredKeys: ['Details'] },
);

/** As it arrives in a Lambda function: `__proto__` is a key like any other. */
const arrived = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const expectFlatAnswer = (answer: Readonly<Record<string, string>>): void => {
  expect(Object.keys(answer)).toEqual(Object.keys(SAFE_ANSWER));
  expect(Object.values(answer).every((value) => typeof value === 'string' && value !== '')).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LIMITS.lambdaAnswerBytes);
};

describe('Whatever a flow sends', () => {
  test('the answer is a flat map of text under 32 KB, and one line is logged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyEvent, anyJson), async (input) => {
        const { answer, called } = await ask(arrived(input));
        expectFlatAnswer(answer);
        expect(called).toHaveLength(1);
        expect(JSON.stringify(called).length).toBeLessThan(4_000);
      }),
      { numRuns: 100 },
    );
  });

  test('nesting without end is answered too', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as unknown;
    const event = sampleEvent({ Attributes: deep, References: deep, Weather: deep }, { flowType: deep, deep });
    expectFlatAnswer((await ask(event)).answer);
    expectFlatAnswer((await ask(deep)).answer);
  });

  test('no prototype is changed', async () => {
    const event =
      '{"Details": {"ContactData": {"Attributes": {"__proto__": {"tier": "gold"}}, "__proto__": {"Channel": "VOICE"}}}}';
    const { answer } = await ask(JSON.parse(event));
    expect(answer).toEqual(SAFE_ANSWER);
    expect(({} as Record<string, unknown>).tier).toBeUndefined();
  });
});
