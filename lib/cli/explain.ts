import { Command } from 'commander';
import { ASSUMPTIONS, type AssumptionName, INITIATION_METHODS, type KnownInitiationMethod } from '../journey';
import { ACTION_TYPES, type ActionType, nearest, specOf } from '../language';
import { type Block, heading, table } from '../report/page/block';
import { terminalPage } from '../report/page/terminal-page';
import { actionEntry } from '../report/reference/action-entry';
import { assumptionEntry } from '../report/reference/assumption-entry';
import { methodEntry } from '../report/reference/method-entry';
import { ruleEntry } from '../report/reference/rule-entry';
import { RULES, SET_RULES } from '../validate';
import { CliError } from './cli-error';

/** Something that can be explained. */
interface Topic {
  readonly name: string;
  readonly summary: string;
  readonly entry: () => readonly Block[];
}

const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  Rules: [...RULES, ...SET_RULES].map((rule) => ({
    name: rule.name,
    summary: rule.summary,
    entry: () => ruleEntry(rule),
  })),
  'Action types': ACTION_TYPES.toSorted().map((type: ActionType) => ({
    name: type,
    summary: specOf(type)?.summary ?? '',
    entry: () => actionEntry(type),
  })),
  'Initiation methods': (Object.keys(INITIATION_METHODS) as KnownInitiationMethod[]).map((method) => ({
    name: method,
    summary: INITIATION_METHODS[method].startedBy,
    entry: () => methodEntry(method),
  })),
  Assumptions: (Object.keys(ASSUMPTIONS) as AssumptionName[]).map((name) => ({
    name,
    summary: ASSUMPTIONS[name].question,
    entry: () => assumptionEntry(name),
  })),
};

const MOST_COLUMNS = 110;

const width = (): number => Math.min(process.stdout.columns ?? MOST_COLUMNS, MOST_COLUMNS);

const print = (blocks: readonly Block[], columns = width()): void => {
  process.stdout.write(terminalPage(blocks, columns));
};

const listed = (): readonly Block[] =>
  Object.entries(TOPICS).flatMap(([title, topics]) => [
    heading(2, title),
    table(
      ['Name', 'What it is'],
      topics.map(({ name, summary }) => [name, summary]),
    ),
  ]);

const unknown = (word: string): CliError => {
  const near = Object.values(TOPICS).flatMap(
    (topics) =>
      nearest(
        word,
        topics.map(({ name }) => name),
      ) ?? [],
  );
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  return new CliError(`There is nothing called "${word}".${meant} "connect-flows explain --list" names everything.`);
};

const find = (word: string): readonly Topic[] => {
  const topics = Object.values(TOPICS).flat();
  const exact = topics.filter(({ name }) => name === word);
  return exact.length > 0 ? exact : topics.filter(({ name }) => name.toLowerCase() === word.toLowerCase());
};

const explain = (word: string | undefined, { list }: { readonly list: boolean }): void => {
  // A list is for searching: a line for each name, however long.
  if (list) return print(listed(), Number.POSITIVE_INFINITY);
  if (word === undefined) throw new CliError('Name a rule, an action type, a method or an assumption, or give --list.');
  const topics = find(word);
  if (topics.length === 0) throw unknown(word);
  print(topics.flatMap(({ entry }) => entry()));
};

const EXAMPLES = `
Examples:
  connect-flows explain missing-error-branch
  connect-flows explain GetParticipantInput
  connect-flows explain CALLBACK
  connect-flows explain --list`;

/** \`connect-flows explain\`: prints what the documentation says about a name. */
export const explainCommand = (): Command =>
  new Command('explain')
    .description('say what a rule finds, what an action type is, which flows a method runs, or what is assumed')
    .argument('[name]', 'a rule, an action type, an initiation method or an assumption')
    .option('--list', 'name everything that can be explained', false)
    .addHelpText('after', EXAMPLES)
    .action(explain);
