import { nearest } from '../language';
import type { World, WorldAgent, WorldFlow, WorldQuickConnect } from '../simulate';

interface Named {
  readonly name: string;
  readonly arn: string;
}

/** So many names can be taken in at a glance. */
const SHOWN = 12;

const whatThereIs = (kind: string, names: readonly string[]): string => {
  if (names.length === 0) return `There is no ${kind} at all.`;
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return `There are: ${names.slice(0, SHOWN).join(', ')}${more}.`;
};

/** That there is nothing of this name, what was probably meant, and what there is. */
export const unknownName = (kind: string, name: string, names: readonly string[]): string => {
  const near = nearest(name, names);
  const hint = near === undefined ? whatThereIs(kind, names) : `Did you mean "${near}"?`;
  return `There is no ${kind} "${name}" in this contact centre. ${hint}`;
};

const known = <T extends Named>(kind: string, things: readonly T[], reference: string): T => {
  const found =
    things.find(({ name, arn }) => name === reference || arn === reference) ??
    things.find(({ arn }) => arn.endsWith(`/${reference}`));
  if (found) return found;
  const names = things.map(({ name }) => name);
  throw new RangeError(unknownName(kind, reference, names));
};

/** @throws RangeError that names the nearest flow */
export const knownFlow = (world: World, reference: string): WorldFlow => known('flow', world.flows, reference);

/** @throws RangeError that names the nearest agent */
export const knownAgent = (world: World, reference: string): WorldAgent => known('agent', world.agents, reference);

/** @throws RangeError that names the nearest quick connect */
export const knownQuickConnect = (world: World, reference: string): WorldQuickConnect =>
  known('quick connect', world.quickConnects, reference);

/** The name of a queue; agents have queues of their own, which bear their names. @throws RangeError that names the nearest */
export const knownQueue = (world: World, reference: string): string => {
  if (world.standIns !== undefined) return reference;
  const own = world.agents.find(({ name }) => name === reference);
  return own?.name ?? known('queue', world.queues, reference).name;
};
