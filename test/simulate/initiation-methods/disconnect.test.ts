import type { Channel } from '../../../lib/language';
import { type Move, Simulation, simulate } from '../../../lib/simulate';
import { bothWays } from '../both-ways';
import { playScript } from '../records/run';
import { flow, hangUp, say, setAttributes, setHook, setQueue, toQueue } from '../script';
import { ANA, BEN, heardBy, linksOf, play, runsOf, secondsUntil, smallCentre, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const hooked = [setHook('CustomerRemaining', 'Afterwards'), ...sales];
const afterwards = flow('Afterwards', 'CONTACT_FLOW', [say('How was it?'), hangUp()]);
const silent = flow('Afterwards', 'CONTACT_FLOW', [setAttributes({ afterwards: 'yes' }), hangUp()]);
const agentGoes: Move = { does: 'hangs up', who: 'agent' };
const customerGoes: Move = { does: 'hangs up', who: 'customer' };
const DAY = 24 * 3600;

/** The methods of the contacts of a run. */
const methodsOf = ({ contacts }: Awaited<ReturnType<typeof play>>): readonly string[] =>
  contacts.map(({ method }) => method);

describe('The disconnect flow of a call', () => {
  test('runs when the line to the agent breaks', async () => {
    const simulation = new Simulation(smallCentre({ flows: [flow('Entry', 'CONTACT_FLOW', hooked), afterwards] }));
    simulation.seat(ANA);
    simulation.clock.after(0, () =>
      simulation.startContact({ method: 'INBOUND', flow: 'Entry' }, simulation.newStory()),
    );
    simulation.clock.after(60_000, () => simulation.end(simulation.contacts[0] as never, 'TELECOM_PROBLEM'));
    await simulation.advance(() => false, 120);
    const result = simulation.result();
    expect(methodsOf(result)).toEqual(['INBOUND', 'DISCONNECT']);
    expect(heardBy(result, 'Customer').at(-1)).toBe('“How was it?”');
  });

  test('does not run when the flow itself hangs up', async () => {
    const result = await play(
      [setHook('CustomerRemaining', 'Afterwards'), say('Goodbye.'), hangUp()],
      {},
      { flows: [afterwards] },
    );
    expect(methodsOf(result)).toEqual(['INBOUND']);
  });

  test('finds nobody on the line where it is assumed to run although the customer hung up', async () => {
    const [no, yes] = await bothWays('customerLeavingRunsDisconnectFlow', ['no', 'yes'], (assumptions) =>
      play(hooked, { agents: [ANA], moves: [customerGoes] }, { flows: [afterwards] }, { assumptions }),
    );
    expect(methodsOf(no)).toEqual(['INBOUND']);
    expect(runsOf(yes).at(-1)).toBe('C2 CONTACT_FLOW "Afterwards" → nobody');
    expect(texts(yes)).not.toContain('“How was it?”');
  });

  test('keeps the method of a contact on which it runs; what it queues is a contact with method DISCONNECT', async () => {
    const again = flow('Afterwards', 'CONTACT_FLOW', [say('Anything else?'), setQueue('Support'), toQueue()]);
    const [own, same] = await bothWays('disconnectFlowContact', ['newContact', 'sameContact'], (assumptions) =>
      play(hooked, { agents: [ANA, BEN], moves: [agentGoes, customerGoes] }, { flows: [again] }, { assumptions }),
    );
    const links = ['C1 INBOUND initial - previous - next C2', 'C2 DISCONNECT initial C1 previous C1 next -'];
    expect([linksOf(own), linksOf(same)]).toEqual([links, links]);
    expect(runsOf(own)).toContain('C2 CONTACT_FLOW "Afterwards" → CUSTOMER');
    expect(runsOf(same)).toContain('C1 CONTACT_FLOW "Afterwards" → CUSTOMER');
    expect(texts(same)).toContain('Customer and ben talk');
  });

  test('lets the agent work on the contact that ended while the customer still listens', async () => {
    const { left } = await playScript(
      hooked,
      { agents: [{ ...ANA, afterContactWorkSeconds: 30 }], moves: [agentGoes] },
      { flows: [afterwards] },
    );
    const [first, second] = left.records;
    expect(first?.Agent).toMatchObject({
      AfterContactWorkStartTimestamp: first?.DisconnectTimestamp,
      AfterContactWorkDuration: 30,
    });
    expect(second).toMatchObject({ InitiationTimestamp: first?.DisconnectTimestamp, Agent: null });
  });
});

describe('When the customer leaves', () => {
  test.each([customerGoes, agentGoes])(
    'or the agent, the agent goes to the work after the contact: %j',
    async (move) => {
      const { left } = await playScript(sales, { agents: [{ ...ANA, afterContactWorkSeconds: 20 }], moves: [move] });
      const [record] = left.records;
      expect(record?.Agent?.AfterContactWorkStartTimestamp).toBe(record?.DisconnectTimestamp);
    },
  );
});

describe('The disconnect flow of other channels', () => {
  const ended = (channel: Channel, moves: readonly Move[], flows = [silent]) =>
    play(hooked, { channel, agents: [ANA], moves }, { flows }, { limitSeconds: 8 * DAY });

  test('A chat that the agent ends goes on with it, and the customer sees it', async () => {
    const result = await ended('CHAT', [agentGoes], [afterwards]);
    expect(methodsOf(result)).toEqual(['API', 'DISCONNECT']);
    expect(heardBy(result, 'Customer').at(-1)).toBe('“How was it?”');
  });

  test('A chat that the customer ends does not', async () => {
    expect(methodsOf(await ended('CHAT', [customerGoes]))).toEqual(['API']);
  });

  test('A chat that runs out of its time goes on with it', async () => {
    const entry = flow('Chat', 'CONTACT_FLOW', hooked);
    const result = await simulate(
      { ...smallCentre(), flows: [entry, silent] },
      { start: { method: 'API', channel: 'CHAT', flow: 'Chat', expiresAfterSeconds: 3600 }, agents: [ANA] },
      { limitSeconds: 7200 },
    );
    expect(result.contacts.map(({ method, disconnectReason }) => `${method} ${disconnectReason}`)).toEqual([
      'API EXPIRED',
      'DISCONNECT CONTACT_FLOW_DISCONNECT',
    ]);
  });

  test('A task that the agent completes goes on with it', async () => {
    expect(methodsOf(await ended('TASK', [agentGoes]))).toEqual(['API', 'DISCONNECT']);
  });

  test('A task that its flow ends goes on with it', async () => {
    const result = await play(
      [setHook('CustomerRemaining', 'Afterwards'), hangUp()],
      { channel: 'TASK' },
      { flows: [silent] },
    );
    expect(methodsOf(result)).toEqual(['API', 'DISCONNECT']);
    expect(result.contacts[1]).toMatchObject({ disconnectReason: 'CONTACT_FLOW_DISCONNECT' });
  });

  test('A task may be given ninety days', async () => {
    const entry = flow('Task', 'CONTACT_FLOW', sales);
    const start = { method: 'API', channel: 'TASK', flow: 'Task' } as const;
    const run = (days: number) =>
      simulate(
        { ...smallCentre(), flows: [entry] },
        { start: { ...start, expiresAfterSeconds: days * DAY } },
        { limitSeconds: 100 * DAY },
      );
    expect(secondsUntil(await run(90), 'ends: EXPIRED')).toBe(90 * DAY);
    expect((await run(91)).stopped).toBe('A task lasts 90 days at most, not 91.');
  });

  test('An email runs none', async () => {
    expect(methodsOf(await ended('EMAIL', [agentGoes]))).toEqual(['API']);
  });
});
