import { Command } from 'commander';
import { coverageJson, coverageText } from '../report';
import { CliError } from './cli-error';
import { expandFiles } from './glob';
import { type ReadyScenario, ready } from './play-scenario';
import { type Centre, centreAt } from './scenario-centre';
import { readScenarios } from './scenario-file';
import { TEST_FILE } from './scenario-shape';
import { TestCoverage } from './test-coverage';
import { testJunit } from './test-junit';
import { runTests, type TestOutcome } from './test-run';
import { writeTextFile } from './write-file';

interface TestCommandOptions {
  readonly centre?: string;
  readonly junit?: string;
  readonly coverage?: boolean;
  readonly coverageJson?: string;
}

const INTERRUPTED = 130;

/** Each contact centre is read once, however many files name it. */
const centres = () => {
  const read = new Map<string, Centre>();
  return (paths: readonly string[]): Centre => {
    const key = JSON.stringify(paths);
    const known = read.get(key) ?? centreAt(paths);
    read.set(key, known);
    return known;
  };
};

const testsIn = (files: readonly string[], given: string | undefined): readonly ReadyScenario[] => {
  const centreFor = centres();
  return files.flatMap((file) =>
    readScenarios(file, TEST_FILE).map((scenario) => {
      const paths = given === undefined ? scenario.centre : [given];
      if (paths === undefined)
        throw new CliError(`${file} does not say which contact centre it is for: "centre" in the file, or --centre.`);
      return ready(scenario, centreFor(paths));
    }),
  );
};

const indented = (message: string): string => message.replace(/^(?=.)/gm, '    ');

const outcomeText = ({ title, failures }: TestOutcome): string =>
  failures === null || failures.length === 0
    ? `✓ ${title}`
    : [`✗ ${title}`, ...failures.map((failure) => `${indented(failure)}\n`)].join('\n');

const count = (outcomes: readonly TestOutcome[], holds: (failures: TestOutcome['failures']) => boolean): number =>
  outcomes.filter(({ failures }) => holds(failures)).length;

const summaryOf = (outcomes: readonly TestOutcome[]): string => {
  const failed = count(outcomes, (failures) => failures !== null && failures.length > 0);
  const left = count(outcomes, (failures) => failures === null);
  const passed = outcomes.length - failed - left;
  const tests = `${outcomes.length} test${outcomes.length === 1 ? '' : 's'}`;
  const notPlayed = left > 0 ? `, ${left} not played: interrupted` : '';
  return `${tests}: ${passed} passed, ${failed} failed${notPlayed}.`;
};

/** A line that goes again, for a person at a terminal. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};

const exitCodeOf = (outcomes: readonly TestOutcome[]): number => {
  if (count(outcomes, (failures) => failures === null) > 0) return INTERRUPTED;
  return count(outcomes, (failures) => failures !== null && failures.length > 0) > 0 ? 1 : 0;
};

const tellCoverage = ({ coverage }: TestCoverage, options: TestCommandOptions): void => {
  if (options.coverage) process.stdout.write(`\n${coverageText(coverage)}`);
  if (options.coverageJson !== undefined) writeTextFile(options.coverageJson, coverageJson(coverage));
};

const testFiles = async (patterns: readonly string[], options: TestCommandOptions): Promise<void> => {
  const { centre, junit } = options;
  const tests = testsIn(expandFiles(patterns), centre);
  const reached = new TestCoverage();
  const outcomes = await runTests(tests, {
    seen: (witness) => reached.add(witness),
    outcome: (outcome, done) => {
      progress('');
      process.stdout.write(`${outcomeText(outcome)}\n`);
      progress(`${done} of ${tests.length}`);
    },
  });
  progress('');
  tellCoverage(reached, options);
  process.stdout.write(`\n${summaryOf(outcomes)}\n`);
  if (junit !== undefined) writeTextFile(junit, testJunit(outcomes));
  process.exitCode = exitCodeOf(outcomes);
};

const EXAMPLES = `
Examples:
  connect-flows test "journeys/*.json" --centre cdk.out
  connect-flows test journeys.json --junit journeys.xml
  connect-flows test journeys.json --coverage --coverage-json coverage.json

A file holds tests, and may say which contact centre they are for (paths are seen from the file):
  { "centre": "cdk.out",
    "tests": [{ "title": "A gold caller reaches Ana",
      "start": { "method": "INBOUND", "flow": "Main line", "from": "+15555550123" },
      "customer": { "presses": ["1", "2"] }, "agents": [{ "name": "ana" }],
      "expect": { "flows": ["Main line", "Gold whisper"], "heard": { "customer": ["/welcome/i"], "ana": ["gold customer"] },
        "chain": ["INBOUND"], "attributes": { "tier": "gold" }, "sources": { "CUSTOMER_QUEUE": "hook" }, "rulebook": true } }] }

Exit code: 0 when every test passed, 1 when one failed, 2 for misuse or bad input, 130 when Ctrl-C kept some from being played.`;

/** \`connect-flows test\`: plays scenarios and holds what happens against what is expected. */
export const testCommand = (): Command =>
  new Command('test')
    .description('play contacts from files and check what becomes of them')
    .argument('<files or patterns...>', 'tests as JSON')
    .option('--centre <path>', 'the contact centre: a cloud assembly, a template, or a flow', undefined)
    .option('--junit <file>', 'write the outcomes as JUnit XML, too')
    .option('--coverage', 'show which actions and branches of the flows the tests reached, and which not')
    .option('--coverage-json <file>', 'write that as JSON, too')
    .addHelpText('after', EXAMPLES)
    .action(testFiles);
