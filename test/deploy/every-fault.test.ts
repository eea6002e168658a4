import type { Fault } from '../../lib/cloud';
import { type Assembly, synthesised } from './deployed-centre';
import { type FaultPoints, liveThrough, PHASES, type PlannedLife, type Reference, undisturbed } from './life';

const MINUTES = 60_000;

/** What goes wrong with a call. The last two fail the deployment: the function is killed again when Lambda calls it again. */
const FAULTS: readonly { readonly name: string; readonly fault: Fault; readonly times: number }[] = [
  { name: 'throttled', fault: 'throttled', times: 1 },
  { name: 'failed', fault: 'failed', times: 1 },
  { name: 'unanswered', fault: 'unanswered', times: 1 },
  { name: 'killed', fault: 'killed', times: 1 },
  { name: 'refused', fault: 'refused', times: 1 },
  { name: 'killed twice', fault: 'killed', times: 2 },
];

let assembly: Assembly;
let reference: Reference;

beforeAll(async () => {
  assembly = await synthesised();
  reference = await undisturbed(assembly);
}, 3 * MINUTES);

/** The nth call of each phase that has so many: each phase is checked by itself, so one life tries one point of each. */
const pointsOf = (nth: number, times: number): FaultPoints =>
  Object.fromEntries(PHASES.filter((phase) => nth + times - 1 <= reference.calls[phase]).map((phase) => [phase, nth]));

const livesWith = (fault: Fault, times: number): readonly PlannedLife[] =>
  Array.from({ length: Math.max(...PHASES.map((phase) => reference.calls[phase])) }, (_, i) => ({
    fault,
    times,
    points: pointsOf(i + 1, times),
  }));

/** Side by side as many as there are processors; functions are processes of their own. */
const all = async (lives: readonly PlannedLife[]): Promise<void> => {
  const left = [...lives];
  const worker = async (): Promise<void> => {
    for (let life = left.shift(); life !== undefined; life = left.shift()) await liveThrough(assembly, life, reference);
  };
  await Promise.all([worker(), worker()]);
};

const tried: string[] = [];

describe('The example in the hands of a cloud in which calls go wrong', () => {
  test('makes calls in every part of its life', () => {
    for (const phase of PHASES) expect([phase, reference.calls[phase] > 0]).toEqual([phase, true]);
    expect(reference.states['failing update']).toBe(reference.states.create);
    expect(reference.states.delete).toBe(reference.empty);
  });

  test.each(FAULTS)(
    'loses no content and leaves nothing behind when each call of its handlers in turn is $name',
    async ({ name, fault, times }) => {
      const lives = livesWith(fault, times);
      await all(lives);
      tried.push(`${name.padEnd(13)} ${lives.flatMap(({ points }) => Object.keys(points)).length} fault points`);
    },
    5 * MINUTES,
  );
});

afterAll(() => {
  const calls = PHASES.map((phase) => `${phase} ${reference.calls[phase]}`).join(', ');
  process.stdout.write(`Calls of handlers in the life of the example: ${calls}.\n${tried.join('\n')}\n`);
});
