import { takesTime } from '../../../lib/analyse/explore/takes-time';
import { programOf } from '../../../lib/analyse/flow/program';
import type { Channel } from '../../../lib/language';
import { say, step } from '../../simulate/script';
import { main } from '../small-centre';

const takes = (type: string, channel: Channel = 'VOICE') => {
  const each = type === 'MessageParticipant' ? say('Hello.') : step(type);
  const [first] = programOf(main([each])).steps;
  return first !== undefined && takesTime(first, channel);
};

test('Something else can happen while a function runs, people listen or are waited for', () => {
  expect(takes('InvokeLambdaFunction')).toBe(true);
  expect(takes('MessageParticipant')).toBe(true);
  expect(takes('GetParticipantInput')).toBe(true);
  expect(takes('UpdateContactAttributes')).toBe(false);
});

test('A message in a chat is sent at once', () => {
  expect(takes('MessageParticipant', 'CHAT')).toBe(false);
});
