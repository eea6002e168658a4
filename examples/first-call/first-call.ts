import {
  agentWhisperFlow,
  contact,
  disconnect,
  endFlow,
  inboundFlow,
  menu,
  playPrompt,
  setWhispers,
  simulate,
  transcript,
  transferToQueue,
  worldOf,
} from '../../lib';

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];
const whisper = agentWhisperFlow('Billing whisper', { onError: [endFlow()] }, [
  playPrompt(`A call for ${contact.queue.name}.`),
  endFlow(),
]);
const mainLine = inboundFlow('Main line', { onError: sorry }, [
  setWhispers({ agent: 'Billing whisper' }),
  menu('For billing, press 1.', {
    1: [transferToQueue('Billing', { atCapacity: sorry })],
    timeout: sorry,
    noMatch: sorry,
  }),
]);
const centre = worldOf({ flows: [mainLine, whisper], agents: { ana: ['Billing'] } });
const call = {
  start: { method: 'INBOUND', flow: 'Main line' },
  customer: { presses: ['1'] },
  agents: [{ name: 'ana' }],
  moves: [{ does: 'hangs up', who: 'customer' }],
} as const;
simulate(centre, call).then((result) => console.log(transcript(result)));
