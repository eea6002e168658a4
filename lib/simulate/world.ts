import {
  DEFAULT_FLOW_DOCUMENTS,
  DEFAULT_FLOW_NAMES,
  DEFAULT_FLOW_PROMPTS,
  DEFAULT_FLOWS,
  type DefaultFlowName,
} from '../journey';
import type { Channel, FlowDocument, FlowScope, FlowType } from '../language';
import type { ChannelCapacity } from './desk';
import type { WorldHours } from './hours';
import {
  NO_DATA,
  type WorldBot,
  type WorldData,
  type WorldDataTable,
  type WorldMessageTemplate,
  type WorldNamed,
} from './world-data';

export * from './world-data';

export interface WorldFlow {
  readonly arn: string;
  readonly name: string;
  readonly type: FlowScope;
  readonly document: FlowDocument;
  /** It is a default flow whose content was replaced. @default false */
  readonly replacesDefault?: true;
  /** Where the code of each action stands, by Identifier, where that is known. */
  readonly sources?: ReadonlyMap<string, string>;
}

export interface WorldQueue {
  readonly arn: string;
  readonly name: string;
  readonly hours?: string;
  /** Contacts that may wait at once. @default unlimited */
  readonly maxContacts?: number;
  readonly outboundWhisperFlow?: string;
  /** The number that calls from this queue show. */
  readonly outboundCallerId?: string;
  /** What the estimated wait time of the queue is taken to be. @default none is told */
  readonly estimatedWaitSeconds?: number;
  /** The agent whose own queue this is. */
  readonly agent?: string;
}

export interface WorldQuickConnect {
  readonly arn: string;
  readonly name: string;
  /** `FLOW` is a flow that the agent of a chat sends to the customer. */
  readonly kind: 'USER' | 'QUEUE' | 'PHONE_NUMBER' | 'FLOW';
  /** The transfer flow it names. */
  readonly flow?: string;
  /** ARN of the agent, the queue or the flow, or the phone number. */
  readonly target: string;
}

export interface WorldAgent {
  readonly arn: string;
  /** The user name. */
  readonly name: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** ARNs of the queues that the routing profile serves; a stand-in agent serves whatever there is. */
  readonly queues: readonly string[] | 'every queue';
  readonly outboundQueue?: string;
  /** Contacts at once, by channel; others are not offered. @default one contact at a time, of any channel */
  readonly concurrency?: Readonly<Partial<Record<Channel, ChannelCapacity>>>;
  /** How the routing profile serves its queues. @default all alike, at once, on every channel */
  readonly routes?: readonly WorldRoute[];
  /** When work after a contact is cut short; 0 for never. @default 0 */
  readonly afterContactWorkLimitSeconds?: number;
  /** Levels (1 to 5) by predefined attribute and value, for routing criteria. */
  readonly proficiencies?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A queue of a routing profile. */
export interface WorldRoute {
  /** ARN */
  readonly queue: string;
  readonly channels: readonly Channel[];
  /** The lower the sooner, whatever the priority of its contacts. */
  readonly priority: number;
  /** How long a contact waits before it is offered. */
  readonly delaySeconds: number;
}

export type WorldPrompt = WorldNamed;

/** A Lambda function as a flow reaches it: the real handler, or a stand-in. */
export interface WorldFunction {
  readonly arn: string;
  readonly name: string;
  readonly invoke: (event: unknown) => unknown;
  /** Its environment variables, where a template tells them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long the call takes on the virtual clock. @default 200 */
  readonly milliseconds?: number;
}

/** A contact centre: everything that flows can name. */
export interface World extends WorldData {
  readonly instanceArn: string;
  readonly region: string;
  readonly flows: readonly WorldFlow[];
  readonly modules: readonly WorldFlow[];
  readonly queues: readonly WorldQueue[];
  readonly hours: readonly WorldHours[];
  readonly quickConnects: readonly WorldQuickConnect[];
  readonly agents: readonly WorldAgent[];
  readonly prompts: readonly WorldPrompt[];
  readonly functions: readonly WorldFunction[];
  /** ARNs of the flows that phone numbers lead to, as far as they are known; calls name the flow themselves. @default none */
  readonly calledFlows?: readonly string[];
  /** Makes what a flow names and the world lacks. @default nothing: the block that names it leaves by its error branch */
  readonly standIns?: StandIns;
}

/** Makers of things that are not there, by what a flow calls them; of what has no maker, nothing is made up. */
export interface StandIns {
  readonly flow?: FindFlow;
  readonly module?: Find<WorldFlow>;
  readonly queue?: Find<WorldQueue>;
  readonly hours?: Find<WorldHours>;
  readonly agent?: Find<WorldAgent>;
  readonly prompt?: Find<WorldPrompt>;
  readonly function?: Find<WorldFunction>;
  readonly caseTemplate?: Find<WorldNamed>;
  readonly assistant?: Find<WorldNamed>;
  readonly messageTemplate?: Find<WorldMessageTemplate>;
  readonly dataTable?: Find<WorldDataTable>;
}

/** What names a thing in its ARN or id, without a version or alias qualifier; ids and ARNs name the same. */
const bare = (reference: string): string => {
  if (!reference.includes('/')) return reference.startsWith('arn:') ? reference.split(':', 7).join(':') : reference;
  const id = reference.slice(reference.lastIndexOf('/') + 1);
  const colon = id.indexOf(':');
  return colon < 0 ? id : id.slice(0, colon);
};

const index = <T extends { readonly arn: string }>(things: readonly T[]): ReadonlyMap<string, T> => {
  const found = new Map<string, T>();
  for (const thing of things) {
    found.set(thing.arn, thing);
    found.set(bare(thing.arn), thing);
  }
  return found;
};

/** Of several with one name, the first. */
const byName = <T extends { readonly name: string }>(things: readonly T[]): ((name: string) => T | undefined) => {
  const found = new Map(things.map((thing) => [thing.name, thing]).toReversed() as [string, T][]);
  return (name) => found.get(name);
};

type Find<T> = (reference: string) => T | undefined;

/** A flow; `wanted` is the type that a stand-in for it has to have. */
type FindFlow = (reference: string, wanted?: FlowType) => WorldFlow | undefined;

const finder = <T extends { readonly arn: string }>(things: readonly T[], standIn?: Find<T>): Find<T> => {
  const found = index(things);
  return (reference) => {
    const known = found.get(reference) ?? (reference.startsWith('arn:') ? found.get(bare(reference)) : undefined);
    return known ?? (reference === '' ? undefined : standIn?.(reference));
  };
};

/** The ARN under which a world holds a default flow that its instance was not seen to have. */
const defaultFlowArn = (instanceArn: string, name: DefaultFlowName): string =>
  `${instanceArn}/contact-flow/${name.toLowerCase().replaceAll(' ', '-')}`;

/** A world with an index: finds things by ARN or id, and always has the eight default flows. */
export interface WorldIndex {
  readonly world: World;
  readonly flow: FindFlow;
  readonly module: Find<WorldFlow>;
  readonly queue: Find<WorldQueue>;
  readonly hours: Find<WorldHours>;
  readonly quickConnect: Find<WorldQuickConnect>;
  readonly agent: Find<WorldAgent>;
  readonly prompt: Find<WorldPrompt>;
  readonly function: Find<WorldFunction>;
  readonly caseTemplate: Find<WorldNamed>;
  readonly assistant: Find<WorldNamed>;
  readonly messageTemplate: Find<WorldMessageTemplate>;
  readonly dataTable: Find<WorldDataTable>;
  readonly bot: Find<WorldBot>;
  readonly defaultFlow: (name: DefaultFlowName) => WorldFlow;
  readonly flowNamed: (name: string) => WorldFlow | undefined;
  readonly queueNamed: (name: string) => WorldQueue | undefined;
  readonly agentNamed: (name: string) => WorldAgent | undefined;
}

const withDefaultFlows = (world: World): readonly WorldFlow[] => {
  const missing = DEFAULT_FLOW_NAMES.filter((name) => !world.flows.some((flow) => flow.name === name));
  return [
    ...world.flows,
    ...missing.map((name) => ({
      arn: defaultFlowArn(world.instanceArn, name),
      name,
      type: DEFAULT_FLOWS[name].flowType,
      document: DEFAULT_FLOW_DOCUMENTS[name],
    })),
  ];
};

/** The prompts that every instance has. */
const AWS_PROMPTS: readonly WorldPrompt[] = DEFAULT_FLOW_PROMPTS.map((arn) => ({
  arn,
  name: arn.slice(arn.lastIndexOf('/') + 1),
}));

const indexes = new WeakMap<World, WorldIndex>();

/** The index of a world, made once and kept as long as the world is. */
export const indexWorld = (world: World): WorldIndex => {
  const known = indexes.get(world);
  if (known) return known;
  const made = makeIndex(world);
  indexes.set(world, made);
  return made;
};

const makeIndex = (world: World): WorldIndex => {
  const flows = withDefaultFlows(world);
  const flow = finder(flows);
  const named = new Map(flows.map((each) => [each.name, each]));
  return {
    world,
    flow: (reference, wanted) =>
      flow(reference) ?? (reference === '' ? undefined : world.standIns?.flow?.(reference, wanted)),
    module: finder(world.modules, world.standIns?.module),
    queue: finder(world.queues, world.standIns?.queue),
    hours: finder(world.hours, world.standIns?.hours),
    quickConnect: finder(world.quickConnects),
    agent: finder(world.agents, world.standIns?.agent),
    prompt: finder([...AWS_PROMPTS, ...world.prompts], world.standIns?.prompt),
    function: finder(world.functions, world.standIns?.function),
    caseTemplate: finder(world.caseTemplates, world.standIns?.caseTemplate),
    assistant: finder(world.assistants, world.standIns?.assistant),
    messageTemplate: finder(world.messageTemplates, world.standIns?.messageTemplate),
    dataTable: finder(world.dataTables, world.standIns?.dataTable),
    bot: finder(world.bots),
    defaultFlow: (name) => named.get(name) as WorldFlow,
    flowNamed: byName(world.flows),
    queueNamed: byName(world.queues),
    agentNamed: byName(world.agents),
  };
};

/** A world that holds nothing but an instance. */
export const emptyWorld = (instanceArn: string): World => ({
  instanceArn,
  region: instanceArn.split(':')[3] ?? '',
  flows: [],
  modules: [],
  queues: [],
  hours: [],
  quickConnects: [],
  agents: [],
  prompts: [],
  functions: [],
  ...NO_DATA,
});
