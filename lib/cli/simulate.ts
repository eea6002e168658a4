import { Command, Option } from 'commander';
import { contactReports, transcript } from '../report';
import type { SimulationResult } from '../simulate';
import { played, ready } from './play-scenario';
import { centreAt } from './scenario-centre';
import { readScenarios } from './scenario-file';
import { SCENARIO_FILE } from './scenario-shape';

interface SimulateCommandOptions {
  readonly script: string;
  readonly format: keyof typeof FORMATS;
}

interface Run {
  readonly title: string;
  readonly result: SimulationResult;
}

const asText = (runs: readonly Run[]): string =>
  runs.map(({ title, result }) => `${title}\n\n${transcript(result)}`).join('\n\n\n');

const seconds = ({ start }: SimulationResult, at: number): number => (at - start) / 1000;

const asData = ({ title, result }: Run) => ({
  title,
  stopped: result.stopped,
  timeLimitReached: result.timeLimitReached,
  assumptions: result.assumptions,
  contacts: contactReports(result),
  transcript: result.transcript.map(({ at, contactId, kind, who, text, run, action }) => ({
    seconds: seconds(result, at),
    contactId,
    kind,
    who,
    text,
    flow: run?.name ?? null,
    action,
  })),
});

const FORMATS = {
  text: asText,
  json: (runs: readonly Run[]) => JSON.stringify({ scenarios: runs.map(asData) }, null, 2),
} as const;

const simulateScenarios = async (
  paths: readonly string[],
  { script, format }: SimulateCommandOptions,
): Promise<void> => {
  const centre = centreAt(paths);
  const scenarios = readScenarios(script, SCENARIO_FILE).map((scenario) => ready(scenario, centre));
  const runs: Run[] = [];
  for (const each of scenarios) runs.push({ title: each.scenario.title, result: (await played(each)).witness.result });
  process.stdout.write(`${FORMATS[format](runs)}\n`);
  if (runs.some(({ result }) => result.stopped !== null)) process.exitCode = 1;
};

const EXAMPLES = `
Examples:
  connect-flows simulate cdk.out --script gold-caller.json
  connect-flows simulate main-line.json whisper.json --script calls.json --format json

A script is a scenario, or a list of them:
  { "start": { "method": "INBOUND", "flow": "Main line" }, "customer": { "presses": ["1", "2"] },
    "agents": [{ "name": "ana", "availableAfterSeconds": 45 }], "moves": [{ "does": "hangs up", "who": "customer" }],
    "at": "2026-12-24T17:55", "functions": { "LookUp": { "tier": "gold" } } }

Exit code: 0 when every scenario ran, 1 when one could not go on (the transcript says why), 2 for misuse or bad input.`;

/** \`connect-flows simulate\`: plays scenarios in a whole contact centre. */
export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('play contacts through a whole contact centre and print who hears what, and why')
    .argument('<cdk.out | template.json | flow.json...>', 'the contact centre: a cloud assembly, a template, or flows')
    .requiredOption('--script <file>', 'what people do, as JSON')
    .addOption(new Option('--format <format>', 'form of the result').choices(Object.keys(FORMATS)).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(simulateScenarios);
