import type { LegalIn } from '../../language/wire';
import { type AgentRef, type Handle, type QueueRef, readAgent, readQueue } from '../handles';
import { onError, onErrorType, plan, shows, step } from '../place-step';
import type { Reference } from '../reference';
import type { Branch, OnError, Step } from '../step';
import { type Case, onCases } from './branching';

type Checking = LegalIn<'CheckMetricData'>;

/** A queue, or the queue of one agent. Neither is the working queue. */
interface Whose {
  readonly queue?: QueueRef;
  readonly agent?: AgentRef;
}

const readWhose = ({ queue, agent }: Whose) => {
  const queueHandle = queue === undefined ? undefined : readQueue(queue);
  const agentHandle = agent === undefined ? undefined : readAgent(agent);
  const handle: Handle | undefined = queueHandle ?? agentHandle;
  return {
    parameters: { QueueId: queueHandle?.arn, AgentId: agentHandle?.arn },
    metadata: shows(queueHandle ? 'QueueId' : 'AgentId', handle),
    name: handle?.name ?? '',
    handles: [queueHandle, agentHandle],
  };
};

const STAFFING = {
  available: 'NumberOfAgentsAvailable',
  staffed: 'NumberOfAgentsStaffed',
  online: 'NumberOfAgentsOnline',
} as const;

interface StaffingBranches<T extends Checking> extends OnError<T> {
  /** There is at least one such agent. Goes on with the next step when left out. */
  readonly some?: Branch<T>;
  readonly none: Branch<T>;
}

/** Branches on whether any agent of the queue is `available`, `staffed` (on call or after work too) or `online`. */
export const checkStaffing = <T extends Checking>(
  { agents, ...whose }: Whose & { readonly agents: keyof typeof STAFFING },
  branches: StaffingBranches<T>,
): Step<T> => {
  const { parameters, name, metadata, handles } = readWhose(whose);
  const some = { operator: 'NumberGreaterThan', operand: '0' };
  const action = plan(
    'CheckMetricData',
    { MetricType: STAFFING[agents], ...parameters },
    {
      block: 'Check staffing',
      words: `${agents} ${name}`,
      ways: [
        [{ name: 'some', condition: some, to: branches.some ?? [] }],
        onErrorType('none', 'NoMatchingCondition', branches.none),
        onError(branches),
      ],
      next: { copyOf: 'NoMatchingError' },
      metadata,
    },
  );
  return step(checkStaffing, [action], handles);
};

const STATUS = {
  contactsInQueue: 'NumberOfContactsInQueue',
  oldestContactAge: 'OldestContactInQueueAgeSeconds',
} as const;

/**
 * Branches on how full a queue is or how long its oldest contact waits.
 * The age is compared in milliseconds, whatever its name on the wire says.
 */
export const checkQueueStatus = <T extends Checking>(
  { metric, ...whose }: Whose & { readonly metric: keyof typeof STATUS },
  cases: readonly [Case<T>, ...Case<T>[]],
  { otherwise, ...options }: OnError<T> & { readonly otherwise: Branch<T> },
): Step<T> => {
  const { parameters, name, metadata, handles } = readWhose(whose);
  const action = plan(
    'CheckMetricData',
    { MetricType: STATUS[metric], ...parameters },
    {
      block: 'Check queue status',
      words: `${metric === 'contactsInQueue' ? 'contacts' : 'oldest contact'} ${name}`,
      ways: [onCases(cases), onErrorType('otherwise', 'NoMatchingCondition', otherwise), onError(options)],
      next: { copyOf: 'NoMatchingError' },
      metadata,
    },
  );
  return step(checkQueueStatus, [action], handles);
};

/** Loads what `metrics` reads. Figures are 5 to 10 seconds old; a queue without activity is an error. */
export const getMetrics = <T extends LegalIn<'GetMetricData'>>(
  options: Whose & OnError<T> & { readonly channel?: 'Voice' | 'Chat' | Reference } = {},
): Step<T> => {
  const { parameters, name, metadata, handles } = readWhose(options);
  const action = plan(
    'GetMetricData',
    { ...parameters, QueueChannel: options.channel },
    {
      block: 'Get metrics',
      words: name,
      ways: [onError(options)],
      metadata,
    },
  );
  return step(getMetrics, [action], handles);
};
