import {
  ASSUMPTIONS,
  type Assumption,
  DEFAULT_FLOW_NAMES,
  DEFAULT_FLOWS,
  EVENT_HOOK_NAMES,
  EVENT_HOOKS,
  INITIATION_METHODS,
  JOURNEYS,
  type Journey,
  type KnownInitiationMethod,
  type OverridePlace,
  placeOf,
  type Stage,
} from '../lib/journey';
import { ACTION_TYPES, type ActionSpec, CHANNELS, type ParameterSpecs, specOf } from '../lib/language';
import { RULES } from '../lib/validate';

const GENERATED = '<!-- Printed from the tables by `npm run docs`; edit the tables, not this page. -->';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const page = (title: string, ...parts: readonly string[]): string =>
  [`# ${title}`, GENERATED, ...parts].join('\n\n').concat('\n');

const place = (named: ReturnType<typeof placeOf> | OverridePlace): string => {
  switch (named.at) {
    case 'hook':
      return `hook \`${named.hook}\``;
    case 'queue':
      return 'the outbound whisper flow of the queue';
    case 'quick connect':
      return 'the quick connect';
    case 'entry point':
      return 'the entry point: phone number, API request or the like';
  }
};

const MOMENTS: Readonly<Record<Stage['on'], string>> = {
  CREATED: 'the contact is created',
  CONNECTED: 'the customer is connected',
  QUEUED: 'the contact enters a queue',
  ACCEPTED: 'an agent accepts',
  DIALLING: 'the agent dials',
  ANSWERED: 'the customer answers',
  TRANSFER_STARTED: 'the agent uses a quick connect',
  PUT_ON_HOLD: 'a party is put on hold',
  CUSTOMER_REMAINED: 'the contact ended and the customer is still there',
  SENT: 'the email is sent',
};

const party = (stage: Stage): string => (stage.heardBy ?? 'nobody').toLowerCase().replaceAll('_', ' ');

const notesOf = (stage: Stage): string =>
  [
    stage.beside ? 'beside the rest, on the contact before' : '',
    stage.splitAtFirstPrompt ? 'heard from the first prompt on; the rest runs before the call' : '',
    stage.assumes ? `while \`${stage.assumes[0]}\` is \`${stage.assumes[1]}\`` : '',
  ]
    .filter(Boolean)
    .join('; ');

/** Stages of one moment take turns; alternatives of an assumption and flows beside the rest do not count as a turn. */
const follows = (stage: Stage, before: Stage | undefined): boolean =>
  before !== undefined && before.on === stage.on && !before.beside && before.flowType !== stage.flowType;

const stageRow = (stage: Stage, i: number, stages: readonly Stage[]): readonly string[] => [
  String(i + 1),
  `\`${stage.flowType}\``,
  party(stage),
  follows(stage, stages[i - 1]) ? 'the flow above has ended' : MOMENTS[stage.on],
  place(placeOf(stage)),
  stage.otherwise,
  notesOf(stage),
];

const journeySection = (journey: Journey): string => {
  const title = `### ${journey.method} · ${journey.channel}${journey.variant ? ` · ${journey.variant}` : ''}`;
  const stages =
    journey.stages.length === 0
      ? 'No flow runs.'
      : table(
          ['', 'Flow type', 'Heard by', 'Starts when', 'Named by', 'Otherwise', 'Notes'],
          journey.stages.map(stageRow),
        );
  return [title, `Source: <${journey.page}>`, stages].join('\n\n');
};

const methodSection = (method: KnownInitiationMethod): string => {
  const { startedBy } = INITIATION_METHODS[method];
  return [`## ${method}`, startedBy, ...JOURNEYS.filter((each) => each.method === method).map(journeySection)].join(
    '\n\n',
  );
};

const assumptionSection = ([name, assumption]: readonly [string, Assumption]): string =>
  [
    `### ${name}`,
    `${assumption.question} *(${assumption.evidence})*`,
    ...Object.entries(assumption.values).map(
      ([value, meaning]) => `- \`${value}\`${value === assumption.default ? ' (default)' : ''}: ${meaning}`,
    ),
  ]
    .join('\n\n')
    .concat(`\n\n${assumption.why} Sources: ${assumption.sources.map((source) => `<${source}>`).join(', ')}`);

/** docs/journeys.md */
export const journeysPage = (): string =>
  page(
    'Journeys: which flow runs when, for whom',
    'One section for each initiation method. *Named by* says where a flow of your own is named; *Otherwise* what runs where none is.',
    ...(Object.keys(INITIATION_METHODS) as KnownInitiationMethod[]).map(methodSection),
    '## Default flows',
    table(
      ['Default flow', 'Type', 'Holds', 'Replaced at'],
      DEFAULT_FLOW_NAMES.map((name) => {
        const { flowType, holds, overriddenAt } = DEFAULT_FLOWS[name];
        return [name, `\`${flowType}\``, holds, place(overriddenAt)];
      }),
    ),
    '## Event hooks',
    table(
      ['Hook', 'Its flow runs', 'Wants', 'Channels', 'Block'],
      EVENT_HOOK_NAMES.map((name) => {
        const { runs, flowType, channels, block } = EVENT_HOOKS[name];
        return [`\`${name}\``, runs, `\`${flowType}\``, channels.join(', '), block];
      }),
    ),
    '## Assumptions',
    'Where AWS is silent or contradicts itself. Each is a switch: `simulate(world, scenario, { assumptions: { … } })`.',
    ...Object.entries(ASSUMPTIONS).map(assumptionSection),
  );

const parameterRows = (specs: ParameterSpecs, prefix = ''): readonly (readonly string[])[] =>
  Object.entries(specs).flatMap(([name, spec]) => {
    const range = spec.range ? `${spec.range[0]} to ${spec.range[1]}` : '';
    const values = spec.oneOf && spec.oneOf.length <= 12 ? spec.oneOf.join(', ') : range;
    const row = [`\`${prefix}${name}\``, spec.value, spec.from, spec.required ? 'yes' : '', values, spec.note ?? ''];
    return [row, ...parameterRows(spec.fields ?? {}, `${prefix}${name}${spec.value === 'list' ? '[]' : ''}.`)];
  });

const errors = ({ errors: { required, optional = [], refused = [] } }: ActionSpec): string =>
  [
    required.length > 0 ? `must declare ${required.join(', ')}` : '',
    optional.length > 0 ? `may declare ${optional.join(', ')}` : '',
    refused.length > 0 ? `may not declare ${refused.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ') || 'none';

const channels = (spec: ActionSpec): string =>
  CHANNELS.map((channel) => `${channel} ${spec.channels[channel]}`).join(', ');

const actionSection = (type: string): string => {
  const spec = specOf(type) as ActionSpec;
  const parameters = parameterRows(spec.parameters);
  return [
    `## ${type}`,
    `${spec.summary} *(${spec.evidence}; block: ${spec.blocks.join(', ') || 'none'})*`,
    `- Errors: ${errors(spec)}\n- NextAction: ${spec.next}\n- Flow types: ${spec.flowTypes.join(', ')}\n- Channels: ${channels(spec)}\n- Page: <${spec.page}>`,
    ...(parameters.length > 0 ? [table(['Parameter', 'Kind', 'From', 'Required', 'Values', 'Note'], parameters)] : []),
    ...(spec.notes ? [spec.notes] : []),
  ].join('\n\n');
};

/** docs/actions.md */
export const actionsPage = (): string =>
  page(
    'Actions of the Flow language',
    `${ACTION_TYPES.length} action types.`,
    ...[...ACTION_TYPES].sort().map(actionSection),
  );

/** docs/rules.md */
export const rulesPage = (): string =>
  page(
    'Rules of the checker',
    table(
      ['Rule', 'Severity', 'Evidence', 'Finds'],
      RULES.map(({ name, severity, evidence, summary }) => [`\`${name}\``, severity, evidence, summary]),
    ),
  );

/** Every printed page by its file name. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'actions.md': actionsPage,
  'journeys.md': journeysPage,
  'rules.md': rulesPage,
};
