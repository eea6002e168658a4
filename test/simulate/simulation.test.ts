import { checkRecords, recordSteps, runRecords, Simulation, type SimulationResult } from '../../lib/simulate';
import { callback, flow, hangUp, setHook, setQueue, step, toQueue } from './script';
import { smallCentre } from './world';

const entry = flow('Entry', 'CONTACT_FLOW', [
  setHook('CustomerRemaining', 'Survey'),
  step('CreateTask', { Name: 'Follow up', ContactFlowId: flow('Task', 'CONTACT_FLOW', []).arn }),
  setQueue('Sales'),
  toQueue(),
]);
const survey = flow('Survey', 'CONTACT_FLOW', [setQueue('Sales'), callback(), hangUp()]);
const task = flow('Task', 'CONTACT_FLOW', [hangUp()]);
const world = { ...smallCentre(), flows: [entry, survey, task] };

const run = async (calls: number) => {
  const finished: SimulationResult[] = [];
  const { steps, onStep } = recordSteps();
  const simulation = new Simulation(world, { onStep, onFinished: (one) => finished.push(one) });
  simulation.seat({ name: 'ana', afterContactWorkSeconds: 10 });
  for (let i = 0; i < calls; i++)
    simulation.clock.after(i * 600_000, () => {
      const story = simulation.newStory({}, [
        { does: 'hangs up', who: 'agent' },
        { does: 'hangs up', who: 'customer' },
      ]);
      simulation.startContact({ method: 'INBOUND', flow: 'Entry' }, story);
    });
  await simulation.advance(() => false, calls * 600 + 600);
  return { simulation, finished, steps };
};

describe('A long run', () => {
  test('gives each chain of contacts once, when its last contact and the work after it are over', async () => {
    const { finished } = await run(3);
    const chains = finished.map(({ contacts }) =>
      contacts.map(({ method, channel }) => `${method} ${channel}`).join(', '),
    );
    expect(chains.filter((chain) => chain === 'API TASK')).toHaveLength(3);
    expect(chains.filter((chain) => chain.startsWith('INBOUND VOICE, DISCONNECT VOICE'))).toHaveLength(3);
    expect(new Set(finished.flatMap(({ contacts }) => contacts.map(({ id }) => id))).size).toBe(
      finished.flatMap(({ contacts }) => contacts).length,
    );
  });

  test('gives what agrees with itself, chain by chain', async () => {
    const { finished, steps } = await run(3);
    const problems = finished.flatMap((one) => {
      const own = new Set(one.contacts);
      return checkRecords(
        runRecords(
          one,
          world,
          steps.filter(({ contact }) => own.has(contact)),
        ),
      );
    });
    expect(problems).toEqual([]);
  });

  test('lets go of what it has given', async () => {
    const { simulation, finished } = await run(3);
    const given = new Set(finished.flatMap(({ contacts }) => contacts));
    expect(simulation.contacts.filter((contact) => given.has(contact))).toEqual([]);
    expect(simulation.transcript.every(({ contactId }) => simulation.contacts.some(({ id }) => id === contactId))).toBe(
      true,
    );
  });
});
