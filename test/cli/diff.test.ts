import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diff-'));
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

const run = (...args: string[]): Promise<number> => main(['diff', ...args], '0.0.0');

const flow = (Text: string, x = 0) => ({
  Version: '2019-10-30',
  StartAction: 'hello',
  Metadata: { ActionMetadata: { hello: { position: { x, y: 0 } } } },
  Actions: [
    { Identifier: 'hello', Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction: 'end' } },
    { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

describe('connect-flows diff', () => {
  test('says what differs, and exits with 1', async () => {
    expect(await run(file('a.json', flow('Hi.')), file('b.json', flow('Hello.')))).toBe(1);
    expect(out).toBe('~ "hello" (MessageParticipant)\n    Text: "Hi." → "Hello."\n\nActions: 1 changed.\n');
  });

  test('says that nothing differs, and exits with 0', async () => {
    expect(await run(file('a.json', flow('Hi.')), file('b.json', flow('Hi.', 5)))).toBe(0);
    expect(out).toBe('No difference.\n');
  });

  test('--layout compares what the designer keeps', async () => {
    expect(await run(file('a.json', flow('Hi.')), file('b.json', flow('Hi.', 5)), '--layout')).toBe(1);
    expect(out).toContain('ActionMetadata.hello.position.x: 0 → 5');
  });

  test('--format json gives the difference as data', async () => {
    expect(await run(file('a.json', flow('Hi.')), file('b.json', flow('Hello.')), '--format', 'json')).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      different: true,
      changed: [{ action: { name: 'hello' }, parameters: [{ path: 'Text', before: 'Hi.', after: 'Hello.' }] }],
    });
  });
});

describe('Misuse of connect-flows diff gives one sentence and exit code 2', () => {
  test.each<[string, (flowFile: string) => string[], RegExp]>([
    ['one file only', (a) => [a], /missing required argument/],
    ['a missing file', (a) => [a, join(folder, 'none.json')], /There is no such file: .*none\.json/],
    ['a file that is no flow', (a) => [a, file('no.json', { hello: 1 })], /no\.json is not a flow/],
    ['an unknown format', (a) => [a, a, '--format', 'html'], /Allowed choices are text, json/],
  ])('%s', async (_, args, sentence) => {
    expect(await run(...args(file('a.json', flow('Hi.'))))).toBe(2);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
  });
});
