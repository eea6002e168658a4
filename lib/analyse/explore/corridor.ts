import type { Exit, Program, Step } from '../flow/program';
import { inertWays } from './actions/inert';
import type { Exploration } from './exploration';
import type { Frame } from './place';

/** Actions that change nothing and of which only one way leads to anything, one after another. */
export interface Corridor {
  readonly end: Step;
  readonly ways: readonly Exit[];
}

/** By step, the corridor that begins there; undefined where nobody asked yet. */
export type KnownCorridors = (Corridor | undefined)[];

const noneAsked = ({ steps }: Program): KnownCorridors => new Array(steps.length).fill(undefined);

/** Corridors by the circumstances on which they depend, so that the flows of all entry points share them. */
export class Corridors {
  private readonly known = new Map<Program, Map<string, KnownCorridors>>();

  /** What is true of a module depends on who called it. */
  of({ program, play, caller }: Frame): KnownCorridors {
    if (caller !== null) return noneAsked(program);
    const byCircumstances = this.known.get(program) ?? new Map<string, KnownCorridors>();
    this.known.set(program, byCircumstances);
    const circumstances = `${play.contact.journey.channel} ${play.stage.heardBy === null}`;
    const corridors = byCircumstances.get(circumstances) ?? noneAsked(program);
    byCircumstances.set(circumstances, corridors);
    return corridors;
  }
}

/** Ways that lead to the same action count as one, the first that does not fail. */
const theOnly = (ways: readonly Exit[]): Exit | null => {
  const [first] = ways;
  if (first === undefined || ways.some(({ to }) => to !== first.to)) return null;
  return ways.find(({ fails }) => !fails) ?? null;
};

const onlyWay = (exploration: Exploration, frame: Frame, step: Step): Exit | null => {
  const ways = inertWays(exploration, frame, step);
  return ways === undefined ? null : theOnly(ways.filter(({ to }) => to !== null && frame.matters(to)));
};

const follow = (exploration: Exploration, frame: Frame, from: Step): Corridor => {
  const ways: Exit[] = [];
  let end = from;
  for (let only = onlyWay(exploration, frame, end); only?.to; only = onlyWay(exploration, frame, end)) {
    ways.push(only);
    end = only.to;
  }
  return { end, ways };
};

/** Where a contact comes to without any choice that matters, and how; undefined where it has to be looked at at once. */
export const corridorFrom = (exploration: Exploration, frame: Frame, step: Step): Corridor | undefined => {
  if (!frame.play.isDeciding || exploration.customersLeave) return undefined;
  const corridor = frame.corridors[step.index] ?? follow(exploration, frame, step);
  frame.corridors[step.index] = corridor;
  return corridor.ways.length === 0 ? undefined : corridor;
};
