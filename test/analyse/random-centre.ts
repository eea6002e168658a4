import fc from 'fast-check';
import type { DeclaredAnswers } from '../../lib/analyse';
import type { EventHook } from '../../lib/journey';
import { EVENT_HOOKS } from '../../lib/journey';
import type { FlowScope } from '../../lib/language';
import { emptyWorld, type World, type WorldHours } from '../../lib/simulate';
import { agentArn, flowArn, functionArn, hoursArn, INSTANCE, moduleArn, queueArn } from '../simulate/script';
import { type Block, type Branch, endFlow, hangUp, say, setAttribute, setHook, writtenFlow } from './written-flow';

export const TIERS = ['gold', 'silver'] as const;

/** What the function of every centre answers. */
export const ANSWERS: DeclaredAnswers = { tier: [{ value: [...TIERS] }] };

/** By type, the flows that a random centre may hold. */
const NAMES = {
  CONTACT_FLOW: ['Main', 'Second', 'Survey', 'Errand'],
  CUSTOMER_QUEUE: ['Waiting', 'Moving'],
  AGENT_WHISPER: ['Whisper A', 'Whisper B'],
  CUSTOMER_WHISPER: ['Tone A', 'Tone B'],
  CUSTOMER_HOLD: ['Music', 'Silence'],
  AGENT_HOLD: ['Please wait'],
  OUTBOUND_WHISPER: ['Calling'],
  AGENT_TRANSFER: ['To Ben'],
  QUEUE_TRANSFER: ['To Support'],
} as const;

const HOOKS = [
  'CustomerQueue',
  'AgentWhisper',
  'CustomerWhisper',
  'CustomerHold',
  'AgentHold',
  'CustomerRemaining',
] as const;
const QUEUES = ['Sales', 'Support'] as const;
const HOURS = ['Office'] as const;
const MODULES = ['Module one', 'Module two'] as const;

const goesOn: Branch['goesOn'] = 'after';

const flowFor = (hook: EventHook): fc.Arbitrary<string> => {
  const right = NAMES[EVENT_HOOKS[hook].flowType as keyof typeof NAMES];
  return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constant('Main') });
};

const failure = fc.constantFrom<'goes on' | readonly Block[]>('goes on', []);

const hookBlock = fc
  .constantFrom(...HOOKS)
  .chain((hook) => fc.tuple(fc.constant(hook), flowFor(hook), failure))
  .map(([hook, flow, fails]) => setHook(hook, flow, fails));

const attributeBlock = fc
  .tuple(fc.constantFrom('tier', 'mood'), fc.constantFrom(...TIERS, '$.External.tier', '$.Attributes.mood'))
  .map(([key, value]) => setAttribute(key, value));

/** A whisper whose name the flow knows by an attribute. */
const dynamicHook = fc
  .constantFrom(...NAMES.AGENT_WHISPER)
  .map((name): readonly Block[] => [
    setAttribute('whisper', flowArn(name)),
    setHook('AgentWhisper', '$.Attributes.whisper'),
  ]);

const lookUp: Block = {
  type: 'InvokeLambdaFunction',
  parameters: { LambdaFunctionARN: functionArn('LookUp'), InvocationTimeLimitSeconds: '3' },
  branches: [{ on: 'NoMatchingError', blocks: [], goesOn }],
};

const queueBlock = fc.constantFrom(...QUEUES).map(
  (name): Block => ({
    type: 'UpdateContactTargetQueue',
    parameters: { QueueId: queueArn(name) },
    branches: [{ on: 'NoMatchingError', blocks: [], goesOn }],
  }),
);

const moduleBlock = fc.constantFrom(...MODULES).map(
  (name): Block => ({
    type: 'InvokeFlowModule',
    parameters: { FlowModuleId: moduleArn(name) },
    branches: [{ on: 'NoMatchingError', blocks: [] }],
  }),
);

const callback: Block = {
  type: 'CreateCallbackContact',
  parameters: { InitialCallDelaySeconds: '10' },
  branches: [{ on: 'NoMatchingError', blocks: [], goesOn }],
};

const task: Block = {
  type: 'CreateTask',
  parameters: {
    Name: 'To do',
    ContactFlowId: flowArn('Errand'),
    Attributes: { tier: '$.External.tier', mood: 'gold' },
  },
  branches: [{ on: 'NoMatchingError', blocks: [], goesOn }],
};

type Blocks = fc.Arbitrary<readonly Block[]>;

const branch = (on: Branch['on'], blocks: readonly Block[], joins: boolean): Branch => ({
  on,
  blocks,
  ...(joins && { goesOn }),
});

const comparing = (inner: Blocks): fc.Arbitrary<Block> =>
  fc
    .tuple(
      fc.constantFrom('$.Attributes.tier', '$.Attributes.mood', '$.External.tier', '$.InitiationMethod'),
      inner,
      inner,
      fc.boolean(),
    )
    .map(([value, gold, other, joins]) => ({
      type: 'Compare',
      parameters: { ComparisonValue: value },
      branches: [
        branch(['Equals', 'gold'], gold, joins),
        branch(['Equals', value === '$.InitiationMethod' ? 'CALLBACK' : 'silver'], [], true),
        branch('NoMatchingCondition', other, true),
      ],
    }));

const menu = (inner: Blocks): fc.Arbitrary<Block> =>
  fc.tuple(inner, inner, inner, fc.boolean()).map(([one, two, silent, joins]) => ({
    type: 'GetParticipantInput',
    parameters: { Text: 'Press 1 or 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    branches: [
      branch(['Equals', '1'], one, true),
      branch(['Equals', '2'], two, joins),
      branch('InputTimeLimitExceeded', silent, true),
      branch('NoMatchingCondition', [], true),
      branch('NoMatchingError', [], false),
    ],
  }));

const hours = (inner: Blocks): fc.Arbitrary<Block> =>
  inner.map((closed) => ({
    type: 'CheckHoursOfOperation',
    parameters: { HoursOfOperationId: hoursArn('Office') },
    branches: [
      branch(['Equals', 'True'], [], true),
      branch(['Equals', 'False'], closed, true),
      branch('NoMatchingError', [], false),
    ],
  }));

const loop = (inner: Blocks): fc.Arbitrary<Block> =>
  fc.tuple(fc.integer({ min: 0, max: 2 }), inner).map(([count, body]) => ({
    type: 'Loop',
    parameters: { LoopCount: String(count) },
    branches: [
      { on: ['Equals', 'ContinueLooping'], blocks: body, goesOn: 'again' },
      { on: ['Equals', 'DoneLooping'], blocks: [], goesOn },
    ],
  }));

const listOf = (one: fc.Arbitrary<Block | readonly Block[]>, maxLength: number): Blocks =>
  fc.array(one, { maxLength }).map((blocks) => blocks.flat() as readonly Block[]);

/** Blocks that may stand in inbound flows, so many branches deep. */
const inboundBlocks = (depth: number, inModule = false): Blocks => {
  const inner = depth === 0 ? fc.constant([]) : inboundBlocks(depth - 1, inModule);
  const plain = fc.oneof(
    fc.constant(say('Hello.')),
    hookBlock,
    hookBlock,
    attributeBlock,
    dynamicHook,
    fc.constant(lookUp),
    queueBlock,
    fc.constantFrom(callback, task),
  );
  const nested = fc.oneof(comparing(inner), menu(inner), hours(inner), loop(inner));
  const outer = inModule ? nested : fc.oneof(nested, moduleBlock);
  return listOf(depth === 0 ? plain : fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: outer }), 3);
};

const toQueue: Block = {
  type: 'TransferContactToQueue',
  branches: [
    { on: 'QueueAtCapacity', blocks: [] },
    { on: 'NoMatchingError', blocks: [] },
  ],
};

const toSecond: Block = {
  type: 'TransferToFlow',
  parameters: { ContactFlowId: flowArn('Second') },
  branches: [{ on: 'NoMatchingError', blocks: [] }],
};

const ending = fc.constantFrom<readonly Block[]>([hangUp], [toQueue], [toQueue], [toSecond]);

/** Half of the contacts wait with a flow of their own, so that something comes of that. */
const waits = fc.constantFrom(
  [],
  [],
  ...NAMES.CUSTOMER_QUEUE.map((name) => [setHook('CustomerQueue', name)] as readonly Block[]),
);

const inbound = (depth: number, transfers: boolean): Blocks =>
  fc
    .tuple(waits, inboundBlocks(depth), queueBlock, ending)
    .map(([first, blocks, queue, last]) => [...first, ...blocks, queue, ...(transfers ? last : [toQueue])]);

const moving = fc.constantFrom(...QUEUES).map(
  (name): Block => ({
    type: 'DequeueContactAndTransferToQueue',
    parameters: { QueueId: queueArn(name) },
    branches: [
      { on: 'QueueAtCapacity', blocks: [] },
      { on: 'NoMatchingError', blocks: [] },
    ],
  }),
);

const interrupting = (inner: Blocks): fc.Arbitrary<Block> =>
  inner.map((blocks) => ({
    type: 'MessageParticipantIteratively',
    parameters: { Messages: [{ Text: 'Please wait.' }], InterruptFrequencySeconds: '20' },
    branches: [
      { on: ['Equals', 'MessagesInterrupted'], blocks, goesOn: 'again' },
      { on: 'NoMatchingError', blocks: [endFlow] },
    ],
  }));

const queueBlocks: Blocks = listOf(
  fc.oneof(
    fc.constant(say('Soon.')),
    hookBlock,
    attributeBlock,
    comparing(listOf(hookBlock, 1)),
    fc.constant(callback),
    moduleBlock,
  ),
  2,
);

const interruption: Blocks = fc.oneof(
  queueBlocks,
  moving.map((move) => [move]),
  fc.constant<readonly Block[]>([callback, hangUp]),
  menu(queueBlocks).map((block) => [block]),
);

const queueFlow = (interruptions: Blocks): Blocks =>
  fc.tuple(queueBlocks, interrupting(interruptions)).map(([blocks, last]) => [...blocks, last]);

const movingFlow = queueFlow(fc.tuple(queueBlocks, moving).map(([blocks, move]) => [...blocks, move]));

/** What a whisper or a hold flow may do beside talking. */
const sideBlocks = (talk: Block): Blocks =>
  listOf(
    fc.oneof({ weight: 4, arbitrary: fc.constant(talk) }, hookBlock, attributeBlock, comparing(listOf(hookBlock, 1))),
    2,
  );

const whisper = sideBlocks(say('For you.')).map((blocks) => [say('A call.'), ...blocks]);

const hold: Blocks = fc
  .tuple(listOf(fc.oneof(hookBlock, attributeBlock), 1), interrupting(fc.constant([])))
  .map(([blocks, last]) => [...blocks, last]);

const transfer: Blocks = fc
  .tuple(listOf(fc.oneof(fc.constant(say('Transferring.')), hookBlock, attributeBlock), 3), queueBlock)
  .map(([blocks, queue]) => [...blocks, queue, toQueue]);

/** What a task runs makes no more tasks. */
const errand: Blocks = fc
  .tuple(listOf(fc.oneof(hookBlock, attributeBlock, comparing(listOf(hookBlock, 1))), 3), queueBlock)
  .map(([blocks, queue]) => [...blocks, queue, toQueue]);

const inboundOf: Readonly<Record<string, Blocks>> = { Main: inbound(2, true), Errand: errand };

const BLOCKS: Readonly<Record<keyof typeof NAMES, (name: string) => Blocks>> = {
  CONTACT_FLOW: (name) => inboundOf[name] ?? inbound(1, false),
  CUSTOMER_QUEUE: (name) => (name === 'Moving' ? movingFlow : queueFlow(interruption)),
  AGENT_WHISPER: () => whisper,
  CUSTOMER_WHISPER: () => whisper,
  CUSTOMER_HOLD: () => hold,
  AGENT_HOLD: () => hold,
  OUTBOUND_WHISPER: () => whisper,
  AGENT_TRANSFER: () => transfer,
  QUEUE_TRANSFER: () => transfer,
};

const flows = fc.tuple(
  ...Object.entries(NAMES).flatMap(([type, names]) =>
    names.map((name) =>
      BLOCKS[type as keyof typeof NAMES](name).map((blocks) => writtenFlow(name, type as FlowScope, blocks)),
    ),
  ),
);

const modules = fc.tuple(
  inboundBlocks(1, true).map((blocks) => writtenFlow(MODULES[0], 'MODULE', blocks)),
  fc
    .tuple(inboundBlocks(1, true), fc.boolean())
    .map(([blocks, queues]) => writtenFlow(MODULES[1], 'MODULE', queues ? [...blocks, toQueue] : blocks)),
);

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export const office = (isOpen: () => boolean): WorldHours => ({
  arn: hoursArn(HOURS[0]),
  name: HOURS[0],
  timeZone: 'UTC',
  get week() {
    return isOpen() ? DAYS.map((day) => ({ day, open: { from: 0, to: 0 } })) : [];
  },
  overrides: [],
});

export const AGENTS = ['ana', 'ben', 'cleo', 'dan'] as const;

const maybe = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(value, undefined);

/** A contact centre in which anything may name anything; what people and functions do is left to the player. */
export const randomCentre: fc.Arbitrary<World> = fc
  .record({
    flows,
    modules,
    whispers: fc.tuple(maybe(flowArn('Calling')), maybe(flowArn('Calling'))),
    toBen: maybe(flowArn('To Ben')),
    toSupport: maybe(flowArn('To Support')),
  })
  .map(({ flows: all, modules: called, whispers, toBen, toSupport }) => ({
    ...emptyWorld(INSTANCE),
    flows: all,
    modules: called,
    queues: QUEUES.map((name, i) => ({
      arn: queueArn(name),
      name,
      hours: hoursArn(HOURS[0]),
      outboundWhisperFlow: whispers[i],
    })),
    agents: AGENTS.map((name) => ({ arn: agentArn(name), name, queues: 'every queue' as const })),
    quickConnects: [
      { arn: `${INSTANCE}/transfer-destination/ben`, name: 'Ben', kind: 'USER', target: agentArn('ben'), flow: toBen },
      {
        arn: `${INSTANCE}/transfer-destination/support`,
        name: 'Support',
        kind: 'QUEUE',
        target: queueArn('Support'),
        flow: toSupport,
      },
      {
        arn: `${INSTANCE}/transfer-destination/supplier`,
        name: 'Supplier',
        kind: 'PHONE_NUMBER',
        target: '+15555550177',
      },
      { arn: `${INSTANCE}/transfer-destination/form`, name: 'Form', kind: 'FLOW', target: flowArn('Errand') },
    ],
  }));
