import { emptyWorld, type World, type WorldData, type WorldFlow, type WorldFunction } from './world';

/** A contact centre written by hand: things are called by their names, which flows use where they otherwise use ARNs. */
export interface HandMadeCentre extends Partial<WorldData> {
  readonly flows: readonly Pick<WorldFlow, 'name' | 'type' | 'document' | 'sources'>[];
  /** The queues that each agent serves, by user name. */
  readonly agents?: Readonly<Record<string, readonly string[]>>;
  /** Queues that nobody serves. */
  readonly queues?: readonly string[];
  /** What functions do, by the name under which flows call them. */
  readonly functions?: Readonly<Record<string, WorldFunction['invoke']>>;
  /** Names of prompts in the library. */
  readonly prompts?: readonly string[];
}

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/00000000-0000-4000-8000-000000000001';

/** The world of a centre written by hand, for tests of a flow or two. */
export const worldOf = ({
  flows,
  agents = {},
  queues = [],
  functions = {},
  prompts = [],
  ...data
}: HandMadeCentre): World => {
  const arn = (kind: string, name: string): string => `${INSTANCE}/${kind}/${name}`;
  const queueNames = new Set([...queues, ...Object.values(agents).flat()]);
  // Written flows build their document when it is read, which spreading them would miss.
  const named = flows.map(({ name, type, document, sources }) => ({
    name,
    type,
    document,
    ...(sources && { sources }),
  }));
  return {
    ...emptyWorld(INSTANCE),
    ...data,
    flows: named
      .filter(({ type }) => type !== 'MODULE')
      .map((flow) => ({ ...flow, arn: arn('contact-flow', flow.name) })),
    modules: named
      .filter(({ type }) => type === 'MODULE')
      .map((flow) => ({ ...flow, arn: arn('flow-module', flow.name) })),
    queues: [...queueNames].map((name) => ({ arn: arn('queue', name), name })),
    agents: Object.entries(agents).map(([name, served]) => ({
      arn: arn('agent', name),
      name,
      queues: served.map((queue) => arn('queue', queue)),
    })),
    prompts: prompts.map((name) => ({ arn: arn('prompt', name), name })),
    functions: Object.entries(functions).map(([name, invoke]) => ({ arn: name, name, invoke })),
  };
};
