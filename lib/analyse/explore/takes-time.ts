import type { AtStep } from './place';

/** Whether something else can happen while an action runs. What is sent in a chat or to nobody is sent at once. */
export const takesTime = ({ step, contact: { journey } }: AtStep): boolean => {
  if (step.action.Type === 'InvokeLambdaFunction') return true;
  const part = step.spec?.participant;
  return part === 'listens' ? journey.channel === 'VOICE' : part === 'answers' || part === 'waits';
};
