import type { Channel } from '../../language';
import type { Step } from '../flow/program';

/**
 * Whether something else can happen while an action runs. What is sent in a chat or to nobody is sent at once, and a
 * block that the channel does not have is left at once.
 */
export const takesTime = ({ action, spec }: Step, channel: Channel): boolean => {
  if (action.Type === 'InvokeLambdaFunction') return true;
  if (spec?.channels[channel] !== 'works') return false;
  const part = spec.participant;
  return part === 'listens' ? channel === 'VOICE' : part === 'answers' || part === 'waits';
};
