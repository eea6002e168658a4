import {
  type AssumptionName,
  type Assumptions,
  type FlowChoice,
  type Journey,
  listenerAfterColdTransfer,
  type Moment,
  type Party,
  resolve,
  type Stage,
  stagesAt,
} from '../../journey';
import { FLOW_TYPE_FACTS, type FlowScope, type FlowType, isHoldFlow, isWhisperFlow, LIMITS } from '../../language';
import type { Contact, FlowRun } from '../contact';
import { Execution } from '../execution';
import type { Kernel, StageEnd } from '../kernel';
import type { FlowEnd } from '../outcome';
import { remember } from '../remember';
import type { WorldFlow } from '../world';

/** What is known when a stage of this contact begins. A disconnect flow was named on the contact that ended. */
const contextOf = (contact: Contact, stage: Stage) => ({
  hooks:
    (stage.on === 'CUSTOMER_REMAINED' && contact.method === 'DISCONNECT' ? contact.previous : contact)?.hooks ?? {},
  entryPoint: contact.entryPoint,
  quickConnect: contact.quickConnect,
  queue: contact.queue ?? undefined,
});

const flowOf = (kernel: Kernel, choice: FlowChoice, wanted: FlowType): WorldFlow | undefined => {
  if (choice.source === 'none') return undefined;
  return choice.source === 'default'
    ? kernel.world.defaultFlow(choice.default)
    : kernel.world.flow(choice.flow, wanted);
};

const flowTitle = (type: FlowScope): string => (type === 'MODULE' ? 'Flow module' : FLOW_TYPE_FACTS[type].title);

export const newRun = (kernel: Kernel, contact: Contact, facts: Omit<FlowRun, 'start' | 'end'>): FlowRun => {
  const { flowType, name, arn, heardBy, source, why } = facts;
  const run: FlowRun = { flowType, name, arn, heardBy, source, why, start: kernel.clock.now, end: null };
  contact.runs.push(run);
  const who = run.heardBy === null ? null : (contact.parties.get(run.heardBy)?.name ?? null);
  kernel.note(contact, 'starts', `${flowTitle(run.flowType)} "${run.name}"`, { who, run });
  return run;
};

/** The first prompt of the flow waits for the customer, whose two minutes of whispering begin then. */
const gateFor = (kernel: Kernel, contact: Contact, stage: Stage) =>
  stage.splitAtFirstPrompt
    ? (open: () => void, execution: Execution) =>
        kernel.callCustomer(contact, () => {
          limitWhisper(kernel, execution);
          open();
        })
    : null;

/** Who hears a stage of this contact; null where that party is not there. */
const listenerOf = ({ customerPart, parties }: Contact, { heardBy }: Stage): Party | null => {
  const listener = customerPart === 'CUSTOMER' ? listenerAfterColdTransfer(heardBy) : heardBy;
  return listener !== null && parties.has(listener) ? listener : null;
};

/** Starts the flow of a stage; null when there is none to run, and then the stage is over at once. */
export const begin = (
  kernel: Kernel,
  contact: Contact,
  choice: FlowChoice,
  stage: Stage,
  done: (end: FlowEnd) => void,
): Execution | null => {
  const flow = flowOf(kernel, choice, stage.flowType);
  if (flow === undefined) {
    if (choice.source !== 'none' && choice.source !== 'default')
      kernel.stop(`The ${stage.flowType} flow ${choice.flow} (${choice.why}) is not in this world.`);
    return null;
  }
  const { type: flowType, name, arn } = flow;
  const heardBy = listenerOf(contact, stage);
  const why = flow.replacesDefault ? `${choice.why}; its content is replaced` : choice.why;
  const run = newRun(kernel, contact, { flowType, name, arn, heardBy, source: choice.source, why });
  const execution = new Execution(kernel, contact, run, flow, done, gateFor(kernel, contact, stage));
  contact.executions.push(execution);
  execution.start();
  return execution;
};

export const playStage = (
  kernel: Kernel,
  contact: Contact,
  stage: Stage,
  done: (end: StageEnd) => void,
): Execution | null => {
  if (stage.assumes) kernel.assumption(stage.assumes[0]);
  const choice = resolve(stage, contextOf(contact, stage));
  const execution = kernel.begin(contact, choice, stage, done);
  if (execution === null) done(null);
  else if (isWhisperFlow(stage.flowType) && !stage.splitAtFirstPrompt) limitWhisper(kernel, execution);
  return execution;
};

const limitWhisper = (kernel: Kernel, execution: Execution): void => {
  if (execution.over) return;
  const timer = kernel.clock.after(LIMITS.whisperSeconds * 1000, () => execution.stop('too long'));
  execution.whenOver(() => timer.cancel());
};

/** Hold flows run beside the rest, on the contact before, until the hold ends; not for a customer who is gone. */
const playBeside = (kernel: Kernel, contact: Contact, stage: Stage): void => {
  const { previous } = contact;
  if (previous === null || listenerOf(previous, stage) === null) return;
  const choice = resolve(stage, contextOf(previous, stage));
  kernel.begin(previous, choice, stage, () => {});
};

/** The party in the queue hears the queue flow until a stage is played to it, or no stage is left. */
const leavesQueueFor = (contact: Contact, stage: Stage): boolean =>
  contact.state === 'queued' && stage.on === 'ACCEPTED' && listenerOf(contact, stage) === contact.customerPart;

interface Plan {
  /** The assumptions on which it depends what runs. */
  readonly assumed: readonly AssumptionName[];
  readonly beside: readonly Stage[];
  readonly inTurn: readonly Stage[];
}

const plan = (journey: Journey, moment: Moment, assumptions: Assumptions): Plan => {
  const stages = stagesAt(journey, moment, assumptions);
  return {
    assumed: journey.stages.flatMap(({ on, assumes }) => (on === moment && assumes ? [assumes[0]] : [])),
    beside: stages.filter(({ beside }) => beside),
    inTurn: stages.filter(({ beside }) => !beside),
  };
};

const plans = new WeakMap<Assumptions, (journey: Journey) => (moment: Moment) => Plan>();

/** What runs at a moment of a journey; the same for every contact, so it is looked up once. */
const planOf = (assumptions: Assumptions, journey: Journey, moment: Moment): Plan => {
  const known = plans.get(assumptions);
  if (known) return known(journey)(moment);
  const made = remember((each: Journey) => remember((at: Moment) => plan(each, at, assumptions)));
  plans.set(assumptions, made);
  return made(journey)(moment);
};

/** After these ends nothing else of the moment is played. */
const BREAKS_OFF: readonly FlowEnd[] = ['disconnect', 'too long', 'hung up'];

export const play = (kernel: Kernel, contact: Contact, moment: Moment, done: (end: StageEnd) => void): void => {
  const { assumed, beside, inTurn } = planOf(kernel.assumptions(), contact.journey, moment);
  for (const name of assumed) kernel.assumption(name);
  for (const stage of beside) playBeside(kernel, contact, stage);
  const playNext = (i: number, last: StageEnd): void => {
    const stage = inTurn[i];
    if (contact.state === 'ended') return;
    if (stage === undefined || (last !== null && BREAKS_OFF.includes(last))) return done(last);
    if (leavesQueueFor(contact, stage)) kernel.leaveQueue(contact);
    kernel.playStage(contact, stage, (end) => playNext(i + 1, end));
  };
  playNext(0, null);
};

/** Stops the hold flow that a party hears. */
export const takeOffHold = (contact: Contact, party: Party): void => {
  for (const execution of [...contact.executions]) {
    const { flowType, heardBy } = execution.run;
    if (heardBy === party && isHoldFlow(flowType)) execution.stop();
  }
};

/** What ends the stay in a flow that a contact came in by: it goes into a queue, or it is over. */
export const runEntryFlow = (kernel: Kernel, contact: Contact): void => {
  contact.connectedToSystem = kernel.clock.now;
  kernel.play(contact, 'CONNECTED', (end) => {
    if (end === 'queued') kernel.enqueue(contact);
    else kernel.end(contact, 'CONTACT_FLOW_DISCONNECT');
  });
};
