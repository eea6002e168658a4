import {
  createCallback,
  customerQueueFlow,
  disconnect,
  endFlow,
  loopPrompts,
  menu,
  moveToQueue,
  playPrompt,
  setDisconnectFlow,
} from '../../../lib/build';
import type { Centre } from './centre';

const callBack = [
  createCallback({ attempts: 3, retryDelaySeconds: 600 }),
  playPrompt('Thank you. We will call you back on this number.'),
  disconnect(),
];

const offer = 'To be called back, press 1. To talk to sales instead, press 2. Or just stay on the line.';

/**
 * What callers hear in every queue: now and then they may ask for a callback, or for the sales desk. Whoever has waited is
 * asked in the end how it was.
 */
export const waiting = ({ sales, survey }: Pick<Centre, 'sales' | 'survey'>) =>
  customerQueueFlow('Waiting', { onError: [endFlow()] }, [
    setDisconnectFlow(survey),
    loopPrompts(
      ['Thank you for waiting. Somebody will be with you soon.', { ssml: '<speak><break time="5s"/></speak>' }],
      {
        interruptEverySeconds: 20,
        onInterrupt: [
          menu(offer, { 1: callBack, 2: [moveToQueue(sales, { atCapacity: [] })], timeout: [], noMatch: [] }),
        ],
        onError: [playPrompt('Thank you for waiting. Somebody will be with you soon.'), endFlow()],
      },
    ),
  ]);
