import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';
import type { FlowDocument } from '../../lib/language';

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
  out = '';
  err = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = undefined;
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const run = (...args: string[]): Promise<number> => main(['run', ...args], '0.0.0');

const action = (id: string, type: string, parameters: object, transitions: object) => ({
  Identifier: id,
  Type: type,
  Parameters: parameters,
  Transitions: transitions,
});

const END = action('end', 'DisconnectParticipant', {}, {});

const flow = (...actions: object[]): FlowDocument =>
  ({
    Version: '2019-10-30',
    StartAction: (actions[0] as { Identifier: string }).Identifier,
    Actions: [...actions, END],
  }) as FlowDocument;

const MENU = flow(
  action(
    'ask',
    'GetParticipantInput',
    { Text: 'Press 1 for billing.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      NextAction: 'end',
      Conditions: [{ NextAction: 'billing', Condition: { Operator: 'Equals', Operands: ['1'] } }],
      Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({
        ErrorType,
        NextAction: 'end',
      })),
    },
  ),
  action('billing', 'MessageParticipant', { Text: 'Billing.' }, { NextAction: 'end', Errors: [] }),
);

const LOOK_UP = flow(
  action(
    'call',
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'arn:aws:lambda:eu-central-1:111122223333:function:look-up', InvocationTimeLimitSeconds: '3' },
    { NextAction: 'say', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
  ),
  action('say', 'MessageParticipant', { Text: 'You are $.External.tier.' }, { NextAction: 'end', Errors: [] }),
);

describe('connect-flows run', () => {
  test('plays a flow with the keys that the caller presses', async () => {
    expect(await run(file('menu.json', MENU), '--press', '1')).toBe(0);
    expect(out).toMatch(/Customer presses 1/);
    expect(out).toMatch(/Customer hears “Billing\.”/);
  });

  test('lets a silent caller run into the time-out', async () => {
    expect(await run(file('menu.json', MENU))).toBe(0);
    expect(out).toMatch(/Customer presses nothing/);
    expect(out).not.toMatch(/Billing\.”/);
  });

  test('answers for a Lambda function from a file', async () => {
    const answer = file('gold.json', { tier: 'gold' });
    expect(await run(file('flow.json', LOOK_UP), '--lambda', `look-up=${answer}`)).toBe(0);
    expect(out).toMatch(/You are gold\./);
  });

  test('names its stand-ins for functions that were not given', async () => {
    expect(await run(file('flow.json', LOOK_UP))).toBe(0);
    expect(out).toMatch(
      /Stand-ins .*\n {2}function look-up \(arn:aws:lambda:eu-central-1:111122223333:function:look-up\)/,
    );
  });

  test('says that a file without a type is taken as an inbound flow', async () => {
    await run(file('menu.json', MENU));
    expect(out).toMatch(/does not say which type of flow it is: taken as CONTACT_FLOW/);
  });

  test('gives a whisper its turn in the place where whispers are heard', async () => {
    const whisper = flow(action('say', 'MessageParticipant', { Text: 'A call.' }, { NextAction: 'done', Errors: [] }));
    const document = { ...whisper, Actions: [whisper.Actions[0], action('done', 'EndFlowExecution', {}, {})] };
    expect(await run(file('whisper.json', document), '--type', 'AGENT_WHISPER')).toBe(0);
    expect(out).toMatch(/Agent hears “A call\.”/);
  });

  test('plays several files one after another', async () => {
    expect(await run(file('a.json', MENU), file('b.json', LOOK_UP))).toBe(0);
    expect(out.match(/^Inbound flow /gm)).toHaveLength(2);
  });

  test('stops at an action that is not simulated, names it, and exits with 1', async () => {
    const document = flow(action('x', 'CreateContact', {}, { NextAction: 'end', Errors: [] }));
    expect(await run(file('flow.json', document))).toBe(1);
    expect(out).toMatch(/The run stops here: .*CreateContact is not simulated/);
  });
});

describe('Bad input gives one clear sentence and exit code 2', () => {
  const sentences = (): readonly string[] => err.trim().split('\n');

  test('a missing file', async () => {
    expect(await run(join(folder, 'none.json'))).toBe(2);
    expect(sentences()).toHaveLength(1);
    expect(err).toMatch(/There is no such file: .*none\.json/);
  });

  test('a folder', async () => {
    expect(await run(folder)).toBe(2);
    expect(err).toMatch(/This is a folder, not a file/);
  });

  test('a file that is not JSON, with line and column', async () => {
    expect(await run(file('bad.json', '{\n  "Version": oops }'))).toBe(2);
    expect(sentences()).toHaveLength(1);
    expect(err).toMatch(/bad\.json/);
    expect(err).toMatch(/line 2/i);
  });

  test('JSON that is no flow', async () => {
    expect(await run(file('other.json', { hello: 'world' }))).toBe(2);
    expect(err).toMatch(/other\.json/);
    expect(err).toMatch(/Actions/);
  });

  test('an old console export', async () => {
    expect(
      await run(file('old.json', { modules: [], version: '1', type: 'contactFlow', start: 'a', metadata: {} })),
    ).toBe(2);
    expect(err).toMatch(/old/i);
  });

  test('an unknown type', async () => {
    expect(await run(file('menu.json', MENU), '--type', 'INBOUND')).toBe(2);
    expect(err).toMatch(/INBOUND/);
    expect(err).toMatch(/CONTACT_FLOW/);
  });

  test('keys that no telephone has', async () => {
    expect(await run(file('menu.json', MENU), '--press', '1,A')).toBe(2);
    expect(err).toMatch(/"A" is nothing that a telephone can press/);
  });

  test('a Lambda answer that is not JSON', async () => {
    expect(await run(file('menu.json', MENU), '--lambda', `x=${file('answer.json', 'gold')}`)).toBe(2);
    expect(err).toMatch(/answer\.json is not JSON/);
  });

  test('no stack trace in any of them', async () => {
    await run(file('bad.json', '{'));
    await run(join(folder, 'none.json'));
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('The command line explains itself', () => {
  test('--help shows the options with examples', async () => {
    expect(await run('--help')).toBe(0);
    expect(out).toMatch(/--press <keys>/);
    expect(out).toMatch(/Examples:/);
  });

  test('an unknown command names the nearest one', async () => {
    expect(await main(['runn'], '0.0.0')).toBe(2);
    expect(err).toMatch(/Did you mean run\?/);
  });

  test('no command at all shows the help', async () => {
    expect(await main([], '0.0.0')).toBe(2);
    expect(err).toMatch(/Usage: connect-flows/);
  });
});
