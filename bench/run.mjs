import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

/** Not benchmarks themselves. */
const SHARED = ['big-flow.ts', 'corpus.ts', 'timing.ts'];

/** Each benchmark as plain JavaScript in a process of its own: what runs TypeScript on the fly would be measured as well. */
const run = (file, folder) => {
  const outfile = join(folder, `${basename(file, '.ts')}.js`);
  buildSync({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  process.stdout.write(`${file}\n`);
  return spawnSync(process.execPath, ['--expose-gc', outfile], { stdio: 'inherit' }).status === 0;
};

const wanted = process.argv.slice(2).map((name) => `${basename(name, '.ts')}.ts`);
const all = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !SHARED.includes(file));
const unknown = wanted.filter((file) => !all.includes(file));

if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are ${all.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const files = wanted.length > 0 ? wanted : all;
  process.exitCode = files.every((file) => run(file, folder)) ? 0 : 1;
  rmSync(folder, { recursive: true });
}
