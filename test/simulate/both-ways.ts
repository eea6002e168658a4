import type { AssumptionName, Assumptions } from '../../lib/journey';
import type { SimulationResult } from '../../lib/simulate';

/** Plays a script under two answers, and checks that the outcome of each run names the answer. */
export const bothWays = async <A extends AssumptionName>(
  name: A,
  values: readonly [Assumptions[A], Assumptions[A]],
  run: (assumptions: Partial<Assumptions>) => Promise<SimulationResult>,
): Promise<readonly [SimulationResult, SimulationResult]> => {
  const [first, second] = [await run({ [name]: values[0] }), await run({ [name]: values[1] })];
  expect([first.stopped, second.stopped]).toEqual([null, null]);
  expect([first.assumptions[name], second.assumptions[name]]).toEqual(values);
  return [first, second];
};
