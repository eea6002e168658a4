import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FlowDocument, type FlowScope, flowTypeOfConsoleName, isFlowType, read } from '../../lib/language';
import { type CustomerScript, type SimulationResult, simulate, type WorldFault } from '../../lib/simulate';
import { worldAroundFlow } from '../../lib/simulate/stand-ins';
import { CORPUS, describeWithCorpus } from './corpus';

interface Caller {
  readonly customer: CustomerScript;
  /** @default true */
  readonly open?: boolean;
  readonly faults?: readonly WorldFault[];
}

const PRESSES = { presses: ['1', '2', '3', '1', '5555550123', '1', '#'], says: ['Billing', 'Help'] };

const CALLERS: Readonly<Record<string, Caller>> = {
  'who presses keys': { customer: PRESSES },
  'who says and presses nothing': { customer: {} },
  'who hangs up in the middle of a prompt': { customer: { hangsUpAfterSeconds: 0.5, presses: ['1'] } },
  'who hangs up after ten seconds': { customer: { hangsUpAfterSeconds: 10, presses: ['1'] } },
  'who calls when it is closed': { customer: PRESSES, open: false },
  'whose functions all fail': {
    customer: PRESSES,
    faults: [{ action: 'InvokeLambdaFunction', error: 'NoMatchingError', because: 'the function threw' }],
  },
};

const LIMIT_SECONDS = 1800;

/** Files that hold no flow, and how that is said. */
const NO_FLOWS: Readonly<Record<string, RegExp>> = {
  b24b383de27a: /Actions\[1\]\.Transitions\.Conditions\[0\]\.Condition must be an object/,
  d5cf577b24a5: /Actions\[0\]\.Identifier must be text and is missing/,
};

/** The types of flows that the index of the corpus knows, by file; files alone often do not say. */
const listedTypes = (): ReadonlyMap<string, string> => {
  const lines = readFileSync(path.join(CORPUS, 'index.csv'), 'utf8').split('\n');
  return new Map(lines.map((line) => line.split(',')).map(([sha = '', , type = '']) => [`${sha}.json`, type]));
};

const typeOf = ({ Metadata }: FlowDocument, listed: string | undefined): FlowScope => {
  const type = Metadata?.type ?? listed;
  return flowTypeOfConsoleName(type) ?? (isFlowType(type) ? type : 'CONTACT_FLOW');
};

const callWith = (name: string, type: FlowScope, document: FlowDocument, { customer, open = true, faults }: Caller) => {
  const { world, ...around } = worldAroundFlow({ name, type, document }, 'VOICE', { open });
  const agents = [
    { name: 'Agent', availableAfterSeconds: 20 },
    { name: 'Second agent', availableAfterSeconds: 30 },
  ];
  const outbound = around.start.method === 'OUTBOUND';
  return simulate(
    { ...world, ...(faults && { faults }) },
    { ...around, customer, agents: outbound ? [{ name: 'Agent' }] : agents },
    { limitSeconds: LIMIT_SECONDS },
  );
};

/** An honest reason to stop: an action that is not simulated or unknown, by its name and type, or a circle of actions. */
const HONEST =
  /^(Action ".+" of flow ".+": \w+ is (not simulated|no action type that Connect knows)|Flow ".+" runs in a circle )/s;

const howItEnded = ({ stopped, timeLimitReached, contacts }: SimulationResult): string => {
  if (stopped !== null) return HONEST.test(stopped) ? 'stopped' : `dishonest: ${stopped}`;
  if (timeLimitReached) return 'time limit';
  return contacts.every(({ state }) => state === 'ended') ? 'ended' : 'waiting';
};

/** In a queue, with an agent, or in a flow that loops prompts until something outside ends it. */
const waits = ({ contacts }: SimulationResult): boolean =>
  contacts.some(
    ({ state, executions }) =>
      state === 'queued' || state === 'connected' || (state === 'flow' && executions.length > 0),
  );

const counts = new Map<string, number>();

const suite = (folder: string, type?: FlowScope): void => {
  const files = readdirSync(folder);
  const types = listedTypes();
  const sources = files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);

  test('There are some', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  describe.each(sources)('%s', (file, text) => {
    const fault = NO_FLOWS[path.basename(file, '.json')];
    if (fault !== undefined) {
      test('is no flow, and the message says where', () => {
        expect(() => read(text, file)).toThrow(fault);
      });
      return;
    }
    test.each(Object.entries(CALLERS))('plays to a caller %s', async (_who, caller) => {
      const document = read(text, file);
      const result = await callWith(file, type ?? typeOf(document, types.get(file)), document, caller);
      const end = howItEnded(result);
      counts.set(end, (counts.get(end) ?? 0) + 1);
      expect(end).toMatch(/^(ended|waiting|stopped|time limit)$/);
      if (end === 'waiting') expect(waits(result)).toBe(true);
    });
  });

  afterAll(() => {
    const summary = [...counts].map(([end, count]) => `${count} ${end}`).join(', ');
    process.stdout.write(`${path.basename(folder)}: ${summary}\n`);
    counts.clear();
  });
};

describeWithCorpus('Published flows', 'flows', (folder) => suite(folder));
describeWithCorpus('Published modules', 'modules', (folder) => suite(folder, 'MODULE'));
