import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

const blocks = (language: string): readonly string[] =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code ?? '');

const example = (file: string, ...specifiers: readonly (readonly [string, string])[]): string =>
  specifiers.reduce(
    (code, [from, to]) => code.replaceAll(from, to),
    readFileSync(join(ROOT, 'examples', file), 'utf8'),
  );

describe('The README', () => {
  test('leads with code that is an example of the repository, word for word', () => {
    expect(blocks('ts')[0]).toBe(example('first-call/first-call.ts', ["'../../lib'", "'cdk-connect-flows'"]));
  });

  test('shows the transcript that this code prints', () => {
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'examples/first-call/first-call.ts')],
      {
        encoding: 'utf8',
        cwd: ROOT,
      },
    );
    expect(blocks('text')[0]).toBe(printed);
  });

  test('shows a stack that compiles as an example of the repository', () => {
    const code = example(
      'support-line/support-line.ts',
      ["'../../lib/constructs'", "'cdk-connect-flows/constructs'"],
      ["'../../lib'", "'cdk-connect-flows'"],
    );
    expect(blocks('ts')[1]).toBe(code);
  });

  test('names the two commands', () => {
    expect(blocks('sh').join()).toContain('npm ci && npm start');
    expect(blocks('sh').join()).toContain('npm ci && npm test');
  });

  test('links to files that are there', () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
