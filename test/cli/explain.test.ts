import { main } from '../../lib/cli/main';

let out: string;
let err: string;

beforeEach(() => {
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

afterEach(() => jest.restoreAllMocks());

const explain = (...args: string[]): Promise<number> => main(['explain', ...args], '0.0.0');

test('A rule is explained with a flow that fails and one that passes', async () => {
  expect(await explain('dangling-target')).toBe(0);
  expect(out).toMatch(/^dangling-target\n={15}\n/);
  expect(out).toMatch(/Fails:\n\n(?:[^\n]+\n\n)? {2}\{"Version"/);
  expect(out).toMatch(/no action has that\s+identifier\./);
  expect(out).toMatch(/Passes:/);
});

test('A rule about sets is explained with all the flows of its examples', async () => {
  expect(await explain('wrong-hook-flow')).toBe(0);
  expect(out).toMatch(/“Main line”, CONTACT_FLOW/);
  expect(out).toMatch(/“Queue music”, CUSTOMER_QUEUE/);
});

test('An action type is explained with its parameters and branches', async () => {
  expect(await explain('GetParticipantInput')).toBe(0);
  expect(out).toMatch(/StoreInput/);
  expect(out).toMatch(/Errors: must declare/);
});

test('A method is explained with the flows that run', async () => {
  expect(await explain('CALLBACK')).toBe(0);
  expect(out).toMatch(/AGENT_WHISPER/);
});

test('An assumption is explained with its answers', async () => {
  expect(await explain('disconnectFlowContact')).toBe(0);
  expect(out).toMatch(/\(default\):/);
});

test('A name is found in any case', async () => {
  expect(await explain('getparticipantinput')).toBe(0);
  expect(out).toMatch(/^GetParticipantInput\n/);
});

test('No Markdown is left in what a terminal shows', async () => {
  await explain('CALLBACK');
  expect(out).not.toMatch(/\*\*|<https|^#|\|/m);
});

test('Lines are no longer than a terminal is wide, code aside', async () => {
  await explain('disconnectFlowContact');
  const tooLong = out.split('\n').filter((line) => line.length > 110 && !line.includes('https://'));
  expect(tooLong).toEqual([]);
});

test('--list names everything, a line each', async () => {
  expect(await explain('--list')).toBe(0);
  expect(out).toMatch(/^missing-error-branch +\S/m);
  expect(out).toMatch(/^TransferToFlow +\S/m);
  expect(out).toMatch(/^CALLBACK +\S/m);
  expect(out).toMatch(/^transferInheritsHooks +\S/m);
});

test('An unknown name is answered with the nearest ones and exit code 2', async () => {
  expect(await explain('TransferToFlw')).toBe(2);
  expect(err).toBe(
    'There is nothing called "TransferToFlw". Did you mean TransferToFlow? "connect-flows explain --list" names everything.\n',
  );
});

test('No name at all is answered with what can be named', async () => {
  expect(await explain()).toBe(2);
  expect(err).toMatch(/Name a rule, an action type/);
});
