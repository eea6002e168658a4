import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Command, Option } from 'commander';
import { documentToCode } from '../build/code';
import { FLOW_TYPES, type FlowScope } from '../language';
import { CliError } from './cli-error';
import { readDescribedFlow } from './flow-file';
import { writeTextFile } from './write-file';

const NAMES = ['friendly', 'all', 'none'] as const;

interface ImportOptions {
  readonly output?: string;
  readonly type?: FlowScope;
  readonly name?: string;
  readonly bindings: boolean;
  readonly from: string;
  readonly keepNames: (typeof NAMES)[number];
  readonly force: boolean;
}

const importFlow = (file: string, options: ImportOptions): void => {
  const { output, bindings, from, keepNames, force } = options;
  if (output !== undefined && existsSync(output) && !force)
    throw new CliError(`${output} is there already. Give another name, or --force to overwrite it.`);
  const flow = readDescribedFlow(file, options.type);
  const name = options.name ?? flow.name ?? basename(file, extname(file));
  const { code, notes } = documentToCode(flow.document, {
    type: flow.type,
    name,
    bindings,
    importFrom: from,
    keepNames,
  });
  const guessed = 'The file does not say which type of flow it is: taken as CONTACT_FLOW (see --type).';
  if (output === undefined) process.stdout.write(code);
  else writeTextFile(output, code);
  for (const note of [...(flow.typeIsGuessed ? [guessed] : []), ...notes]) process.stderr.write(`${note}\n`);
};

const EXAMPLES = `
Examples:
  connect-flows import main-line.json -o main-line.ts
  connect-flows import main-line.json --bindings -o main-line.ts
  connect-flows import whisper.json --type AGENT_WHISPER > whisper.ts

The code builds a flow equal to the file but for layout and identifiers. Notes on what is odd in it go to stderr.
Exit code: 0 when code was written, 2 for misuse or a file that is no flow.`;

/** \`connect-flows import\`: an exported flow as code of the builder. */
export const importCommand = (): Command =>
  new Command('import')
    .description('turn an exported flow into code that builds it')
    .argument('<flow.json>', 'a flow as the designer exports it, or as DescribeContactFlow answers')
    .option('-o, --output <file>', 'where to write the code; without it the code is printed')
    .addOption(
      new Option('--type <type>', 'type of the flow')
        .choices([...FLOW_TYPES, 'MODULE'])
        .default(undefined, 'what the file says, else CONTACT_FLOW'),
    )
    .option('--name <name>', 'name of the flow; without it what the file says')
    .option(
      '--bindings',
      'make queues, functions, flows … parameters, so that one flow serves every environment',
      false,
    )
    .option('--from <module>', 'where the code imports the builder from', 'cdk-connect-flows')
    .addOption(
      new Option('--keep-names <which>', 'identifiers that steps keep; friendly ones are words, not UUIDs')
        .choices(NAMES)
        .default('friendly'),
    )
    .option('--force', 'overwrite the file', false)
    .addHelpText('after', EXAMPLES)
    .action(importFlow);
