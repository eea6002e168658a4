import type { World } from '../simulate';
import { instantOf, type PlayedScenario, playScenario } from '../testing';
import { CliError } from './cli-error';
import type { Centre } from './scenario-centre';
import { type FileScenario, refuse } from './scenario-file';
import { nameProblems } from './scenario-names';

/** A scenario and the world in which it is to be played. */
export interface ReadyScenario {
  readonly scenario: FileScenario;
  readonly world: World;
  readonly start?: Date;
}

const forPeople = <T>({ file, path }: FileScenario, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new CliError(`${file}: ${path === '' ? '' : `${path}: `}${error.message}`);
    throw error;
  }
};

/** Everything that can be told before anything is played. @throws CliError where a name or a time is wrong */
export const ready = (scenario: FileScenario, centre: Centre): ReadyScenario => {
  const { at, timeZone = 'UTC', path, file } = scenario;
  const world = forPeople(scenario, () => centre(scenario));
  const where = path === '' ? '' : `${path}.`;
  refuse(
    file,
    nameProblems(scenario, world).map((problem) => `${where}${problem}`),
  );
  const start = at === undefined ? undefined : forPeople(scenario, () => new Date(instantOf(at, timeZone)));
  return { scenario, world, start };
};

export const played = ({ scenario, world, start }: ReadyScenario): Promise<PlayedScenario> => {
  const { seed, assumptions, limitSeconds } = scenario;
  return playScenario(world, scenario, { start, seed, assumptions, limitSeconds });
};
