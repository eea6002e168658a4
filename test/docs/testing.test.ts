import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/testing.md'), 'utf8');

/** The code that follows the name of the example it comes from. */
const shown = (file: string): string | undefined =>
  new RegExp(`<!-- examples/${file.replaceAll('.', '\\.')} -->\n\`\`\`ts\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];

const example = (file: string): string =>
  readFileSync(join(ROOT, 'examples', file), 'utf8')
    .replaceAll("'../../lib/testing'", "'cdk-connect-flows/testing'")
    .replaceAll("'../../lib'", "'cdk-connect-flows'");

describe('The page on tests', () => {
  test.each(['support-line.ts', 'support-line.tests.ts'])('shows %s of the tutorial, word for word', (file) => {
    expect(shown(`testing-tutorial/${file}`)).toBe(example(`testing-tutorial/${file}`));
  });

  test('shows how many contacts are played in one centre, word for word', () => {
    expect(shown('many-contacts/many-contacts.ts')).toBe(example('many-contacts/many-contacts.ts'));
  });

  test('shows what a failure says', () => {
    const file = require.resolve('../../examples/testing-tutorial/failure.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', cwd: ROOT });
    expect(PAGE).toContain(`\`\`\`text\n${printed}\`\`\``);
  });

  test('links to files that are there', () => {
    const links = [...PAGE.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, 'docs', path)))).toEqual([]);
  });
});

describe('The tests of the tutorial', () => {
  require('../../examples/testing-tutorial/support-line.tests');
});
