import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { SupportLine } from '../../examples/proven-overrides/support-line-stack';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/overrides.md'), 'utf8');

/** The code that follows the name of the example it comes from. */
const shown = (file: string): string | undefined =>
  new RegExp(`<!-- examples/${file.replaceAll('.', '\\.')} -->\n\`\`\`ts\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];

const example = (file: string): string =>
  readFileSync(join(ROOT, 'examples', file), 'utf8')
    .replaceAll("'../../lib/constructs'", "'cdk-connect-flows/constructs'")
    .replaceAll("'../../lib'", "'cdk-connect-flows'");

describe('The page on overrides', () => {
  test.each(['support-line.ts', 'look.ts', 'support-line-stack.ts'])('shows %s, word for word', (file) => {
    expect(shown(`proven-overrides/${file}`)).toBe(example(`proven-overrides/${file}`));
  });

  test('shows what the program prints', () => {
    const file = require.resolve('../../examples/proven-overrides/look.ts');
    const printed = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', cwd: ROOT });
    expect(PAGE).toContain(`\`\`\`text\n${printed}\`\`\``);
  });

  test('links to files that are there', () => {
    const links = [...PAGE.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !existsSync(join(ROOT, 'docs', path)))).toEqual([]);
  });
});

test('The stack of the page fails the synthesis for the callers who press 2', () => {
  const instanceArn = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
  const stack = new SupportLine(new App({ context: { instanceArn } }), 'SupportLine');
  Annotations.fromStack(stack).hasError(
    '/SupportLine/MainLine',
    Match.stringLikeRegexp('"Get customer input[^"]*": 2 →'),
  );
});
