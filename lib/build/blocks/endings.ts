import type { LegalIn } from '../../language/wire';
import { end, plan } from '../place-step';
import type { End } from '../step';

/** Hangs up on the customer, or ends the chat or task. Not in whispers and hold flows. */
export const disconnect = <T extends LegalIn<'DisconnectParticipant'>>(): End<T> =>
  end(disconnect, [plan('DisconnectParticipant', {}, { block: 'Disconnect' })]);

/**
 * Ends this flow and leaves the contact where it is: a whisper gives way to the conversation, a queue flow to silence.
 * In an inbound flow it disconnects.
 */
export const endFlow = <T extends LegalIn<'EndFlowExecution'>>(): End<T> =>
  end(endFlow, [plan('EndFlowExecution', {}, { block: 'End flow' })]);

/** Goes back from a module to the flow that runs it. */
export const returnFromModule = <T extends LegalIn<'EndFlowModuleExecution'>>(): End<T> =>
  end(returnFromModule, [plan('EndFlowModuleExecution', {}, { block: 'Return' })]);
