import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

export const pageText = (page: string): string => readFileSync(join(ROOT, 'docs', page), 'utf8');

/** An example as users write it, with the names of the package. */
export const exampleCode = (file: string): string =>
  readFileSync(join(ROOT, 'examples', file), 'utf8')
    .replaceAll(/'(?:\.\.\/)+lib\/(cloud|constructs|testing)'/g, "'cdk-connect-flows/$1'")
    .replaceAll(/'(?:\.\.\/)+lib'/g, "'cdk-connect-flows'");

/** The examples that a page shows, by their files. */
export const shownExamples = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...pageText(page).matchAll(/<!-- examples\/(\S+) -->\n```ts\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => [
      file,
      code,
    ]),
  );

/** What a page links to in this repository, from the folder of the page. */
export const linksIn = (page: string): readonly string[] =>
  [...pageText(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => join(ROOT, 'docs', path));
