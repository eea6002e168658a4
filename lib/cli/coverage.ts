import { Command, InvalidArgumentError, Option } from 'commander';
import { type Analysis, analyse, type DeclaredAnswers, entryPointsOf, missingOverrides } from '../analyse';
import { INITIATION_METHODS, OVERRIDABLE_FLOW_TYPES } from '../journey';
import { type FlowType, nearest } from '../language';
import { missingOverridesText, overridesJson, overridesText } from '../report';
import { analysedCentre, withAnswers } from './analysed-centre';
import { readAnswers } from './answers-file';
import { entryPointIn } from './entry-option';

interface CoverageCommandOptions {
  readonly entry?: readonly string[];
  readonly require?: readonly FlowType[];
  readonly methods?: readonly string[];
  readonly allowUnknown: boolean;
  readonly answers?: string;
  readonly format: keyof typeof FORMATS;
  readonly witness: boolean;
}

const listOf =
  <T extends string>(valid: readonly T[]) =>
  (text: string): readonly T[] =>
    text.split(',').map((each) => {
      const word = each.trim().toUpperCase();
      const found = valid.find((one) => one === word);
      if (found !== undefined) return found;
      const near = nearest(word, valid);
      throw new InvalidArgumentError(
        `"${each.trim()}" is none of ${valid.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
      );
    });

const coloured = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

const FORMATS = {
  text: (analysis: Analysis, witnesses: boolean) => overridesText(analysis, { witnesses, colour: coloured() }),
  json: (analysis: Analysis) => overridesJson(analysis),
} as const;

/** What was taken for granted, where nobody said which contacts come in where. */
const GUESSED =
  'Inbound flows that a number leads to or no other flow names are taken as entry points of calls, and queues as places to call from. Name others with --entry.\n';

const coverage = (paths: readonly string[], options: CoverageCommandOptions): void => {
  const { entry, require: flowTypes, methods, allowUnknown, answers, format, witness } = options;
  const known: Readonly<Record<string, DeclaredAnswers>> = answers === undefined ? {} : readAnswers(answers);
  const centre = withAnswers(analysedCentre(paths), known);
  const entryPoints = entry?.map((text) => entryPointIn(centre, text)) ?? entryPointsOf(centre);
  const analysis = analyse(centre, { entryPoints });
  process.stdout.write(FORMATS[format](analysis, witness));
  if (entry === undefined && format === 'text') process.stdout.write(`\n${GUESSED}`);
  if (flowTypes === undefined) return;
  const missing = missingOverrides(analysis, { flowTypes, methods, allowUnknown });
  if (missing.length === 0) return;
  process.stderr.write(`\n${missingOverridesText(missing)}`);
  process.exitCode = 1;
};

const EXAMPLES = `
Examples:
  connect-flows coverage cdk.out
  connect-flows coverage cdk.out --entry "Main line" Chat=API/CHAT Billing=OUTBOUND --witness
  connect-flows coverage cdk.out --require AGENT_WHISPER,CUSTOMER_QUEUE --methods INBOUND,QUEUE_TRANSFER

Each line is a kind of contact to which an entry point leads: the contacts that start there, and those that come of them
by callbacks, moves to other queues, transfers and disconnect flows. Error branches count as branches.

--answers names a file that says what functions can answer, where flows set hooks from that:
  { "LookUp": { "tier": ["gold", "standard"] } }

Exit code: 0, 1 when an override that --require asks for is missing, 2 for misuse or bad input.`;

/** \`connect-flows coverage\`: tells which flows can run where, and proves that overrides are set. */
export const coverageCommand = (): Command =>
  new Command('coverage')
    .description('tell which flows can run at each stage of every contact: your own, defaults, or not known')
    .argument('<cdk.out | template.json | flow.json...>', 'the contact centre: a cloud assembly, a template, or flows')
    .option('--entry <entry...>', 'where contacts start: a flow or a queue, with =METHOD or =METHOD/CHANNEL')
    .addOption(
      new Option(
        '--require <types>',
        `fail where these are not your own: ${OVERRIDABLE_FLOW_TYPES.join(', ')}`,
      ).argParser(listOf(OVERRIDABLE_FLOW_TYPES)),
    )
    .addOption(
      new Option('--methods <methods>', 'require them of contacts that start so; else of all').argParser(
        listOf(Object.keys(INITIATION_METHODS)),
      ),
    )
    .option('--allow-unknown', 'flows that are only known at run time satisfy --require', false)
    .option('--answers <file>', 'what functions can answer, as JSON')
    .addOption(new Option('--format <format>', 'form of the result').choices(Object.keys(FORMATS)).default('text'))
    .option('--witness', 'tell every flow, with a way by which contacts come to it', false)
    .addHelpText('after', EXAMPLES)
    .action(coverage);
