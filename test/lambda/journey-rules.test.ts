import { CONTACT_ID, flowArn, sampleEvent } from '../runtime/sample-events';

type Handler = (event: unknown, context?: unknown) => Promise<Record<string, string>>;

const environment = { ...process.env };
const policy = JSON.stringify({ rules: [{ name: 'all', hooks: { AgentWhisper: flowArn('w1') } }] });

let written: string[];

/** The module as a cold start loads it. */
const coldStart = (variables: Record<string, string>): Handler => {
  process.env = { ...environment, ...variables };
  let handler: Handler | undefined;
  jest.isolateModules(() => {
    ({ handler } = require('../../lambda/journey-rules') as { handler: Handler });
  });
  if (!handler) throw new Error('no handler');
  return handler;
};

const lines = (): Record<string, unknown>[] =>
  written
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
  written = [];
  const keep = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
});

afterEach(() => {
  process.env = environment;
  jest.restoreAllMocks();
});

describe('The journey rules function', () => {
  test('answers by the policy of its environment and logs one structured line', async () => {
    const handler = coldStart({ JOURNEY_POLICY: policy });
    expect(await handler(sampleEvent())).toMatchObject({
      AgentWhisper: flowArn('w1'),
      recognised: 'true',
      rules: 'all',
    });
    expect(lines()).toMatchObject([
      {
        level: 'INFO',
        service: 'journey-rules',
        message: 'Journey rules applied',
        contactId: CONTACT_ID,
        method: 'INBOUND',
        channel: 'VOICE',
        hooks: ['AgentWhisper'],
        rules: ['all'],
      },
    ]);
  });

  test('carries nothing from one call into the log of the next', async () => {
    const handler = coldStart({ JOURNEY_POLICY: policy });
    await handler(sampleEvent());
    await handler({});
    expect(lines()[1]).toMatchObject({ level: 'ERROR', message: 'Event not readable' });
    expect(lines()[1]).not.toHaveProperty('contactId');
  });

  test('names the attributes of a contact when one looks closer', async () => {
    const handler = coldStart({ JOURNEY_POLICY: policy, POWERTOOLS_LOG_LEVEL: 'DEBUG' });
    await handler(sampleEvent());
    expect(lines()[1]).toMatchObject({ level: 'DEBUG', contactId: CONTACT_ID, attributes: ['tier', 'phone', 'mail'] });
  });

  test.each([
    ['missing', {}, 'It is not set.'],
    ['no JSON', { JOURNEY_POLICY: '{rules' }, 'The policy is no JSON'],
    [
      'wrong',
      { JOURNEY_POLICY: '{"rules": [{"name": "a", "hooks": {"AgentWisper": "x"}}]}' },
      'Did you mean AgentWhisper?',
    ],
  ])('starts with a policy that is %s, says so, and gives the safe answer', async (_, variables, problem) => {
    const handler = coldStart(variables);
    expect(lines()).toMatchObject([{ level: 'ERROR', problems: [expect.stringContaining(problem)] }]);
    expect(await handler(sampleEvent())).toMatchObject({ AgentWhisper: 'none', recognised: 'false' });
    expect(lines()[1]).toMatchObject({ level: 'ERROR', message: 'No policy', contactId: CONTACT_ID });
  });

  test('writes no number, address or attribute value', async () => {
    const handler = coldStart({ JOURNEY_POLICY: policy, POWERTOOLS_LOG_LEVEL: 'DEBUG' });
    await handler(sampleEvent({ ContactId: '+4915100000001', InitiationMethod: 'ana@example.com' }));
    expect(written.join('')).not.toMatch(/4915100000001|example\.com|gold/i);
  });
});
