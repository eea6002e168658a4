import fc from 'fast-check';
import { analyse, type EntryPoint, type WitnessStep } from '../../lib/analyse';
import { type AgentScript, type Move, type Scenario, simulate, type World } from '../../lib/simulate';
import { flowArn, functionArn, queueArn } from '../simulate/script';
import { unforeseen } from './played-flows';
import { AGENTS, ANSWERS, office, randomCentre, TIERS } from './random-centre';
import { faultIn } from './replay';

/** What people, functions and chance do in one run. */
const playing = fc.record({
  start: fc.constantFrom<Scenario['start']>(
    { method: 'INBOUND', flow: 'Main' },
    { method: 'INBOUND', flow: 'Main' },
    { method: 'API', channel: 'VOICE', flow: 'Main', attributes: { mood: 'gold' } },
    { method: 'API', channel: 'CHAT', flow: 'Main' },
    { method: 'API', channel: 'TASK', flow: 'Main' },
    { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' },
  ),
  presses: fc.array(fc.constantFrom('1', '2', '9'), { maxLength: 6 }),
  agents: fc.tuple(
    ...AGENTS.map((name) =>
      fc.record({
        name: fc.constant(name),
        availableAfterSeconds: fc.double({ min: 0, max: 60, noNaN: true }),
        acceptsAfterSeconds: fc.double({ min: 0, max: 25, noNaN: true }),
      }),
    ),
  ),
  moves: fc.array(
    fc.oneof<fc.Arbitrary<Move>[]>(
      fc.constantFrom('Ben', 'Support', 'Supplier').map((to) => ({ does: 'transfers', to, afterSeconds: 3 })),
      fc.constant({ does: 'sends a flow', quickConnect: 'Form', afterSeconds: 3 } as const),
      fc
        .constantFrom('JOIN' as const, 'HOLD_ALL' as const, 'HOLD_DESTINATION_AGENT' as const, 'END_CALL' as const)
        .map((choice) => ({ does: 'chooses', choice, afterSeconds: 3 })),
      fc.constantFrom('customer' as const, 'agent' as const).map((who) => ({ does: 'hangs up', who, afterSeconds: 3 })),
    ),
    { maxLength: 4 },
  ),
  isOpen: fc.boolean(),
  answers: fc.array(fc.constantFrom(...TIERS, 'fails'), { minLength: 1, maxLength: 3 }),
  faults: fc.array(
    fc.record({
      action: fc.constantFrom(
        'UpdateContactEventHooks',
        'UpdateContactAttributes',
        'TransferContactToQueue',
        'InvokeLambdaFunction',
        'MessageParticipant',
      ),
      error: fc.constant('NoMatchingError' as const),
      times: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 2 },
  ),
});

type Playing = typeof playing extends fc.Arbitrary<infer P> ? P : never;

const ENTRIES: readonly EntryPoint[] = [
  { name: 'the number', method: 'INBOUND', channel: 'VOICE', flow: flowArn('Main') },
  { name: 'a request', method: 'API', channel: 'VOICE', flow: flowArn('Main') },
  { name: 'the website', method: 'API', channel: 'CHAT', flow: flowArn('Main') },
  { name: 'a job', method: 'API', channel: 'TASK', flow: flowArn('Main') },
  { name: 'Sales', method: 'OUTBOUND', channel: 'VOICE', queue: queueArn('Sales') },
];

const lookUp = (answers: Playing['answers']): World['functions'][number] => {
  const left = [...answers];
  const invoke = () => {
    const tier = left.length > 1 ? left.shift() : left[0];
    if (tier === 'fails') throw new Error('down');
    return { tier };
  };
  return { arn: functionArn('LookUp'), name: 'LookUp', invoke };
};

const worldOf = (centre: World, { isOpen, answers, faults }: Playing): World => ({
  ...centre,
  hours: [office(() => isOpen)],
  functions: [lookUp(answers)],
  faults,
});

const analysed = (centre: World, entryPoints = ENTRIES) =>
  analyse(
    { ...centre, functions: [{ arn: functionArn('LookUp'), name: 'LookUp', answers: ANSWERS }] },
    { entryPoints },
  );

/** Requests whose attributes are known, as a replay has to give some. */
const REQUESTS = ENTRIES.map((entry) => (entry.method === 'API' ? { ...entry, attributes: { mood: 'gold' } } : entry));

const play = ({ start, presses, agents, moves }: Playing): Scenario => ({
  start,
  customer: { presses },
  agents: agents as readonly AgentScript[],
  moves,
});

const shown = (step: WitnessStep): string =>
  step.kind === 'event' ? `${step.what} ${step.about ?? ''}`.trim() : `${step.flow} › ${step.action} › ${step.exit}`;

describe('In any centre, whatever people do', () => {
  test('every flow that the simulator plays is one that the analysis found, from the same source', async () => {
    await fc.assert(
      fc.asyncProperty(randomCentre, fc.array(playing, { minLength: 3, maxLength: 6 }), async (centre, plays) => {
        const analysis = analysed(centre);
        for (const each of plays) {
          const result = await simulate(worldOf(centre, each), play(each), { limitSeconds: 900 });
          expect(unforeseen(analysis, result)).toEqual([]);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 100) },
    );
  });

  test('every witness, replayed, plays the flow that it claims', async () => {
    await fc.assert(
      fc.asyncProperty(randomCentre, async (centre) => {
        for (const { entryPoint, contacts } of analysed(centre, REQUESTS).entryPoints)
          for (const { method, channel, stages } of contacts)
            for (const { stage, runs } of stages)
              for (const run of runs.filter(({ flow }) => flow.kind === 'flow')) {
                const witness = run.witness();
                if (!witness.proven) continue;
                const where = `${entryPoint.name}: ${method} ${channel} ${stage.flowType}`;
                const fault = await faultIn(centre, entryPoint, run, witness);
                expect(fault === undefined ? '' : [where, fault, ...witness.steps.map(shown)].join('\n')).toBe('');
              }
      }),
      { numRuns: Number(process.env.RUNS ?? 100) },
    );
  });
});
