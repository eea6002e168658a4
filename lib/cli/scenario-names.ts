import type { Move, Scenario, World } from '../simulate';
import { type ScenarioExpectations, unknownName } from '../testing';

interface Named {
  readonly name: string;
  readonly arn: string;
}

const missing = (kind: string, things: readonly Named[], reference: string | undefined, path: string) => {
  if (reference === undefined) return [];
  const isThere = things.some(
    ({ name, arn }) => name === reference || arn === reference || arn.endsWith(`/${reference}`),
  );
  const names = things.map(({ name }) => name);
  return isThere ? [] : [`${path}: ${unknownName(kind, reference, names)}`];
};

const startProblems = ({ start }: Scenario, { flows, queues, agents, standIns }: World): readonly string[] => {
  const queue = standIns === undefined && 'queue' in start ? start.queue : undefined;
  return [
    ...('flow' in start ? missing('flow', flows, start.flow, 'start.flow') : []),
    ...missing('queue', queues, queue, 'start.queue'),
    ...('agent' in start ? missing('agent', agents, start.agent, 'start.agent') : []),
  ];
};

const SUPERVISED: readonly string[] = ['monitors', 'barges in', 'drops the agent', 'stops monitoring'];

const moveProblems = (move: Move, { quickConnects, agents }: World, path: string): readonly string[] => {
  if (move.does === 'transfers') return missing('quick connect', quickConnects, move.to, `${path}.to`);
  return 'who' in move && SUPERVISED.includes(move.does) ? missing('agent', agents, move.who, `${path}.who`) : [];
};

/** The people who are to hear something, the customer apart. */
const listeners = ({ heard = [] }: ScenarioExpectations): readonly string[] =>
  Array.isArray(heard) ? [] : Object.keys(heard).filter((person) => person !== 'customer');

type Expecting = Scenario & { readonly expect?: ScenarioExpectations };

/** Names in a scenario that the contact centre does not have, a sentence each. */
export const nameProblems = (scenario: Expecting, world: World): readonly string[] => [
  ...startProblems(scenario, world),
  ...(scenario.agents ?? []).flatMap(({ name }, i) => missing('agent', world.agents, name, `agents[${i}].name`)),
  ...(scenario.moves ?? []).flatMap((move, i) => moveProblems(move, world, `moves[${i}]`)),
  ...listeners(scenario.expect ?? {}).flatMap((name) => missing('agent', world.agents, name, `expect.heard.${name}`)),
];
