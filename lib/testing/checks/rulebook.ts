import {
  AGENT_FLOW,
  type Assumptions,
  defaultFlowOf,
  existsUnder,
  holdStage,
  JOURNEYS,
  type Journey,
  journeyOf,
  listenerAfterColdTransfer,
  type Moment,
  type Party,
  placeOf,
  type Stage,
} from '../../journey';
import type { FlowType } from '../../language';
import type { Contact, FlowRun } from '../../simulate';
import { labelIn, timeIn, type Watched, WITNESS, type Witness } from '../witness';
import { type Check, fails, passes } from './check';

const HELD: readonly Party[] = ['CUSTOMER', 'AGENT', 'SOURCE_AGENT', 'DESTINATION_AGENT'];

/** Hold flows play whenever somebody is put on hold: between the stages of a journey, not in a place among them. */
const HOLDS: readonly Stage[] = HELD.flatMap((party) => [holdStage(party, 'HOLD_ALL'), holdStage(party, 'JOIN')]);

const stagesOf = (journey: Journey, assumptions: Assumptions): readonly Stage[] =>
  journey.stages.filter((stage) => existsUnder(assumptions, stage));

/** Where the source agent left before anybody answered, a flow was heard by that agent, or by the customer in their place. */
const heardInPlace = (run: FlowRun, stage: Stage, { customerPart }: Contact): boolean =>
  run.heardBy === stage.heardBy ||
  (customerPart === 'CUSTOMER' && run.heardBy === listenerAfterColdTransfer(stage.heardBy));

const isOf = (run: FlowRun, stage: Stage, contact: Contact): boolean =>
  run.flowType === stage.flowType && heardInPlace(run, stage, contact) && mayComeFrom(run, stage);

/** Tasks are paused and resumed whenever an agent does so. */
const isAnytime = ({ on }: Stage): boolean => on === 'PAUSED' || on === 'RESUMED';

const mayComeFrom = ({ source, name, flowType }: FlowRun, stage: Stage): boolean => {
  if (source !== 'default') return source === placeOf(stage).at;
  return stage.otherwise === 'default' && name === defaultFlowOf(flowType as FlowType);
};

/** A flow that another one transferred to goes on in its place, for the same listener. */
const goesOn = (run: FlowRun, runs: readonly FlowRun[]): boolean =>
  runs.some(
    (before) =>
      before !== run && before.end === run.start && before.heardBy === run.heardBy && before.source === run.source,
  ) && run.why.startsWith('flow ');

/** The disconnect flow of a contact may run on the contact itself. */
const disconnectStages = ({ channel }: Contact, assumptions: Assumptions): readonly Stage[] => {
  if (assumptions.disconnectFlowContact !== 'sameContact') return [];
  const journey = journeyOf(JOURNEYS, { method: 'DISCONNECT', channel });
  return journey ? stagesOf(journey, assumptions).filter(({ on }) => on === 'CUSTOMER_REMAINED') : [];
};

/** Whether something is known to have happened to a contact that starts flows. */
const cameTo = (contact: Contact, moment: Moment): boolean => {
  switch (moment) {
    case 'QUEUED':
      return contact.enqueued !== null;
    case 'ACCEPTED':
    case 'ANSWERED':
      return contact.connectedToAgent !== null;
    case 'TRANSFER_STARTED':
      // A third party whom a flow calls is no transfer: the customer is not on hold meanwhile.
      return contact.quickConnect !== undefined;
    case 'CONNECTED':
      return contact.connectedToSystem !== null;
    default:
      return false;
  }
};

const missing = (contact: Contact, stages: readonly Stage[]): readonly Stage[] =>
  stages.filter((stage) => {
    if (stage.otherwise === 'none' || !cameTo(contact, stage.on)) return false;
    const { previous } = contact;
    if (stage.beside && !previous?.parties.has(stage.heardBy ?? 'CUSTOMER')) return false;
    const runs = stage.beside ? (previous?.runs ?? []) : contact.runs;
    return !runs.some((run) => isOf(run, stage, contact) && (run.end === null || run.end >= contact.initiated));
  });

const isQueueFlowTooLong = ({ enqueued, dequeued, runs }: Contact): boolean =>
  enqueued !== null &&
  dequeued !== null &&
  runs.some(({ flowType, end }) => flowType === 'CUSTOMER_QUEUE' && (end === null || end > dequeued));

const name = ({ flowType, heardBy }: Pick<FlowRun, 'flowType' | 'heardBy'>): string =>
  `${flowType} flow heard by ${heardBy ?? 'nobody'}`;

const misplaced = (witness: Witness, contact: Contact, stages: readonly Stage[]): readonly string[] => {
  let reached = 0;
  const extra = [...HOLDS, AGENT_FLOW, ...stages.filter(isAnytime), ...disconnectStages(contact, witness.assumptions)];
  const inOrder = stages.filter((stage) => !isAnytime(stage));
  return contact.runs.flatMap((run) => {
    const what = `“${run.name}” at ${timeIn(witness, run.start)}, a ${name(run)} from ${run.source}`;
    const later = inOrder.findIndex((stage, i) => i >= reached && isOf(run, stage, contact));
    if (later >= 0) {
      reached = later;
      return [];
    }
    if (goesOn(run, contact.runs) || extra.some((stage) => isOf(run, stage, contact))) return [];
    const early = inOrder.some((stage) => isOf(run, stage, contact));
    return [early ? `${what}, comes after flows that should follow it` : `${what}, has no place in this journey`];
  });
};

/** What a contact did against the rulebook, a sentence each. */
const deviations = (witness: Witness, contact: Contact): readonly string[] => {
  const { method, channel, variant } = contact;
  const label = `${labelIn(witness, contact)} (${method}, ${channel}${variant ? `, ${variant}` : ''})`;
  const journey = journeyOf(JOURNEYS, { method, channel, variant });
  if (!journey) return [`${label}: the rulebook has no such journey`];
  const stages = stagesOf(journey, witness.assumptions);
  return [
    ...misplaced(
      witness,
      contact,
      stages.filter(({ beside }) => !beside),
    ),
    ...missing(contact, stages).map((stage) => `a ${name(stage)} should have run, and did not`),
    ...(isQueueFlowTooLong(contact) ? ['the customer queue flow goes on although the contact has left the queue'] : []),
  ].map((sentence) => `${label}: ${sentence}`);
};

/** Every flow of every contact ran where the rulebook says, for whom it says, from where it says, and none is missing. */
export const conformsToTheRulebook = (watched: Watched): Check => {
  const witness = watched[WITNESS];
  const found = witness.contacts.flatMap((contact) => deviations(witness, contact));
  if (found.length === 0) return passes(() => `${witness.who} conforms to the rulebook, and was not to.`);
  return fails(witness, () => [
    `${witness.who} was to conform to the rulebook.`,
    found.map((each) => `  ${each}`).join('\n'),
  ]);
};
