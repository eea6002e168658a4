import { readFileSync } from 'node:fs';
import { type FlowDocument, read } from '../language';
import { CliError } from './cli-error';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'The file may not be read',
};

/** The text of a file. @throws CliError when it cannot be read */
export const readTextFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'The file cannot be read';
    throw new CliError(`${reason}: ${file}. Check the path.`);
  }
};

/** The flow in a file. @throws CliError when it cannot be read, FlowReadError when it is no flow */
export const readFlowFile = (file: string): FlowDocument => read(readTextFile(file), file);
