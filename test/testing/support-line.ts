import {
  agentWhisperFlow,
  attribute,
  disconnect,
  endFlow,
  inboundFlow,
  invoke,
  menu,
  playPrompt,
  setAttributes,
  setWhispers,
  transferToQueue,
} from '../../lib/build';
import { type World, worldOf } from '../../lib/simulate';

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const waitFor = (queue: string) => transferToQueue(queue, { atCapacity: sorry });

const goldWhisper = agentWhisperFlow('Gold whisper', { onError: [endFlow()] }, [
  playPrompt(`${attribute('name')}, a gold customer.`),
  endFlow(),
]);

const lookUp = { functionArn: 'LookUp', functionName: 'LookUp' };

const mainLine = inboundFlow('Main line', { onError: sorry }, [
  playPrompt('Welcome.'),
  menu('For billing, press 1. For outages, press 2.', {
    1: [setAttributes({ tier: 'gold', name: 'Kim' }), setWhispers({ agent: 'Gold whisper' }), waitFor('Gold')],
    2: [setAttributes({ tier: 'standard' }), waitFor('Outages')],
    timeout: sorry,
    noMatch: sorry,
  }),
]);

const lookedUp = inboundFlow('Looked up', { onError: sorry }, [
  invoke(lookUp, { timeLimitSeconds: 3, onError: [playPrompt('Nobody knows you.')] }),
  playPrompt('Thank you.'),
  disconnect(),
]);

/** A support line of a few flows, for tests of what tests say. */
export const supportLine: World = worldOf({
  flows: [mainLine, lookedUp, goldWhisper],
  agents: { ana: ['Gold'], ben: ['Outages'] },
  functions: { LookUp: () => ({ tier: 'gold' }) },
});
