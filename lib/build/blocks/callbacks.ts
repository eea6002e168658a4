import type { JsonPath, LegalIn } from '../../language/wire';
import { type AgentRef, type FlowRef, type QueueRef, readAgent, readFlow, readQueue } from '../handles';
import { onError, onErrorType, plan, shows, step } from '../place-step';
import type { Reference } from '../reference';
import type { Branch, OnError, Step } from '../step';
import type { Value } from '../value';

interface NumberBranches<T extends LegalIn<'UpdateContactCallbackNumber'>> {
  /** It is no telephone number; chats and tasks come here too. */
  readonly invalidNumber: Branch<T>;
  /** The instance may not call that country. */
  readonly notDialable: Branch<T>;
}

/** Sets the number that a callback will dial; without this step it is the caller's. Connect takes no literal number. */
export const setCallbackNumber = <T extends LegalIn<'UpdateContactCallbackNumber'>>(
  number: Reference | JsonPath,
  branches: NumberBranches<T>,
): Step<T> =>
  step(setCallbackNumber, [
    plan(
      'UpdateContactCallbackNumber',
      { CallbackNumber: number },
      {
        block: 'Set callback number',
        ways: [
          onErrorType('invalid number', 'InvalidCallbackNumber', branches.invalidNumber),
          onErrorType('not dialable', 'CallbackNumberNotDialable', branches.notDialable),
        ],
      },
    ),
  ]);

interface CallbackOptions<T extends LegalIn<'CreateCallbackContact'>> extends OnError<T> {
  /** The working queue unless a queue or an agent is named. */
  readonly queue?: QueueRef;
  readonly agent?: AgentRef;
  /** How long the caller has to hang up before the callback can be offered to an agent; 5 unless said otherwise. */
  readonly delaySeconds?: number;
  /** How often the customer is called at most; 1 unless said otherwise. */
  readonly attempts?: number;
  /** 600 unless said otherwise. */
  readonly retryDelaySeconds?: number;
  /** An inbound flow that the new contact runs before it queues; the delay then does not count. */
  readonly flow?: FlowRef<'CONTACT_FLOW'>;
  readonly callerNumber?: Value;
}

/**
 * Puts a callback in a queue. The caller is still on the line afterwards: say so and `disconnect()`, or they stay in
 * the queue as well.
 */
export const createCallback = <T extends LegalIn<'CreateCallbackContact'>>(
  options: CallbackOptions<T> = {},
): Step<T> => {
  const queue = options.queue === undefined ? undefined : readQueue(options.queue);
  const agent = options.agent === undefined ? undefined : readAgent(options.agent);
  const flow = options.flow === undefined ? undefined : readFlow(options.flow);
  const given = {
    QueueId: queue?.arn,
    AgentId: agent?.arn,
    InitialCallDelaySeconds: options.delaySeconds ?? 5,
    MaximumConnectionAttempts: options.attempts ?? 1,
    RetryDelaySeconds: options.retryDelaySeconds ?? 600,
    ContactFlowId: flow?.arn,
    CallerId: options.callerNumber,
  };
  const action = plan('CreateCallbackContact', given, {
    block: 'Create callback',
    words: (queue ?? agent)?.name,
    ways: [onError(options)],
    metadata: shows(queue ? 'QueueId' : 'AgentId', queue ?? agent),
  });
  return step(createCallback, [action], [queue, agent, flow]);
};
