import { EVENT_HOOKS, type EventHook } from '../../journey';
import type { FlowDocument, FlowType, Json, JsonObject, WireAction } from '../../language';
import { NONE } from '../../runtime';

/** A flow or function as an action names it, and as people do. */
interface Named {
  readonly arn: string;
  readonly name?: string;
}

/** What is put in front of a flow. */
export interface FlowOverrides {
  readonly hooks: readonly (readonly [hook: EventHook, flow: Named])[];
  /** A function that may name other flows for hooks, contact by contact. */
  readonly rules?: Named & { readonly hooks: readonly EventHook[] };
}

/** An action that still lacks the ways out: all of them lead to the next one unless it says otherwise. */
interface Block extends Omit<WireAction, 'Transitions'> {
  readonly error: 'NoMatchingError' | 'NoMatchingCondition';
  /** The error leads past all other blocks, as they need what was to come of this one. */
  readonly failsForAll?: true;
  /** On this value the block after the next one is next. */
  readonly skipsOneOn?: string;
  readonly metadata: JsonObject;
}

/** As long as a caller can be kept waiting for an answer that has a fallback. */
const RULES_SECONDS = '3';

const words = (hook: EventHook): string => hook.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

const setting = (hook: EventHook, { arn, name }: Named, Identifier: string): Block => ({
  Identifier,
  Type: 'UpdateContactEventHooks',
  Parameters: { EventHooks: { [hook]: arn } },
  error: 'NoMatchingError',
  metadata:
    name === undefined
      ? {}
      : { parameters: { EventHooks: { [hook]: { displayName: name } } }, contactFlow: { text: name, id: arn } },
});

const asking = ({ arn, name }: Named, flowType: FlowType): Block => ({
  Identifier: 'Ask for overrides',
  Type: 'InvokeLambdaFunction',
  Parameters: {
    LambdaFunctionARN: arn,
    InvocationTimeLimitSeconds: RULES_SECONDS,
    LambdaInvocationAttributes: { flowType },
  },
  error: 'NoMatchingError',
  failsForAll: true,
  metadata: name === undefined ? {} : { parameters: { LambdaFunctionARN: { displayName: name } } },
});

/** Where the function names no flow, or one that cannot be hooked, what was set before stands. */
const byRule = (hook: EventHook): readonly Block[] => {
  const ComparisonValue = `$.External.${hook}`;
  return [
    {
      Identifier: `Is there a rule for ${words(hook)}`,
      Type: 'Compare',
      Parameters: { ComparisonValue },
      error: 'NoMatchingCondition',
      skipsOneOn: NONE,
      metadata: {},
    },
    setting(hook, { arn: ComparisonValue }, `Override ${words(hook)} by rule`),
  ];
};

const blocksOf = ({ hooks, rules }: FlowOverrides, flowType: FlowType): readonly Block[] => [
  ...hooks.map(([hook, flow]) => setting(hook, flow, `Override ${words(hook)}`)),
  ...(rules === undefined || rules.hooks.length === 0 ? [] : [asking(rules, flowType), ...rules.hooks.flatMap(byRule)]),
];

/** The identifiers stay what they are whatever else is put in front, unless the flow has them itself. */
const free = (wish: string, taken: ReadonlySet<string>): string => {
  let identifier = wish;
  for (let number = 2; taken.has(identifier); number++) identifier = `${wish} ${number}`;
  return identifier;
};

/** Where the ways out of a block lead. */
interface Ways {
  readonly next: string;
  readonly afterNext: string;
  readonly ownStart: string;
}

const actionOf = ({ error, failsForAll, skipsOneOn, metadata, ...action }: Block, ways: Ways): WireAction => ({
  ...action,
  Transitions: {
    NextAction: ways.next,
    Errors: [{ ErrorType: error, NextAction: failsForAll ? ways.ownStart : ways.next }],
    ...(skipsOneOn !== undefined && {
      Conditions: [{ NextAction: ways.afterNext, Condition: { Operator: 'Equals', Operands: [skipsOneOn] } }],
    }),
  },
});

const positionsIn = (metadata: JsonObject): readonly JsonObject[] =>
  Object.values(metadata).flatMap((entry) => {
    const { position, Position = position } = (entry ?? {}) as JsonObject;
    return typeof Position === 'object' && Position !== null ? [Position as JsonObject] : [];
  });

const BLOCK_WIDTH = 250;
const ROW_HEIGHT = 200;

/** A row of blocks above everything that the flow has on its canvas. */
const laidOut = (blocks: readonly Block[], own: JsonObject): readonly (readonly [string, JsonObject])[] => {
  const tops = positionsIn(own).map(({ y, Y = y }) => Number(Y));
  const top = Math.min(ROW_HEIGHT, ...tops.filter(Number.isFinite)) - ROW_HEIGHT;
  return blocks.map(({ Identifier, metadata }, at) => [
    Identifier,
    { position: { x: (at + 1) * BLOCK_WIDTH, y: top }, isFriendlyName: true, ...metadata },
  ]);
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A flow that sets hooks before it does anything of its own. Each block has one hook, and goes on where a hook cannot be
 * set, e.g. on a channel that does not have it. What the flow sets itself comes later, and so has the last word.
 */
export const withOverrides = (document: FlowDocument, flowType: FlowType, overrides: FlowOverrides): FlowDocument => {
  const taken = new Set(document.Actions.map(({ Identifier }) => Identifier));
  const blocks = blocksOf(overrides, flowType).map((block) => ({
    ...block,
    Identifier: free(block.Identifier, taken),
  }));
  const [first] = blocks;
  if (first === undefined) return document;
  const ownStart = document.StartAction;
  const idAt = (at: number): string => blocks[at]?.Identifier ?? ownStart;
  const ways = (at: number): Ways => ({ next: idAt(at + 1), afterNext: idAt(at + 2), ownStart });
  const metadata = document.Metadata ?? {};
  const own = isObject(metadata.ActionMetadata) ? metadata.ActionMetadata : {};
  return {
    ...document,
    StartAction: first.Identifier,
    Metadata: { ...metadata, ActionMetadata: { ...Object.fromEntries(laidOut(blocks, own)), ...own } },
    Actions: [...blocks.map((block, at) => actionOf(block, ways(at))), ...document.Actions],
  };
};

/** The flows that a document hooks, by what it calls them. */
export function* hookedIn(document: FlowDocument): Generator<readonly [hook: string, reference: string]> {
  for (const { Type, Parameters } of document.Actions) {
    if (Type !== 'UpdateContactEventHooks' || !isObject(Parameters?.EventHooks)) continue;
    for (const [hook, value] of Object.entries(Parameters.EventHooks)) {
      if (Object.hasOwn(EVENT_HOOKS, hook) && typeof value === 'string') yield [hook, value];
    }
  }
}
