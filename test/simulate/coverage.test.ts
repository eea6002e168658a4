import fc from 'fast-check';
import { disconnect, inboundFlow } from '../../lib/build';
import { coverageJson, coverageText, figuresOf } from '../../lib/report';
import {
  type Coverage,
  coverageOf,
  mergeCoverage,
  type Scenario,
  StepCounts,
  type StepTaken,
  simulate,
  type World,
  worldOf,
} from '../../lib/simulate';
import { flow, hangUp, loopPrompts, type Script, say, setQueue, step, toQueue, transferToFlow } from './script';
import { smallCentre } from './world';

const menu = (keys: Readonly<Record<string, Script>>, errors: Readonly<Record<string, Script>>): Step =>
  step(
    'GetParticipantInput',
    { Text: 'One or two?', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    { id: 'menu', when: Object.entries(keys).map(([key, then]) => ['Equals', key, then] as const), errors },
  );
type Step = ReturnType<typeof step>;

const entry = flow('Entry', 'CONTACT_FLOW', [
  menu(
    { 1: [setQueue('Sales'), toQueue([say('Full.'), hangUp()])], 2: [transferToFlow('Bye')] },
    { InputTimeLimitExceeded: [say('Bye.')], NoMatchingCondition: [say('What?')] },
  ),
]);
const bye = flow('Bye', 'CONTACT_FLOW', [say('Goodbye.'), hangUp()]);
const waiting = flow('Waiting', 'CUSTOMER_QUEUE', [say('Hello.'), loopPrompts('La la la.')]);
const world: World = smallCentre({ flows: [entry, bye, waiting] });

const run = async (presses: readonly string[], onStep: (taken: StepTaken) => void): Promise<void> => {
  const scenario: Scenario = { start: { method: 'INBOUND', flow: 'Entry' }, customer: { presses } };
  await simulate(world, scenario, { onStep, limitSeconds: 600 });
};

const covered = async (callers: readonly (readonly string[])[]): Promise<Coverage> => {
  const counts = new StepCounts();
  for (const presses of callers) await run(presses, counts.onStep);
  return coverageOf(counts, world.flows);
};

const action = ({ flows }: Coverage, name: string, id: string) =>
  flows.find((each) => each.name === name)?.actions.find((each) => each.action === id);

const branches = (coverage: Coverage, name: string, id: string): Readonly<Record<string, number>> =>
  Object.fromEntries((action(coverage, name, id)?.branches ?? []).map(({ label, times }) => [label, times]));

describe('Coverage', () => {
  test('counts every way out of a menu', async () => {
    expect(branches(await covered([['1'], ['2'], ['2'], ['9'], []]), 'Entry', 'menu')).toEqual({
      'Equals 1': 1,
      'Equals 2': 2,
      NoMatchingError: 0,
      InputTimeLimitExceeded: 1,
      NoMatchingCondition: 1,
    });
  });

  test('takes success as one branch, also where the contact leaves the flow', async () => {
    const coverage = await covered([['1'], ['2']]);
    expect(branches(coverage, 'Entry', 'TransferContactToQueue-2')).toEqual({
      end: 1,
      QueueAtCapacity: 0,
      NoMatchingError: 0,
    });
    expect(branches(coverage, 'Entry', 'TransferToFlow-5')).toEqual({ end: 1, NoMatchingError: 0 });
    expect(branches(coverage, 'Bye', 'DisconnectParticipant-2')).toEqual({ end: 1, NoMatchingError: 0 });
  });

  test('knows an action that never ended by the branch that led there', async () => {
    const looping = flow('Entry', 'CONTACT_FLOW', [setQueue('Sales'), toQueue()]);
    const hook = step('UpdateContactEventHooks', { EventHooks: { CustomerQueue: waiting.arn } });
    const setHook = {
      ...looping,
      document: flow('Entry', 'CONTACT_FLOW', [hook, setQueue('Sales'), toQueue()]).document,
    };
    const counts = new StepCounts();
    await simulate(
      { ...world, flows: [setHook, waiting] },
      { start: { method: 'INBOUND', flow: 'Entry' } },
      { onStep: counts.onStep, limitSeconds: 60 },
    );
    expect(action(coverageOf(counts, [waiting]), 'Waiting', 'MessageParticipantIteratively-2')?.times).toBe(1);
  });

  test('finds nothing reached where nothing ran', () => {
    const { actions, branches: ways } = figuresOf(coverageOf([], world.flows).flows);
    expect([actions.reached, ways.reached]).toEqual([0, 0]);
    expect(actions.total).toBe(world.flows.flatMap((each) => each.document.Actions).length);
  });

  test('of several sets of runs is that of all of them together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('1', '2', '9'), { maxLength: 1 }), { maxLength: 4 }),
        fc.array(fc.array(fc.constantFrom('1', '2', '9'), { maxLength: 1 }), { maxLength: 4 }),
        async (some, others) => {
          const together = await covered([...some, ...others]);
          const merged = mergeCoverage([await covered(some), await covered(others)]);
          expect(merged).toEqual(together);
          expect(mergeCoverage([merged])).toEqual(together);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is the same from steps as from their counts', async () => {
    const steps: StepTaken[] = [];
    await run(['2'], (taken) => steps.push(taken));
    expect(coverageOf(steps, world.flows)).toEqual(await covered([['2']]));
  });

  test('only grows with more runs', async () => {
    const few = figuresOf((await covered([['1']])).flows);
    const more = figuresOf((await covered([['1'], ['2'], []])).flows);
    expect(more.branches.reached).toBeGreaterThan(few.branches.reached);
    expect(more.branches.total).toBe(few.branches.total);
  });
});

test('Flows of the builder say where each of their actions was written', async () => {
  const flow = inboundFlow('Written', { onError: [disconnect()] }, [disconnect()]);
  const { flows } = coverageOf([], worldOf({ flows: [flow] }).flows);
  expect(flows[0]?.actions[0]?.source).toMatch(/coverage\.test\.ts:\d+/);
});

describe('The summary of coverage', () => {
  test('has a line for each flow, and says what was not reached, with its place in the code', async () => {
    const counts = new StepCounts();
    await run(['2'], counts.onStep);
    const known = { ...entry, sources: new Map([['menu', 'flows/entry.ts:3']]) };
    const text = coverageText(coverageOf(counts, [known, bye]));
    expect(text).toMatchInlineSnapshot(`
"Flow          Actions  Conditions      Errors  All branches
Entry       2/9  22 %   1/2  50 %  0/11   0 %    2/21   9 %
Bye         2/3  66 %           –   0/2   0 %     2/5  40 %
All flows  4/12  33 %   1/2  50 %  0/13   0 %    4/26  15 %

Entry:
  GetParticipantInput "menu" was never left by condition Equals 1, error NoMatchingError, error InputTimeLimitExceeded, error NoMatchingCondition  (flows/entry.ts:3)
  UpdateContactTargetQueue "UpdateContactTargetQueue-1" was never reached
  TransferContactToQueue "TransferContactToQueue-2" was never reached
  MessageParticipant "MessageParticipant-3" was never reached
  DisconnectParticipant "DisconnectParticipant-4" was never reached
  TransferToFlow "TransferToFlow-5" was never left by error NoMatchingError
  MessageParticipant "MessageParticipant-6" was never reached
  MessageParticipant "MessageParticipant-7" was never reached
  DisconnectParticipant "end" was never reached

Bye:
  MessageParticipant "MessageParticipant-1" was never left by error NoMatchingError
  DisconnectParticipant "DisconnectParticipant-2" was never left by error NoMatchingError
  DisconnectParticipant "end" was never reached
"
`);
  });

  test('says nothing of flows of which everything was reached', () => {
    const all = flow('All', 'CONTACT_FLOW', []);
    const only = all.document.Actions[0];
    if (only === undefined) throw new Error('The flow has no action.');
    const text = coverageText(coverageOf([{ flow: all, action: only, exit: 'end' }], [all]));
    expect(text).not.toContain('All:');
    expect(text).toContain('1/1 100 %');
  });

  test('is there for programs, with the same figures', async () => {
    const coverage = await covered([['1'], ['2']]);
    const { figures, flows } = JSON.parse(coverageJson(coverage));
    expect(figures).toEqual(figuresOf(coverage.flows));
    expect(flows.map(({ name }: { name: string }) => name)).toEqual(['Entry', 'Bye', 'Waiting']);
  });
});
