import { endingOf, FLOW_TYPES, type FlowScope, flowThatOnlyEnds } from '../../lib/language';
import { check } from '../../lib/validate';

const SCOPES: readonly FlowScope[] = [...FLOW_TYPES, 'MODULE'];

test.each([
  ['CONTACT_FLOW', 'DisconnectParticipant'],
  ['CUSTOMER_QUEUE', 'EndFlowExecution'],
  ['AGENT_WHISPER', 'EndFlowExecution'],
  ['CUSTOMER_WHISPER', 'EndFlowExecution'],
  ['OUTBOUND_WHISPER', 'EndFlowExecution'],
  ['AGENT_TRANSFER', 'DisconnectParticipant'],
  ['QUEUE_TRANSFER', 'DisconnectParticipant'],
  ['MODULE', 'EndFlowModuleExecution'],
] as const)('A %s ends with %s', (scope, ending) => {
  expect(endingOf(scope)).toBe(ending);
  expect(flowThatOnlyEnds(scope)?.Actions.map(({ Type }) => Type)).toEqual([ending]);
});

test.each(['CUSTOMER_HOLD', 'AGENT_HOLD'] as const)('A %s, which must not end, loops over silence', (scope) => {
  expect(flowThatOnlyEnds(scope)?.Actions.map(({ Type }) => Type)).toEqual(['MessageParticipantIteratively']);
});

test('The actions of campaigns are unpublished, so that none is known to end one', () => {
  expect(endingOf('CAMPAIGN')).toBeUndefined();
  expect(flowThatOnlyEnds('CAMPAIGN')).toBeUndefined();
});

test.each(SCOPES.filter((scope) => scope !== 'CAMPAIGN'))(
  'The checker has nothing against a %s that only ends',
  (scope) => {
    const document = flowThatOnlyEnds(scope);
    if (document === undefined) throw new Error('There is none.');
    expect(check(document, { type: scope })).toEqual([]);
  },
);
