import type { Contact, Move, World } from '../../../lib/simulate';
import { Simulation } from '../../../lib/simulate';
import { rejectOffer } from '../../../lib/simulate/parts/offers';
import { runRecords } from '../../../lib/simulate/records';
import { bothWays } from '../both-ways';
import { playScript } from '../records/run';
import { agentArn, flow, flowArn, say, setHook, setQueue, step, toQueue } from '../script';
import { ANA, BEN, heardBy, play, runsOf, secondsUntil, smallCentre, texts } from '../world';
import { statesOf } from './states';

const sales = [setQueue('Sales'), toQueue()];
const TO_BEN: Move = { does: 'transfers', to: 'Ben' };
const leaves: Move = { does: 'hangs up', who: 'customer' };
const misses = { ...BEN, acceptsAfterSeconds: 60 };

/** A world whose quick connect to Ben names this transfer flow. */
const withTransferFlow = (name: string, target = agentArn('ben')): Partial<World> => {
  const [ben, ...others] = smallCentre().quickConnects;
  return { quickConnects: [{ ...(ben as NonNullable<typeof ben>), flow: flowArn(name), target }, ...others] };
};

const secondsOf = (contact: Contact | undefined, flowType: string, start: number): number =>
  ((contact?.runs.find((run) => run.flowType === flowType)?.start ?? Number.NaN) - start) / 1000;

describe('A call transferred to an agent', () => {
  test('plays the transfer flow to the source agent and the hold flow to the customer from the same moment on', async () => {
    const result = await play(sales, { agents: [ANA, BEN], moves: [TO_BEN] });
    const [first, leg] = result.contacts;
    expect(secondsUntil(result, 'transfers with')).toBe(37);
    expect(secondsOf(first, 'CUSTOMER_HOLD', result.start)).toBe(37);
    expect(secondsOf(leg, 'AGENT_TRANSFER', result.start)).toBe(37);
    expect(leg?.initiated).toBe(result.start + 37_000);
  });

  test('keeps the customer on hold while the other agent is offered the call, hears the whisper and talks', async () => {
    const result = await play(sales, {
      agents: [ANA, BEN],
      moves: [TO_BEN, { does: 'chooses', choice: 'END_CALL', afterSeconds: 50 }],
    });
    const [first, leg] = result.contacts;
    const hold = first?.runs.find(({ flowType }) => flowType === 'CUSTOMER_HOLD');
    expect(leg?.offers[0]?.start).toBeGreaterThan(hold?.start as number);
    expect(hold?.end).toBe((leg?.connectedToAgent ?? 0) + 50_000);
  });

  test('registers whispers where the transfer flow sets them, and plays them once the other agent accepts', async () => {
    const script = [
      setHook('AgentWhisper', 'Warm'),
      setHook('CustomerWhisper', 'Connecting'),
      step('UpdateContactTargetQueue', { AgentId: '$.Agent.ARN' }),
      toQueue(),
    ];
    const flows = [
      flow('Straight', 'AGENT_TRANSFER', script),
      flow('Warm', 'AGENT_WHISPER', [say('A colleague calls.')]),
      flow('Connecting', 'CUSTOMER_WHISPER', [say('Connecting you.')]),
    ];
    const result = await play(
      sales,
      { agents: [ANA, { ...BEN, acceptsAfterSeconds: 12 }], moves: [TO_BEN] },
      { flows, ...withTransferFlow('Straight') },
    );
    expect(secondsUntil(result, 'sets AgentWhisper to "Warm"')).toBe(37);
    expect(secondsUntil(result, 'A colleague calls.')).toBe(49);
    expect(heardBy(result, 'ben')).toEqual(['“A colleague calls.”']);
    expect(heardBy(result, 'ana').at(-1)).toBe('“Connecting you.”');
  });

  test('records a completed transfer where the source agent left before anybody had answered, and only then', async () => {
    const completed = async (moves: readonly Move[]) => {
      const { left } = await playScript(sales, { agents: [ANA, { ...BEN, acceptsAfterSeconds: 15 }], moves });
      const [first] = left.records;
      return [first?.TransferCompletedTimestamp, first?.DisconnectTimestamp];
    };
    const cold = await completed([{ ...TO_BEN, leavesAfterSeconds: 6 } as Move, leaves]);
    expect(cold).toEqual(['2026-01-05T10:00:43Z', '2026-01-05T10:00:43Z']);
    const [warm] = await completed([TO_BEN, { does: 'chooses', choice: 'END_CALL' }, leaves]);
    expect(warm).toBeNull();
  });
});

describe('A transferred call that the other agent does not take', () => {
  test('rings for twenty seconds, and then the agent has missed it', async () => {
    const { result, left } = await playScript(
      sales,
      { agents: [ANA, misses], moves: [TO_BEN] },
      {},
      { limitSeconds: 120 },
    );
    const [offer] = result.contacts[1]?.offers ?? [];
    expect(((offer?.end ?? 0) - (offer?.start ?? 0)) / 1000).toBe(20);
    expect(statesOf(left.agentEvents, 'ben')).toEqual(['CONNECTING', 'MISSED', '-']);
  });

  test('waits on in the queue of that agent, or gives the customer back to the source agent', async () => {
    const [waits, comesBack] = await bothWays('missedTransfer', ['waits', 'comesBack'], (assumptions) =>
      play(sales, { agents: [ANA, misses], moves: [TO_BEN] }, {}, { limitSeconds: 300, assumptions }),
    );
    expect(waits.contacts.map(({ state }) => state)).toEqual(['connected', 'queued']);
    expect(heardBy(waits, 'ana').at(-1)).toBe('[plays hold-music]');
    expect(comesBack.contacts.map(({ state }) => state)).toEqual(['connected', 'ended']);
    const hold = comesBack.contacts[0]?.runs.find(({ flowType }) => flowType === 'CUSTOMER_HOLD');
    expect(hold?.end).toBe(comesBack.contacts[1]?.disconnected);
  });

  test('ends where the source agent gives up, who has the customer back and goes on', async () => {
    const moves: readonly Move[] = [{ ...TO_BEN, cancelsAfterSeconds: 45 } as Move, { does: 'hangs up', who: 'agent' }];
    const result = await play(sales, { agents: [ANA, misses], moves });
    expect(secondsUntil(result, 'cancels the transfer')).toBe(82);
    expect(result.contacts[1]).toMatchObject({ disconnected: result.start + 82_000, connectedToAgent: null });
    expect(result.contacts[0]).toMatchObject({
      disconnectReason: 'AGENT_DISCONNECT',
      disconnected: result.start + 112_000,
    });
  });

  test('cannot be given up once the other agent has answered', async () => {
    const moves: readonly Move[] = [{ ...TO_BEN, cancelsAfterSeconds: 45 } as Move];
    const result = await play(sales, { agents: [ANA, BEN], moves });
    expect(texts(result)).not.toContain('cancels the transfer');
    expect(result.contacts[1]?.state).toBe('connected');
  });

  test('and is rejected is told as REJECTED or as MISSED', async () => {
    const states: (readonly string[])[] = [];
    const entry = flow('Entry', 'CONTACT_FLOW', sales);
    await bothWays('rejectedCallShows', ['REJECTED', 'MISSED'], async (assumptions) => {
      const world = smallCentre({ flows: [entry] });
      const simulation = new Simulation(world, { assumptions });
      const desk = simulation.seat({ name: 'ana', acceptsAfterSeconds: 'by hand' });
      simulation.clock.after(0, () =>
        simulation.startContact({ method: 'INBOUND', flow: 'Entry' }, simulation.newStory()),
      );
      await simulation.advance(() => false, 5);
      const [call] = simulation.contacts;
      expect(desk && call && rejectOffer(simulation, desk, call)).toBe(true);
      const result = simulation.result();
      states.push(statesOf(runRecords(result, world).agentEvents, 'ana'));
      expect(texts(result).at(-1)).toBe('rejects the contact');
      return result;
    });
    expect(states).toEqual([
      ['CONNECTING', 'REJECTED', '-'],
      ['CONNECTING', 'MISSED', '-'],
    ]);
  });
});

describe('The queue of an agent', () => {
  const toBen = flow('To Ben', 'CONTACT_FLOW', [
    step('UpdateContactTargetQueue', { AgentId: agentArn('ben') }),
    toQueue(),
  ]);
  const entry = flow('Entry', 'CONTACT_FLOW', sales);

  test.each([
    [9, 'queued', 'Thank you for calling.'],
    [10, 'ended', 'The transfer did not succeed.'],
  ])('holds ten contacts: with %i in it the leg of a transfer is %s', async (waiting, state, heard) => {
    const simulation = new Simulation(smallCentre({ flows: [toBen, entry] }));
    const call = (named: string, story = simulation.newStory()) =>
      simulation.clock.after(0, () => simulation.startContact({ method: 'INBOUND', flow: named }, story));
    simulation.seat(ANA);
    for (let i = 0; i < waiting; i++) call('To Ben');
    call('Entry', simulation.newStory({}, [TO_BEN]));
    await simulation.advance(() => false, 60);
    const leg = simulation.contacts.find(({ method }) => method === 'TRANSFER');
    expect(leg?.state).toBe(state);
    expect(heardBy(simulation.result(), 'ana').join()).toContain(heard);
    expect(leg?.previous?.state).toBe('connected');
  });
});

describe('Transfer to agent', () => {
  test('takes the agent out of the work after a contact', async () => {
    const straight = flow('Straight', 'AGENT_TRANSFER', [step('TransferContactToAgent')]);
    const world = smallCentre({
      flows: [
        straight,
        flow('Entry', 'CONTACT_FLOW', sales),
        flow('Other', 'CONTACT_FLOW', [setQueue('Support'), toQueue()]),
      ],
      ...withTransferFlow('Straight'),
    });
    const simulation = new Simulation(world);
    simulation.seat(ANA);
    simulation.seat({ ...BEN, afterContactWorkSeconds: 'by hand' });
    const call = (named: string, moves: readonly Move[]) =>
      simulation.clock.after(0, () =>
        simulation.startContact({ method: 'INBOUND', flow: named }, simulation.newStory({}, moves)),
      );
    call('Other', [{ ...leaves, afterSeconds: 5 }]);
    call('Entry', [TO_BEN]);
    await simulation.advance(() => false, 30);
    const [worked] = simulation.contacts;
    expect(worked?.afterContactWork).toMatchObject({ end: null });
    await simulation.advance(() => false, 60);
    expect(worked?.afterContactWork?.end).toBe(simulation.start + 37_000);
    expect(runsOf(simulation.result()).filter((run) => run.includes('DESTINATION_AGENT'))).toHaveLength(1);
    expect(texts(simulation.result())).toContain('ana and ben talk');
  });
});
