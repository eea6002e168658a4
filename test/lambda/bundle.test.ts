import { join } from 'node:path';
import { buildSync } from 'esbuild';

test('The journey-rules function stays a small bundle without the AWS SDK', () => {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '../../lambda/journey-rules/index.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  expect(text.length).toBeGreaterThan(1_000);
  expect(text.length).toBeLessThan(60_000);
  expect(text).not.toMatch(/@aws-sdk|smithy/);
});
