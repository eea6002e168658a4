import fc from 'fast-check';
import {
  type AnalyseOptions,
  type Analysis,
  analyse,
  contactTitle,
  type EntryPoint,
  stageTitle,
  type WitnessStep,
} from '../../lib/analyse';
import { ASSUMPTIONS, type Assumptions } from '../../lib/journey';
import { type AgentScript, type Move, type Scenario, simulate, type World } from '../../lib/simulate';
import { flowArn, functionArn, queueArn } from '../simulate/script';
import { unforeseen } from './played-flows';
import { AGENTS, ANSWERS, office, randomCentre, TIERS } from './random-centre';
import { faultIn } from './replay';

const RUNS = Number(process.env.RUNS ?? 60);

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

const analysed = (centre: World, { entryPoints = ENTRIES, assumptions }: AnalyseOptions = {}) =>
  analyse(
    { ...centre, functions: [{ arn: functionArn('LookUp'), name: 'LookUp', answers: ANSWERS }] },
    { entryPoints, assumptions },
  );

/** What AWS leaves open, answered one way or another, but for these. */
const assumed = (fixed: Partial<Assumptions>): fc.Arbitrary<Assumptions> =>
  fc.record(
    Object.fromEntries(
      Object.entries({ ...ASSUMPTIONS }).map(([name, { values }]) => [
        name,
        Object.hasOwn(fixed, name)
          ? fc.constant(fixed[name as keyof Assumptions])
          : fc.constantFrom(...Object.keys(values)),
      ]),
    ),
  ) as unknown as fc.Arbitrary<Assumptions>;

/** Where a contact that began with a disconnect flow runs another one, the simulator reads the hook of the one before. */
const PLAYABLE: Partial<Assumptions> = { disconnectFlowContact: 'newContact' };

/** A replay cannot have people leave between two actions, nor inbound flows that do what whispers cannot. */
const REPLAYABLE: Partial<Assumptions> = {
  ...PLAYABLE,
  customerLeavingRunsDisconnectFlow: 'no',
  hookThatNamesNoFlow: 'errorBranch',
};

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

/** Every flow that is said to run, with a proven way to it. */
const claims = ({ entryPoints }: Analysis) =>
  entryPoints.flatMap(({ entryPoint, contacts }) =>
    contacts.flatMap(({ stages, ...contact }) =>
      stages.flatMap(({ stage, runs }) =>
        runs
          .filter(({ flow }) => flow.kind === 'flow')
          .map((run) => ({
            entryPoint,
            run,
            witness: run.witness(),
            where: `${entryPoint.name}: ${contactTitle(contact)}: ${stageTitle(stage)}`,
          }))
          .filter(({ witness }) => witness.proven),
      ),
    ),
  );

describe('In any centre, whatever people do', () => {
  const anyPlays = fc.array(playing, { minLength: 3, maxLength: 6 });

  test.each([
    ['every flow that the simulator plays is one that the analysis found, from the same source', fc.constant({})],
    ['whatever is assumed where AWS leaves it open', assumed(PLAYABLE)],
  ])('%s', async (_what, assumptions) => {
    await fc.assert(
      fc.asyncProperty(randomCentre, anyPlays, assumptions, async (centre, plays, assuming) => {
        const analysis = analysed(centre, { assumptions: assuming });
        for (const each of plays) {
          const options = { limitSeconds: 900, assumptions: assuming };
          const result = await simulate(worldOf(centre, each), play(each), options);
          expect(unforeseen(analysis, result)).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['every witness, replayed, plays the flow that it claims', fc.constant({})],
    ['whatever is assumed for that', assumed(REPLAYABLE)],
  ])('%s', async (_what, assumptions) => {
    await fc.assert(
      fc.asyncProperty(randomCentre, assumptions, async (centre, assuming) => {
        for (const each of claims(analysed(centre, { entryPoints: REQUESTS, assumptions: assuming }))) {
          const fault = await faultIn(centre, each.entryPoint, each.run, each.witness, assuming);
          expect(fault === undefined ? '' : [each.where, fault, ...each.witness.steps.map(shown)].join('\n')).toBe('');
        }
      }),
      { numRuns: RUNS },
    );
  });
});
