import { Command, Option } from 'commander';
import { diff, type FlowDiff } from '../language';
import { diffText } from '../report/diff-text';
import { readFlowFile } from './read-flow-file';

interface DiffCommandOptions {
  readonly format: 'text' | 'json';
  readonly layout: boolean;
}

const DIFFERENT = 1;

const FORMATS: Readonly<Record<DiffCommandOptions['format'], (found: FlowDiff) => string>> = {
  text: diffText,
  json: (found) => JSON.stringify(found, null, 2),
};

const diffFlows = (before: string, after: string, { format, layout }: DiffCommandOptions): void => {
  const found = diff(readFlowFile(before), readFlowFile(after), { layout });
  process.stdout.write(`${FORMATS[format](found)}\n`);
  if (found.different) process.exitCode = DIFFERENT;
};

const EXAMPLES = `
Examples:
  connect-flows diff main-line.before.json main-line.json
  connect-flows diff old.json new.json --format json

The order of actions, of error branches and of keys has no meaning. An action that only got another identifier is "renamed".
Exit code: 0 when nothing differs, 1 when something does, 2 for misuse or a file that is no flow.`;

/** \`connect-flows diff\`: what differs between two flows. */
export const diffCommand = (): Command =>
  new Command('diff')
    .description('compare two flows and print what differs in what they do')
    .argument('<before.json>', 'the flow as it was')
    .argument('<after.json>', 'the flow as it is now')
    .addOption(new Option('--format <format>', 'how to print it').choices(Object.keys(FORMATS)).default('text'))
    .option('--layout', "compare the designer's metadata too: positions, names, annotations", false)
    .addHelpText('after', EXAMPLES)
    .action(diffFlows);
