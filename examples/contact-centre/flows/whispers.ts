import {
  agentWhisperFlow,
  attribute,
  contact,
  customerWhisperFlow,
  endFlow,
  outboundWhisperFlow,
  playPrompt,
  setRecording,
} from '../../../lib/build';

const quietly = { onError: [endFlow()] };

export const agentWhisper = agentWhisperFlow('Agent whisper', quietly, [
  playPrompt(`A call for ${contact.queue.name}.`),
  endFlow(),
]);

export const goldWhisper = agentWhisperFlow('Gold whisper', quietly, [
  playPrompt(`${attribute('name')}, a gold customer, for ${contact.queue.name}.`),
  endFlow(),
]);

export const consultationWhisper = agentWhisperFlow('Consultation whisper', quietly, [
  playPrompt('A colleague has a customer on hold and would like to talk to you.'),
  endFlow(),
]);

/** No whisper: one that only ends. Connect has no other way to play none. */
export const noWhisper = customerWhisperFlow('No whisper', quietly, [endFlow()]);

export const customerWhisper = customerWhisperFlow('Customer whisper', quietly, [
  playPrompt('You are being connected.'),
  endFlow(),
]);

/** Recording is set before the customer is called; the first prompt is the first thing the customer hears. */
export const outboundWhisper = outboundWhisperFlow('Outbound whisper', quietly, [
  setRecording({ record: [] }),
  playPrompt('This is Larkfield Energy calling.'),
  endFlow(),
]);
