import { isEventHook } from '../../journey';
import type { Json, JsonObject } from '../../language';
import type { Directory } from '../directory';
import { indexOfHook } from '../facts/facts';
import { isLocal } from '../facts/variables';
import { type Program, programOf, type Step } from './program';

/** What a flow may set on a contact, whenever it comes to it. */
export interface Writes {
  /** By position among the hooks of journeys: what is written there; undefined where the hook is switched off. */
  readonly hooks: ReadonlyMap<number, readonly (string | undefined)[]>;
  /** What stands under these paths may be anything. */
  readonly paths: ReadonlySet<string>;
}

const hooksIn = ({ parameters }: Step): readonly (readonly [index: number, flow: string | undefined])[] => {
  const under = (hooks: Json | undefined, flow: (value: Json) => string | undefined) =>
    Object.entries((hooks ?? {}) as JsonObject).flatMap(([hook, value]) => {
      const index = isEventHook(hook) ? indexOfHook(hook) : undefined;
      return index === undefined ? [] : [[index, flow(value)] as const];
    });
  return [...under(parameters.EventHooks, String), ...under(parameters.EventHooksConfiguration, () => undefined)];
};

/** The steps of a flow and of the modules that it calls. */
const allSteps = (program: Program, { module }: Directory, seen = new Set<Program>()): readonly Step[] => {
  if (seen.has(program)) return [];
  seen.add(program);
  return program.steps.flatMap((step) => {
    const called = step.action.Type === 'InvokeFlowModule' ? module(String(step.parameters.FlowModuleId)) : undefined;
    return called === undefined ? [step] : [step, ...allSteps(programOf(called), { module } as Directory, seen)];
  });
};

export const allWritesOf = (
  program: Program,
  directory: Directory,
  writtenBy: (step: Step) => readonly string[],
): Writes => {
  const hooks = new Map<number, (string | undefined)[]>();
  const paths = new Set<string>();
  for (const step of allSteps(program, directory)) {
    for (const [index, flow] of hooksIn(step)) hooks.set(index, [...(hooks.get(index) ?? []), flow]);
    for (const path of [...step.writes.map(([path]) => path), ...writtenBy(step)]) if (!isLocal(path)) paths.add(path);
  }
  return { hooks, paths };
};
