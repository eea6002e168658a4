import { LIMITS } from '../../language';
import { chainIsFull } from '../contact';
import { failed, NEXT } from '../outcome';
import type { Behavior } from './behavior';
import { isFull, queueOf } from './queues';
import { isDialable, isPhoneNumber } from './telephony';

const updateContactCallbackNumber: Behavior = (step, execution) => {
  const number = execution.text(step.parameters.CallbackNumber);
  if (!isPhoneNumber(number))
    return failed(`${number || 'an empty value'} is no phone number`, 'InvalidCallbackNumber');
  if (!isDialable(execution.kernel, number))
    return failed(`${number} is not among the numbers that may be called`, 'CallbackNumberNotDialable');
  execution.contact.callbackNumber = number;
  return NEXT;
};

/** Callbacks count toward the limit of the queue. */
const createCallbackContact: Behavior = (step, execution) => {
  const { contact, kernel } = execution;
  const queue = queueOf(step, execution);
  if (!queue) return failed('there is no such queue, and the contact has no working queue');
  if (isFull(execution, queue)) return failed(`queue "${queue.name}" is full`);
  if ((contact.callbackNumber ?? contact.customerEndpoint?.Address) === undefined)
    return failed('there is no number to call');
  const customerFirst = kernel.world.world.customerFirstCallbackFlow !== undefined;
  if (chainIsFull(contact, customerFirst ? 2 : 1)) return failed(`a chain holds ${LIMITS.contactChain} contacts`);
  const creationFlow =
    step.parameters.ContactFlowId === undefined ? undefined : execution.text(step.parameters.ContactFlowId);
  const { InitialCallDelaySeconds, MaximumConnectionAttempts, RetryDelaySeconds } = step.parameters;
  kernel.createCallback(contact, {
    queue,
    delaySeconds: Number(InitialCallDelaySeconds ?? 0),
    attempts: Number(MaximumConnectionAttempts ?? 1),
    retryDelaySeconds: Number(RetryDelaySeconds ?? 0),
    ...(creationFlow && { creationFlow }),
  });
  return NEXT;
};

export const CALLBACK_BEHAVIORS = {
  UpdateContactCallbackNumber: updateContactCallbackNumber,
  CreateCallbackContact: createCallbackContact,
} satisfies Record<string, Behavior>;
