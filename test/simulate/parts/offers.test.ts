import type { Channel } from '../../../lib/language';
import type { World, WorldAgent } from '../../../lib/simulate';
import { Simulation } from '../../../lib/simulate';
import { agentState } from '../../../lib/simulate/desk';
import { chooseStatus } from '../../../lib/simulate/parts/desks';
import { pauseTask } from '../../../lib/simulate/parts/tasks';
import { agentArn, flow, queueArn, setQueue, toQueue } from '../script';
import { smallCentre } from '../world';

const entry = flow('Entry', 'CONTACT_FLOW', [setQueue('Sales'), toQueue()]);
const other = flow('Other', 'CONTACT_FLOW', [setQueue('Support'), toQueue()]);

const agent = (name: string, more: Partial<WorldAgent> = {}): WorldAgent => ({
  arn: agentArn(name),
  name,
  queues: [queueArn('Sales'), queueArn('Support')],
  ...more,
});

/** A centre in which contacts arrive one after another, and agents take what they are offered at once. */
const centre = (agents: readonly WorldAgent[], more: Partial<World> = {}) => {
  const simulation = new Simulation({ ...smallCentre(), flows: [entry, other], agents, ...more });
  const seat = (name: string) => simulation.seat({ name, acceptsAfterSeconds: 0 });
  const arrive = (channel: Channel, named = 'Entry') =>
    simulation.clock.after(0, () =>
      simulation.startContact(
        channel === 'VOICE' ? { method: 'INBOUND', flow: named } : { method: 'API', channel, flow: named },
        simulation.newStory(),
      ),
    );
  const pass = (seconds: number) => simulation.advance(() => false, seconds);
  const connected = () =>
    simulation.contacts
      .filter(({ connectedToAgent }) => connectedToAgent !== null)
      .map(({ channel, agent: taken }) => `${taken?.name} ${channel}`);
  return { simulation, seat, arrive, pass, connected };
};

describe('How many contacts an agent is offered', () => {
  test('is one at a time where nothing is said, whatever the channel', async () => {
    const { seat, arrive, pass, connected } = centre([agent('ana')]);
    seat('ana');
    for (const channel of ['CHAT', 'CHAT', 'TASK'] as const) arrive(channel);
    await pass(60);
    expect(connected()).toEqual(['ana CHAT']);
  });

  test('follows the routing profile, channel by channel', async () => {
    const ana = agent('ana', { concurrency: { CHAT: { contacts: 2 }, TASK: { contacts: 3 } } });
    const { seat, arrive, pass, connected } = centre([ana]);
    seat('ana');
    for (const channel of ['CHAT', 'CHAT', 'CHAT', 'TASK', 'VOICE'] as const) arrive(channel);
    await pass(60);
    expect(connected()).toEqual(['ana CHAT', 'ana CHAT']);
  });

  test('mixes channels where the profile allows it for the channel that the agent is on', async () => {
    const concurrency = {
      VOICE: { contacts: 1, acrossChannels: true },
      CHAT: { contacts: 2, acrossChannels: true },
      TASK: { contacts: 1 },
    };
    const { seat, arrive, pass, connected } = centre([agent('ana', { concurrency })]);
    seat('ana');
    for (const channel of ['CHAT', 'VOICE', 'TASK', 'CHAT'] as const) arrive(channel);
    await pass(60);
    expect(connected()).toEqual(['ana CHAT', 'ana VOICE', 'ana TASK']);
  });

  test('leaves out a task that the agent has paused', async () => {
    const { simulation, seat, arrive, pass, connected } = centre([
      agent('ana', { concurrency: { TASK: { contacts: 1 } } }),
    ]);
    seat('ana');
    arrive('TASK');
    arrive('TASK');
    await pass(10);
    expect(connected()).toEqual(['ana TASK']);
    pauseTask(simulation, simulation.contacts[0] as (typeof simulation.contacts)[number]);
    await pass(10);
    expect(connected()).toEqual(['ana TASK', 'ana TASK']);
  });

  test('is none in a status of the centre’s own, and goes on once the agent is available', async () => {
    const { simulation, seat, arrive, pass, connected } = centre([agent('ana')]);
    const desk = seat('ana');
    if (!desk) throw new Error('no desk');
    await pass(1);
    chooseStatus(simulation, desk, 'Lunch');
    arrive('VOICE');
    await pass(60);
    expect(connected()).toEqual([]);
    expect(agentState(desk)).toBe('unavailable');
    chooseStatus(simulation, desk, 'Available');
    await pass(60);
    expect(connected()).toEqual(['ana VOICE']);
  });
});

describe('Which agent is offered a contact', () => {
  test('is the one with the fewest contacts', async () => {
    const chats = { CHAT: { contacts: 3 } };
    const { seat, arrive, pass, connected } = centre([
      agent('ana', { concurrency: chats }),
      agent('ben', { concurrency: chats }),
    ]);
    seat('ana');
    seat('ben');
    for (let i = 0; i < 4; i++) arrive('CHAT');
    await pass(60);
    expect(connected()).toEqual(['ana CHAT', 'ben CHAT', 'ana CHAT', 'ben CHAT']);
  });

  test('is, of several without any, the one who has had none for longest', async () => {
    const { simulation, seat, arrive, pass, connected } = centre([agent('ana'), agent('ben')]);
    const ana = seat('ana');
    if (!ana) throw new Error('no desk');
    await pass(1);
    chooseStatus(simulation, ana, 'Lunch');
    await pass(10);
    seat('ben');
    await pass(10);
    simulation.clock.after(1_000, () => chooseStatus(simulation, ana, 'Available'));
    await pass(10);
    arrive('VOICE');
    await pass(60);
    expect(connected()).toEqual(['ben VOICE']);
  });
});

describe('The routing profile of an agent', () => {
  const routes = (sales: { priority: number; delaySeconds: number }) => [
    { queue: queueArn('Sales'), channels: ['VOICE'] as const, ...sales },
    { queue: queueArn('Support'), channels: ['VOICE', 'CHAT'] as const, priority: 2, delaySeconds: 0 },
  ];

  test('puts the queue of the higher priority first, whatever has waited longer', async () => {
    const { simulation, seat, arrive, pass } = centre([
      agent('ana', { routes: routes({ priority: 1, delaySeconds: 0 }) }),
    ]);
    arrive('VOICE', 'Other');
    await pass(30);
    arrive('VOICE');
    await pass(1);
    seat('ana');
    await pass(60);
    expect(simulation.contacts.find(({ agent: taken }) => taken !== null)?.queue?.name).toBe('Sales');
  });

  test('serves a queue after the delay only', async () => {
    const { simulation, seat, arrive, pass } = centre([
      agent('ana', { routes: routes({ priority: 1, delaySeconds: 45 }) }),
    ]);
    seat('ana');
    arrive('VOICE');
    await pass(44);
    expect(simulation.contacts[0]?.offers).toHaveLength(0);
    await pass(60);
    expect(simulation.contacts[0]?.offers[0]?.start).toBe(simulation.start + 45_000);
  });

  test('serves a queue on the channels that it names', async () => {
    const { seat, arrive, pass, connected } = centre([
      agent('ana', { routes: routes({ priority: 1, delaySeconds: 0 }) }),
    ]);
    seat('ana');
    arrive('CHAT');
    arrive('CHAT', 'Other');
    await pass(60);
    expect(connected()).toEqual(['ana CHAT']);
  });
});

describe('A contact that rings', () => {
  test('still counts as waiting, and remembers every agent at whom it rang', async () => {
    const simulation = new Simulation({ ...smallCentre(), flows: [entry], agents: [agent('ana'), agent('ben')] });
    simulation.seat({ name: 'ana', acceptsAfterSeconds: 60 });
    simulation.seat({ name: 'ben', acceptsAfterSeconds: 5 });
    simulation.clock.after(0, () =>
      simulation.startContact({ method: 'INBOUND', flow: 'Entry' }, simulation.newStory()),
    );
    await simulation.advance(() => false, 10);
    expect(simulation.waiting.waitingIn(queueArn('Sales'))).toBe(1);
    await simulation.advance(() => false, 60);
    expect(simulation.waiting.waitingIn(queueArn('Sales'))).toBe(0);
    const seconds = simulation.contacts[0]?.offers.map(({ agent: name, start, end, outcome }) => [
      name,
      (start - simulation.start) / 1000,
      ((end ?? 0) - simulation.start) / 1000,
      outcome,
    ]);
    expect(seconds).toEqual([
      ['ana', 0, 20, 'missed'],
      ['ben', 20, 25, 'accepted'],
    ]);
  });
});
