import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { SupportLine } from '../../examples/proven-overrides/support-line-stack';
import { pageText } from './shown-code';

const ROOT = join(__dirname, '../..');

test('The page on overrides shows what its program prints', () => {
  const file = require.resolve('../../examples/proven-overrides/look.ts');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', cwd: ROOT });
  expect(pageText('overrides.md')).toContain(`\`\`\`text\n${printed}\`\`\``);
});

test('The stack of the page fails the synthesis for the callers who press 2', () => {
  const instanceArn = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
  const stack = new SupportLine(new App({ context: { instanceArn } }), 'SupportLine');
  Annotations.fromStack(stack).hasError(
    '/SupportLine/MainLine',
    Match.stringLikeRegexp('"Get customer input[^"]*": 2 →'),
  );
});
