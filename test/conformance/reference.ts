import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Facts about Connect that lie beside the repository where the project is developed. */
export const REFERENCE_FOLDER = resolve(__dirname, '../../../shared/reference');

/** A suite that needs the reference folder; without it the suite is skipped, and its title says why. */
export const describeWithReference = (title: string, suite: () => void): void =>
  existsSync(REFERENCE_FOLDER)
    ? describe(title, suite)
    : describe(`${title} (skipped: the folder shared/reference is not beside the repository)`, () => {
        test.skip('needs shared/reference', () => {});
      });
