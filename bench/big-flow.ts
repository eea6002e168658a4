import type { EventHook } from '../lib/journey';
import type { FlowDocument, FlowScope, WireAction } from '../lib/language';

interface Surroundings {
  /** ARNs of the flows that each hook may name. */
  readonly hooks: Readonly<Record<string, readonly string[]>>;
  readonly queue: string;
  /** The flow to which the first menu transfers. */
  readonly next?: string;
}

type Draft = Omit<WireAction, 'Identifier'>;

const END = 'end';

const step = (i: number): string => `step ${i}`;
const failed = [{ ErrorType: 'NoMatchingError', NextAction: END }];

/** A branch that ends, and one that goes on. */
const menu = (i: number): Draft => ({
  Type: 'GetParticipantInput',
  Parameters: { Text: `This is question number ${i}. Press 1 or 2.`, StoreInput: 'False', InputTimeLimitSeconds: '5' },
  Transitions: {
    NextAction: step(i + 1),
    Conditions: ['1', '2', '3'].map((key, k) => ({
      NextAction: step(i + 1 + (k % 2)),
      Condition: { Operator: 'Equals', Operands: [key] },
    })),
    Errors: [
      { ErrorType: 'InputTimeLimitExceeded', NextAction: step(i + 1) },
      { ErrorType: 'NoMatchingCondition', NextAction: step(i + 1) },
      ...failed,
    ],
  },
});

const compare = (i: number): Draft => ({
  Type: 'Compare',
  Parameters: { ComparisonValue: '$.Attributes.tier' },
  Transitions: {
    NextAction: step(i + 1),
    Conditions: [{ NextAction: step(i + 2), Condition: { Operator: 'Equals', Operands: ['gold'] } }],
    Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: step(i + 1) }],
  },
});

const say = (i: number): Draft => ({
  Type: 'MessageParticipant',
  Parameters: { Text: `This is prompt number ${i}, and it says something of use.` },
  Transitions: { NextAction: step(i + 1), Errors: failed },
});

const attribute = (key: string, i: number): Draft => ({
  Type: 'UpdateContactAttributes',
  Parameters: { Attributes: { [key]: `value ${i}` }, TargetContact: 'Current' },
  Transitions: { NextAction: step(i + 1), Errors: failed },
});

/** Flows compare the tier, and nothing else. */
const setTier = (i: number): Draft => attribute(i % 20 === 1 ? 'tier' : `note${i}`, i);
const setNote = (i: number): Draft => attribute(`note${i}`, i);

const hours = (i: number): Draft => ({
  Type: 'CheckHoursOfOperation',
  Parameters: { HoursOfOperationId: 'office' },
  Transitions: {
    NextAction: END,
    Conditions: [
      { NextAction: step(i + 1), Condition: { Operator: 'Equals', Operands: ['True'] } },
      { NextAction: END, Condition: { Operator: 'Equals', Operands: ['False'] } },
    ],
    Errors: failed,
  },
});

const HOOKED: readonly EventHook[] = ['CustomerQueue', 'AgentWhisper', 'CustomerWhisper', 'CustomerHold', 'AgentHold'];

const hook = (i: number, { hooks }: Surroundings): Draft => {
  const name = HOOKED[Math.floor(i / 10) % HOOKED.length] as EventHook;
  const flows = hooks[name] ?? [];
  return {
    Type: 'UpdateContactEventHooks',
    Parameters: { EventHooks: { [name]: flows[i % flows.length] ?? '' } },
    Transitions: { NextAction: step(i + 1), Errors: failed },
  };
};

const setQueue = (i: number, { queue }: Surroundings): Draft => ({
  Type: 'UpdateContactTargetQueue',
  Parameters: { QueueId: queue },
  Transitions: { NextAction: step(i + 1), Errors: failed },
});

const toQueue: Draft = {
  Type: 'TransferContactToQueue',
  Parameters: {},
  Transitions: { NextAction: END, Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: END }, ...failed] },
};

const toFlow = (i: number, next: string): Draft => ({
  Type: 'TransferToFlow',
  Parameters: { ContactFlowId: next },
  Transitions: { NextAction: step(i + 1), Errors: [{ ErrorType: 'NoMatchingError', NextAction: step(i + 1) }] },
});

const INBOUND = [say, setTier, menu, say, compare, setNote, hours, say, hook, say] as const;
const ASIDE = [say, setNote, say, compare, say] as const;

const inbound = (i: number, actions: number, surroundings: Surroundings): Draft => {
  if (i === actions - 3) return setQueue(i, surroundings);
  if (i === actions - 2) return toQueue;
  if (i === actions - 5 && surroundings.next !== undefined) return toFlow(i, surroundings.next);
  return (INBOUND[i % INBOUND.length] ?? say)(i, surroundings);
};

const DECIDING: readonly FlowScope[] = ['CONTACT_FLOW', 'QUEUE_TRANSFER'];

/** A flow of so many actions, with branches that part and come together, menus, comparisons, hooks and a queue at its end. */
export const bigFlow = (type: FlowScope, actions: number, surroundings: Surroundings): FlowDocument => {
  const decides = DECIDING.includes(type);
  const drafts = Array.from({ length: actions - 1 }, (_, i) =>
    decides ? inbound(i, actions, surroundings) : (ASIDE[i % ASIDE.length] ?? say)(i),
  );
  const end = { Type: decides ? 'DisconnectParticipant' : 'EndFlowExecution', Parameters: {}, Transitions: {} };
  const reached = (id: string): string => (id === step(actions - 1) || id === step(actions) ? END : id);
  const text = JSON.stringify(
    [...drafts.map((draft, i) => ({ Identifier: step(i), ...draft })), { Identifier: END, ...end }],
    (key, value) => (key === 'NextAction' ? reached(value) : value),
  );
  return { Version: '2019-10-30', StartAction: step(0), Metadata: {}, Actions: JSON.parse(text) };
};
