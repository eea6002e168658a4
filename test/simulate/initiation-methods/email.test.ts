import { simulate } from '../../../lib/simulate';
import { playScript } from '../records/run';
import { flow, hangUp, say, setAttributes, setQueue, step, toQueue } from '../script';
import { ANA, queue, runsOf, smallCentre } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const sendEmail = step('StartOutboundEmailContact', { FromEmailAddress: { EmailAddress: 'help@example.com' } });
const agentGoes = { does: 'hangs up', who: 'agent' } as const;

describe('Emails of a thread', () => {
  const replies = { does: 'replies' } as const;

  test('are contacts of their own, held together by the related contact and the id of the thread', async () => {
    const { left } = await playScript(sales, { channel: 'EMAIL', agents: [ANA], moves: [replies, replies, agentGoes] });
    const [first, ...answers] = left.records;
    expect(answers.map(({ InitiationMethod }) => InitiationMethod)).toEqual(['AGENT_REPLY', 'AGENT_REPLY']);
    for (const answer of answers)
      expect(answer).toMatchObject({
        RelatedContactId: first?.ContactId,
        ContactAssociationId: first?.ContactId,
        PreviousContactId: null,
        InitialContactId: null,
      });
    expect(first).toMatchObject({ ContactAssociationId: first?.ContactId, NextContactId: null });
  });

  test('Other contacts have no id of a thread', async () => {
    const { left } = await playScript([sendEmail, say('We have written to you.'), hangUp()]);
    const [call, email] = left.records;
    expect(call).toMatchObject({ Channel: 'VOICE', ContactAssociationId: null });
    expect(email).toMatchObject({ InitiationMethod: 'FLOW', RelatedContactId: call?.ContactId });
  });
});

describe('An email that a flow sends', () => {
  test('runs the default outbound flow, although the queue names another', async () => {
    const footer = flow('Footer', 'OUTBOUND_WHISPER', []);
    const queues = [queue('Sales', { outboundWhisperFlow: footer.arn })];
    const { result } = await playScript([setQueue('Sales'), sendEmail, hangUp()], {}, { queues, flows: [footer] });
    expect(runsOf(result).at(-1)).toBe('C2 OUTBOUND_WHISPER "Default outbound" → nobody');
  });

  test('by the default outbound flow itself sends emails without end', async () => {
    const loops = flow('Default outbound', 'OUTBOUND_WHISPER', [sendEmail]);
    const entry = flow('Entry', 'CONTACT_FLOW', [sendEmail, hangUp()]);
    const result = await simulate(
      { ...smallCentre(), flows: [loops, entry] },
      { start: { method: 'INBOUND', flow: 'Entry' } },
      { limitSeconds: 20 },
    );
    expect(result.timeLimitReached).toBe(true);
    expect(result.contacts).toHaveLength(21);
  });

  test('has the attributes of the contact that sends it, and keeps them when those change', async () => {
    const { result } = await playScript([
      setAttributes({ order: '42' }),
      sendEmail,
      say('One moment.'),
      say('B'.repeat(30)),
      setAttributes({ order: '43' }),
      hangUp(),
    ]);
    expect(result.contacts.map(({ attributes }) => attributes.get('order'))).toEqual(['43', '42']);
  });
});
