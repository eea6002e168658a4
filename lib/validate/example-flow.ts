import {
  FLOW_LANGUAGE_VERSION,
  type FlowDocument,
  type JsonObject,
  type Transitions,
  type WireAction,
} from '../language';

const END = 'end';

/** The last action of every example. */
const HANG_UP: WireAction = { Identifier: END, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

/** An action of an example; it leads to the end unless its transitions say otherwise. */
export const step = (
  Identifier: string,
  Type: string,
  Parameters: JsonObject = {},
  transitions: Transitions = {},
): WireAction => ({ Identifier, Type, Parameters, Transitions: { NextAction: END, ...transitions } });

/** An action that ends the flow. */
export const last = (Identifier: string, Type: string): WireAction => ({
  Identifier,
  Type,
  Parameters: {},
  Transitions: {},
});

/** Branches for errors to one action. */
export const onErrors = (types: readonly string[], NextAction = END): Transitions['Errors'] =>
  types.map((ErrorType) => ({ ErrorType, NextAction }));

/** The one branch that most actions have. */
export const ON_ERROR: Pick<Transitions, 'Errors'> = { Errors: onErrors(['NoMatchingError']) };

/** Branches for operands, all to one action. */
export const when = (Operator: string, operands: readonly string[], NextAction = END): Transitions['Conditions'] =>
  operands.map((operand) => ({ NextAction, Condition: { Operator, Operands: [operand] } }));

export const say = (id: string, text: string, NextAction = END): WireAction =>
  step(id, 'MessageParticipant', { Text: text }, { NextAction, ...ON_ERROR });

export const toQueue = (id = 'queue'): WireAction =>
  step(id, 'TransferContactToQueue', {}, { Errors: onErrors(['QueueAtCapacity', 'NoMatchingError']) });

export const setQueue = (NextAction: string, id = 'set queue'): WireAction =>
  step(
    id,
    'UpdateContactTargetQueue',
    { QueueId: 'c1a2b3d4-0000-4000-8000-000000000001' },
    { NextAction, ...ON_ERROR },
  );

export const lambda = (id: string, NextAction: string, seconds = '8'): WireAction =>
  step(
    id,
    'InvokeLambdaFunction',
    { LambdaFunctionARN: `arn:aws:lambda:eu-west-1:111122223333:function:${id}`, InvocationTimeLimitSeconds: seconds },
    { NextAction, ...ON_ERROR },
  );

export const compare = (
  id: string,
  ComparisonValue: string,
  operands: readonly string[],
  NextAction = END,
): WireAction =>
  step(
    id,
    'Compare',
    { ComparisonValue },
    { Conditions: when('Equals', operands, NextAction), Errors: onErrors(['NoMatchingCondition']) },
  );

export const menu = (id: string, keys: readonly string[], parameters: JsonObject = {}): WireAction =>
  step(
    id,
    'GetParticipantInput',
    { Text: 'Press a key.', StoreInput: 'False', InputTimeLimitSeconds: '5', ...parameters },
    {
      Conditions: when('Equals', keys),
      Errors: onErrors(['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded']),
    },
  );

export const setHook = (id: string, hooks: JsonObject, NextAction = END): WireAction =>
  step(id, 'UpdateContactEventHooks', { EventHooks: hooks }, { NextAction, ...ON_ERROR });

/** The actions in their order, starting with the first, and a disconnect at the end. */
export const flow = (...actions: readonly WireAction[]): FlowDocument => flowWithoutEnd(...actions, HANG_UP);

/** As `flow`, without the disconnect. */
export const flowWithoutEnd = (...actions: readonly WireAction[]): FlowDocument => ({
  Version: FLOW_LANGUAGE_VERSION,
  StartAction: actions[0]?.Identifier ?? END,
  Actions: actions,
});
