import type { Move } from '../../../lib/simulate';
import { INSTANCE, setQueue, toQueue } from '../script';
import { ANA, BEN, play, smallCentre, texts } from '../world';

const sales = [setQueue('Sales'), toQueue()];
const JOIN: Move = { does: 'chooses', choice: 'JOIN' };
const adds = (to: string): readonly Move[] => [{ does: 'transfers', to }, JOIN];
const supplier = (i: number) => ({
  arn: `${INSTANCE}/transfer-destination/supplier-${i}`,
  name: `Supplier ${i}`,
  kind: 'PHONE_NUMBER' as const,
  target: `+1555555017${i}`,
});
const quickConnects = [...smallCentre().quickConnects, ...[1, 2, 3, 4].map(supplier)];
const agents = [ANA, BEN];
const multiParty = { multiParty: true, quickConnects };

describe('A multi-party call', () => {
  const six = [...adds('Ben'), ...adds('Supplier 1'), ...adds('Supplier 2'), ...adds('Supplier 3')];

  test('holds six people, and no seventh', async () => {
    const result = await play(sales, { agents, moves: [...six, ...adds('Supplier 4')] }, multiParty);
    expect(result.stopped).toBeNull();
    const everybody = texts(result).findLast((text) => text.endsWith(' talk'));
    for (const name of ['ana', 'ben', 'Customer', '+15555550171', '+15555550172', '+15555550173'])
      expect(everybody).toContain(name);
    expect(texts(result)).toContain('cannot add quick connect "Supplier 4": a call holds 6');
    expect(result.contacts).toHaveLength(5);
  });

  test('has no Swap once there are more than three', async () => {
    const swap: Move = { does: 'chooses', choice: 'SWAP' };
    const four = await play(
      sales,
      { agents, moves: [...adds('Ben'), { does: 'transfers', to: 'Supplier 1' }, swap] },
      multiParty,
    );
    expect(texts(four)).toContain('cannot choose Swap: it takes exactly 3 on the call');
    const three = await play(sales, { agents, moves: [{ does: 'transfers', to: 'Ben' }, swap] }, multiParty);
    expect(texts(three)).toContain('chooses Swap');
  });

  test.each([
    [true, 'puts the customer on hold', 'CUSTOMER_HOLD'],
    [false, 'cannot put the customer on hold, whom another agent brought in', undefined],
  ])(
    'lets any agent hold the customer, and a call of three only the one who was there first: %s',
    async (enabled, says, flowType) => {
      const moves: readonly Move[] = [...adds('Ben'), { does: 'holds' }];
      const result = await play(sales, { agents, moves }, { multiParty: enabled });
      expect(result.transcript.at(enabled ? -3 : -1)).toMatchObject({ who: 'ben', text: says });
      expect(result.contacts[1]?.runs.find((run) => run.heardBy === 'CUSTOMER')?.flowType).toBe(flowType);
    },
  );

  test('lives as long as the caller is on it: the third party stays when all agents have left', async () => {
    const moves: readonly Move[] = [...adds('Supplier 1'), { does: 'chooses', choice: 'END_CALL' }];
    const result = await play(sales, { agents, moves }, multiParty);
    expect(texts(result).at(-2)).toBe('+15555550171, Customer talk');
    expect(result.contacts.map(({ state }) => state)).toEqual(['ended', 'connected']);
  });
});
