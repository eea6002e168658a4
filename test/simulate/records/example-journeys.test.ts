import { EXAMPLE_JOURNEYS } from '../../../examples/contact-centre/journeys';
import { synthesise } from '../../../examples/contact-centre/synthesise';
import type { World } from '../../../lib/simulate';
import { playRecorded } from './run';

let world: World;
beforeAll(() => {
  world = synthesise();
}, 60_000);

describe('The records of the example journeys', () => {
  test.each(EXAMPLE_JOURNEYS.map((journey) => [`${journey.method} ${journey.variant ?? ''}`, journey] as const))(
    '%s agree with each other and with the rulebook',
    async (_, { method, scenario }) => {
      const { left, result } = await playRecorded(world, scenario);
      expect(left.records.at(-1)?.InitiationMethod).toBe(method);
      expect(left.records).toHaveLength(result.contacts.length);
      expect(left.logs?.length).toBeGreaterThan(0);
    },
  );
});
