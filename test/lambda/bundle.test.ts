import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The text of a function as it is deployed. */
const bundled = (name: string): string => {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, `../../lambda/${name}/index.ts`)],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

test('The journey-rules function stays a small bundle without the AWS SDK', () => {
  const text = bundled('journey-rules');
  expect(text.length).toBeGreaterThan(1_000);
  expect(text.length).toBeLessThan(60_000);
  expect(text).not.toMatch(/@aws-sdk|smithy/);
});

test('The function behind the custom resources carries the SDK that it was tested with, and little else', () => {
  const text = bundled('connect-resources');
  expect(text).toMatch(/UpdateContactFlowMetadata/);
  expect(text.length).toBeLessThan(800_000);
});
