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
} from '../../lib';

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const waitFor = (queue: string) => transferToQueue(queue, { atCapacity: sorry });

const goldWhisper = agentWhisperFlow('Gold whisper', { onError: [endFlow()] }, [
  playPrompt(`${attribute('tier')} customer on the line.`),
  endFlow(),
]);

const mainLine = inboundFlow('Main line', { onError: sorry }, [
  invoke('look-up', { onError: [] }),
  setAttributes({ tier: '$.External.tier' }),
  setWhispers({ agent: 'Gold whisper' }),
  menu('Welcome. For billing, press 1. For sales, press 2.', {
    1: [waitFor('Billing')],
    2: [waitFor('Sales')],
    timeout: sorry,
    noMatch: sorry,
  }),
]);

/** Two flows, two queues and two agents: enough to test. */
export const supportLine = {
  flows: [mainLine, goldWhisper],
  agents: { ana: ['Billing'], ben: ['Sales'] },
  functions: { 'look-up': () => ({ tier: 'gold' }) },
};
