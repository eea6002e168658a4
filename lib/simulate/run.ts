import type { Scenario } from './scenario';
import { type SimulateOptions, Simulation, type SimulationResult } from './simulation';
import type { World } from './world';

const LIMIT_SECONDS = 8 * 3600;

/**
 * Plays one scenario in a world, on a virtual clock: the same world, scenario and seed give the same result.
 *
 * Ends when nothing more happens, at the time limit, or where something comes up that is not modelled (see `stopped`).
 */
export const simulate = async (
  world: World,
  scenario: Scenario,
  options: SimulateOptions = {},
): Promise<SimulationResult> => {
  const simulation = new Simulation(world, options);
  for (const script of scenario.agents ?? []) simulation.seat(script);
  const story = simulation.newStory(scenario.customer, scenario.moves);
  simulation.clock.after(0, () => simulation.startContact(scenario.start, story));
  await simulation.advance(() => false, options.limitSeconds ?? LIMIT_SECONDS);
  return simulation.result();
};
