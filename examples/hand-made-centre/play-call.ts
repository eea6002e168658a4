import { Connect } from '@aws-sdk/client-connect';
import { simulate, transcript, worldFromInstance } from '../../lib';

/** Plays a call through a centre as it is now, however it was made. The centre is read, and nothing in it is changed. */
export const playCall = async (instanceArn: string, flow: string): Promise<string> => {
  const connect = new Connect({ retryMode: 'adaptive', maxAttempts: 10 });
  const invoke = (): object => ({ tier: 'gold' });
  const centre = await worldFromInstance(connect, instanceArn, { invoke });
  return transcript(await simulate(centre, { start: { method: 'INBOUND', flow } }));
};
