import type { ActionType, ErrorType } from '../../language';
import type { Execution } from '../execution';
import type { Kernel } from '../kernel';
import type { LinkedStep } from '../linked-flow';
import { failed, NEXT, type Outcome } from '../outcome';
import type { WorldFault } from '../world';
import type { Behavior } from './behavior';

/** The branch for a contact of the wrong channel, where it is not the catch-all. Source: the pages of both actions. */
const OFF_CHANNEL: Readonly<Partial<Record<ActionType, ErrorType>>> = {
  UpdateContactMediaProcessing: 'ChannelMismatch',
  UpdateContactCallbackNumber: 'InvalidCallbackNumber',
};

const withoutEffect = ({ action }: LinkedStep, { contact, kernel }: Execution): Outcome =>
  action.Type === 'MessageParticipant' && kernel.assumption('promptOnEmail') === 'errorBranch'
    ? failed(`${action.Type} does not work on ${contact.channel}`)
    : NEXT;

/** A callback that nobody is on yet may wait, although calls may not (customer-first-cb). */
const waitsAlone = ({ action }: LinkedStep, { contact, kernel, run }: Execution): boolean =>
  action.Type === 'Wait' &&
  contact.channel === 'VOICE' &&
  run.heardBy === null &&
  contact.method.startsWith('CALLBACK') &&
  kernel.assumption('waitInCreationFlow') === 'yes';

/** What the row says of the channel of the contact, where the block does not work there. */
const offChannel = (step: LinkedStep, execution: Execution): Outcome | null => {
  const { action, spec } = step;
  const { contact } = execution;
  const support = spec?.channels[contact.channel];
  if (support === 'no effect') return withoutEffect(step, execution);
  if (support !== 'error' || waitsAlone(step, execution)) return null;
  return failed(`${action.Type} does not work on ${contact.channel}`, OFF_CHANNEL[action.Type as ActionType]);
};

/** A module may run in any flow; a block that the running flow's type does not have leaves by its error branch. */
const offFlowType = ({ action, spec }: LinkedStep, { depth, run }: Execution): Outcome | null => {
  if (depth === 1 || spec === undefined || spec.flowTypes.length === 1) return null;
  return spec.flowTypes.includes(run.flowType) ? null : failed(`${action.Type} does not work in ${run.flowType} flows`);
};

const suffered = new WeakMap<Kernel, Map<WorldFault, number>>();

const timesOf = (kernel: Kernel): Map<WorldFault, number> => {
  const known = suffered.get(kernel) ?? new Map<WorldFault, number>();
  suffered.set(kernel, known);
  return known;
};

const knows = ({ form }: LinkedStep, error: ErrorType): boolean =>
  form !== undefined && (form.errors.required.includes(error) || form.errors.optional?.includes(error) === true);

const strikes = ({ action, flow, error }: WorldFault, step: LinkedStep, execution: Execution): boolean =>
  (action === undefined || action === step.action.Type || action === step.action.Identifier) &&
  (flow === undefined || flow === execution.frame.flow.name) &&
  knows(step, error);

const faultFor = (step: LinkedStep, execution: Execution): WorldFault | undefined => {
  const { kernel } = execution;
  const { faults } = kernel.world.world;
  if (faults === undefined) return undefined;
  const times = timesOf(kernel);
  const fault = faults.find(
    (each) => (times.get(each) ?? 0) < (each.times ?? Number.POSITIVE_INFINITY) && strikes(each, step, execution),
  );
  if (fault) times.set(fault, (times.get(fault) ?? 0) + 1);
  return fault;
};

/** The case is written all the same; only the link is missing. */
const DONE_ALL_THE_SAME: readonly ErrorType[] = ['ContactNotLinked'];

const suffer = (
  { error, because }: WorldFault,
  behavior: Behavior,
  step: LinkedStep,
  execution: Execution,
): Outcome | Promise<Outcome> => {
  const failure = failed(because ?? 'this world has it fail', error);
  if (step.action.Type === 'InvokeLambdaFunction') execution.frame.results.delete('External');
  if (!DONE_ALL_THE_SAME.includes(error)) return failure;
  const done = behavior(step, execution);
  return done instanceof Promise || done.kind === 'next' ? failure : done;
};

/** A behaviour where it stands in a contact centre: off its channel or flow type, or struck by a fault, it does not run. */
export const guarded =
  (behavior: Behavior): Behavior =>
  (step, execution) => {
    const off = offChannel(step, execution) ?? offFlowType(step, execution);
    if (off !== null) return off;
    const fault = faultFor(step, execution);
    return fault === undefined ? behavior(step, execution) : suffer(fault, behavior, step, execution);
  };
