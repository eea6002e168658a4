import { type CustomerScript, type Move, Simulation, type World } from '../../lib/simulate';
import { chooseStatus } from '../../lib/simulate/parts/desks';
import { checkRecords, recordSteps, runRecords } from '../../lib/simulate/records';
import { statesOf } from './initiation-methods/states';
import { agentArn, flow, hangUp, hoursArn, queueArn, say, setQueue, step, toQueue } from './script';
import { hours, queue, smallCentre } from './world';

const sorry = [say('Sorry, that did not work.'), hangUp()];
const queuesFor = (name: string) => [
  setQueue(name),
  step(
    'CheckHoursOfOperation',
    {},
    {
      id: `hours of ${name}`,
      when: [
        ['Equals', 'True', [toQueue([say('All lines are taken. Please call later.'), hangUp()], sorry)]],
        ['Equals', 'False', [say('We are open from nine to five.'), hangUp()]],
      ],
      errors: { NoMatchingError: sorry },
    },
  ),
];

const menu = step(
  'GetParticipantInput',
  { Text: 'For sales, press 1. For support, press 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
  {
    id: 'menu',
    when: [
      ['Equals', '1', queuesFor('Sales')],
      ['Equals', '2', queuesFor('Support')],
    ],
    errors: {
      InputTimeLimitExceeded: [say('We heard nothing. Goodbye.'), hangUp()],
      NoMatchingCondition: [say('That is no choice. Goodbye.'), hangUp()],
      NoMatchingError: sorry,
    },
  },
);

const mainLine = flow('Main line', 'CONTACT_FLOW', [say('Welcome to our line.'), menu]);
const nineToFive = { hours: hoursArn('Nine to five') };
const eve = { arn: agentArn('eve'), name: 'eve', queues: [queueArn('Sales')] };

const centre: World = smallCentre({
  flows: [mainLine],
  hours: [hours('Nine to five', 9, 17)],
  queues: [queue('Sales', { ...nineToFive, maxContacts: 2 }), queue('Support', nineToFive)],
  agents: [...smallCentre().agents, eve],
});

const MORNING = new Date('2026-01-05T10:00:00Z');
const EVENING = new Date('2026-01-05T20:00:00Z');

/** The line of a contact centre on one day, and what became of those who called. */
const line = (start = MORNING) => {
  const { steps, onStep } = recordSteps();
  const simulation = new Simulation(centre, { start, onStep });
  const call = (customer: CustomerScript = {}, moves: readonly Move[] = []) =>
    simulation.clock.after(0, () =>
      simulation.startContact({ method: 'INBOUND', flow: 'Main line' }, simulation.newStory(customer, moves)),
    );
  const records = () => {
    const left = runRecords(simulation.result(), centre, steps);
    expect(checkRecords(left)).toEqual([]);
    return left;
  };
  /** Seconds, person and words, of the contact that came in at this place. */
  const told = (which = 0) => {
    const contact = simulation.contacts[which];
    return simulation
      .result()
      .transcript.filter(({ contactId, kind }) => contactId === contact?.id && kind !== 'flow' && kind !== 'starts')
      .map(({ at, who, text }) => `${(at - simulation.start) / 1000} ${who ?? '-'}: ${text}`);
  };
  /** The ways by which the contact left the actions with these ids. */
  const branches = (which = 0) =>
    steps
      .filter(
        ({ contact, action }) => contact === simulation.contacts[which] && /^(menu|hours)/.test(action.Identifier),
      )
      .map(({ action, exit }) => `${action.Identifier}: ${exit}`);
  return {
    simulation,
    call,
    records,
    told,
    branches,
    /** Lets time pass, whether or not anything happens in it. */
    pass: (seconds: number) => {
      simulation.clock.after(seconds * 1000, () => {});
      return simulation.advance(() => false, seconds);
    },
    waiting: (name: string) => simulation.waiting.waitingIn(queueArn(name)),
  };
};

const customerGoes: Move = { does: 'hangs up', who: 'customer' };

/** What everybody hears first, to the end of the menu at 4.07 s. */
const GREETING = ['0 -: starts: INBOUND, VOICE', '0 Customer: “Welcome to our line.”'];
const MENU = '1.333 Customer: “For sales, press 1. For support, press 2.”';

describe('A caller on a line with a menu, hours and a queue of limited size', () => {
  test('who presses 1 waits for sales, hears the whisper, talks and hangs up', async () => {
    const { simulation, call, pass, told, branches, records, waiting } = line();
    simulation.seat({ name: 'ana' });
    call({ presses: ['1'] }, [customerGoes]);
    await pass(120);
    expect(told()).toEqual([
      ...GREETING,
      MENU,
      '5.066 Customer: presses 1',
      '5.066 -: waits in queue "Sales"',
      '5.066 Customer: “Thank you for calling. We will take your call as soon as someone is free.”',
      '8.066 ana: accepts the contact',
      '8.066 ana: “Sales”',
      '9.066 Customer: [plays beep]',
      '12.066 -: Customer and ana talk',
      '42.066 Customer: hangs up',
      '42.066 -: ends: CUSTOMER_DISCONNECT',
    ]);
    expect(branches()).toEqual(['menu: Equals 1', 'hours of Sales: Equals True']);
    expect(records().records[0]).toMatchObject({
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Queue: { Name: 'Sales', Duration: 4 },
      Agent: { Username: 'ana', AgentInteractionDuration: 30 },
    });
    expect(waiting('Sales')).toBe(0);
  });

  test('who presses 2 waits for support, where an agent of sales does not take the call', async () => {
    const { simulation, call, pass, branches, records, waiting } = line();
    simulation.seat({ name: 'ana' });
    call({ presses: ['2'] }, [{ does: 'hangs up', who: 'agent' }]);
    await pass(60);
    expect(waiting('Support')).toBe(1);
    expect(simulation.contacts[0]?.offers).toEqual([]);
    simulation.seat({ name: 'ben' });
    await pass(120);
    expect(branches()).toEqual(['menu: Equals 2', 'hours of Support: Equals True']);
    expect(records().records[0]).toMatchObject({
      DisconnectReason: 'AGENT_DISCONNECT',
      Queue: { Name: 'Support', Duration: 59 },
      Agent: { Username: 'ben' },
    });
  });

  test('who presses 9 leaves the menu by the branch for no match', async () => {
    const { simulation, call, pass, told, branches, records } = line();
    simulation.seat({ name: 'ana' });
    call({ presses: ['9'] });
    await pass(60);
    expect(told()).toEqual([
      ...GREETING,
      MENU,
      '5.066 Customer: presses 9',
      '5.066 Customer: “That is no choice. Goodbye.”',
      '6.866 -: ends: CONTACT_FLOW_DISCONNECT',
    ]);
    expect(branches()).toEqual(['menu: NoMatchingCondition']);
    expect(records().records[0]).toMatchObject({
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      Queue: null,
      Agent: null,
      AgentConnectionAttempts: 0,
    });
  });

  test('who presses nothing leaves the menu by its time-out, five seconds after the end of the prompt', async () => {
    const { call, pass, told, branches, records } = line();
    call();
    await pass(60);
    expect(told()).toEqual([
      ...GREETING,
      MENU,
      '9.066 Customer: presses nothing',
      '9.066 Customer: “We heard nothing. Goodbye.”',
      '10.799 -: ends: CONTACT_FLOW_DISCONNECT',
    ]);
    expect(branches()).toEqual(['menu: InputTimeLimitExceeded']);
    expect(records().records[0]).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', Queue: null });
  });

  test('who hangs up in the middle of the prompt ends the contact there: no branch is taken', async () => {
    const { call, pass, told, branches, records } = line();
    call({ presses: ['1'], hangsUpAfterSeconds: 3 });
    await pass(60);
    expect(told()).toEqual([...GREETING, MENU, '3 -: ends: CUSTOMER_DISCONNECT']);
    expect(branches()).toEqual([]);
    expect(records().records[0]).toMatchObject({
      DisconnectTimestamp: '2026-01-05T10:00:03Z',
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      Queue: null,
    });
  });

  test('who arrives when it is closed is told so, and never enters the queue', async () => {
    const { simulation, call, pass, told, branches, records, waiting } = line(EVENING);
    simulation.seat({ name: 'ana' });
    call({ presses: ['1'] });
    await pass(60);
    expect(told().slice(-2)).toEqual([
      '5.066 Customer: “We are open from nine to five.”',
      '7.066 -: ends: CONTACT_FLOW_DISCONNECT',
    ]);
    expect(branches()).toEqual(['menu: Equals 1', 'hours of Sales: Equals False']);
    expect(records().records[0]).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', Queue: null });
    expect(waiting('Sales')).toBe(0);
  });

  test('who meets a full queue leaves by the branch at capacity; those who came before go on waiting', async () => {
    const { simulation, call, pass, told, branches, records, waiting } = line();
    call({ presses: ['1'] }, [customerGoes]);
    call({ presses: ['1'] }, [customerGoes]);
    await pass(20);
    expect(waiting('Sales')).toBe(2);
    call({ presses: ['1'] });
    await pass(20);
    expect(told(2).slice(-2)).toEqual([
      '25.066 Customer: “All lines are taken. Please call later.”',
      '27.666 -: ends: CONTACT_FLOW_DISCONNECT',
    ]);
    expect(simulation.result().transcript.map(({ text }) => text)).toContain(
      'TransferContactToQueue takes its QueueAtCapacity branch: queue "Sales" is full',
    );
    expect(branches(2)).toEqual(['menu: Equals 1', 'hours of Sales: Equals True']);
    expect(waiting('Sales')).toBe(2);
    expect(records().records[2]).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', Queue: null });
    simulation.seat({ name: 'ana' });
    await pass(300);
    expect(records().records.map(({ Agent }) => Agent?.Username)).toEqual(['ana', 'ana', undefined]);
  });

  test('who is offered to an agent who misses twice keeps the place in the queue, and the next agent takes the call', async () => {
    const { simulation, call, pass, told, records, waiting } = line();
    const ana = simulation.seat({ name: 'ana', acceptsAfterSeconds: 'by hand' });
    if (ana === null) throw new Error('Ana is not at work.');
    call({ presses: ['1'] }, [customerGoes]);
    await pass(40);
    expect(simulation.contacts[0]?.offers).toHaveLength(1);
    expect(waiting('Sales')).toBe(1);
    chooseStatus(simulation, ana, 'Available');
    await pass(40);
    simulation.seat({ name: 'eve' });
    await pass(120);
    expect(told().slice(5)).toEqual([
      '5.066 Customer: “Thank you for calling. We will take your call as soon as someone is free.”',
      '9.933 Customer: [plays hold-music]',
      '25.066 ana: misses the contact',
      '60 ana: misses the contact',
      '83 eve: accepts the contact',
      '83 eve: “Sales”',
      '84 Customer: [plays beep]',
      '87 -: Customer and eve talk',
      '117 Customer: hangs up',
      '117 -: ends: CUSTOMER_DISCONNECT',
    ]);
    const left = records();
    expect(statesOf(left.agentEvents, 'ana')).toEqual(['CONNECTING', 'MISSED', '-', 'CONNECTING', 'MISSED', '-']);
    expect(left.records[0]).toMatchObject({
      AgentConnectionAttempts: 3,
      Queue: { EnqueueTimestamp: '2026-01-05T10:00:05Z', DequeueTimestamp: '2026-01-05T10:01:24Z', Duration: 79 },
      Agent: { Username: 'eve' },
    });
    expect(waiting('Sales')).toBe(0);
  });

  test('who is missed twice, where nobody else works, waits on until hanging up', async () => {
    const { simulation, call, pass, records, waiting } = line();
    const ana = simulation.seat({ name: 'ana', acceptsAfterSeconds: 'by hand' });
    if (ana === null) throw new Error('Ana is not at work.');
    call({ presses: ['1'], hangsUpAfterSeconds: 200 });
    await pass(40);
    chooseStatus(simulation, ana, 'Available');
    await pass(60);
    expect(waiting('Sales')).toBe(1);
    await pass(200);
    expect(simulation.contacts[0]?.offers.map(({ outcome }) => outcome)).toEqual(['missed', 'missed']);
    expect(records().records[0]).toMatchObject({
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      DisconnectTimestamp: '2026-01-05T10:03:20Z',
      Queue: { Duration: 195 },
      Agent: null,
    });
  });
});
