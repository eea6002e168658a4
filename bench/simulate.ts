import {
  attribute,
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
import { simulate, worldOf } from '../lib/simulate';

const ROUNDS = 7;
const CALLS = 2_000;

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const billing = [transferToQueue('Billing', { atCapacity: sorry })];
const mainLine = inboundFlow('Main line', { onError: sorry }, [
  setVoice('Joanna'),
  setAttributes({ tier: 'gold' }),
  playPrompt('Welcome.'),
  when(attribute('tier'), { gold: [playPrompt('Thank you for being a gold customer.')], otherwise: [] }),
  menu('For billing, press 1.', { 1: billing, timeout: sorry, noMatch: sorry }),
]);

const others = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    inboundFlow(`Other ${i}`, { onError: sorry }, [playPrompt(`Flow ${i}.`), disconnect()]),
  );

const world = (count: number) => worldOf({ flows: [mainLine, ...others(count)], agents: { ana: ['Billing'] } });
const start = { method: 'INBOUND', flow: 'Main line' } as const;

const time = async (work: () => unknown): Promise<number> => {
  const from = process.hrtime.bigint();
  for (let i = 0; i < CALLS; i++) await work();
  return Number(process.hrtime.bigint() - from) / 1000 / CALLS;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** What does a simulated call cost, next to one `JSON.parse` of its flow? */
const main = async (): Promise<void> => {
  const text = write(mainLine.document, { indent: 'compact' });
  const [small, large] = [world(10), world(500)];
  const works = {
    'JSON.parse of the flow': () => JSON.parse(text),
    'a caller who presses nothing': () => simulate(small, { start }),
    'a whole journey with an agent': () =>
      simulate(small, { start, customer: { presses: ['1'] }, agents: [{ name: 'ana' }] }),
    'the same among 500 flows': () =>
      simulate(large, { start, customer: { presses: ['1'] }, agents: [{ name: 'ana' }] }),
  };
  const rounds: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      rounds[name] ??= [];
      rounds[name].push(await time(work));
    }
  }
  const base = median(rounds['JSON.parse of the flow'] ?? []);
  for (const [name, values] of Object.entries(rounds)) {
    const each = median(values);
    process.stdout.write(`${name}: ${each.toFixed(1)} us, ${(each / base).toFixed(2)} times JSON.parse\n`);
  }
};

main();
