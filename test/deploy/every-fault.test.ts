import type { Fault } from '../../lib/cloud';
import type { Assembly } from './assembly';
import { synthesised } from './deployed-centre';
import { liveThrough, PHASES, type Phase, type PlannedLife, type Reference, type Step, undisturbed } from './life';

const MINUTES = 60_000;

/**
 * What goes wrong with a call. The last two fail the resource: handlers ask six times for what they are refused, as rights take
 * a moment to reach everywhere, and a function that is killed is called once more.
 */
const FAULTS: readonly { readonly name: string; readonly fault: Fault; readonly times: number }[] = [
  { name: 'throttled', fault: 'throttled', times: 1 },
  { name: 'failed', fault: 'failed', times: 1 },
  { name: 'unanswered', fault: 'unanswered', times: 1 },
  { name: 'killed', fault: 'killed', times: 1 },
  { name: 'refused 6 times', fault: 'refused', times: 6 },
  { name: 'killed twice', fault: 'killed', times: 2 },
];

let assembly: Assembly;
let reference: Reference;

beforeAll(async () => {
  assembly = await synthesised();
  reference = await undisturbed(assembly);
}, 3 * MINUTES);

/** A phase with its nth call going wrong, where there are so many; calls that are tried again come on top. */
const step = (phase: Phase, nth: number): Step => (nth <= reference.calls[phase] ? { phase, nth } : { phase });

/**
 * As many lives as it takes for every call of every phase to go wrong once. Each phase is checked by itself, so that one life
 * tries a call of each; and more than one of the failing update, which leads back to where it came from.
 */
const livesWith = (fault: Fault, times: number): readonly PlannedLife[] => {
  const { calls } = reference;
  const lives = Math.max(calls.create, calls.update, calls.delete);
  const failures = Math.ceil(calls['failing update'] / lives);
  return Array.from({ length: lives }, (_, i) => ({
    fault,
    times,
    steps: [
      step('create', i + 1),
      ...Array.from({ length: failures }, (__, k) => step('failing update', k * lives + i + 1)),
      step('update', i + 1),
      step('delete', i + 1),
    ],
  }));
};

const pointsIn = (lives: readonly PlannedLife[]): number =>
  lives.flatMap(({ steps }) => steps).filter(({ nth }) => nth !== undefined).length;

/** Two side by side, as functions are processes of their own; gives how many deployments failed at first. */
const all = async (lives: readonly PlannedLife[]): Promise<number> => {
  const left = [...lives];
  let failures = 0;
  const worker = async (): Promise<void> => {
    for (let life = left.shift(); life !== undefined; life = left.shift()) {
      const failed = await liveThrough(assembly, life, reference);
      failures += failed;
    }
  };
  await Promise.all([worker(), worker()]);
  return failures;
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
      const failures = await all(lives);
      // What handlers can get over fails no deployment.
      expect([name, failures > 0]).toEqual([name, times > 1]);
      expect(pointsIn(lives)).toBe(PHASES.reduce((sum, phase) => sum + reference.calls[phase], 0));
      tried.push(`${name.padEnd(15)} ${pointsIn(lives)} fault points, ${failures} deployments mended`);
    },
    20 * MINUTES,
  );
});

afterAll(() => {
  const calls = PHASES.map((phase) => `${phase} ${reference.calls[phase]}`).join(', ');
  process.stdout.write(`Calls of handlers in the life of the example: ${calls}.\n${tried.join('\n')}\n`);
});
