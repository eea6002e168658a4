import { ACTIONS, LIMITS } from '../../language';
import { isOpen } from '../hours';
import { ended, failed, result } from '../outcome';
import { type Behavior, missing } from './behavior';

const compare: Behavior = (step, execution) => result(execution.text(step.parameters.ComparisonValue));

const checkHoursOfOperation: Behavior = (step, execution) => {
  const { kernel, contact } = execution;
  const id = execution.text(step.parameters.HoursOfOperationId) || contact.queue?.hours;
  if (!id) return failed('the contact has no working queue, and no hours are named');
  const hours = kernel.world.hours(id);
  return hours ? result(isOpen(hours, kernel.clock.now) ? 'True' : 'False') : failed(`there are no hours ${id}`);
};

/** Thresholds grow, and the draw is 1 to 100. */
const distributeByPercentage: Behavior = (_step, { kernel }) => result(String(1 + Math.floor(kernel.random() * 100)));

const [FEWEST_PASSES, MOST_PASSES] = ACTIONS.Loop.parameters.LoopCount.range;

/** Continues as often as the count says, is done once, and then starts anew. */
const loop: Behavior = (step, execution) => {
  const text = execution.text(step.parameters.LoopCount);
  const count = text === '' ? Number.NaN : Number(text);
  if (!Number.isInteger(count) || count < FEWEST_PASSES || count > MOST_PASSES)
    return failed('the loop count is no number from 0 to 100');
  const passes = execution.frame.loops.get(step) ?? 0;
  execution.frame.loops.set(step, passes < count ? passes + 1 : 0);
  return result(passes < count ? 'ContinueLooping' : 'DoneLooping');
};

const transferToFlow: Behavior = (step, execution) => {
  const id = execution.text(step.parameters.ContactFlowId);
  const flow = execution.kernel.world.flow(id);
  return flow ? { kind: 'flow', flow } : missing('flow', id);
};

const invokeFlowModule: Behavior = (step, execution) => {
  const id = execution.text(step.parameters.FlowModuleId);
  const module = execution.kernel.world.module(id);
  if (!module) return missing('module', id);
  return execution.depth > LIMITS.moduleDepth ? failed('modules nest five deep at most') : { kind: 'module', module };
};

export const FLOW_CONTROL_BEHAVIORS = {
  Compare: compare,
  CheckHoursOfOperation: checkHoursOfOperation,
  DistributeByPercentage: distributeByPercentage,
  Loop: loop,
  TransferToFlow: transferToFlow,
  InvokeFlowModule: invokeFlowModule,
  EndFlowModuleExecution: () => ({ kind: 'return' }),
  EndFlowExecution: () => ended('flow ended'),
} satisfies Record<string, Behavior>;
