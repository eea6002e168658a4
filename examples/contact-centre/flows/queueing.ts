import { createCallback, disconnect, type QueueRef, transferToQueue } from '../../../lib/build';
import { said } from './languages';

/** A queue that is full offers nothing but to call back. */
const callBackInstead = (queue: QueueRef) => [
  said(
    'All our lines are busy. We will call you back.',
    'Todas las líneas están ocupadas. Le devolveremos la llamada.',
  ),
  createCallback({ queue, attempts: 2 }),
  disconnect(),
];

export const waitFor = (queue: QueueRef) => transferToQueue(queue, { atCapacity: callBackInstead(queue) });
