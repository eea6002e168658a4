import {
  type AnalyseOptions,
  type Analysis,
  analyse,
  type Centre,
  type CentreFlow,
  contactTitle,
  type EntryPoint,
  flowTitle,
  type StageRun,
  stageTitle,
} from '../../lib/analyse';
import { flow, flowArn, queueArn, type Script } from '../simulate/script';

const QUEUES = ['Sales', 'Support'];

/** A centre of some flows, two queues and nothing else, unless more is said. */
export const centreOf = (flows: readonly CentreFlow[], more: Partial<Centre> = {}): Centre => ({
  flows,
  modules: [],
  queues: QUEUES.map((name) => ({ arn: queueArn(name), name })),
  quickConnects: [],
  ...more,
});

export const main = (script: Script): CentreFlow => flow('Main', 'CONTACT_FLOW', script);
export const whisper = (name: string, script: Script = []): CentreFlow => flow(name, 'AGENT_WHISPER', script);

/** Callers of the flow `Main`, unless something else is said. */
export interface LookOptions extends Omit<AnalyseOptions, 'entryPoints'> {
  readonly entry?: Partial<EntryPoint>;
}

export const analysed = (centre: Centre, { entry, ...options }: LookOptions = {}): Analysis => {
  const calls: EntryPoint = { name: 'the number', method: 'INBOUND', channel: 'VOICE', flow: flowArn('Main') };
  return analyse(centre, { ...options, entryPoints: [{ ...calls, ...entry }] });
};

/** Everything that can run at a stage of contacts, called as people call them. */
export const runsAt = ({ entryPoints }: Analysis, stage: string, contact = 'INBOUND VOICE'): readonly StageRun[] =>
  entryPoints
    .flatMap(({ contacts }) => contacts)
    .filter((each) => contactTitle(each) === contact)
    .flatMap(({ stages }) => stages)
    .filter((each) => stageTitle(each.stage) === stage)
    .flatMap(({ runs }) => runs);

const shown = ({ source, flow: found, witness }: StageRun): string =>
  `${source} ${flowTitle(found)}${witness().proven ? '' : ', unproven'}`;

/** The same, each as source and flow, e.g. `hook "Announcement"`. */
export const canRun = (centre: Centre, stage: string, contact?: string, options?: LookOptions): readonly string[] =>
  runsAt(analysed(centre, options), stage, contact).map(shown).sort();

/** The branches that a way takes, by flow, action and exit. */
export const branches = (run: StageRun | undefined): readonly string[] =>
  (run?.witness().steps ?? []).flatMap((step) =>
    step.kind === 'action' && step.exit !== 'next' && step.exit !== 'end' ? [`${step.type} ${step.exit}`] : [],
  );
