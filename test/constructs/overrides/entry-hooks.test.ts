import { entryHooks } from '../../../lib/constructs/overrides/entry-hooks';
import { JOURNEY_HOOKS } from '../../../lib/journey';

test('An inbound flow can set all hooks of journeys', () => {
  expect([...entryHooks('CONTACT_FLOW')].sort()).toEqual([...JOURNEY_HOOKS].sort());
});

test('A flow for chats can set no hold flows, which there are on calls only', () => {
  expect(entryHooks('CONTACT_FLOW', 'CHAT')).toEqual(
    expect.arrayContaining(['CustomerQueue', 'AgentWhisper', 'CustomerWhisper', 'CustomerRemaining']),
  );
  expect(entryHooks('CONTACT_FLOW', 'CHAT')).not.toContain('CustomerHold');
});

test('A transfer begins a contact of its own, which inherits no hooks, so that its flow sets them again', () => {
  expect(entryHooks('AGENT_TRANSFER')).toEqual(expect.arrayContaining(['AgentWhisper', 'CustomerWhisper']));
  expect(entryHooks('QUEUE_TRANSFER')).toEqual(entryHooks('AGENT_TRANSFER'));
});

test('An outbound call knows holds and an end, but neither queue nor other whispers', () => {
  expect(entryHooks('OUTBOUND_WHISPER')).toEqual(['CustomerHold', 'AgentHold', 'CustomerRemaining']);
});

test.each(['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_WHISPER', 'CUSTOMER_WHISPER', 'AGENT_HOLD'] as const)(
  'No contact begins with a %s',
  (type) => {
    expect(entryHooks(type)).toEqual([]);
  },
);
