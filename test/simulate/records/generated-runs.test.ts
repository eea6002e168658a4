import fc from 'fast-check';
import type { AgentScript, Move } from '../../../lib/simulate';
import {
  callback,
  flow,
  hangUp,
  loopPrompts,
  moveToQueue,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  waitSeconds,
} from '../script';
import { playScript } from './run';

const FLOWS = [
  flow('Survey', 'CONTACT_FLOW', [say('How was it?')]),
  flow('Mover', 'CUSTOMER_QUEUE', [waitSeconds(15, [moveToQueue('Support')])]),
  flow('Leaver', 'CUSTOMER_QUEUE', [waitSeconds(12, [callback(), hangUp()])]),
  flow('Patient', 'CUSTOMER_QUEUE', [loopPrompts('Soon.')]),
  flow('Long whisper', 'AGENT_WHISPER', [say('Somebody who talks a lot.'.repeat(100))]),
];

const block: fc.Arbitrary<Script[number]> = fc.oneof(
  fc.constantFrom(say('Hello.'), say('Please hold the line.')),
  fc.constantFrom('gold', '$.Attributes.tier, again').map((tier) => setAttributes({ tier })),
  fc.constantFrom('Mover', 'Leaver', 'Patient').map((name) => setHook('CustomerQueue', name)),
  fc.constant(setHook('CustomerRemaining', 'Survey')),
  fc.constant(setHook('AgentWhisper', 'Long whisper')),
  fc.constant(step('TagContact', { Tags: { Department: 'Sales' } })),
  fc.constant(step('UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' })),
);

const ending: fc.Arbitrary<Script> = fc.constantFrom<Script>(
  [hangUp()],
  [toQueue()],
  [setQueue('Sales'), toQueue()],
  [setQueue('Support'), toQueue()],
  [setQueue('Sales'), callback(), hangUp()],
);

const script = fc
  .tuple(fc.array(block, { maxLength: 4 }), ending)
  .map(([blocks, last]): Script => [...blocks, ...last]);

const wait = fc.option(fc.double({ min: 0, max: 50, noNaN: true }), { nil: undefined });

const hangsUp: fc.Arbitrary<readonly Move[]> = fc
  .record({ who: fc.constantFrom('customer' as const, 'agent' as const), afterSeconds: wait })
  .map((by) => [{ does: 'hangs up', ...by }]);

/** Choices are there for an agent who consults another one, which is done on calls. */
const consults = (most: number): fc.Arbitrary<readonly Move[]> =>
  fc
    .tuple(
      fc.record({ to: fc.constantFrom('Ben', 'Support', 'Supplier'), afterSeconds: wait }),
      fc.array(
        fc.record({
          choice: fc.constantFrom('JOIN', 'HOLD_ALL', 'HOLD_DESTINATION_AGENT', 'SWAP', 'END_CALL' as const),
          afterSeconds: wait,
        }),
        { maxLength: most },
      ),
    )
    .map(([transfer, choices]) => [
      { does: 'transfers', ...transfer },
      ...choices.map((choice): Move => ({ does: 'chooses', ...choice })),
    ]);

const moves = (choices: number): fc.Arbitrary<readonly Move[]> =>
  fc.array(fc.oneof(consults(choices), hangsUp), { maxLength: 3 }).map((scenes) => scenes.flat());

const agent = (name: string): fc.Arbitrary<AgentScript> =>
  fc.record({
    name: fc.constant(name),
    availableAfterSeconds: fc.double({ min: 0, max: 60, noNaN: true }),
    acceptsAfterSeconds: fc.double({ min: 0, max: 30, noNaN: true }),
  });

const channel = fc.constantFrom('VOICE', 'VOICE', 'CHAT', 'TASK', 'EMAIL' as const);

/** Scripts that make a chain before anybody consults: a choice must not reach a contact that was over before. */
const makesChain = (written: Script): boolean => /CreateCallback|mover|leaver|survey/.test(JSON.stringify(written));

const caller = (written: Script, through: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL') =>
  fc.record({
    channel: fc.constant(through),
    customer: fc.record(
      {
        answersCalls: fc.boolean(),
        thirdPartyAnswers: fc.boolean(),
        hangsUpAfterSeconds: fc.double({ min: 0, max: 200, noNaN: true }),
      },
      { requiredKeys: [] },
    ),
    agents: fc.tuple(agent('ana'), agent('ben')),
    moves: moves(through === 'VOICE' && !makesChain(written) ? 4 : 0),
  });

const call = fc
  .tuple(script, channel)
  .chain(([written, through]) => fc.tuple(fc.constant(written), caller(written, through)));

describe('Whatever happens to a contact', () => {
  test('its records, events and logs agree with each other and with the rulebook', async () => {
    await fc.assert(
      fc.asyncProperty(call, async ([written, scenario]) => {
        await playScript(written, scenario, { flows: FLOWS }, { limitSeconds: 1800 });
      }),
      { numRuns: 300 },
    );
  });
});
