import type { Channel } from '../../../lib/language';
import { action, flowOf, found, menu } from '../small-flows';

const on = (channel: Channel | undefined, document = flowOf(menu('1'))) =>
  found('wrong-channel', document, { channel });

test('A menu works on the phone', () => {
  expect(on('VOICE')).toEqual([]);
  expect(on(undefined)).toEqual([]);
});

test('A menu of keys in a chat always leaves by its error branch', () => {
  expect(on('CHAT')).toMatchObject([{ severity: 'warning', why: expect.stringContaining('error branch') }]);
});

test('Nothing catches an action without branches', () => {
  const document = flowOf(action('CompleteOutboundCall'));
  expect(on('CHAT', document)).toMatchObject([{ why: expect.stringContaining('no branch catches that') }]);
});

test('A voice that is set in a chat has no effect', () => {
  const document = flowOf(action('UpdateContactTextToSpeechVoice', { TextToSpeechVoice: 'Joanna' }));
  expect(on('CHAT', document)).toMatchObject([{ severity: 'note' }]);
});
