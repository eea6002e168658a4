import type { Channel } from '../../language';
import { flow, ON_ERROR, say, step } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachOf } from '../subject';

const TYPE = 'MessageParticipant';
const CHANNELS_THAT_READ: ReadonlySet<Channel | undefined> = new Set(['CHAT', 'TASK'] as const);
const SPOKEN = ['PromptId', 'SSML', 'Media'] as const;

export const voiceOnlyPrompt: Rule = {
  name: 'voice-only-prompt',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A message that can only be heard is played on a channel where one reads.',
  examples: {
    failing: flow(step('hello', TYPE, { SSML: '<speak>Hello.</speak>' }, ON_ERROR)),
    passing: flow(say('hello', 'Hello.')),
    context: { channel: 'CHAT' },
  },
  find: inEachOf(
    (subject) => (CHANNELS_THAT_READ.has(subject.context.channel) ? subject.ofType(TYPE) : []),
    (placed, { context: { channel = 'VOICE' } }) =>
      SPOKEN.filter((name) => Object.hasOwn(placed.parameters, name)).map((name) => ({
        path: `Parameters.${name}`,
        ...MESSAGES.voiceOnlyPrompt(placed, name, channel),
      })),
  ),
};
