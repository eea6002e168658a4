import {
  agentWhisperFlow,
  disconnect,
  endFlow,
  type FlowHandle,
  inboundFlow,
  menu,
  playPrompt,
  type Queue,
  setWhispers,
  transferToQueue,
} from '../../lib';

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];

export const announcement = agentWhisperFlow('Announcement', { onError: [endFlow()] }, [
  playPrompt('A call about a bill.'),
  endFlow(),
]);

interface Centre {
  readonly announcement: FlowHandle<'AGENT_WHISPER'> | string;
  readonly billing: Queue | string;
}

/** Only those who press 1 are announced. */
export const mainLine = (centre: Centre) =>
  inboundFlow('Main line', { onError: sorry }, [
    menu('For bills, press 1. For anything else, press 2.', {
      1: [setWhispers({ agent: centre.announcement }), transferToQueue(centre.billing, { atCapacity: sorry })],
      2: [transferToQueue(centre.billing, { atCapacity: sorry })],
      timeout: sorry,
      noMatch: sorry,
    }),
  ]);
