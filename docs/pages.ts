import {
  ASSUMPTIONS,
  type AssumptionName,
  DEFAULT_FLOW_NAMES,
  DEFAULT_FLOWS,
  EVENT_HOOK_NAMES,
  EVENT_HOOKS,
  INITIATION_METHODS,
  type KnownInitiationMethod,
} from '../lib/journey';
import { ACTION_TYPES } from '../lib/language';
import { type Block, heading, table, text } from '../lib/report/page/block';
import { markdown } from '../lib/report/page/markdown';
import { actionEntry } from '../lib/report/reference/action-entry';
import { assumptionEntry } from '../lib/report/reference/assumption-entry';
import { methodEntry } from '../lib/report/reference/method-entry';
import { placeText } from '../lib/report/reference/places';
import { ruleEntry } from '../lib/report/reference/rule-entry';
import { configSchema, RULES, type Rule, SET_RULES, type SetRule } from '../lib/validate';

const GENERATED = '<!-- Printed from the tables by `npm run docs`; edit the tables, not this page. -->';

const page = (title: string, ...blocks: readonly Block[]): string =>
  `${markdown([heading(1, title), text(GENERATED), ...blocks])}\n`;

/** docs/journeys.md */
const journeysPage = (): string =>
  page(
    'Journeys: which flow runs when, for whom',
    text(
      'One section for each initiation method. *Named by* says where a flow of your own is named; *Otherwise* what runs where none is.',
    ),
    ...(Object.keys(INITIATION_METHODS) as KnownInitiationMethod[]).flatMap(methodEntry),
    heading(2, 'Default flows'),
    table(
      ['Default flow', 'Type', 'Holds', 'Replaced at'],
      DEFAULT_FLOW_NAMES.map((name) => {
        const { flowType, holds, overriddenAt } = DEFAULT_FLOWS[name];
        return [name, `\`${flowType}\``, holds, placeText(overriddenAt)];
      }),
    ),
    heading(2, 'Event hooks'),
    table(
      ['Hook', 'Its flow runs', 'Wants', 'Channels', 'Block'],
      EVENT_HOOK_NAMES.map((name) => {
        const { runs, flowType, channels, block } = EVENT_HOOKS[name];
        return [`\`${name}\``, runs, `\`${flowType}\``, channels.join(', '), block];
      }),
    ),
    heading(2, 'Assumptions'),
    text(
      'Where AWS is silent or contradicts itself. Each is a switch: `simulate(world, scenario, { assumptions: { … } })`.',
    ),
    ...(Object.keys(ASSUMPTIONS) as AssumptionName[]).flatMap(assumptionEntry),
  );

/** docs/actions.md */
const actionsPage = (): string =>
  page(
    'Actions of the Flow language',
    text(`${ACTION_TYPES.length} action types.`),
    ...[...ACTION_TYPES].sort().flatMap(actionEntry),
  );

const rulesTable = (rules: readonly (Rule | SetRule)[]): Block =>
  table(
    ['Rule', 'Severity', 'Evidence', 'Finds'],
    rules.map(({ name, severity, evidence, summary }) => [`[\`${name}\`](#${name})`, severity, evidence, summary]),
  );

/** docs/rules.md */
const rulesPage = (): string =>
  page(
    'Rules of the checker',
    text(
      '`connect-flows check` and `cdk synth` apply them. *Severity* is the gravest that a rule gives; *Evidence* says whether a page states it, an export or a live call showed it, or it is an inference. A rule can be turned off, up or down, and a finding be allowed with a reason, in `connect-flows.config.json`.',
    ),
    text('About one flow:'),
    rulesTable(RULES),
    text('About flows that work together, and about a flow in its instance:'),
    rulesTable(SET_RULES),
    ...[...RULES, ...SET_RULES].flatMap(ruleEntry),
  );

const LONGEST_LINE = 120;

/** JSON as the formatter of this repository lays it out: a list of plain values stands on one line where it fits. */
const laidOut = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).replace(/^(.*)\[\n([^[\]{}]*)\n *\](,?)$/gm, (whole, before, inner, after) => {
    const line = `${before}[${inner
      .split('\n')
      .map((each: string) => each.trim())
      .join(' ')}]${after}`;
    return line.length <= LONGEST_LINE ? line : whole;
  });

/** connect-flows.config.schema.json */
const configSchemaFile = (): string => `${laidOut(configSchema())}\n`;

/** Every printed file by its name, seen from this folder. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'actions.md': actionsPage,
  'journeys.md': journeysPage,
  'rules.md': rulesPage,
  '../connect-flows.config.schema.json': configSchemaFile,
};
