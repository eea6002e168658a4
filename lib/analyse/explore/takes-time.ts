import type { AtStep } from './place';

/**
 * Whether something else can happen while an action runs. What is sent in a chat or to nobody is sent at once, and a
 * block that the channel does not have is left at once.
 */
export const takesTime = ({ step: { action, spec }, contact: { journey } }: AtStep): boolean => {
  if (action.Type === 'InvokeLambdaFunction') return true;
  if (spec?.channels[journey.channel] !== 'works') return false;
  const part = spec.participant;
  return part === 'listens' ? journey.channel === 'VOICE' : part === 'answers' || part === 'waits';
};
