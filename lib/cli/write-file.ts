import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { CliError } from './cli-error';

/** Writes a whole file or leaves what was there. @throws CliError when it cannot be written */
export const writeTextFile = (file: string, text: string): void => {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'its folder does not exist' : `the system answers ${code}`;
    throw new CliError(`${file} cannot be written: ${reason}. Give another --output.`);
  }
};
