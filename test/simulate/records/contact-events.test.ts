import { contactEvents, type Move } from '../../../lib/simulate';
import {
  flow,
  hangUp,
  INSTANCE,
  moveToQueue,
  queueArn,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  waitSeconds,
} from '../script';
import { ANA, BEN, smallCentre } from '../world';
import { playRecorded, playScript } from './run';

const sales = [setQueue('Sales'), toQueue()];
const CUSTOMER_GOES: Move = { does: 'hangs up', who: 'customer' };

const types = ({ events }: Awaited<ReturnType<typeof playScript>>['left']): readonly string[] => {
  const ids = [...new Set(events.map(({ detail }) => detail.contactId))];
  return events.map(({ detail }) => `C${ids.indexOf(detail.contactId) + 1} ${detail.eventType}`);
};

describe('The events of a contact', () => {
  test('follow a call from its start to its end', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [CUSTOMER_GOES] });
    expect(types(left)).toEqual([
      'C1 INITIATED',
      'C1 QUEUED',
      'C1 CONNECTED_TO_AGENT',
      'C1 DISCONNECTED',
      'C1 COMPLETED',
    ]);
  });

  test('have the shape of EventBridge', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [CUSTOMER_GOES] });
    const queued = left.events[1];
    const id = left.records[0]?.ContactId;
    expect(queued).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      'detail-type': 'Amazon Connect Contact Event',
      source: 'aws.connect',
      account: '111122223333',
      time: '2026-01-05T10:00:00Z',
      region: 'eu-central-1',
      resources: [`${INSTANCE}/contact/${id}`, INSTANCE],
      detail: {
        eventType: 'QUEUED',
        contactId: id,
        channel: 'VOICE',
        instanceArn: INSTANCE,
        initiationMethod: 'INBOUND',
        queueInfo: {
          queueArn: queueArn('Sales'),
          queueType: 'STANDARD',
          enqueueTimestamp: '2026-01-05T10:00:00.000Z',
        },
        initiationTimestamp: '2026-01-05T10:00:00.000Z',
        connectedToSystemTimestamp: '2026-01-05T10:00:00.000Z',
        segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
        tags: expect.objectContaining({ 'aws:connect:systemEndpoint': '+15555550199' }),
      },
    });
  });

  test('tell of the agent only once there is one', async () => {
    const { left } = await playScript(sales, { agents: [ANA], moves: [CUSTOMER_GOES] });
    expect(left.events.map(({ detail }) => detail.agentInfo !== undefined)).toEqual([false, false, true, true, true]);
  });

  test('say that a customer was connected where somebody was called, and on chats', async () => {
    const chat = await playScript([say('Hello.'), hangUp()], { channel: 'CHAT' });
    expect(types(chat.left)).toContain('C1 CONNECTED_TO_SYSTEM');
    const call = await playScript([say('Hello.'), hangUp()]);
    expect(types(call.left)).not.toContain('C1 CONNECTED_TO_SYSTEM');
  });

  test('of an outbound call carry no queue', async () => {
    const start = { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' } as const;
    const { left } = await playRecorded(smallCentre(), { start, agents: [ANA], moves: [CUSTOMER_GOES] });
    expect(types(left)).toEqual([
      'C1 INITIATED',
      'C1 CONNECTED_TO_SYSTEM',
      'C1 CONNECTED_TO_AGENT',
      'C1 DISCONNECTED',
      'C1 COMPLETED',
    ]);
    expect(left.events.every(({ detail }) => detail.queueInfo === undefined)).toBe(true);
  });

  test('end one contact before the one that follows it begins', async () => {
    const { left } = await playScript(
      [setHook('CustomerQueue', 'Mover'), ...sales],
      { agents: [{ ...BEN, availableAfterSeconds: 11 }], moves: [CUSTOMER_GOES] },
      { flows: [flow('Mover', 'CUSTOMER_QUEUE', [waitSeconds(10, [moveToQueue('Support')])])] },
    );
    const told = types(left);
    expect(told.indexOf('C1 COMPLETED')).toBeLessThan(told.indexOf('C2 INITIATED'));
  });

  test('tell what flows change, from the steps of the run', async () => {
    const change = [setAttributes({ tier: 'gold' }), step('TagContact', { Tags: { Department: 'Sales' } }), hangUp()];
    const { left, result, world } = await playScript(change);
    const updated = left.events.filter(({ detail }) => detail.eventType === 'CONTACT_DATA_UPDATED');
    expect(updated.map(({ detail }) => detail.updatedProperties)).toEqual([['UserDefinedAttributes'], ['Tags']]);
    expect(contactEvents(result, world).map(({ detail }) => detail.eventType)).not.toContain('CONTACT_DATA_UPDATED');
  });

  test('are the same every time', async () => {
    const events = async () => (await playScript(sales, { agents: [ANA], moves: [CUSTOMER_GOES] })).left.events;
    expect(await events()).toEqual(await events());
  });
});
