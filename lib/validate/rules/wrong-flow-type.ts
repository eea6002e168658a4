import type { FlowScope } from '../../language';
import { flowWithoutEnd, last, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

type Fault = Omit<Finding, 'path'>;

const faultOf = (placed: KnownAction, type: FlowScope): Fault | undefined => {
  const { flowTypes, pageFlowTypes = flowTypes, refusedIn = [] } = placed.spec;
  if (refusedIn.includes(type)) return MESSAGES.refusedFlowType(placed, type, flowTypes);
  if (!flowTypes.includes(type)) {
    return { severity: 'warning', evidence: 'documented', ...MESSAGES.otherFlowType(placed, type, flowTypes) };
  }
  // Action pages speak of flow types and leave modules out.
  if (pageFlowTypes.includes(type) || type === 'MODULE') return undefined;
  return { severity: 'note', evidence: 'documented', ...MESSAGES.contestedFlowType(placed, type, pageFlowTypes) };
};

export const wrongFlowType: Rule = {
  name: 'wrong-flow-type',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action stands in a type of flow where it is refused (error), not allowed (warning) or contested (note).',
  examples: {
    failing: flowWithoutEnd(say('hello', 'Hello.'), last('end', 'DisconnectParticipant')),
    passing: flowWithoutEnd(say('hello', 'Hello.'), last('end', 'EndFlowExecution')),
    context: { type: 'CUSTOMER_WHISPER' },
  },
  find: inEachKnownAction((placed, { context: { type } }) => {
    // Which actions campaign flows take is unpublished.
    const fault = type === undefined || type === 'CAMPAIGN' ? undefined : faultOf(placed, type);
    return fault && [{ path: 'Type', ...fault }];
  }),
};
