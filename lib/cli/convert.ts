import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { type ConversionNote, type ConvertedFlow, convertOldExport, write } from '../language';
import { CliError } from './cli-error';
import { readTextFile } from './read-flow-file';
import { writeTextFile } from './write-file';

interface ConvertOptions {
  readonly output?: string;
  readonly force: boolean;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const noteLine = ({ module, what, why, instead }: ConversionNote): string =>
  [`  ${module === null ? '' : `${module}: `}${what}`, why, ...(instead === undefined ? [] : [instead])].join(' ');

const report = (file: string, { document, type, name, notes }: ConvertedFlow): string => {
  const called = name === undefined ? '' : ` "${name}"`;
  const counts = `${counted(document.Actions.length, 'action')}, ${counted(notes.length, 'note')}`;
  return [`${file}: ${type}${called}, ${counts}.`, ...notes.map(noteLine)].join('\n');
};

const convert = (file: string, { output, force }: ConvertOptions): void => {
  if (output !== undefined && existsSync(output) && !force)
    throw new CliError(`${output} is there already. Give another name, or --force to overwrite it.`);
  const converted = convertOldExport(readTextFile(file), file);
  const text = `${write(converted.document)}\n`;
  if (output === undefined) process.stdout.write(text);
  else writeTextFile(output, text);
  process.stderr.write(`${report(file, converted)}\n`);
};

const EXAMPLES = `
Examples:
  connect-flows convert old-export.json -o main-line.json
  connect-flows convert old-export.json > main-line.json

Notes on what the new flow says otherwise, or not at all, go to stderr; look at the result with "connect-flows check".
Exit code: 0 when the flow was converted, 2 for misuse or a file that is no old export (or is in the current language already).`;

/** \`connect-flows convert\`: an old console export in the current language. */
export const convertCommand = (): Command =>
  new Command('convert')
    .description('bring an old console export (modules, start) into the current Flow language')
    .argument('<old.json>', 'the export, as the designer wrote it before the Flow language')
    .option('-o, --output <file>', 'where to write the flow; without it the flow is printed')
    .option('--force', 'overwrite the file', false)
    .addHelpText('after', EXAMPLES)
    .action(convert);
