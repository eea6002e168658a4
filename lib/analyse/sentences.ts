import { DEFAULT_FLOWS, defaultFlowOf, EVENT_HOOKS, placeOf, type Stage } from '../journey';
import { FLOW_TYPE_FACTS } from '../language';
import type { ContactName, FoundFlow, StageRun, Witness, WitnessStep } from './analysis';
import type { MissingOverride } from './missing-overrides';

/** `TRANSFER VOICE (agent)` */
export const contactTitle = ({ method, channel, variant }: ContactName): string =>
  `${method} ${channel}${variant === null ? '' : ` (${variant})`}`;

/** `agent whisper flow`, or `customer hold flow beside the transfer`. */
export const stageTitle = ({ flowType, beside, heardBy }: Stage): string => {
  const title = FLOW_TYPE_FACTS[flowType].title.toLowerCase();
  const listener =
    heardBy === 'SOURCE_AGENT' || heardBy === 'DESTINATION_AGENT' ? ` of the ${partyTitle(heardBy)}` : '';
  if (beside !== undefined) return `${title} beside the transfer`;
  return flowType === 'AGENT_HOLD' ? `${title}${listener}` : title;
};

const partyTitle = (party: string): string => party.toLowerCase().replaceAll('_', ' ');

/** `"Waiting"`, or what is there in place of a flow that is known. */
export const flowTitle = (flow: FoundFlow): string => {
  switch (flow.kind) {
    case 'flow':
      return `"${flow.name}"`;
    case 'elsewhere':
      return `${flow.reference}, which is not in this centre`;
    case 'unknown':
      return `a flow that ${flow.reference} names at run time`;
    case 'none':
      return 'nothing';
  }
};

type ActionStep = Extract<WitnessStep, { kind: 'action' }>;

/** Ways on which there was no choice tell nothing. */
const isTold = (step: WitnessStep): boolean => {
  if (step.kind === 'event') return step.what !== 'the flow ends';
  if (step.exit === 'next') return false;
  return step.exit !== 'end' || step.type.startsWith('Transfer') || step.type.startsWith('Dequeue');
};

const stepTitle = (step: WitnessStep): string => {
  if (step.kind === 'event') return step.about === undefined ? step.what : `${step.what} (${partyOrName(step.about)})`;
  const exit = step.exit === 'end' ? '' : `: ${step.exit.replace(/^Equals /, '')}`;
  return `"${step.action}"${exit}`;
};

const partyOrName = (about: string): string => (/^[A-Z_]+$/.test(about) ? partyTitle(about) : about);

/** A way in one line: what happens, and the branches that are taken; each flow is named where it is entered. */
export const wayText = ({ steps, proven }: Witness): string => {
  let flow = '';
  const told = steps.filter(isTold).map((step) => {
    const entered = step.kind === 'action' && step.flow !== flow ? `flow "${step.flow}": ` : '';
    if (step.kind === 'action') flow = step.flow;
    return `${entered}${stepTitle(step)}`;
  });
  return `${told.join(' → ')}${proven ? '' : ' (as far as can be told: it leads past something that is only known at run time)'}`;
};

/** The last thing that happens to the contact before a stage. */
const lastAction = ({ steps }: Witness): ActionStep | undefined => steps.findLast((step) => step.kind === 'action');

/** A hook that cannot be set on this channel keeps nobody from setting others. */
const failedActionIn = ({ steps }: Witness, flow: string | undefined): ActionStep | undefined =>
  steps.find(
    (step): step is ActionStep =>
      step.kind === 'action' && step.fails && step.flow === flow && step.type !== 'UpdateContactEventHooks',
  );

const hookFix = (hook: keyof typeof EVENT_HOOKS, witness: Witness): string => {
  const before = lastAction(witness);
  const failed = failedActionIn(witness, before?.flow);
  const where = before === undefined ? 'before that' : `before "${before.action}" of flow "${before.flow}"`;
  const set = `Set the ${hook} hook (block ${EVENT_HOOKS[hook].block}) on this way, ${where}`;
  return failed === undefined
    ? `${set}.`
    : `${set}, or let the error branch of "${failed.action}" of flow "${failed.flow}" not lead there.`;
};

const UNKNOWN_FIX = 'Name a flow outright, or declare what the function can answer.';

const fixFor = ({ stage, run }: MissingOverride, witness: Witness): string => {
  if (run.flow.kind === 'unknown') return UNKNOWN_FIX;
  const place = placeOf(stage);
  switch (place.at) {
    case 'hook':
      return hookFix(place.hook, witness);
    case 'queue':
      return `Name an outbound whisper flow at the queue (${place.property}).`;
    case 'quick connect':
      return 'Name a transfer flow at the quick connect.';
    case 'entry point':
      return 'Name a flow at the entry point.';
  }
};

const insteadOf = ({ run, stage }: MissingOverride): string => {
  const name = defaultFlowOf(stage.flowType);
  const isDefault = run.source === 'default' && name !== undefined;
  return isDefault ? `"${name}" (${DEFAULT_FLOWS[name].holds})` : flowTitle(run.flow);
};

/** What is missing, why, on which way, and how to mend it. */
export interface MissingOverrideSentences {
  readonly what: string;
  readonly why: string;
  readonly way: string;
  readonly fix: string;
}

const sentence = ({ why }: StageRun): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

/** @param entryPoints names of the entry points for which the same is missing */
export const sentencesFor = (
  missing: MissingOverride,
  entryPoints: readonly string[] = [missing.entryPoint.name],
): MissingOverrideSentences => {
  const { contact, stage, run } = missing;
  const witness = run.witness();
  const from = entryPoints.map((name) => `"${name}"`).join(', ');
  return {
    what: `The ${stageTitle(stage)} of ${contactTitle(contact)} contacts from ${from} can be ${insteadOf(missing)}.`,
    why: sentence(run),
    way: wayText(witness),
    fix: fixFor(missing, witness),
  };
};
