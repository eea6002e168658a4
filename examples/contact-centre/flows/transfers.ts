import {
  agentTransferFlow,
  contact,
  disconnect,
  playPrompt,
  queueTransferFlow,
  setWhispers,
  setWorkingQueue,
  transferToWorkingQueue,
} from '../../../lib/build';
import type { Centre } from './centre';

const failed = [playPrompt('The transfer did not work.'), disconnect()];

/** An agent asks a colleague; whispers of the first call do not carry over, so this flow sets its own for the colleague. */
export const agentTransfer = ({ consultationWhisper }: Pick<Centre, 'consultationWhisper'>) =>
  agentTransferFlow('Agent transfer', { onError: failed }, [
    playPrompt('Calling your colleague.'),
    setWhispers({ agent: consultationWhisper }),
    setWorkingQueue({ agent: contact.agent.arn }),
    transferToWorkingQueue({ atCapacity: failed }),
  ]);

/** An agent hands over to a department. It sets nothing itself; see `overrides.ts`. */
export const queueTransfer = queueTransferFlow('Queue transfer', { onError: failed }, [
  playPrompt('Looking for somebody in that department.'),
  transferToWorkingQueue({ atCapacity: failed }),
]);
