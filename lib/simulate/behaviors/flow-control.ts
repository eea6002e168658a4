import type { Execution } from '../execution';
import { isOpen } from '../hours';
import type { LinkedStep } from '../linked-flow';
import { ended, failed, later, NEXT, result } from '../outcome';
import { serves } from '../parts/routing';
import type { WorldQueue } from '../world';
import { type Behavior, missing } from './behavior';

const compare: Behavior = (step, execution) => result(execution.text(step.parameters.ComparisonValue));

const checkHoursOfOperation: Behavior = (step, execution) => {
  const { kernel, contact } = execution;
  const id = execution.text(step.parameters.HoursOfOperationId) || contact.queue?.hours;
  if (!id) return failed('the contact has no working queue, and no hours are named');
  const hours = kernel.world.hours(id);
  return hours ? result(isOpen(hours, kernel.clock.now) ? 'True' : 'False') : failed(`there are no hours ${id}`);
};

/** The queue that a block names, or the working queue. */
export const queueOf = (step: LinkedStep, execution: Execution): WorldQueue | undefined => {
  const { QueueId, AgentId } = step.parameters;
  const { kernel, contact } = execution;
  if (AgentId !== undefined) return agentQueue(execution, execution.text(AgentId));
  if (QueueId !== undefined) return kernel.world.queue(execution.text(QueueId));
  return contact.queue ?? undefined;
};

/** Every agent has a queue of their own. */
const agentQueue = (execution: Execution, id: string): WorldQueue | undefined => {
  const agent = execution.kernel.world.agent(id);
  if (!agent) return undefined;
  return { arn: `${agent.arn}/queue`, name: agent.name, agent: agent.arn, maxContacts: 10 };
};

const staffedBy = (execution: Execution, queue: WorldQueue) =>
  [...execution.kernel.desks.values()].filter(({ agent, state }) => state !== 'offline' && serves(agent, queue));

const oldestAge = (execution: Execution, queue: WorldQueue): number => {
  const { contacts, clock } = execution.kernel;
  const since = contacts
    .filter((c) => c.state === 'queued' && c.queue?.arn === queue.arn)
    .map((c) => c.enqueued ?? clock.now);
  return since.length === 0 ? 0 : clock.now - Math.min(...since);
};

/** The real-time metrics of a queue; the age is in milliseconds, as the wire has it despite its name. */
const metric = (name: string, execution: Execution, queue: WorldQueue): number | undefined => {
  const desks = staffedBy(execution, queue);
  switch (name) {
    case 'NumberOfAgentsAvailable':
      return desks.filter(({ state }) => state === 'available').length;
    case 'NumberOfAgentsStaffed':
    case 'NumberOfAgentsOnline':
      return desks.length;
    case 'NumberOfContactsInQueue':
      return execution.kernel.waitingIn(queue);
    case 'OldestContactInQueueAgeSeconds':
      return oldestAge(execution, queue);
    default:
      return undefined;
  }
};

const checkMetricData: Behavior = (step, execution) => {
  const queue = queueOf(step, execution);
  if (!queue) return failed('there is no such queue, and the contact has no working queue');
  const value = metric(String(step.parameters.MetricType), execution, queue);
  return value === undefined ? failed(`there is no metric ${step.parameters.MetricType}`) : result(String(value));
};

const getMetricData: Behavior = (step, execution) => {
  const queue = queueOf(step, execution);
  if (!queue) return failed('there is no such queue, and the contact has no working queue');
  const value = (name: string) => String(metric(name, execution, queue));
  execution.frame.results.set('Metrics', {
    Queue: {
      Name: queue.name,
      ARN: queue.arn,
      Size: value('NumberOfContactsInQueue'),
      OldestContactAge: String(Math.floor(Number(value('OldestContactInQueueAgeSeconds')) / 1000)),
    },
    Agents: {
      Online: { Count: value('NumberOfAgentsOnline') },
      Available: { Count: value('NumberOfAgentsAvailable') },
      Staffed: { Count: value('NumberOfAgentsStaffed') },
    },
  });
  return NEXT;
};

/** Thresholds grow, and the draw is 1 to 100. */
const distributeByPercentage: Behavior = (_step, { kernel }) => result(String(1 + Math.floor(kernel.random() * 100)));

/** Continues as often as the count says, is done once, and then starts anew. */
const loop: Behavior = (step, execution) => {
  const count = Number(execution.text(step.parameters.LoopCount));
  if (!Number.isInteger(count) || count < 0) return failed('the loop count is no number');
  const passes = execution.frame.loops.get(step) ?? 0;
  execution.frame.loops.set(step, passes < count ? passes + 1 : 0);
  return result(passes < count ? 'ContinueLooping' : 'DoneLooping');
};

const wait: Behavior = (step, execution) => {
  const seconds = Number(execution.text(step.parameters.TimeLimitSeconds));
  return Number.isFinite(seconds)
    ? later(seconds * 1000, () => result('WaitCompleted'))
    : failed('the time is no number');
};

const updateFlowAttributes: Behavior = (step, execution) => {
  const entries = Object.entries((step.parameters.FlowAttributes ?? {}) as Record<string, unknown>);
  for (const [key, wrapped] of entries) {
    const value = typeof wrapped === 'object' && wrapped !== null ? (wrapped as { Value?: unknown }).Value : wrapped;
    execution.frame.flowAttributes.set(key, execution.text(value));
  }
  return NEXT;
};

const transferToFlow: Behavior = (step, execution) => {
  const id = execution.text(step.parameters.ContactFlowId);
  const flow = execution.kernel.world.flow(id);
  return flow ? { kind: 'flow', flow } : missing('flow', id);
};

export const FLOW_CONTROL_BEHAVIORS = {
  Compare: compare,
  CheckHoursOfOperation: checkHoursOfOperation,
  CheckMetricData: checkMetricData,
  GetMetricData: getMetricData,
  DistributeByPercentage: distributeByPercentage,
  Loop: loop,
  Wait: wait,
  UpdateFlowAttributes: updateFlowAttributes,
  UpdateFlowLoggingBehavior: () => NEXT,
  TransferToFlow: transferToFlow,
  EndFlowExecution: () => ended('flow ended'),
} satisfies Record<string, Behavior>;
