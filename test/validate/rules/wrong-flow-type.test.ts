import type { FlowScope } from '../../../lib/language';
import { action, flowOf, found, hangUp } from '../small-flows';

const standing = (type: string, scope?: FlowScope) => found('wrong-flow-type', flowOf(action(type)), { type: scope });

const LOOP = 'MessageParticipantIteratively';

test('Loop prompts stand in hold flows', () => {
  expect(standing(LOOP, 'AGENT_HOLD').filter(({ action: id }) => id === 'it')).toEqual([]);
});

test('Loop prompts in an inbound flow are allowed by no page', () => {
  expect(standing(LOOP, 'CONTACT_FLOW')).toMatchObject([
    { severity: 'warning', fix: expect.stringContaining('hold flow') },
  ]);
});

test('A disconnect in a whisper was refused', () => {
  const document = { ...flowOf(hangUp), Actions: [hangUp] };
  expect(found('wrong-flow-type', document, { type: 'AGENT_WHISPER' })).toMatchObject([
    { severity: 'error', evidence: 'observed', path: 'Actions[0].Type' },
  ]);
});

test('Where pages disagree there is a note', () => {
  expect(standing('InvokeFlowModule', 'CUSTOMER_QUEUE')).toMatchObject([{ severity: 'note' }]);
});

test('Without a flow type, and for campaigns, nothing can be said', () => {
  expect(standing(LOOP)).toEqual([]);
  expect(standing(LOOP, 'CAMPAIGN')).toEqual([]);
});
