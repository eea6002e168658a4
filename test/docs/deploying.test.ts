import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/deploying.md'), 'utf8');

/** The code that follows the name of the example it comes from. */
const shown = (file: string): string | undefined =>
  new RegExp(`<!-- examples/${file.replaceAll('.', '\\.')} -->\n\`\`\`ts\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];

const example = (file: string): string =>
  readFileSync(join(ROOT, 'examples', file), 'utf8').replaceAll("'../../lib/cloud'", "'cdk-connect-flows/cloud'");

describe('The page on deploying', () => {
  test.each(['try-deployment.ts', 'with-each-call-lost.ts'])('shows %s of the examples, word for word', (file) => {
    expect(shown(`embedded-cloud/${file}`)).toBe(example(`embedded-cloud/${file}`));
  });

  test('links to files that are there', () => {
    const links = [...PAGE.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, 'docs', path)))).toEqual([]);
  });
});
