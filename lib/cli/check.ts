import { Command, Option } from 'commander';
import { CHANNELS, type Channel, FLOW_TYPES, type FlowScope } from '../language';
import { type CheckReport, countIssues } from '../report/check-report';
import { issuesJson } from '../report/issues-json';
import { issuesText, summaryOf } from '../report/issues-text';
import { junit } from '../report/junit';
import { sarif } from '../report/sarif';
import { RULES, SET_RULES } from '../validate';
import { CONFIG_FILE, loadConfig } from './check-config';
import { checkFiles } from './check-files';
import { expandFiles } from './glob';
import { writeTextFile } from './write-file';

interface CheckCommandOptions {
  readonly type?: FlowScope;
  readonly channel?: Channel;
  readonly format: keyof typeof FORMATS;
  readonly config?: string;
  readonly set?: true;
  readonly output?: string;
}

const coloured = (output: string | undefined): boolean =>
  output === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR;

interface Rendering {
  readonly colour: boolean;
  readonly version: string;
}

const FORMATS = {
  text: (report: CheckReport, { colour }: Rendering) => issuesText(report, colour),
  json: issuesJson,
  sarif: (report: CheckReport, { version }: Rendering) => sarif(report, [...RULES, ...SET_RULES], version),
  junit,
} as const;

/** From so many files on, a person at a terminal is told how far the check is. */
const MANY_FILES = 50;
const PROGRESS_STEP = 10;

const progressOf = (count: number): ((done: number) => void) => {
  if (process.stderr.isTTY !== true || count < MANY_FILES) return () => undefined;
  return (done) => {
    if (done % PROGRESS_STEP === 0 || done === count) process.stderr.write('\r\u001b[K');
    if (done % PROGRESS_STEP === 0 && done < count) process.stderr.write(`${done} of ${count} files`);
  };
};

const exitCodeOf = ({ files }: CheckReport): number => {
  if (files.some(({ unreadable }) => unreadable !== null)) return 2;
  return files.some(({ issues }) => countIssues(issues).error > 0) ? 1 : 0;
};

const checkFlows = (patterns: readonly string[], options: CheckCommandOptions, version: string): void => {
  const config = loadConfig(options.config);
  const files = expandFiles(patterns);
  const { type, channel, set = false, format, output } = options;
  const report = checkFiles(files, { type, channel, set, config }, progressOf(files.length));
  const text = FORMATS[format](report, { colour: coloured(output), version });
  if (output === undefined) process.stdout.write(text);
  else {
    writeTextFile(output, text);
    process.stdout.write(`${summaryOf(report)} Written to ${output}.\n`);
  }
  if (format !== 'text') for (const remark of report.remarks) process.stderr.write(`${remark}\n`);
  process.exitCode = exitCodeOf(report);
};

const EXAMPLES = `
Examples:
  connect-flows check main-line.json
  connect-flows check "flows/**/*.json" --set
  connect-flows check flows/*.json --format sarif --output flows.sarif

"connect-flows explain <rule>" says more about a finding. ${CONFIG_FILE} turns rules off, up or down, and allows
single findings with a reason:
  { "rules": { "unreachable-action": "note" },
    "allow": [{ "rule": "literal-arn", "flow": "Main line", "reason": "there is one instance only" }] }

Exit code: 0 when there is no error, 1 when there is one, 2 for misuse or a file that is no flow.`;

/** \`connect-flows check\`: says what Connect would refuse, and what would surprise callers. */
export const checkCommand = (version: string): Command =>
  new Command('check')
    .description('say what Connect would refuse in flows, and what would surprise callers')
    .argument('<files or patterns...>', 'flows as the designer exports them, or as DescribeContactFlow answers')
    .addOption(
      new Option('--type <type>', 'type of the flows; else what the file says, else CONTACT_FLOW').choices([
        ...FLOW_TYPES,
        'MODULE',
      ]),
    )
    .addOption(
      new Option('--channel <channel>', 'channel of the contacts; else nothing is said about channels').choices(
        CHANNELS,
      ),
    )
    .addOption(new Option('--format <format>', 'form of the result').choices(Object.keys(FORMATS)).default('text'))
    .option('--config <file>', `configuration; else ${CONFIG_FILE}, if there is one`)
    .option('--set', 'the files are all flows of one instance: check also what is between them')
    .option('--output <file>', 'file for the result; else the terminal')
    .addHelpText('after', EXAMPLES)
    .action((patterns, options) => checkFlows(patterns, options, version));
