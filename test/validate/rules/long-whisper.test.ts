import type { WireAction } from '../../../lib/language';
import { action, END, flowOf, found, say } from '../small-flows';

const RULE = 'long-whisper';
const HALF_A_MINUTE = 'x'.repeat(450);

const loop = (LoopCount: string): WireAction => ({
  ...action(
    'Loop',
    { LoopCount },
    {
      NextAction: END,
      Conditions: [
        { NextAction: 'it', Condition: { Operator: 'Equals', Operands: ['ContinueLooping'] } },
        { NextAction: END, Condition: { Operator: 'Equals', Operands: ['DoneLooping'] } },
      ],
    },
  ),
  Identifier: 'loop',
});

const repeated = (times: string) => flowOf(loop(times), { ...say(HALF_A_MINUTE), Transitions: { NextAction: 'loop' } });

test('The rounds of a loop add up', () => {
  expect(found(RULE, repeated('3'), { type: 'AGENT_WHISPER' })).toEqual([]);
  expect(found(RULE, repeated('5'), { type: 'AGENT_WHISPER' })).toMatchObject([
    { severity: 'warning', path: 'Actions' },
  ]);
});

test('A circle without a count has no end', () => {
  const circle = flowOf({ ...say('Hello.'), Transitions: { NextAction: 'it' } });
  expect(found(RULE, circle, { type: 'CUSTOMER_WHISPER' })).toMatchObject([
    { what: expect.stringContaining('without end') },
  ]);
});

test('The longest of several ways counts, and pauses do too', () => {
  const pause = {
    ...action('MessageParticipant', { SSML: '<speak><break time="100s"/><break time="30000ms"/></speak>' }),
  };
  expect(found(RULE, flowOf(pause), { type: 'OUTBOUND_WHISPER' })).toHaveLength(1);
});

test('Other flows may speak as long as they like', () => {
  expect(found(RULE, repeated('50'), { type: 'CONTACT_FLOW' })).toEqual([]);
});
