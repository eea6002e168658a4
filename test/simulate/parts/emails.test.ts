import { simulate } from '../../../lib/simulate';
import { flow, queueArn, setQueue, step, toQueue } from '../script';
import { ANA, play, queue, runsOf, smallCentre } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const email = { channel: 'EMAIL', agents: [ANA] } as const;
const footer = flow('Footer', 'OUTBOUND_WHISPER', []);
const queues = [queue('Sales', { outboundWhisperFlow: footer.arn }), queue('Support')];

describe('An email', () => {
  test('that an agent answers gives a contact of its own, on which the outbound whisper of the queue runs', async () => {
    const moves = [{ does: 'replies' }, { does: 'hangs up', who: 'agent' }] as const;
    const result = await play(sales, { ...email, moves }, { queues, flows: [footer] });
    const [first, reply] = result.contacts;
    expect(reply).toMatchObject({ method: 'AGENT_REPLY', channel: 'EMAIL', previous: null, state: 'ended' });
    expect(reply?.related).toBe(first);
    expect(runsOf(result).at(-1)).toBe('C2 OUTBOUND_WHISPER "Footer" → nobody');
  });

  test('that a flow sends runs the default outbound whisper', async () => {
    const send = step('StartOutboundEmailContact', { FromEmailAddress: { EmailAddress: 'help@example.com' } });
    const result = await play([send, ...sales], { agents: [ANA] }, { queues, flows: [footer] });
    expect(result.contacts[1]).toMatchObject({ method: 'FLOW', disconnectReason: 'CONTACT_FLOW_DISCONNECT' });
    expect(runsOf(result)).toContain('C2 OUTBOUND_WHISPER "Default outbound" → nobody');
  });

  test('that an agent writes starts as an outbound contact', async () => {
    const start = { method: 'OUTBOUND', channel: 'EMAIL', agent: 'ana', queue: queueArn('Sales') } as const;
    const result = await simulate({ ...smallCentre(), queues, flows: [footer] }, { start, agents: [ANA] });
    expect(result.contacts[0]).toMatchObject({ method: 'OUTBOUND', channel: 'EMAIL', state: 'ended' });
    expect(runsOf(result)).toEqual(['C1 OUTBOUND_WHISPER "Footer" → nobody']);
  });

  test('that a customer writes comes in, waits and reaches an agent', async () => {
    const entry = flow('Mailbox', 'CONTACT_FLOW', sales);
    const start = { method: 'INBOUND', channel: 'EMAIL', flow: 'Mailbox', from: 'kim@example.com' } as const;
    const result = await simulate({ ...smallCentre(), flows: [entry] }, { start, agents: [ANA] });
    expect(result.contacts[0]).toMatchObject({
      method: 'INBOUND',
      channel: 'EMAIL',
      state: 'connected',
      customerEndpoint: { Address: 'kim@example.com', Type: 'EMAIL_ADDRESS' },
    });
  });

  test('Only emails can be replied to', async () => {
    const result = await play(sales, { agents: [ANA], moves: [{ does: 'replies' }] });
    expect(result.stopped).toBe('A VOICE contact cannot be replied to.');
  });
});
