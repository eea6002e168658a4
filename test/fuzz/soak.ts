import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { EXAMPLE_JOURNEYS } from '../../examples/contact-centre/journeys';
import { synthesise } from '../../examples/contact-centre/synthesise';
import { transcript } from '../../lib/report';
import { checkRecords, recordSteps, runRecords, type Scenario, simulate, type World } from '../../lib/simulate';
import { seededRandom } from '../../lib/simulate/random';

const RUNS = 20_000;
const CHILD = 'child';

/** A journey with a seed of its own. */
interface Played {
  readonly name: string;
  readonly scenario: Scenario;
  readonly seed: number;
}

const SEEDS = [1, 2, 3];

const journeys: readonly Played[] = EXAMPLE_JOURNEYS.flatMap(({ story, scenario }) =>
  SEEDS.map((seed) => ({ name: `${story} (seed ${seed})`, scenario, seed })),
);

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything that a run leaves behind, as text. */
const bytesOf = async (world: World, { scenario, seed }: Played): Promise<string> => {
  const { steps, onStep } = recordSteps();
  const result = await simulate(world, scenario, { seed, onStep });
  const records = runRecords(result, world, steps);
  const problems = checkRecords(records);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return `${transcript(result)}\n${JSON.stringify(records)}`;
};

/** Plays the journeys again and again in an order drawn by chance; every run must leave the same bytes as the first. */
const soak = async (order: number): Promise<string> => {
  const world = synthesise();
  const random = seededRandom(order);
  const first = new Map<Played, string>();
  for (let run = 0; run < RUNS; run++) {
    const played = journeys[run < journeys.length ? run : Math.floor(random() * journeys.length)] as Played;
    const found = digest(await bytesOf(world, played));
    const known = first.get(played) ?? found;
    if (known !== found) throw new Error(`Run ${run + 1} differs from the first: ${played.name}`);
    first.set(played, known);
  }
  return digest(journeys.map((played) => first.get(played)).join());
};

const main = async (): Promise<void> => {
  if (process.argv[2] === CHILD) return void process.stdout.write(await soak(2));
  const here = await soak(1);
  const there = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1, 2), CHILD], {
    encoding: 'utf8',
  });
  if (there.stdout !== here) throw new Error(`Another process gives other bytes:\n${there.stderr}`);
  process.stdout.write(
    `${RUNS.toLocaleString('en')} runs of ${journeys.length} journeys, twice: the same bytes each time.\n`,
  );
};

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
