import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';
import { read } from '../../lib/language';

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
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

const run = (...args: string[]): Promise<number> => main(['convert', ...args], '0.0.0');

const OLD = {
  modules: [
    {
      id: 'queue',
      type: 'SetQueue',
      branches: ['Success', 'Error'].map((condition) => ({ condition, transition: 'end' })),
      parameters: [{ name: 'Queue', value: '', namespace: null, resourceName: 'BasicQueue' }],
      metadata: { position: { x: 1, y: 2 } },
    },
    { id: 'end', type: 'Disconnect', branches: [], parameters: [], metadata: {} },
  ],
  version: '1',
  type: 'contactFlow',
  start: 'queue',
  metadata: { name: 'Main line' },
};

describe('connect-flows convert', () => {
  test('prints the flow, and what to look at on stderr', async () => {
    expect(await run(file('old.json', OLD))).toBe(0);
    expect(read(out).Actions.map(({ Type }) => Type)).toEqual(['UpdateContactTargetQueue', 'DisconnectParticipant']);
    expect(err).toMatch(/old\.json: CONTACT_FLOW "Main line", 2 actions, 1 note\.\n {2}queue: QueueId is empty/);
  });

  test('-o writes it into a file, and leaves nothing else behind', async () => {
    const target = join(folder, 'new.json');
    expect(await run(file('old.json', OLD), '-o', target)).toBe(0);
    expect(out).toBe('');
    expect(read(readFileSync(target, 'utf8')).StartAction).toBe('queue');
    expect(readdirSync(folder).sort()).toEqual(['new.json', 'old.json']);
  });

  test('overwrites only when told to', async () => {
    const old = file('old.json', OLD);
    const target = file('new.json', 'mine');
    expect(await run(old, '-o', target)).toBe(2);
    expect(err).toMatch(/new\.json is there already\. Give another name, or --force to overwrite it\./);
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(await run(old, '-o', target, '--force')).toBe(0);
    expect(read(readFileSync(target, 'utf8')).StartAction).toBe('queue');
  });
});

describe('What cannot be converted gives one sentence and exit code 2', () => {
  test.each<[string, () => string[], RegExp]>([
    [
      'a flow in the current language',
      () => [file('new.json', { Version: '1', StartAction: 'a', Actions: [] })],
      /new\.json is in the current language already; there is nothing to convert/,
    ],
    ['something else', () => [file('x.json', { hello: 1 })], /x\.json is no old console export/],
    ['a file that is not JSON', () => [file('x.json', '{ oops')], /x\.json cannot be read at line 1/],
    ['a missing file', () => [join(folder, 'none.json')], /There is no such file/],
    [
      'a folder that is not there',
      () => [file('o.json', OLD), '-o', join(folder, 'no', 'x.json')],
      /cannot be written/,
    ],
  ])('%s', async (_, args, sentence) => {
    expect(await run(...args())).toBe(2);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
  });
});
