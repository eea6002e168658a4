import { existsSync } from 'node:fs';
import path from 'node:path';

/** Flows and events that others published; it lies beside the repository, and not every checkout has it. */
export const CORPUS = path.resolve(__dirname, '../../../shared/corpus');

/** A group of tests about a part of the corpus; skipped, and saying so, where that part is not there. */
export const describeWithCorpus = (title: string, part: string, tests: (folder: string) => void): void => {
  const folder = path.join(CORPUS, part);
  if (existsSync(folder)) return describe(title, () => tests(folder));
  describe.skip(title, () => {
    test(`skipped: there is no ${path.relative(process.cwd(), folder)}`, () => {});
  });
};
