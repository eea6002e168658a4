import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';
import { supportLine } from '../testing/support-line';

/** Runs the command line in a folder of its own that holds the flows of a small support line. */
export const commandLine = () => {
  const written = { out: '', err: '' };
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
    Object.assign(written, { out: '', err: '' });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.out += text;
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.err += text;
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
    process.exitCode = undefined;
  });

  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  const flows = (): readonly string[] =>
    supportLine.flows.map(({ name, type, document }) =>
      file(`${name}.json`, { ...document, Metadata: { ...document.Metadata, name, type } }),
    );

  return { written, file, flows, run: (...args: string[]) => main(args, '0.0.0') };
};

export const CALL = { start: { method: 'INBOUND', flow: 'Main line' }, customer: { presses: ['1'] } };
export const ANA = { agents: [{ name: 'ana' }], moves: [{ does: 'hangs up', who: 'customer' }] };
