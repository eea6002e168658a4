import { disconnect, inboundFlow, playPrompt, transferToQueue } from '../../lib/build';
import { worldOf } from '../../lib/simulate';
import { type Agent, conformsToTheRulebook, contactCentre } from '../../lib/testing';

const sorry = [disconnect()];
const entry = inboundFlow('Entry', { onError: sorry }, [
  playPrompt('Welcome.'),
  transferToQueue('Billing', { atCapacity: sorry }),
]);

const quickConnect = (name: string, kind: 'USER' | 'QUEUE' | 'PHONE_NUMBER', target: string) => ({
  arn: `arn:aws:connect:eu-central-1:111122223333:instance/i/transfer-destination/${name}`,
  name,
  kind,
  target,
});

const hand = worldOf({ flows: [entry], agents: { ana: ['Billing'], ben: ['Sales'] } });
const arnOf = (name: string) => hand.agents.find((agent) => agent.name === name)?.arn ?? '';
const quickConnects = [
  quickConnect('Ben', 'USER', arnOf('ben')),
  quickConnect('Supplier', 'PHONE_NUMBER', '+15555550177'),
];
const agents = hand.agents.map((agent) => ({
  ...agent,
  concurrency: {
    VOICE: { contacts: 1, acrossChannels: true },
    CHAT: { contacts: 2, acrossChannels: true },
    TASK: { contacts: 1, acrossChannels: true },
    EMAIL: { contacts: 1, acrossChannels: true },
  },
}));
const centre = () => contactCentre({ ...hand, agents, quickConnects });

describe('An agent', () => {
  test('works after a contact until the test says that she is done', async () => {
    const at = centre();
    const [first, second] = [at.calls({ flow: 'Entry' }), at.calls({ flow: 'Entry' })];
    const ana = at.agent('ana', { afterContactWork: 'by hand' });
    await ana.becomesAvailable().accepts();
    await first.hangsUp();
    expect(ana.state).toBe('afterContactWork');
    await expect(ana.accepts('10s')).rejects.toThrow(/works after a contact: `completesWork\(\)`/);
    await ana.completesWork().accepts();
    await second.isConnectedTo('ana');
  });

  test('attends to one of several chats at a time', async () => {
    const at = centre();
    const [first, second] = [at.startsChat({ flow: 'Entry' }), at.startsChat({ flow: 'Entry' })];
    const ana = at.agent('ana', { acceptsAfter: '1s' });
    await ana.becomesAvailable();
    await first.isConnectedTo('ana');
    await second.isConnectedTo('ana');
    await second.writes('I am the second.');
    await ana.attendsTo(first).writes('Goodbye.').hangsUp();
    await first.isDisconnected();
    await second.isConnectedTo('ana');
  });

  test('puts a customer on hold and comes back', async () => {
    const at = centre();
    const call = at.calls({ flow: 'Entry' });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    await ana.holds();
    await call.isOnHold();
    await ana.takesOffHold();
    await call.isConnectedTo('ana');
    await expect(ana.takesOffHold()).rejects.toThrow(/who is not on hold/);
  });

  test('leaves a transfer before anybody has answered it', async () => {
    const at = centre();
    const call = at.calls({ flow: 'Entry' });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    const ben = at.agent('ben');
    await ana.transfersTo('Ben').leaves();
    expect(ana.state).toBe('available');
    await ben.becomesAvailable().accepts();
    await call.isConnectedTo('ben');
    expect(conformsToTheRulebook(call)).toMatchObject({ pass: true });
  });

  test('cannot bring a fourth person into a call of three', async () => {
    const at = centre();
    at.calls({ flow: 'Entry' });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    const ben = at.agent('ben');
    await ana.transfersTo('Ben');
    await ben.becomesAvailable().accepts();
    await ana.joins();
    await expect(ben.transfersTo('Supplier')).rejects.toThrow(/the call holds 3 people already/);
  });

  test('is offered nothing in a status of the centre’s own', async () => {
    const at = centre();
    const ana = await at.agent('ana').becomesAvailable().changesStatusTo('Lunch');
    at.calls({ flow: 'Entry' });
    await expect(ana.accepts('10s')).rejects.toThrow(/is in a status in which nothing is offered/);
    await ana.becomesAvailable().accepts();
  });

  test('pauses a task and goes on with it', async () => {
    const at = centre();
    const task = at.startsTask({ flow: 'Entry' });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    await ana.pauses();
    await at.time.passes('10m');
    await ana.resumes().hangsUp();
    await task.isDisconnected();
    expect(task.contacts[0]?.pauses).toHaveLength(1);
    expect(conformsToTheRulebook(task)).toMatchObject({ pass: true });
    await expect(ana.resumes()).rejects.toThrow(/has paused none/);
  });

  test('answers an email, and writes one', async () => {
    const at = centre();
    const email = at.receivesEmail({ flow: 'Entry', from: 'kim@example.com' });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    await ana.replies().hangsUp();
    await email.isDisconnected();
    const written = ana.writesEmailTo('lee@example.com', { queue: 'Billing' });
    await written.isDisconnected();
    expect(at.result.contacts.map(({ method }) => method)).toEqual(['INBOUND', 'AGENT_REPLY', 'OUTBOUND']);
    expect(conformsToTheRulebook(at)).toMatchObject({ pass: true });
  });

  test('looks at a customer of a campaign before the call is dialled', async () => {
    const at = centre();
    const call = at.offersPreview({ queue: 'Billing', previewFor: '30s' });
    await at.agent('ana').becomesAvailable().accepts();
    await call.isConnectedTo('ana');
    expect(call).toBeDefined();
    expect(call.contacts.map(({ method }) => method)).toEqual(['CAMPAIGN_PREVIEW']);
  });

  test.each([
    ['write in a chat', (ana: Agent) => ana.writes('Hello'), /is on a VOICE contact/],
    ['pause a task', (ana: Agent) => ana.pauses(), /is on a VOICE contact/],
    ['answer an email', (ana: Agent) => ana.replies(), /is on a VOICE contact/],
  ] as const)('cannot %s on a call', async (_what, step, says) => {
    const at = centre();
    at.calls({ flow: 'Entry' });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    await expect(step(ana)).rejects.toThrow(says);
  });
});

describe('A supervisor', () => {
  test('listens, barges in and takes the customer over', async () => {
    const at = centre();
    const call = at.calls({ flow: 'Entry' });
    await at.agent('ana').becomesAvailable().accepts();
    const ben = at.agent('ben');
    await ben.monitors('ana').bargesIn().dropsTheAgent();
    expect(at.agent('ana').state).toBe('available');
    await call.hangsUp();
    expect(at.result.contacts.map(({ method, disconnectReason }) => `${method} ${disconnectReason}`)).toEqual([
      'INBOUND BARGED',
      'MONITOR CUSTOMER_DISCONNECT',
    ]);
    expect(call).toBeDefined();
  });

  test('needs somebody to listen to, and to listen before anything else', async () => {
    const at = centre();
    const ben = at.agent('ben');
    await expect(ben.monitors('ana')).rejects.toThrow(/who is on no call and in no chat/);
    await expect(ben.bargesIn()).rejects.toThrow(/monitors nobody: `monitors\(…\)` first/);
  });
});

describe('A chat', () => {
  test('ends for the agent when the customer is silent for too long', async () => {
    const at = centre();
    const chat = at.startsChat({ flow: 'Entry', timeouts: { customerDisconnectMinutes: 5 } });
    const ana = await at.agent('ana').becomesAvailable().accepts();
    await chat.writes('One moment.');
    await at.time.passes('4m');
    await chat.isConnectedTo('ana');
    await chat.isDisconnected('2m');
    expect(ana.state).toBe('available');
  });
});
