import type { EmbeddedCloud } from '../../lib/cloud';

/** Deploys once for each call that functions make of Connect; each time another call takes effect and is not answered. */
export const withEachCallLost = async (
  { faults }: EmbeddedCloud,
  deploy: () => Promise<void>,
  check: (nth: number) => Promise<void>,
): Promise<number> => {
  const among = { service: 'connect', by: 'function' } as const;
  faults.reset();
  await deploy();
  const count = faults.count(among);
  for (let nth = 1; nth <= count; nth++) {
    faults.reset();
    faults.inject({ fault: 'unanswered', nth, among });
    await deploy();
    await check(nth);
  }
  return count;
};
