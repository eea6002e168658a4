import {
  disconnect,
  inboundFlow,
  menu,
  playPrompt,
  setQueueFlow,
  setWhispers,
  transferToQueue,
} from '../../../lib/build';
import type { Centre } from './centre';
import { sorry } from './endings';
import { waitFor } from './queueing';

/** A chat from the website. Chats have no default whispers, so both are set here. */
export const chat = ({ sales, waiting, agentWhisper, customerWhisper }: Centre) =>
  inboundFlow('Chat', { onError: sorry }, [
    playPrompt('Hello, and welcome to Larkfield Energy.'),
    setQueueFlow(waiting),
    setWhispers({ agent: agentWhisper, customer: customerWhisper }),
    transferToQueue(sales, {
      atCapacity: [playPrompt('Nobody is free just now. Please come back later.'), disconnect()],
    }),
  ]);

/** A task, e.g. a meter reading that somebody has to look at. */
export const task = ({ billing, agentWhisper }: Centre) =>
  inboundFlow('Task', { onError: [disconnect()] }, [
    setWhispers({ agent: agentWhisper }),
    transferToQueue(billing, { atCapacity: [disconnect()] }),
  ]);

/** A call about a meter appointment, started by the API. It sets nothing itself; see `overrides.ts`. */
export const appointment = ({ billing }: Centre) =>
  inboundFlow('Appointment', { onError: sorry }, [
    menu('Your meter will be read tomorrow morning. To change the appointment, press 1.', {
      1: [waitFor(billing)],
      timeout: [playPrompt('Thank you. Goodbye.'), disconnect()],
      noMatch: [playPrompt('Thank you. Goodbye.'), disconnect()],
    }),
  ]);
