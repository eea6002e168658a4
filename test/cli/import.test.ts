import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disconnect, inboundFlow, playPrompt, transferToQueue } from '../../lib/build';
import { differenceBetween } from '../../lib/build/code';
import { main } from '../../lib/cli/main';
import { documentOf } from '../build/code/run-code';

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
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

const QUEUE = 'arn:aws:connect:us-east-1:123456789012:instance/i/queue/billing';

const { document } = inboundFlow('Main line', { onError: [disconnect()] }, [
  playPrompt('Hello.'),
  transferToQueue(QUEUE, { atCapacity: [] }),
  disconnect(),
]);

const file = (content: unknown, name = 'flow.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const run = (...args: string[]): Promise<number> => main(['import', ...args], '0.0.0');

test('The code of a flow is printed', async () => {
  expect(await run(file(document))).toBe(0);
  expect(out).toContain("export const mainLine = inboundFlow('Main line',");
  expect(out).toContain("from 'cdk-connect-flows';");
  expect(differenceBetween(document, documentOf(out))).toBeUndefined();
  expect(err).toBe('');
});

test('Or written to a file, which is left alone where there is one already', async () => {
  const output = join(folder, 'main-line.ts');
  expect(await run(file(document), '-o', output)).toBe(0);
  const written = readFileSync(output, 'utf8');
  expect(out).toBe('');
  writeFileSync(output, 'mine');
  expect(await run(file(document), '-o', output)).toBe(2);
  expect(readFileSync(output, 'utf8')).toBe('mine');
  expect(err).toMatch(/is there already.*--force/);
  expect(await run(file(document), '-o', output, '--force')).toBe(0);
  expect(readFileSync(output, 'utf8')).toBe(written);
  expect(readdirSync(folder).sort()).toEqual(['flow.json', 'main-line.ts']);
});

test('Name, module and bindings can be given', async () => {
  expect(await run(file(document), '--name', 'Hot line', '--from', '../lib', '--bindings')).toBe(0);
  expect(out).toContain("from '../lib';");
  expect(out).toContain('export const hotLine = (c: HotLineBindings) =>');
  expect(out).toMatch(/readonly billingQueue: QueueRef;/);
  expect(out).toContain(`billingQueue: '${QUEUE}',`);
});

test('The type is taken from the option, else from the file, else guessed with a note', async () => {
  const { Metadata: _, ...bare } = document;
  expect(await run(file(bare, 'some-line.json'))).toBe(0);
  expect(out).toContain("export const someLine = inboundFlow('some-line',");
  expect(err).toMatch(/taken as CONTACT_FLOW/);
  out = '';
  expect(await run(file(document), '--type', 'QUEUE_TRANSFER')).toBe(0);
  expect(out).toContain('queueTransferFlow(');
});

test('Identifiers are kept as asked', async () => {
  const text = JSON.stringify(document).replaceAll('Play prompt Hello', 'Say hello');
  expect(await run(file(text))).toBe(0);
  expect(out).toContain("named('Say hello', playPrompt('Hello.'))");
  out = '';
  expect(await run(file(text), '--keep-names', 'none')).toBe(0);
  expect(out).not.toContain('named(');
});

test('Notes go to stderr', async () => {
  const lost = { Identifier: 'lost', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} };
  expect(await run(file({ ...document, Actions: [...document.Actions, lost] }))).toBe(0);
  expect(err).toBe('Left out, as no path leads there: "lost".\n');
});

test.each([
  ['{', /cannot be read at line 1/],
  [{ modules: [], start: 'x' }, /old console format/],
  [{ Actions: [] }, /is not a flow/],
])('%j is refused in a sentence', async (content, sentence) => {
  expect(await run(file(content))).toBe(2);
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(out).toBe('');
});

test('A file that is not there, and misuse, end with 2', async () => {
  expect(await run(join(folder, 'none.json'))).toBe(2);
  expect(await run(file(document), '--type', 'WHISPER')).toBe(2);
});
