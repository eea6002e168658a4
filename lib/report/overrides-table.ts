import type { Analysis, ContactAnalysis, EntryAnalysis, StageAnalysis, StageRun } from '../analyse';
import { contactTitle, flowTitle } from '../analyse';
import type { FlowType } from '../language';

/** What runs at a stage, as far as the table goes. */
export type Kind = 'own' | 'replaced' | 'DEFAULT' | 'none' | 'UNKNOWN';

/** What people look for stands out; flows of one's own are as they should be. */
export const KINDS: Readonly<Record<Kind, string>> = {
  own: 'a flow of yours',
  replaced: 'a default flow with content of yours',
  DEFAULT: 'a default flow',
  none: 'no flow, as there is no default',
  UNKNOWN: 'a flow that is only known at run time',
};

export const kindOf = ({ source, flow }: StageRun): Kind => {
  if (flow.kind === 'none') return 'none';
  if (flow.kind === 'unknown') return 'UNKNOWN';
  if (source !== 'default') return 'own';
  return flow.kind === 'flow' && flow.isReplacedDefault ? 'replaced' : 'DEFAULT';
};

/** The columns: stages by type, in the order in which contacts come to them. */
export const COLUMNS: readonly { readonly title: readonly [string, string]; readonly types: readonly FlowType[] }[] = [
  { title: ['Inbound', 'flow'], types: ['CONTACT_FLOW'] },
  { title: ['Transfer', 'flow'], types: ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] },
  { title: ['Customer', 'queue'], types: ['CUSTOMER_QUEUE'] },
  { title: ['Agent', 'whisper'], types: ['AGENT_WHISPER'] },
  { title: ['Customer', 'whisper'], types: ['CUSTOMER_WHISPER'] },
  { title: ['Outbound', 'whisper'], types: ['OUTBOUND_WHISPER'] },
  { title: ['Customer', 'hold'], types: ['CUSTOMER_HOLD'] },
  { title: ['Agent', 'hold'], types: ['AGENT_HOLD'] },
];

const runsIn = ({ stages }: ContactAnalysis, types: readonly FlowType[]): readonly StageRun[] =>
  stages.filter(({ stage }) => types.includes(stage.flowType)).flatMap(({ runs }) => runs);

const KIND_ORDER = Object.keys(KINDS) as readonly Kind[];

/** What it takes an outage to hear is no choice of anybody's. */
export const kindsIn = (contact: ContactAnalysis, types: readonly FlowType[]): readonly Kind[] => {
  const runs = runsIn(contact, types).filter(({ takesOutage }) => !takesOutage);
  const found = new Set(runs.map(kindOf));
  return KIND_ORDER.filter((kind) => found.has(kind));
};

/** Whether contacts of a kind come to be without an outage. */
const isUsual = ({ stages }: ContactAnalysis): boolean =>
  stages.some(({ runs }) => runs.some(({ takesOutage }) => !takesOutage));

/** Entry points from which the same can run, so that a line stands for all of them. */
export interface EntryGroup {
  readonly names: readonly string[];
  readonly contacts: readonly ContactAnalysis[];
}

const stageKey = ({ stage, runs }: StageAnalysis): string =>
  `${stage.flowType} ${stage.heardBy} ${runs.map(({ source, flow }) => `${source} ${flowTitle(flow)}`).sort()}`;

/** The flow with which contacts start is their own affair. */
const entryKey = ({ entryPoint: { method, channel }, contacts }: EntryAnalysis): string => {
  const others = contacts.map((contact, i) => {
    const stages = i === 0 ? contact.stages.filter(({ stage }) => stage.flowType !== 'CONTACT_FLOW') : contact.stages;
    return `${contactTitle(contact)}: ${stages.map(stageKey).sort().join('; ')}`;
  });
  return `${method} ${channel}\n${others.join('\n')}`;
};

export const groupsOf = ({ entryPoints }: Analysis): readonly EntryGroup[] => {
  const groups = new Map<string, readonly EntryAnalysis[]>();
  for (const entry of entryPoints) groups.set(entryKey(entry), [...(groups.get(entryKey(entry)) ?? []), entry]);
  return [...groups.values()].map((entries) => ({
    names: entries.map(({ entryPoint }) => entryPoint.name),
    contacts: (entries[0]?.contacts ?? []).filter(isUsual),
  }));
};
