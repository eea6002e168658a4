import { CHANNELS, type Channel } from '../../language';
import { flow, menu, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

type Fault = Omit<Finding, 'path'>;

const faultOf = (placed: KnownAction, channel: Channel): Fault | undefined => {
  const { channels } = placed.spec;
  const works = CHANNELS.filter((name) => channels[name] === 'works');
  // An action that works nowhere is one of which nothing is known.
  if (channels[channel] === 'works' || works.length === 0) return undefined;
  if (channels[channel] === 'no effect') return { severity: 'note', ...MESSAGES.channelWithoutEffect(placed, channel) };
  return MESSAGES.wrongChannel(placed, channel, works, placed.errors.length > 0);
};

export const wrongChannel: Rule = {
  name: 'wrong-channel',
  severity: 'warning',
  evidence: 'documented',
  summary: 'An action does not work on the channel of the contact.',
  examples: { failing: flow(menu('ask', ['1'])), passing: flow(say('hello', 'Hello.')), context: { channel: 'CHAT' } },
  find: inEachKnownAction((placed, { context: { channel } }) => {
    const fault = channel === undefined ? undefined : faultOf(placed, channel);
    return fault && [{ path: 'Type', ...fault }];
  }),
};
