import {
  type Scenario,
  type SimulateOptions,
  type SimulationResult,
  simulate,
  type World,
} from '../../../lib/simulate';
import {
  checkRecords,
  type RecordedStep,
  type RunRecords,
  recordSteps,
  runRecords,
} from '../../../lib/simulate/records';
import { flow, type Script } from '../script';
import { smallCentre } from '../world';

export interface RecordedRun {
  readonly world: World;
  readonly result: SimulationResult;
  readonly steps: readonly RecordedStep[];
  readonly left: RunRecords;
}

/** Plays a scenario and holds what it leaves behind against itself and the rulebook. */
export const playRecorded = async (
  world: World,
  scenario: Scenario,
  options: SimulateOptions = {},
): Promise<RecordedRun> => {
  const { steps, onStep } = recordSteps();
  const result = await simulate(world, scenario, { ...options, onStep });
  const left = runRecords(result, world, steps);
  expect(checkRecords(left)).toEqual([]);
  return { world, result, steps, left };
};

type Caller = Omit<Scenario, 'start'> & { readonly channel?: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL' };

/** A contact that meets this script as its first flow. */
export const playScript = (
  script: Script,
  { channel = 'VOICE', ...scenario }: Caller = {},
  more: Partial<World> = {},
  options: SimulateOptions = {},
): Promise<RecordedRun> => {
  const world = smallCentre(more);
  const entry = flow('Entry', 'CONTACT_FLOW', script);
  const start =
    channel === 'VOICE'
      ? ({ method: 'INBOUND', flow: entry.arn } as const)
      : ({ method: 'API', channel, flow: entry.arn } as const);
  return playRecorded({ ...world, flows: [entry, ...world.flows] }, { ...scenario, start }, options);
};
