import { withEachCallLost } from '../../examples/embedded-cloud/with-each-call-lost';
import type { Fault } from '../../lib/cloud';
import { stopClouds } from '../cloud/cloud-under-test';
import { descriptionsOf, keptQueue } from '../cloud/queue-keeper';

afterAll(stopClouds);

const BY_FUNCTION = { by: 'function' } as const;

/** Every call that the handler makes while its resource is made, changed and deleted. */
const CALLS_OF_A_LIFE = 9;

describe('A handler that can be called again at any point', () => {
  test('makes so many calls in the life of its resource', async () => {
    const { cloud, deploy } = await keptQueue();
    await deploy('one');
    await deploy('two');
    await deploy();
    expect(cloud.faults.count(BY_FUNCTION)).toBe(CALLS_OF_A_LIFE);
  });

  test.each<Fault>(['throttled', 'failed', 'unanswered', 'killed'])(
    'loses nothing and leaves nothing when each call in turn is %s',
    async (fault) => {
      const { cloud, deploy, InstanceId } = await keptQueue();
      const before = cloud.state();
      for (let nth = 1; nth <= CALLS_OF_A_LIFE; nth++) {
        cloud.faults.reset();
        cloud.faults.inject({ fault, nth, among: BY_FUNCTION });
        await deploy('one');
        await deploy('two');
        expect([nth, await descriptionsOf(cloud, InstanceId)]).toEqual([nth, ['two']]);
        await deploy();
        expect([nth, cloud.state()]).toEqual([nth, before]);
        expect(cloud.faults.areSpent).toBe(true);
      }
    },
    60_000,
  );

  test('is put to the test as the page on deploying shows it', async () => {
    const { cloud, deploy, InstanceId } = await keptQueue();
    const life = async () => {
      await deploy('one');
      await deploy();
    };
    const count = await withEachCallLost(cloud, life, async (nth) => {
      expect([nth, await descriptionsOf(cloud, InstanceId)]).toEqual([nth, []]);
    });
    expect(count).toBe(4);
  }, 60_000);
});
