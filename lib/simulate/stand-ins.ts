import { DEFAULT_FLOWS, defaultFlowOf, type EventHook } from '../journey';
import {
  endingOf,
  FLOW_LANGUAGE_VERSION,
  type FlowDocument,
  type FlowScope,
  isHoldFlow,
  type JsonObject,
  parameterAt,
  type WireAction,
} from '../language';
import { DAYS } from './hours';
import { remember } from './remember';
import type { Scenario } from './scenario';
import { emptyWorld, type StandIns, type World, type WorldFlow, type WorldQuickConnect } from './world';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/00000000-0000-4000-8000-000000000000';
const QUEUE = `${INSTANCE}/queue/stand-in`;
const AGENT = `${INSTANCE}/agent/stand-in`;
const FLOW_ITSELF = `${INSTANCE}/contact-flow/the-flow`;

/** Something that a flow names and that was not given. */
export interface StandIn {
  readonly kind:
    | 'flow'
    | 'module'
    | 'queue'
    | 'hours'
    | 'agent'
    | 'prompt'
    | 'function'
    | 'case template'
    | 'assistant'
    | 'message template'
    | 'data table';
  readonly reference: string;
  readonly name: string;
}

export interface LoneFlow {
  readonly name: string;
  readonly type: FlowScope;
  readonly document: FlowDocument;
}

export interface LoneFlowOptions {
  /** Answers of Lambda functions by ARN, or the end of one. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Whether hours that were not given are open. @default true */
  readonly open?: boolean;
}

/** The names that the designer wrote beside the ids, by id. */
const displayNames = (document: FlowDocument): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const metadata = (document.Metadata?.ActionMetadata ?? {}) as JsonObject;
  for (const { Identifier, Parameters = {} } of document.Actions) {
    const shown = (metadata[Identifier] as JsonObject | undefined)?.parameters as JsonObject | undefined;
    for (const [parameter, facts] of Object.entries(shown ?? {})) {
      const value = parameterAt(Parameters, parameter);
      const name = (facts as JsonObject | null)?.displayName;
      if (typeof value === 'string' && typeof name === 'string') names.set(value, name);
    }
  }
  return names;
};

const tail = (reference: string): string =>
  reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':')) + 1);

/** A flow that says that it stands for another one, and ends. */
const placeholder = (name: string, type: FlowScope): FlowDocument => {
  const hold = isHoldFlow(type) || type === 'CUSTOMER_QUEUE';
  const text = `(${name} would speak here.)`;
  const message: WireAction = hold
    ? {
        Identifier: 'say',
        Type: 'MessageParticipantIteratively',
        Parameters: { Messages: [{ Text: text }] },
        Transitions: {},
      }
    : { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: text }, Transitions: { NextAction: 'end' } };
  const end: WireAction = {
    Identifier: 'end',
    Type: endingOf(type) ?? 'EndFlowExecution',
    Parameters: {},
    Transitions: {},
  };
  return { Version: FLOW_LANGUAGE_VERSION, StartAction: 'say', Actions: hold ? [message] : [message, end] };
};

/** Gives every thing its name, and notes what was asked for; once each. */
const namer = (document: FlowDocument, used: StandIn[]) => {
  const shown = displayNames(document);
  return (kind: StandIn['kind'], reference: string): string => {
    const name = shown.get(reference) ?? tail(reference);
    if (!used.some((each) => each.kind === kind && each.reference === reference)) used.push({ kind, reference, name });
    return name;
  };
};

const wholeWeek = DAYS.map((day) => ({ day, open: { from: 0, to: 0 } }));

const standInsFor = (
  document: FlowDocument,
  used: StandIn[],
  { answers = {}, open = true }: LoneFlowOptions,
): StandIns => {
  const named = namer(document, used);
  const flowOf = (kind: 'flow' | 'module', reference: string, type: FlowScope): WorldFlow => {
    const name = named(kind, reference);
    return { arn: reference, name, type, document: placeholder(`${kind} "${name}"`, type) };
  };
  const flowsOf = remember((type: FlowScope) => remember((reference: string) => flowOf('flow', reference, type)));
  return {
    flow: (reference, wanted = 'CONTACT_FLOW') => flowsOf(wanted)(reference),
    module: remember((reference) => flowOf('module', reference, 'MODULE')),
    queue: remember((reference) => ({ arn: reference, name: named('queue', reference), hours: 'stand-in hours' })),
    hours: remember((reference) => ({
      arn: reference,
      name: named('hours', reference),
      timeZone: 'UTC',
      week: open ? wholeWeek : [],
      overrides: [],
    })),
    // The agent at work stands for whoever is named, so that a contact for one agent is taken.
    agent: remember((reference) => ({ arn: AGENT, name: named('agent', reference), queues: [] })),
    prompt: remember((reference) => ({ arn: reference, name: named('prompt', reference) })),
    function: remember((reference) => {
      const answer = Object.keys(answers).find((key) => reference === key || reference.endsWith(`:${key}`));
      const name = answer === undefined ? named('function', reference) : tail(reference);
      return { arn: reference, name, invoke: () => (answer === undefined ? {} : answers[answer]) };
    }),
    caseTemplate: remember((reference) => ({ arn: reference, name: named('case template', reference) })),
    assistant: remember((reference) => ({ arn: reference, name: named('assistant', reference) })),
    messageTemplate: remember((reference) => ({ arn: reference, name: named('message template', reference) })),
    dataTable: remember((reference) => ({
      arn: reference,
      name: named('data table', reference),
      primary: [],
      rows: [],
    })),
  };
};

const step = (id: string, type: string, parameters: JsonObject, next: string, ...errors: string[]) => ({
  Identifier: id,
  Type: type,
  Parameters: parameters,
  Transitions: {
    NextAction: next,
    Errors: ['NoMatchingError', ...errors].map((ErrorType) => ({ ErrorType, NextAction: 'end' })),
  },
});

/** A flow that does one thing and then waits for an agent. */
const entryFlow = (
  first: { readonly type: string; readonly parameters: JsonObject } | null,
  target: JsonObject = { QueueId: QUEUE },
): FlowDocument => ({
  Version: FLOW_LANGUAGE_VERSION,
  StartAction: first ? 'first' : 'queue',
  Actions: [
    ...(first ? [step('first', first.type, first.parameters, 'queue')] : []),
    step('queue', 'UpdateContactTargetQueue', target, 'transfer'),
    step('transfer', 'TransferContactToQueue', {}, 'end', 'QueueAtCapacity'),
    { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

const setHook = (hook: EventHook) => ({
  type: 'UpdateContactEventHooks',
  parameters: { EventHooks: { [hook]: FLOW_ITSELF } },
});

/** The destination agent hears the agent hold flow of the transferred contact, which takes over no hooks. */
const AGENT_HOLD_TRANSFER: WorldFlow = {
  arn: `${INSTANCE}/contact-flow/transfer`,
  name: 'Transfer',
  type: 'AGENT_TRANSFER',
  document: entryFlow(setHook('AgentHold'), { AgentId: '$.Agent.ARN' }),
};

const entry = (first: Parameters<typeof entryFlow>[0]): WorldFlow => ({
  arn: `${INSTANCE}/contact-flow/entry`,
  name: 'Entry',
  type: 'CONTACT_FLOW',
  document: entryFlow(first),
});

interface Setting {
  readonly entry?: WorldFlow;
  readonly outbound?: true;
  /** The transfer flow is the flow itself unless another one is given, or null for the default. */
  readonly quickConnect?: { readonly kind: 'USER' | 'QUEUE'; readonly flow?: WorldFlow | null };
}

/** What a scenario needs so that a flow of some type gets its turn, by where the rulebook says that such flows are named. */
const setting = (type: FlowScope): Setting => {
  if (type === 'CONTACT_FLOW' || type === 'CAMPAIGN') return {};
  if (type === 'MODULE')
    return { entry: entry({ type: 'InvokeFlowModule', parameters: { FlowModuleId: FLOW_ITSELF } }) };
  if (type === 'AGENT_HOLD') return { entry: entry(null), quickConnect: { kind: 'USER', flow: AGENT_HOLD_TRANSFER } };
  const name = defaultFlowOf(type);
  const place = name && DEFAULT_FLOWS[name].overriddenAt;
  if (place?.at === 'hook')
    return {
      entry: entry(setHook(place.hook)),
      ...(type === 'CUSTOMER_HOLD' && { quickConnect: { kind: 'USER', flow: null } }),
    };
  if (place?.at === 'quick connect') return { entry: entry(null), quickConnect: { kind: place.kind } };
  return { outbound: true };
};

const quickConnectFor = ({ kind, flow }: NonNullable<Setting['quickConnect']>): WorldQuickConnect => ({
  arn: `${INSTANCE}/transfer-destination/stand-in`,
  name: 'Quick connect',
  kind,
  target: kind === 'USER' ? `${AGENT}-2` : QUEUE,
  ...(flow !== null && { flow: flow?.arn ?? FLOW_ITSELF }),
});

/** A world around one flow, and a scenario in which it runs. */
export interface LoneFlowWorld {
  readonly world: World;
  readonly start: Scenario['start'];
  readonly moves: Scenario['moves'];
  /** Filled while the scenario is played. */
  readonly standIns: readonly StandIn[];
}

/**
 * Everything that one flow from elsewhere needs to run: an agent who takes whatever comes, and a stand-in for each queue,
 * prompt, function, module and flow that it names.
 */
export const worldAroundFlow = (
  flow: LoneFlow,
  channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL',
  options: LoneFlowOptions = {},
): LoneFlowWorld => {
  const { document, name, type } = flow;
  const standIns: StandIn[] = [];
  const { entry: entryOf, outbound, quickConnect } = setting(type);
  const itself: WorldFlow = { arn: FLOW_ITSELF, name, type, document };
  const world: World = {
    ...emptyWorld(INSTANCE),
    flows: [
      ...(type === 'MODULE' ? [] : [itself]),
      ...(entryOf ? [entryOf] : []),
      ...(quickConnect?.flow ? [quickConnect.flow] : []),
    ],
    modules: type === 'MODULE' ? [itself] : [],
    queues: [{ arn: QUEUE, name: 'Queue', ...(outbound && { outboundWhisperFlow: FLOW_ITSELF }) }],
    agents: [
      { arn: AGENT, name: 'Agent', queues: 'every queue' },
      { arn: `${AGENT}-2`, name: 'Second agent', queues: quickConnect?.kind === 'USER' ? [] : 'every queue' },
    ],
    quickConnects: quickConnect ? [quickConnectFor(quickConnect)] : [],
    standIns: standInsFor(document, standIns, options),
  };
  const first = entryOf?.arn ?? FLOW_ITSELF;
  return {
    world,
    standIns,
    start: outbound
      ? { method: 'OUTBOUND', agent: 'Agent', queue: QUEUE }
      : channel === 'VOICE'
        ? { method: 'INBOUND', flow: first }
        : { method: 'API', channel, flow: first },
    moves: quickConnect
      ? [
          { does: 'transfers', to: 'Quick connect' },
          { does: 'chooses', choice: type.endsWith('_HOLD') ? 'HOLD_ALL' : 'JOIN' },
          { does: 'hangs up', who: 'customer' },
        ]
      : [{ does: 'hangs up', who: 'customer' }],
  };
};
