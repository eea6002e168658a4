import { type ContactRecord, checkRecords, type Move, type RunRecords } from '../../../lib/simulate';
import { functionArn, setAttributes, setQueue, step, toQueue } from '../script';
import { ANA, BEN, lambda } from '../world';
import { playScript } from './run';

const MOVES: readonly Move[] = [
  { does: 'transfers', to: 'Ben' },
  { does: 'chooses', choice: 'JOIN' },
  { does: 'hangs up', who: 'customer' },
];

const lookUp = step('InvokeLambdaFunction', {
  LambdaFunctionARN: functionArn('Look up'),
  InvocationTimeLimitSeconds: '3',
});

let run: RunRecords;
beforeAll(async () => {
  const script = [setAttributes({ tier: 'gold' }), lookUp, setQueue('Sales'), toQueue()];
  const functions = [lambda('Look up', () => ({ tier: 'gold' }))];
  run = (await playScript(script, { agents: [ANA, BEN], moves: MOVES }, { functions })).left;
});

type Changes = { readonly [K in keyof ContactRecord]?: ContactRecord[K] | undefined };

/** The run with one of its records changed. */
const withRecord = (which: 0 | 1, change: (record: ContactRecord) => Changes): RunRecords => ({
  ...run,
  records: run.records.map((record, i) => (i === which ? ({ ...record, ...change(record) } as ContactRecord) : record)),
});

const queueWith = (changes: Partial<NonNullable<ContactRecord['Queue']>>) => (record: ContactRecord) => ({
  Queue: record.Queue && { ...record.Queue, ...changes },
});

const agentWith = (changes: Partial<NonNullable<ContactRecord['Agent']>>) => (record: ContactRecord) => ({
  Agent: record.Agent && { ...record.Agent, ...changes },
});

describe('Records, events and logs that agree', () => {
  test('have no problems', () => {
    expect(checkRecords(run)).toEqual([]);
  });

  test.each<[RegExp, 0 | 1, (record: ContactRecord) => Changes]>([
    [/, of which there is no record\.$/, 1, () => ({ ContactId: 'somebody else' })],
    [/names no next contact\.$/, 0, () => ({ NextContactId: null })],
    [/^.* goes on as .*, which follows null\.$/, 1, () => ({ PreviousContactId: null })],
    [/has the method TRANSFER and follows no contact/, 1, () => ({ PreviousContactId: null })],
    [/has the method API and follows/, 1, () => ({ InitiationMethod: 'API' })],
    [/of the chain of .*, but names null/, 1, () => ({ InitialContactId: null })],
    [/has no previous contact, but the initial contact/, 0, () => ({ InitialContactId: 'x' })],
    [/began before .*, which it follows/, 1, () => ({ InitiationTimestamp: '2026-01-05T09:00:00Z' })],
    [/has other attributes than/, 1, () => ({ Attributes: {} })],
    [/writes "gold" to the attribute tier, and its record holds "tin"/, 0, () => ({ Attributes: { tier: 'tin' } })],
    [/DisconnectTimestamp .* is before ConnectedToAgent/, 0, () => ({ DisconnectTimestamp: '2026-01-05T10:00:01Z' })],
    [
      /LastUpdateTimestamp .* is before/,
      0,
      ({ InitiationTimestamp }) => ({ LastUpdateTimestamp: InitiationTimestamp }),
    ],
    [/is INBOUND and connected to the system/, 0, () => ({ ConnectedToSystemTimestamp: '2026-01-05T10:00:02Z' })],
    [/waited .* s by its timestamps, and 99 s/, 0, queueWith({ Duration: 99 })],
    [/is out of its queue/, 0, queueWith({ DequeueTimestamp: null })],
    [/without having waited in a queue/, 0, () => ({ Queue: null })],
    [/with its agent, of which 1 \+/, 0, agentWith({ AgentInteractionDuration: 1 })],
    [/the longest time 999 s/, 0, agentWith({ LongestHoldDuration: 999 })],
    [/was never put on hold, and on hold for/, 0, agentWith({ NumberOfHolds: 0 })],
    [/put on hold for longer/, 0, agentWith({ AgentInitiatedHoldDuration: 999 })],
    [/null s of after-contact work by its timestamps/, 0, agentWith({ AfterContactWorkDuration: 4 })],
    [/lacks durations/, 0, agentWith({ CustomerHoldDuration: null })],
    [/was never offered to its agent/, 0, () => ({ AgentConnectionAttempts: 0 })],
    [/ended with EXPIRED_TWICE, which VOICE contacts never do/, 0, () => ({ DisconnectReason: 'EXPIRED_TWICE' })],
    [/as only web calls do/, 0, () => ({ DisconnectReason: 'CUSTOMER_NEVER_ARRIVED' })],
    [/ended without a reason/, 0, () => ({ DisconnectReason: null })],
    [/goes on, and ended with/, 0, () => ({ DisconnectTimestamp: null })],
    [/was ended by its agent, and had none/, 0, () => ({ Agent: null, DisconnectReason: 'AGENT_DISCONNECT' })],
    [
      /was transferred out by no contact/,
      1,
      () => ({ TransferredToEndpoint: { Address: '1', Type: 'TELEPHONE_NUMBER' } }),
    ],
    [/has a completed transfer/, 1, ({ InitiationTimestamp: at }) => ({ TransferCompletedTimestamp: at })],
    [/has the agent .* in its event/, 0, agentWith({ ARN: 'arn' })],
    [/is connected to .*, whose record names ana/, 0, agentWith({ ARN: 'arn' })],
    [/has the queue .* in its event/, 0, queueWith({ ARN: 'arn' })],
    [/has the channel VOICE in its event/, 0, () => ({ Channel: 'TASK' })],
    [/has an event QUEUED at/, 0, queueWith({ EnqueueTimestamp: '2026-01-05T10:00:03Z', Duration: 1 })],
  ])('say %s where a record is wrong', (sentence, which, change) => {
    expect(checkRecords(withRecord(which, change))).toContainEqual(expect.stringMatching(sentence));
  });

  const eventsWithout = (type: string): RunRecords => ({
    ...run,
    events: run.events.filter(({ detail }) => detail.eventType !== type),
  });

  test.each(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED'])('say that events lack %s', (type) => {
    expect(checkRecords(eventsWithout(type))).toContainEqual(expect.stringContaining(`has no event ${type}`));
  });

  test('say that an event comes twice, out of order, or after the end', () => {
    const [first, ...rest] = run.events;
    if (first === undefined) throw new Error('The run has no events.');
    expect(checkRecords({ ...run, events: [first, first, ...rest] })).toContainEqual(
      expect.stringMatching(/has 2 events INITIATED/),
    );
    const late = checkRecords({ ...run, events: [...rest, first] });
    expect(late).toContainEqual(expect.stringMatching(/stands after a later one/));
    expect(late).toContainEqual(expect.stringMatching(/after it was disconnected/));
  });

  test('say that a queue or an agent is missing from an event', () => {
    const bare = run.events.map((event) => ({
      ...event,
      detail: { ...event.detail, queueInfo: undefined, agentInfo: undefined },
    }));
    const problems = checkRecords({ ...run, events: bare as RunRecords['events'] });
    expect(problems).toContainEqual(expect.stringMatching(/is queued by an event that names no queue/));
    expect(problems).toContainEqual(expect.stringMatching(/is connected by an event that names no agent/));
  });

  test('say that a log runs outside its contact', () => {
    const logs = (run.logs ?? []).map((log) => ({ ...log, Timestamp: '2026-01-05T09:00:00.000Z' }));
    expect(checkRecords({ ...run, logs })).toContainEqual(expect.stringMatching(/before the contact began/));
    const strange = (run.logs ?? []).map((log) => ({ ...log, ContactId: 'somebody' }));
    expect(checkRecords({ ...run, logs: strange })).toContainEqual(expect.stringMatching(/logs somebody, of which/));
  });

  test('say that a function failed and answered, or that its limit is no text', () => {
    const logs = (run.logs ?? []).map((log) => ({ ...log, Results: 'Error' }));
    expect(checkRecords({ ...run, logs })).toContainEqual(expect.stringMatching(/that failed and answered/));
    const seconds = (run.logs ?? []).map((log) => ({ ...log, Parameters: { ...log.Parameters, TimeLimit: 3 } }));
    expect(checkRecords({ ...run, logs: seconds })).toContainEqual(expect.stringMatching(/with the time limit 3/));
  });

  test('say that an agent comes to a state from nowhere', () => {
    const agentEvents = (run.agentEvents ?? []).filter(({ CurrentAgentSnapshot: { Contacts } }) =>
      Contacts.every(({ State }) => State !== 'ENDED'),
    );
    expect(checkRecords({ ...run, agentEvents })).toContainEqual(
      expect.stringMatching(/do not follow one from another/),
    );
  });
});
