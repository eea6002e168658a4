import { flow, flowArn, hangUp, say, step } from '../script';
import { hearing, play, secondsUntil, texts } from '../world';

const errors = { NoMatchingError: [say('Error.'), hangUp()] };

describe('New contacts', () => {
  const work = flow('Work', 'CONTACT_FLOW', [
    say('$.Name for $.Attributes.who, $.References.ticket.Value.'),
    step('UpdateContactAttributes', { TargetContact: 'Related', Attributes: { done: 'yes' } }),
    hangUp(),
  ]);
  const task = (more: object = {}) =>
    step(
      'CreateTask',
      {
        ContactFlowId: flowArn('Work'),
        Name: 'Call back',
        Attributes: { who: '$.CustomerEndpoint.Address' },
        References: { ticket: { Type: 'URL', Value: 'T7' } },
        ...more,
      } as never,
      { errors },
    );

  test('a task runs its flow, knows who wanted it, and is no link of the chain', async () => {
    const result = await play(
      [task(), say('Task $.Task.ContactId.'), say('A'.repeat(60)), hangUp()],
      {},
      { flows: [work] },
    );
    const [call, made] = result.contacts;
    expect(texts(result)).toContain('“Call back for +15555550100, T7.”');
    expect(texts(result)).toContain(`“Task ${made?.id}.”`);
    expect(made).toMatchObject({ method: 'API', channel: 'TASK', previous: null, state: 'ended' });
    expect(call?.attributes.get('done')).toBe('yes');
  });

  test.each([
    [{ DelaySeconds: '60' }, 60],
    [{ ScheduledTime: '2026-01-05T10:02:00Z' }, 120],
  ])('a task waits: %j', async (when, seconds) => {
    const result = await play([task(when), hangUp()], {}, { flows: [work] });
    expect(secondsUntil(result, 'Inbound flow "Work"')).toBe(seconds);
  });

  test('a task that was due yesterday is an error', async () => {
    expect(await hearing([task({ ScheduledTime: '2026-01-04T10:00:00Z' }), hangUp()], {}, { flows: [work] })).toEqual([
      'Error.',
    ]);
  });

  test('a flow that creates tasks of itself goes on only until the time limit', async () => {
    const itself = flow('Work', 'CONTACT_FLOW', [task(), hangUp()]);
    const result = await play([task(), hangUp()], {}, { flows: [itself] }, { limitSeconds: 60 });
    expect(result.timeLimitReached).toBe(true);
  });

  test('Send message starts a conversation of its own', async () => {
    const send = step('StartOutboundChatContact', {
      SourceEndpoint: { Address: 'arn:aws:connect:number', Type: 'CONNECT_PHONENUMBER_ARN' },
      DestinationEndpoint: { Address: '$.CustomerEndpoint.Address', Type: 'TELEPHONE_NUMBER' },
      ContactFlowArn: flowArn('Chat'),
      ContactSubtype: 'connect:SMS',
      InitialSystemMessage: { Content: 'Your order is on its way.' },
    });
    const conversation = flow('Chat', 'CONTACT_FLOW', [say("$.SegmentAttributes['connect:Subtype']"), hangUp()]);
    const result = await play([send, hangUp()], {}, { flows: [conversation] });
    expect(texts(result)).toEqual(expect.arrayContaining(['“Your order is on its way.”', '“connect:SMS”']));
  });
});
