import type { FlowRun } from '../../lib/simulate';
import { type Check, conformsToTheRulebook, contactCentre, WITNESS, type Witness } from '../../lib/testing';
import { supportLine } from './support-line';

const callToBen = async (): Promise<Witness> => {
  const centre = contactCentre(supportLine);
  const call = await centre.calls({ flow: 'Main line' }).presses('2');
  await centre.agent('ben').becomesAvailable().accepts();
  return call[WITNESS];
};

/** The same call with other flows on it than those that ran. */
const checkedWith = async (change: (runs: FlowRun[]) => readonly FlowRun[]): Promise<Check> => {
  const witness = await callToBen();
  const [contact] = witness.contacts;
  if (!contact) throw new Error('There is no contact.');
  const changed = { ...contact, runs: [...change([...contact.runs])] };
  const result = { ...witness.result, contacts: [changed] };
  return conformsToTheRulebook({ [WITNESS]: { ...witness, contacts: [changed], result } });
};

const without = (flowType: string) => (runs: FlowRun[]) => runs.filter((run) => run.flowType !== flowType);
const with_ = (flowType: string, change: Partial<FlowRun>) => (runs: FlowRun[]) =>
  runs.map((run) => (run.flowType === flowType ? { ...run, ...change } : run));

describe('A contact conforms to the rulebook', () => {
  test('where every flow ran in its place', async () => {
    expect((await checkedWith((runs) => runs)).pass).toBe(true);
  });

  test.each([
    [
      'a whisper is missing',
      without('AGENT_WHISPER'),
      /a AGENT_WHISPER flow heard by AGENT should have run, and did not/,
    ],
    [
      'a flow is heard by another party',
      with_('CUSTOMER_WHISPER', { heardBy: 'AGENT' }),
      /has no place in this journey/,
    ],
    [
      'a flow comes from elsewhere',
      with_('CUSTOMER_QUEUE', { source: 'queue' }),
      /from queue, has no place in this journey/,
    ],
    [
      'a default has another name',
      with_('AGENT_WHISPER', { name: 'Mine' }),
      /“Mine” at .* has no place in this journey/,
    ],
    [
      'whispers change places',
      (runs: FlowRun[]) => [...runs.slice(0, 2), ...runs.slice(2).reverse()],
      /comes after flows that should follow it/,
    ],
    [
      'the queue flow never ends',
      with_('CUSTOMER_QUEUE', { end: null }),
      /goes on although the contact has left the queue/,
    ],
  ])('but not where %s', async (_what, change, sentence) => {
    const check = await checkedWith(change);
    expect(check.pass).toBe(false);
    expect(check.message()).toMatch(sentence);
  });
});
