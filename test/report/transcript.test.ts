import { disconnect, inboundFlow, playPrompt, transferToQueue } from '../../lib/build';
import { transcript } from '../../lib/report';
import { simulate, worldOf } from '../../lib/simulate';

const sorry = [playPrompt('Sorry.'), disconnect()];
const mainLine = inboundFlow('Main line', { onError: sorry }, [transferToQueue('Billing', { atCapacity: sorry })]);
const start = { method: 'INBOUND', flow: 'Main line' } as const;

const lines = async (agents: readonly { readonly name: string }[]): Promise<readonly string[]> => {
  const world = worldOf({ flows: [mainLine], agents: { ana: ['Billing'] } });
  return transcript(await simulate(world, { start, agents })).split('\n');
};

describe('A transcript', () => {
  test('says of each flow its type and name, who hears it, where it comes from and why', async () => {
    expect(await lines([])).toContainEqual(
      expect.stringMatching(
        /▶ Customer queue flow "Default customer queue" plays to Customer \[default: no CustomerQueue hook is set\]$/,
      ),
    );
  });

  test('shows virtual time and the contact at the start of each line', async () => {
    expect((await lines([]))[0]).toBe('  0:00  C1  ● starts: INBOUND, VOICE');
  });

  test('ends with where contacts are that have not ended', async () => {
    expect((await lines([])).at(-1)).toBe('        C1 still waits in queue "Billing".');
    expect((await lines([{ name: 'ana' }])).at(-1)).toBe('        C1 is still connected.');
  });
});
