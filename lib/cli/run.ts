import { basename, extname } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  CHANNELS,
  type Channel,
  FLOW_TYPE_FACTS,
  FLOW_TYPES,
  type FlowDocument,
  type FlowScope,
  type FlowType,
  specOf,
} from '../language';
import { transcript } from '../report/transcript';
import { simulate } from '../simulate';
import { type StandIn, worldAroundFlow } from '../simulate/stand-ins';
import { CliError } from './cli-error';
import { type FlowFile, readDescribedFlow } from './flow-file';
import { readTextFile } from './read-flow-file';

interface RunOptions {
  readonly type?: FlowScope;
  readonly channel: Channel;
  readonly press: readonly string[];
  readonly say: readonly string[];
  readonly lambda: Readonly<Record<string, unknown>>;
  readonly closed: boolean;
  readonly minutes: number;
}

const list = (text: string): readonly string[] => text.split(',').map((each) => each.trim());
const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text];

const KEYS = /^[0-9*#+]+$/;

const presses = (text: string): readonly string[] => {
  const keys = list(text);
  const wrong = keys.find((key) => !KEYS.test(key));
  if (wrong !== undefined)
    throw new InvalidArgumentError(
      `"${wrong}" is nothing that a telephone can press; use 0-9, * and #, e.g. --press 1,2.`,
    );
  return keys;
};

const parseAnswer = (file: string): unknown => {
  try {
    return JSON.parse(readTextFile(file));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(
      `${file} is not JSON: ${(error as Error).message}. It has to hold the answer of the function, e.g. {"tier":"gold"}.`,
    );
  }
};

const lambda = (text: string, before: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('write it as <ARN or function name>=<file with the answer>.');
  return { ...before, [text.slice(0, equals)]: parseAnswer(text.slice(equals + 1)) };
};

const minutes = (text: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('it has to be a number above 0.');
  return value;
};

/** The types of flow in which every action of the document may stand. */
const possibleTypes = ({ Actions }: FlowDocument): readonly FlowType[] =>
  FLOW_TYPES.filter((type) => Actions.every(({ Type }) => specOf(Type)?.flowTypes.includes(type) ?? true));

const GUESS = 'The file does not say which type of flow it is: taken as';

/** Where nothing says the type, the first in which the actions may stand; inbound flows come first. */
const typeOf = ({ type, typeIsGuessed, document }: FlowFile): { readonly type: FlowScope; readonly note?: string } => {
  if (!typeIsGuessed) return { type };
  const [first = type, ...more] = possibleTypes(document);
  if (first === 'CONTACT_FLOW') return { type: first, note: `${GUESS} CONTACT_FLOW (see --type).` };
  const why = more.length > 0 ? 'the first' : 'the only one';
  return { type: first, note: `${GUESS} ${first}, ${why} where its actions may stand (see --type).` };
};

const standInLines = (standIns: readonly StandIn[]): readonly string[] =>
  standIns.length === 0
    ? []
    : [
        '',
        'Stand-ins for what the flow names and was not given:',
        ...standIns.map(
          ({ kind, name, reference }) => `  ${kind} ${name}${name === reference ? '' : ` (${reference})`}`,
        ),
      ];

/** Plays one flow and gives what to print, and whether it ran to an end. */
const play = async (
  loaded: FlowFile,
  options: RunOptions,
): Promise<{ readonly text: string; readonly ok: boolean }> => {
  const name = loaded.name ?? basename(loaded.file, extname(loaded.file));
  const { type, note } = typeOf(loaded);
  const { world, start, moves, standIns } = worldAroundFlow(
    { name, type, document: loaded.document },
    options.channel,
    {
      answers: options.lambda,
      open: !options.closed,
    },
  );
  const agents = [{ name: 'Agent', availableAfterSeconds: 20 }, { name: 'Second agent' }].slice(
    0,
    moves?.length === 1 ? 1 : 2,
  );
  const outbound = start.method === 'OUTBOUND' ? [{ name: 'Agent' }] : agents;
  const customer = { presses: options.press, says: options.say };
  const result = await simulate(
    world,
    { start, moves, agents: outbound, customer },
    { limitSeconds: options.minutes * 60 },
  );
  const title = type === 'MODULE' ? 'Flow module' : FLOW_TYPE_FACTS[type].title;
  const text = [
    `${title} "${name}" on ${options.channel}`,
    ...(note ? [note] : []),
    '',
    transcript(result),
    ...standInLines(standIns),
  ].join('\n');
  return { text, ok: result.stopped === null };
};

const runFlows = async (files: readonly string[], options: RunOptions): Promise<void> => {
  const loaded = files.map((file) => readDescribedFlow(file, options.type));
  for (const [i, flow] of loaded.entries()) {
    const { text, ok } = await play(flow, options);
    process.stdout.write(`${i > 0 ? '\n\n' : ''}${text}\n`);
    if (!ok) process.exitCode = 1;
  }
};

const EXAMPLES = `
Examples:
  connect-flows run main-line.json --press 1,2
  connect-flows run main-line.json --press 1 --lambda look-up=gold.json
  connect-flows run whisper.json --type AGENT_WHISPER

Queues, prompts, functions and flows that the file names are replaced by stand-ins, which the end of the output lists.
Exit code: 0 when every flow ran, 1 when one could not go on (the transcript says why), 2 for misuse or a file that is no flow.`;

/** \`connect-flows run\`: plays exported flows on this machine. */
export const runCommand = (): Command =>
  new Command('run')
    .description('play flows on this machine and print what callers and agents hear')
    .argument('<flow.json...>', 'flows as the designer exports them, or as DescribeContactFlow answers')
    .addOption(
      new Option('--type <type>', 'type of the flow')
        .choices([...FLOW_TYPES, 'MODULE'])
        .default(undefined, 'what the file says, else CONTACT_FLOW'),
    )
    .addOption(new Option('--channel <channel>', 'channel of the contact').choices(CHANNELS).default('VOICE'))
    .addOption(
      new Option('--press <keys>', 'what the caller presses, one input after the other, e.g. 1,2')
        .argParser(presses)
        .default([], 'nothing'),
    )
    .addOption(
      new Option('--say <text>', 'what the customer says to a bot (its intent); may be repeated')
        .argParser(collect)
        .default([], 'nothing'),
    )
    .addOption(
      new Option('--lambda <arn=file>', 'answer of a Lambda function, as JSON in a file; may be repeated')
        .argParser(lambda)
        .default({}, 'an empty answer'),
    )
    .option('--closed', 'hours of operation are closed', false)
    .addOption(new Option('--minutes <n>', 'virtual time after which the run ends').argParser(minutes).default(30))
    .addHelpText('after', EXAMPLES)
    .action(runFlows);
