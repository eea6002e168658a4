import {
  INITIATION_METHODS,
  JOURNEYS,
  type Journey,
  type KnownInitiationMethod,
  placeOf,
  type Stage,
} from '../../journey';
import { type Block, heading, table, text } from '../page/block';
import { placeText } from './places';

const MOMENTS: Readonly<Record<Stage['on'], string>> = {
  CREATED: 'the contact is created',
  PAUSED: 'an agent pauses the task',
  RESUMED: 'the task goes on',
  CONNECTED: 'the customer is connected',
  QUEUED: 'the contact enters a queue',
  ACCEPTED: 'an agent accepts',
  DIALLING: 'the agent dials',
  ANSWERED: 'the customer answers',
  TRANSFER_STARTED: 'the agent uses a quick connect',
  PUT_ON_HOLD: 'a party is put on hold',
  CUSTOMER_REMAINED: 'the contact ended and the customer is still there',
  SENT: 'the email is sent',
  FLOW_SENT: 'the agent of a chat sends a flow',
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
  placeText(placeOf(stage)),
  stage.otherwise,
  notesOf(stage),
];

const STAGE_HEAD = ['', 'Flow type', 'Heard by', 'Starts when', 'Named by', 'Otherwise', 'Notes'];

const journeyBlocks = (journey: Journey): readonly Block[] => [
  heading(3, `${journey.method} · ${journey.channel}${journey.variant ? ` · ${journey.variant}` : ''}`),
  text(`Source: <${journey.page}>`),
  journey.stages.length === 0 ? text('No flow runs.') : table(STAGE_HEAD, journey.stages.map(stageRow)),
];

/** An initiation method with all its journeys. */
export const methodEntry = (method: KnownInitiationMethod): readonly Block[] => [
  heading(2, method),
  text(INITIATION_METHODS[method].startedBy),
  ...JOURNEYS.filter((each) => each.method === method).flatMap(journeyBlocks),
];
