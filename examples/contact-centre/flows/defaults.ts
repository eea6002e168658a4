import { agentWhisperFlow, contact, customerQueueFlow, endFlow, loopPrompts, playPrompt } from '../../../lib/build';

/** What default flows hold instead, for contacts of which nobody thought. */
export const ownDefaults = {
  /** Agents wait in queues as well, for a colleague. */
  'Default customer queue': customerQueueFlow('Quiet queue', { onError: [endFlow()] }, [
    loopPrompts(['Please wait.', { ssml: '<speak><break time="10s"/></speak>' }]),
  ]),
  'Default agent whisper': agentWhisperFlow('Queue and channel', { onError: [endFlow()] }, [
    playPrompt(`${contact.queue.name}, ${contact.channel}.`),
    endFlow(),
  ]),
} as const;
