import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FlowDocument, FlowReadError, read } from '../../lib/language';
import { check, type Issue } from '../../lib/validate';
import { describeWithCorpus } from './corpus';
import { MUTATIONS, type Mutant } from './mutations';

interface Sample {
  readonly name: string;
  readonly document: FlowDocument;
  readonly issues: readonly Issue[];
}

const readable = (file: string): FlowDocument | undefined => {
  try {
    return read(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof FlowReadError) return undefined;
    throw error;
  }
};

/** Only flows that are in order can show what a mutation adds. */
const validFlows = (folder: string): readonly Sample[] =>
  readdirSync(folder).flatMap((name) => {
    const document = readable(path.join(folder, name));
    const issues = document ? check(document) : [];
    return document && issues.every(({ severity }) => severity !== 'error') ? [{ name, document, issues }] : [];
  });

const key = ({ rule, path: where }: Issue): string => `${rule} ${where}`;

const isCaught = ({ issues }: Sample, { document, context, rules }: Mutant): boolean => {
  const before = new Set(issues.map(key));
  return check(document, context).some((issue) => rules.includes(issue.rule) && !before.has(key(issue)));
};

/** Kinds of mutation with how often they were tried, and where they were missed. */
const tally = (samples: readonly Sample[]) =>
  Object.entries(MUTATIONS).map(([kind, mutate]) => {
    const tried = samples.flatMap((sample) => {
      const mutant = mutate(sample.document);
      return mutant ? [{ sample, mutant }] : [];
    });
    const missed = tried.filter(({ sample, mutant }) => !isCaught(sample, mutant)).map(({ sample }) => sample.name);
    return { kind, tried: tried.length, missed };
  });

describeWithCorpus('Breaking one thing in a valid flow', 'flows', (folder) => {
  const rows = tally(validFlows(folder));

  test('is tried in at least twenty ways, each on some flow', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.filter(({ tried }) => tried === 0)).toEqual([]);
  });

  test('is caught with a rule of the right name in at least 98 % of all cases', () => {
    const tried = rows.reduce((sum, row) => sum + row.tried, 0);
    const missed = rows.flatMap((row) => row.missed.map((name) => `${row.kind}: ${name}`));
    const caught = ((tried - missed.length) / tried) * 100;
    process.stdout.write(`${tried} mutants of ${rows.length} kinds, ${caught.toFixed(2)} % caught\n`);
    expect({ missed: missed.slice(0, 20), atLeast98: caught >= 98 }).toEqual({
      missed: missed.slice(0, 20),
      atLeast98: true,
    });
  });
});
