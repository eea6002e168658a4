import { enqueue, inherited } from '../lifecycle';
import type { Turn } from '../turn';
import { agentQueue, flowsMeant, queuesMeant } from './targets';

/** Sets the working queue. */
export const updateContactTargetQueue = (turn: Turn): void => {
  const queues = queuesMeant(turn);
  if (queues.length === 0) return turn.fail();
  for (const queue of queues) turn.onward(turn.exploration.book.withQueue(turn.facts, queue));
  turn.errors();
};

/** What looks at a queue fails where there is none. */
export const looksAtQueue =
  (otherwise: (turn: Turn) => void) =>
  (turn: Turn): void =>
    queuesMeant(turn).length === 0 ? turn.fail() : otherwise(turn);

/** Hours that are not named are those of the working queue, and agents' queues have none. */
export const looksAtHours =
  (otherwise: (turn: Turn) => void) =>
  (turn: Turn): void => {
    const isNamed = (turn.parameters.HoursOfOperationId ?? '') !== '';
    const own = agentQueue(turn);
    const queues = queuesMeant(turn).filter((queue) => queue !== own);
    if (isNamed || queues.length > 0) otherwise(turn);
    else turn.fail();
  };

export const transferContactToQueue = (turn: Turn): void => {
  const queues = queuesMeant(turn);
  if (queues.length === 0) return turn.fail();
  for (const queue of queues) turn.ends('queued', turn.exploration.book.withQueue(turn.facts, queue));
  turn.errors();
};

/** The contact that waits goes on as a new one in the other queue. */
export const dequeueContactAndTransferToQueue = (turn: Turn): void => {
  const { exploration, contact, facts, step } = turn;
  const queues = queuesMeant(turn);
  if (turn.frame.play.moment !== 'QUEUED' || queues.length === 0) return turn.fail();
  const moved = exploration.follower('QUEUED', contact);
  if (moved === undefined) return turn.fail();
  for (const queue of queues)
    enqueue(exploration, moved, inherited(exploration, moved, facts, queue), turn.startingWay(step.end));
  turn.errors();
};

/** The callback is a contact of its own from now on, with the attributes of the chain. */
export const createCallbackContact = (turn: Turn): void => {
  const { exploration, contact, parameters } = turn;
  const queues = queuesMeant(turn);
  const callback = queues.length === 0 ? undefined : exploration.follower('CREATED', contact);
  if (callback === undefined) return turn.fail();
  const shared = exploration.book.with(turn.facts, { shared: true });
  const flows = parameters.ContactFlowId === undefined ? [undefined] : flowsMeant(turn, parameters.ContactFlowId);
  for (const queue of queues)
    for (const flow of flows) {
      const facts = inherited(exploration, callback, shared, queue);
      const entryPoint = { name: 'the callback', flow };
      exploration.playStages(callback, 'CREATED', facts, turn.startingWay(), { entryPoint });
    }
  turn.onward(shared);
  turn.errors();
};

/** Whoever is busy does not get the contact: it ends. */
export const transferContactToAgent = (turn: Turn): void => {
  if (turn.frame.play.moment !== 'TRANSFER_STARTED') return turn.fail();
  turn.ends('queued', turn.exploration.book.withQueue(turn.facts, agentQueue(turn)));
  turn.ends('disconnect');
};
