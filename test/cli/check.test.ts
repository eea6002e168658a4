import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../lib/cli/main';
import type { FlowDocument } from '../../lib/language';

const WORKED_IN = process.cwd();
let out: string;
let err: string;

beforeEach(() => {
  process.chdir(mkdtempSync(join(tmpdir(), 'check-')));
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
  const folder = process.cwd();
  process.chdir(WORKED_IN);
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = undefined;
});

const file = (name: string, content: unknown): string => {
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  return name;
};

const check = (...args: string[]): Promise<number> => main(['check', ...args], '1.2.3');

const flowsOf = (json: string) =>
  JSON.parse(json).flows as { file: string; type: string; issues: { rule: string; severity: string }[] }[];

const END = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

const flow = (text: string, next = 'end', metadata: object = {}): FlowDocument =>
  ({
    Version: '2019-10-30',
    StartAction: 'Greet',
    Metadata: metadata,
    Actions: [
      {
        Identifier: 'Greet',
        Type: 'MessageParticipant',
        Parameters: { Text: text },
        Transitions: { NextAction: next, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
      },
      END,
    ],
  }) as unknown as FlowDocument;

const GOOD = flow('Hello.', 'end', { name: 'Good', type: 'contactFlow' });
const BROKEN = flow('Hello.', 'nowhere', { name: 'Main line', type: 'contactFlow' });
const SURPRISING = { ...GOOD, Actions: [...GOOD.Actions, { ...END, Identifier: 'rest' }] };

const hooking = (hook: string, target: string): FlowDocument =>
  ({
    ...GOOD,
    StartAction: 'hook',
    Actions: [
      {
        Identifier: 'hook',
        Type: 'UpdateContactEventHooks',
        Parameters: { EventHooks: { [hook]: target } },
        Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] },
      },
      END,
    ],
  }) as unknown as FlowDocument;

const described = (name: string, type: string, content: FlowDocument) => ({
  ContactFlow: {
    Arn: `arn:aws:connect:eu-central-1:111122223333:instance/i/contact-flow/${name}`,
    Name: name,
    Type: type,
    Content: JSON.stringify(content),
  },
});

describe('The exit code', () => {
  test('is 0 for flows without errors, warnings notwithstanding', async () => {
    expect(await check(file('a.json', GOOD), file('b.json', SURPRISING))).toBe(0);
    expect(out).toMatch(/1 warning in 1 of 2 files\.\n$/);
  });

  test('is 1 for an error', async () => {
    expect(await check(file('a.json', BROKEN))).toBe(1);
    expect(out).toMatch(/a\.json {2}\(Inbound flow "Main line"\)\n {2}error {4}dangling-target {2}"Greet"/);
  });

  test('is 2 for a file that is no flow, after the others were checked', async () => {
    expect(await check(file('a.json', '{ oops'), file('b.json', BROKEN))).toBe(2);
    expect(out).toMatch(/a\.json\n {2}unreadable {2}.*line 1[\s\S]*b\.json[\s\S]*dangling-target/);
    expect(out).not.toMatch(/\n\s+at /);
  });

  test.each([['none.json'], ['*.json'], ['[.json'], ['.']])('is 2 for %s, which is no file', async (name) => {
    expect(await check(name)).toBe(2);
    expect(`${out}${err}`).toMatch(/There is no such file|No file matches|is no pattern|is a folder/);
  });

  test('is 2 for an unknown format, type or channel', async () => {
    const name = file('a.json', GOOD);
    expect(await check(name, '--format', 'xml')).toBe(2);
    expect(await check(name, '--type', 'INBOUND')).toBe(2);
    expect(await check(name, '--channel', 'FAX')).toBe(2);
  });
});

describe('Files are found', () => {
  beforeEach(() => {
    for (const name of [
      'b.json',
      'a.json',
      'in/c.json',
      'in/deep/d.json',
      'in/.hidden/e.json',
      'node_modules/f.json',
    ]) {
      file(name, GOOD);
    }
    file('notes.txt', 'no flow');
  });

  const found = async (...patterns: string[]): Promise<readonly string[]> => {
    await check(...patterns, '--format', 'json');
    return flowsOf(out).map(({ file: name }) => name);
  };

  test.each([
    ['*.json', ['a.json', 'b.json']],
    ['**/*.json', ['a.json', 'b.json', 'in/c.json', 'in/deep/d.json']],
    ['in/**', ['in/c.json', 'in/deep/d.json']],
    ['{b,a}.json', ['a.json', 'b.json']],
    ['[!a].json', ['b.json']],
    ['?.json', ['a.json', 'b.json']],
    ['./in/*/d.json', ['./in/deep/d.json']],
  ])('by %s', async (pattern, names) => expect(await found(pattern)).toEqual(names));

  test('once each, in the order in which they were given', async () => {
    expect(await found('in/c.json', '*.json', 'b.json')).toEqual(['in/c.json', 'a.json', 'b.json']);
  });

  test('although their names look like patterns', async () => {
    expect(await found(file('a[1].json', GOOD))).toEqual(['a[1].json']);
  });
});

describe('The type of a flow', () => {
  const typeOf = async (...args: string[]): Promise<string | undefined> => {
    await check(...args, '--format', 'json');
    return flowsOf(out)[0]?.type;
  };

  test.each([
    ['as the console spells it', flow('Hello.', 'end', { type: 'customerQueue' }), 'CUSTOMER_QUEUE'],
    ['as the API spells it', flow('Hello.', 'end', { type: 'AGENT_WHISPER' }), 'AGENT_WHISPER'],
    ['in the answer around it', described('a', 'QUEUE_TRANSFER', flow('Hello.')), 'QUEUE_TRANSFER'],
    [
      'as a module in the answer around it',
      { ContactFlowModule: { Name: 'm', Content: JSON.stringify(flow('Hello.')) } },
      'MODULE',
    ],
    [
      'by its end',
      {
        ...flow('Hello.'),
        Actions: [...flow('Hello.').Actions, { ...END, Identifier: 'x', Type: 'EndFlowModuleExecution' }],
      },
      'MODULE',
    ],
  ])('is read %s', async (_, content, type) => expect(await typeOf(file('a.json', content))).toBe(type));

  test('can be given', async () => {
    expect(await typeOf(file('a.json', GOOD), '--type', 'AGENT_HOLD')).toBe('AGENT_HOLD');
  });

  test('that nothing says is taken as an inbound flow, and a note says so', async () => {
    expect(await typeOf(file('a.json', flow('Hello.')))).toBe('CONTACT_FLOW');
    expect(err).toBe('a.json does not say which type of flow it is: taken as CONTACT_FLOW (see --type).\n');
  });
});

test('A channel makes the checker say what does not work on it', async () => {
  const chatOnly = {
    ...GOOD,
    Actions: [{ ...GOOD.Actions[0], Type: 'Wait', Parameters: { TimeLimitSeconds: '60' } }, END],
  };
  await check(file('a.json', chatOnly), '--channel', 'VOICE', '--format', 'json');
  expect(flowsOf(out)[0]?.issues.map(({ rule }) => rule)).toContain('wrong-channel');
});

describe('--set', () => {
  beforeEach(() => {
    file('main.json', described('Main line', 'CONTACT_FLOW', hooking('AgentWhisper', 'Queue music')));
    file('queue.json', described('Queue music', 'CUSTOMER_QUEUE', GOOD));
  });

  const rules = async (...args: string[]): Promise<readonly string[]> => {
    await check('main.json', ...args, '--format', 'json');
    return flowsOf(out)[0]?.issues.map(({ rule }) => rule) ?? [];
  };

  test('checks what is between the files', async () => {
    expect(await rules('queue.json', '--set')).toContain('wrong-hook-flow');
  });

  test('takes the files as all there are', async () => {
    expect(await rules('--set')).toContain('missing-target-flow');
  });

  test('is not the habit: each file is checked by itself', async () => {
    expect(await rules('queue.json')).toEqual([]);
  });
});

describe('A configuration', () => {
  test('is found in the current folder', async () => {
    file('connect-flows.config.json', { rules: { 'dangling-target': 'note', 'unreachable-action': 'off' } });
    expect(await check(file('a.json', BROKEN))).toBe(0);
    expect(out).toMatch(/ {2}note {5}dangling-target/);
  });

  test('can be given, and allows single findings by file or by name', async () => {
    const rule = { rule: 'dangling-target', action: 'Greet', reason: 'Next week.' };
    const byName = file('name.json', { allow: [{ ...rule, flow: 'Main line' }] });
    const byFile = file('file.json', { allow: [{ ...rule, flow: 'a.json' }] });
    expect(await check(file('a.json', BROKEN), '--config', byName)).toBe(0);
    expect(await check('a.json', '--config', byFile)).toBe(0);
  });

  test('is told which of its allowances nothing needs', async () => {
    const config = file('c.json', { allow: [{ rule: 'literal-arn', reason: 'One instance.' }] });
    await check(file('a.json', GOOD), '--config', config);
    expect(out).toMatch(/Nothing was found for the allowance of literal-arn \(“One instance\.”\)/);
  });

  test('makes ARNs of another instance errors', async () => {
    const instanceArn = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
    const name = file('a.json', hooking('CustomerQueue', `${instanceArn.replace(/1$/, '2')}/contact-flow/f`));
    expect(await check(name)).toBe(0);
    expect(await check(name, '--config', file('c.json', { instanceArn }))).toBe(1);
  });

  test.each([
    ['that is missing', 'none.json', /There is no such file: none\.json/],
    ['that is not JSON', 'bad.json', /bad\.json is not JSON/],
    [
      'with a misspelt rule',
      'typo.json',
      /typo\.json is no configuration:\n {2}rules: .* Did you mean "literal-arn"\?/,
    ],
  ])('%s is misuse', async (_, config, sentence) => {
    file('bad.json', '{');
    file('typo.json', { rules: { 'litteral-arn': 'off' } });
    expect(await check(file('a.json', GOOD), '--config', config)).toBe(2);
    expect(err).toMatch(sentence);
  });
});

describe('The result', () => {
  test('is the same every time', async () => {
    file('a.json', BROKEN);
    file('b.json', SURPRISING);
    await check('*.json');
    const before = out;
    out = '';
    await check('*.json');
    expect(out).toBe(before);
  });

  test('has the line of the action where the file has lines', async () => {
    await check(file('a.json', BROKEN), '--format', 'sarif');
    const [result] = JSON.parse(out).runs[0].results;
    const { startLine, startColumn } = result.locations[0].physicalLocation.region;
    const line = readFileSync('a.json', 'utf8').split('\n')[startLine - 1] ?? '';
    expect(line.slice(startColumn - 1)).toBe('"Identifier": "Greet",');
  });

  test('goes into a file whole, with its sum on the terminal', async () => {
    expect(await check(file('a.json', BROKEN), '--format', 'junit', '--output', 'result.xml')).toBe(1);
    expect(readFileSync('result.xml', 'utf8')).toMatch(/^<\?xml[\s\S]*<\/testsuites>\n$/);
    expect(out).toMatch(/^1 error in 1 file\. Written to result\.xml\.\n$/);
    expect(readdirSync('.').sort()).toEqual(['a.json', 'result.xml']);
  });

  test('that cannot be written is misuse', async () => {
    expect(await check(file('a.json', GOOD), '--output', 'no/such/folder.txt')).toBe(2);
    expect(err).toMatch(/no\/such\/folder\.txt cannot be written: its folder does not exist/);
  });
});
