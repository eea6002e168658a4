import { simulate } from '../../../lib/simulate';
import { flow, hangUp, say, setQueue, step, toQueue } from '../script';
import { ANA, heardBy, runsOf, secondsUntil, smallCentre, texts } from '../world';

describe('A campaign with preview', () => {
  const previews = (more: object = {}, customer: object = {}) =>
    simulate(smallCentre(), {
      start: { method: 'CAMPAIGN_PREVIEW', queue: 'Sales', ...more },
      agents: [ANA],
      customer,
      moves: [{ does: 'hangs up', who: 'customer' }],
    });

  test('is dialled once the agent who accepted has looked at the customer', async () => {
    const result = await previews({ previewSeconds: 45 });
    expect(secondsUntil(result, 'accepts the contact')).toBe(3);
    expect(secondsUntil(result, /^calls /)).toBe(48);
    const [call] = result.contacts;
    expect(call?.preview).toEqual({ start: result.start + 3_000, end: result.start + 48_000 });
  });

  test('runs the outbound whisper flow, as an outbound call does, unless it is taken to run none', async () => {
    const result = await previews();
    expect(runsOf(result)).toEqual(['C1 OUTBOUND_WHISPER "Default outbound" → CUSTOMER']);
    expect(result.assumptions).toMatchObject({ campaignPreviewFlows: 'asOutbound' });
  });

  test('ends where nobody picks up, and the agent is free again', async () => {
    const result = await previews({}, { answersCalls: false });
    expect(result.contacts[0]).toMatchObject({ disconnectReason: 'CUSTOMER_NEVER_ARRIVED', connectedToAgent: null });
  });
});

describe('A campaign that dials by itself', () => {
  const checked = flow('Campaign', 'CONTACT_FLOW', [
    step(
      'CheckOutboundCallStatus',
      {},
      {
        when: [
          ['Equals', 'CallAnswered', [say('Hello.'), setQueue('Sales'), toQueue()]],
          ['Equals', 'VoicemailNoBeep', [say('Please call us.'), hangUp()]],
        ],
      },
    ),
  ]);
  const start = { method: 'API', channel: 'VOICE', flow: 'Campaign', campaign: 'Spring' } as const;

  test('tells people from machines', async () => {
    const person = await simulate({ ...smallCentre(), flows: [checked] }, { start, agents: [ANA] });
    expect(texts(person)).toContain('Customer and ana talk');
    const machine = await simulate({ ...smallCentre(), flows: [checked], callProgress: 'VoicemailNoBeep' }, { start });
    expect(heardBy(machine, 'Customer')).toEqual(['“Please call us.”']);
  });

  test('An ordinary call has no such detection', async () => {
    const { campaign: _, ...ordinary } = start;
    const result = await simulate({ ...smallCentre(), flows: [checked] }, { start: ordinary });
    expect(texts(result).join(' ')).toContain('no answering machine detection ran');
  });
});
