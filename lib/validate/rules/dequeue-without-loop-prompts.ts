import { flow, onErrors, step, when } from '../example-flow';
import { withoutHaving } from '../flow-facts/history';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachOf } from '../subject';

const TYPE = 'DequeueContactAndTransferToQueue';

const move = step(
  'move',
  TYPE,
  { QueueId: 'c1a2b3d4-0000-4000-8000-000000000001' },
  { Errors: onErrors(['QueueAtCapacity', 'NoMatchingError']) },
);
const music = step(
  'music',
  'MessageParticipantIteratively',
  { Messages: [{ Text: 'Please hold the line.' }], InterruptFrequencySeconds: '60' },
  { NextAction: 'move', Conditions: when('Equals', ['MessagesInterrupted'], 'move') },
);

export const dequeueWithoutLoopPrompts: Rule = {
  name: 'dequeue-without-loop-prompts',
  severity: 'warning',
  evidence: 'documented',
  summary: 'Some way leads to a move to another queue without prompts in a loop before it.',
  examples: { failing: flow(move), passing: flow(music, move), context: { type: 'CUSTOMER_QUEUE' } },
  find: inEachOf(
    (subject) => withoutHaving(subject, 'promptsLooped', subject.ofType(TYPE)),
    (placed, { context: { type } }) => {
      const severity = type === 'CUSTOMER_QUEUE' ? 'warning' : 'note';
      return [{ path: '', severity, ...MESSAGES.dequeueWithoutLoopPrompts(placed) }];
    },
  ),
};
