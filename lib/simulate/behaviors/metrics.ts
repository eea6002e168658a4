import type { Contact } from '../contact';
import { type AgentState, agentState, type Desk } from '../desk';
import type { Execution } from '../execution';
import { failed, NEXT, result } from '../outcome';
import { serves } from '../parts/routing';
import type { WorldQueue } from '../world';
import type { Behavior } from './behavior';
import { queueOf } from './queues';

const NO_QUEUE = 'there is no such queue, and the contact has no working queue';

const staffOf = ({ kernel }: Execution, queue: WorldQueue): readonly Desk[] =>
  [...kernel.desks.values()].filter((desk) => agentState(desk) !== 'offline' && serves(desk.agent, queue));

const countOf = (desks: readonly Desk[], state: AgentState): number =>
  desks.filter((desk) => agentState(desk) === state).length;

/** Online, and not in a status of the centre's own. */
const staffed = (desks: readonly Desk[]): number => desks.length - countOf(desks, 'unavailable');

const age = (waiting: readonly Contact[], at: number): number => at - (waiting[0]?.enqueued ?? at);

/** The real-time metrics of a queue; the age is in milliseconds, as the wire has it despite its name. */
const metric = (name: string, execution: Execution, queue: WorldQueue): number | undefined => {
  const { clock, waiting } = execution.kernel;
  const { now } = clock;
  switch (name) {
    case 'NumberOfAgentsAvailable':
      return countOf(staffOf(execution, queue), 'available');
    case 'NumberOfAgentsStaffed':
      return staffed(staffOf(execution, queue));
    case 'NumberOfAgentsOnline':
      return staffOf(execution, queue).length;
    case 'NumberOfContactsInQueue':
      return waiting.waitingIn(queue.arn);
    case 'OldestContactInQueueAgeSeconds':
      return age(waiting.waitedIn(queue.arn, now), now);
    default:
      return undefined;
  }
};

const checkMetricData: Behavior = (step, execution) => {
  const queue = queueOf(step, execution);
  if (!queue) return failed(NO_QUEUE);
  const value = metric(String(step.parameters.MetricType), execution, queue);
  return value === undefined ? failed(`there is no metric ${step.parameters.MetricType}`) : result(String(value));
};

const LAGS = { none: 0, fiveSeconds: 5_000, tenSeconds: 10_000 } as const;

const counts = (desks: readonly Desk[]) => ({
  Online: { Count: String(desks.length) },
  Staffed: { Count: String(staffed(desks)) },
  Available: { Count: String(countOf(desks, 'available')) },
  Busy: { Count: String(countOf(desks, 'busy')) },
  Missed: { Count: String(countOf(desks, 'missed')) },
  AfterContactWork: { Count: String(countOf(desks, 'afterContactWork')) },
  NonProductive: { Count: String(countOf(desks, 'unavailable')) },
});

const queueMetrics = (queue: WorldQueue, waiting: readonly Contact[], at: number) => ({
  Name: queue.name,
  ARN: queue.arn,
  Size: String(waiting.length),
  OldestContactAge: String(Math.floor(age(waiting, at) / 1000)),
  ...(queue.estimatedWaitSeconds !== undefined && { EstimatedWaitTime: String(queue.estimatedWaitSeconds) }),
});

const contactMetrics = (contact: Contact, queue: WorldQueue, waiting: readonly Contact[]) => {
  const position = waiting.indexOf(contact) + 1;
  const wait = queue.estimatedWaitSeconds;
  return {
    ...(position > 0 && { PositionInQueue: String(position) }),
    ...(wait !== undefined && { EstimatedWaitTime: String(wait) }),
  };
};

/** What the queue was like some seconds ago; who is at work is told as it is now. */
const getMetricData: Behavior = (step, execution) => {
  const { kernel, contact, frame } = execution;
  const queue = queueOf(step, execution);
  if (!queue) return failed(NO_QUEUE);
  const at = kernel.clock.now - LAGS[kernel.assumption('metricsLag')];
  const channel = execution.text(step.parameters.QueueChannel).toUpperCase();
  const waiting = kernel.waiting.waitedIn(queue.arn, at).filter((each) => channel === '' || each.channel === channel);
  const desks = staffOf(execution, queue);
  const idle = waiting.length === 0 && desks.length === 0;
  if (idle && kernel.assumption('metricsOfIdleQueue') === 'errorBranch')
    return failed(`nothing happens in queue "${queue.name}"`);
  frame.results.set('Metrics', {
    Queue: queueMetrics(queue, waiting, at),
    Agents: counts(desks),
    Contact: contactMetrics(contact, queue, waiting),
  });
  return NEXT;
};

export const METRIC_BEHAVIORS = {
  CheckMetricData: checkMetricData,
  GetMetricData: getMetricData,
} satisfies Record<string, Behavior>;
