import type { LegalIn } from '../../language/wire';
import { type AgentRef, type Handle, type QueueRef, readAgent, readQueue } from '../handles';
import { onError, onErrorType, plan, shows, step } from '../place-step';
import type { AnyBranch, Branch, OnError, Step } from '../step';

/** A queue, or the own queue of an agent. */
export type QueueOrAgent = QueueRef | { readonly agent: AgentRef };

interface Target {
  readonly handle: Handle;
  readonly parameter: 'QueueId' | 'AgentId';
}

const targetOf = (target: QueueOrAgent): Target =>
  typeof target === 'object' && 'agent' in target
    ? { handle: readAgent(target.agent), parameter: 'AgentId' }
    : { handle: readQueue(target), parameter: 'QueueId' };

const setQueue = ({ handle, parameter }: Target, options: OnError<never> | undefined) =>
  plan(
    'UpdateContactTargetQueue',
    { [parameter]: handle.arn },
    {
      block: 'Set working queue',
      words: handle.name,
      ways: [onError(options)],
      metadata: shows(parameter, handle),
    },
  );

/** Says which queue later steps mean. Neither waiting nor metrics begin here. */
export const setWorkingQueue = <T extends LegalIn<'UpdateContactTargetQueue'>>(
  queue: QueueOrAgent,
  options?: OnError<T>,
): Step<T> => {
  const target = targetOf(queue);
  return step(setWorkingQueue, [setQueue(target, options)], [target.handle]);
};

interface Full<T extends LegalIn<'TransferContactToQueue' | 'DequeueContactAndTransferToQueue'>> extends OnError<T> {
  /** The queue has reached its limit. */
  readonly atCapacity: Branch<T>;
}

const enqueue = (
  words: string | undefined,
  options: { readonly atCapacity: AnyBranch; readonly onError?: AnyBranch },
) =>
  plan(
    'TransferContactToQueue',
    {},
    {
      block: 'Transfer to queue',
      words,
      ways: [onErrorType('at capacity', 'QueueAtCapacity', options.atCapacity), onError(options)],
    },
  );

type Queueing = LegalIn<'TransferContactToQueue'> & LegalIn<'UpdateContactTargetQueue'>;

/** Puts the contact in a queue, which leaves this flow: first the working queue is set, then the contact transferred. */
export const transferToQueue = <T extends Queueing>(queue: QueueOrAgent, options: Full<T>): Step<T> => {
  const target = targetOf(queue);
  const actions = [setQueue(target, options), enqueue(target.handle.name, options)];
  return step(transferToQueue, actions, [target.handle]);
};

/** Puts the contact in the queue that was set before; without one it is an error. */
export const transferToWorkingQueue = <T extends LegalIn<'TransferContactToQueue'>>(options: Full<T>): Step<T> =>
  step(transferToWorkingQueue, [enqueue('working queue', options)]);

/** Moves a contact that is waiting in one queue to another; at most eleven times. The waiting starts anew. */
export const moveToQueue = <T extends LegalIn<'DequeueContactAndTransferToQueue'>>(
  queue: QueueOrAgent,
  options: Full<T>,
): Step<T> => {
  const { handle, parameter } = targetOf(queue);
  const action = plan(
    'DequeueContactAndTransferToQueue',
    { [parameter]: handle.arn },
    {
      block: 'Move to queue',
      words: handle.name,
      ways: [onErrorType('at capacity', 'QueueAtCapacity', options.atCapacity), onError(options)],
      metadata: shows(parameter, handle),
    },
  );
  return step(moveToQueue, [action], [handle]);
};

/**
 * Sets how urgent the contact is: 1 comes first, 5 is usual. A contact that already waits is moved after a minute or so.
 */
export const setPriority = <T extends LegalIn<'UpdateContactRoutingBehavior'>>(priority: number): Step<T> =>
  step(setPriority, [
    plan(
      'UpdateContactRoutingBehavior',
      { QueuePriority: priority },
      {
        block: 'Set priority',
        words: String(priority),
      },
    ),
  ]);

/** Lets the contact count as having waited longer (or, below zero, shorter) than it has. */
export const adjustQueueTime = <T extends LegalIn<'UpdateContactRoutingBehavior'>>(seconds: number): Step<T> =>
  step(adjustQueueTime, [
    plan(
      'UpdateContactRoutingBehavior',
      { QueueTimeAdjustmentSeconds: seconds },
      {
        block: 'Adjust queue time',
        words: `${seconds} seconds`,
      },
    ),
  ]);
