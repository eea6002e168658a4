import {
  attribute,
  checkHours,
  disconnect,
  inboundFlow,
  menu,
  playPrompt,
  setAttributes,
  setVoice,
  transferToQueue,
  when,
} from '../lib/build';
import { write } from '../lib/language';
import { contactRecords, type Scenario, Simulation, simulate, type World, worldOf } from '../lib/simulate';
import { median } from './timing';

const ROUNDS = 31;
const CALLS = 1_000;
const STREAMED = 1_000_000;
const PARTS = 5;

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const billing = [transferToQueue('Billing', { atCapacity: sorry })];
const question = menu('For billing, press 1.', { 1: billing, timeout: sorry, noMatch: sorry });

/** Voice, attribute, prompt, hours, compare, menu, queue, transfer, message, disconnect. */
const mainLine = inboundFlow('Main line', { onError: sorry }, [
  setVoice('Joanna'),
  setAttributes({ tier: 'gold' }),
  playPrompt('Welcome.'),
  checkHours('Office', {
    open: [when(attribute('tier'), { gold: [question], otherwise: sorry })],
    closed: sorry,
  }),
]);

const others = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    inboundFlow(`Other ${i}`, { onError: sorry }, [playPrompt(`Flow ${i}.`), disconnect()]),
  );

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const world = (flows: number): World => ({
  ...worldOf({ flows: [...others(flows - 1), mainLine], agents: { ana: ['Billing'] } }),
  hours: [
    {
      arn: 'Office',
      name: 'Office',
      timeZone: 'Europe/Dublin',
      week: DAYS.map((day) => ({ day, open: { from: 0, to: 0 } })),
      overrides: [],
    },
  ],
});

const start = { method: 'INBOUND', flow: 'Main line' } as const;
const silent: Scenario = { start };
const journey: Scenario = {
  start,
  customer: { presses: ['1'] },
  agents: [{ name: 'ana' }],
  moves: [{ does: 'hangs up', who: 'customer' }],
};

const [small, large] = [world(10), world(500)];

const text = write(mainLine.document, { indent: 'compact' });

const WORKS = {
  'JSON.parse of the flow': () => JSON.parse(text),
  'a call on which nobody presses anything': () => simulate(small, silent),
  'a whole journey': () => simulate(small, journey),
  'a whole journey and its contact records': async () => contactRecords(await simulate(small, journey), small),
  'the same among 500 flows': async () => contactRecords(await simulate(large, journey), large),
};

const time = async (work: () => unknown): Promise<number> => {
  const from = process.hrtime.bigint();
  for (let i = 0; i < CALLS; i++) await work();
  return Number(process.hrtime.bigint() - from) / 1000 / CALLS;
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What does a simulated call cost, next to one `JSON.parse` of its flow? The rounds of all works take turns. */
const ratios = async (): Promise<void> => {
  const rounds: Record<string, number[]> = {};
  for (const work of Object.values(WORKS)) await time(work);
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, work] of Object.entries(WORKS)) rounds[name] = [...(rounds[name] ?? []), await time(work)];
  const base = median(rounds['JSON.parse of the flow'] ?? []);
  say(`A flow of ${mainLine.document.Actions.length} actions, ${text.length} characters:`);
  for (const [name, values] of Object.entries(rounds)) {
    const each = median(values);
    say(`  ${name}: ${each.toFixed(1)} us, ${(each / base).toFixed(2)} times JSON.parse`);
  }
};

/** Does a long run stay small, and does a call cost the same however many came before it? */
const stream = async (): Promise<void> => {
  let [records, begun] = [0, 0];
  const simulation = new Simulation(small, {
    onFinished: (finished) => {
      records += contactRecords(finished, small).length;
    },
  });
  simulation.seat({ name: 'ana' });
  const arrive = (): void => {
    if (begun++ === STREAMED) return;
    simulation.startContact(start, simulation.newStory(journey.customer, journey.moves));
    simulation.clock.after(120_000, arrive);
  };
  simulation.clock.after(0, arrive);
  say(`${STREAMED.toLocaleString('en')} calls in one run, their records streamed out:`);
  for (let part = 1; part <= PARTS; part++) {
    const from = process.hrtime.bigint();
    const wanted = (STREAMED / PARTS) * part;
    await simulation.advance(() => records >= wanted, Number.POSITIVE_INFINITY);
    const each = Number(process.hrtime.bigint() - from) / 1000 / (STREAMED / PARTS);
    globalThis.gc?.();
    const megabytes = process.memoryUsage().heapUsed / 1024 / 1024;
    say(`  after ${records.toLocaleString('en')}: ${each.toFixed(1)} us each, heap ${megabytes.toFixed(1)} MB`);
  }
};

const main = async (): Promise<void> => {
  await ratios();
  await stream();
};

main();
