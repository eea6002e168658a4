import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
const MINUTES = 3 * 60_000;

test(
  'The example that tries a deployment prints what the page on deploying shows',
  async () => {
    const file = require.resolve('../../examples/embedded-cloud/try-deployment.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file], { cwd: ROOT });
    expect(readFileSync(join(ROOT, 'docs/deploying.md'), 'utf8')).toContain(`\`\`\`text\n${stdout}\`\`\``);
  },
  MINUTES,
);
