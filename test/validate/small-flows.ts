import type { FlowDocument, JsonObject, Transitions, WireAction } from '../../lib/language';
import { type CheckContext, check, type Issue } from '../../lib/validate';

export const END = 'end';

export const hangUp: WireAction = { Identifier: END, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

/** Branches for errors, all of them to the end. */
export const onErrors = (...types: readonly string[]): Transitions['Errors'] =>
  types.map((ErrorType) => ({ ErrorType, NextAction: END }));

/** Branches for conditions, all of them to the end. */
export const when = (Operator: string, ...operands: readonly string[]): Transitions['Conditions'] =>
  operands.map((operand) => ({ NextAction: END, Condition: { Operator, Operands: [operand] } }));

/** An action named `it` that leads to the end. */
export const action = (Type: string, Parameters: JsonObject = {}, transitions: Transitions = {}): WireAction => ({
  Identifier: 'it',
  Type,
  Parameters,
  Transitions: { NextAction: END, ...transitions },
});

/** The actions in their order, and a disconnect. */
export const flowOf = (...actions: readonly WireAction[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.Identifier ?? END,
  Actions: [...actions, hangUp],
});

/** What one rule finds. */
export const found = (rule: string, document: FlowDocument, context?: CheckContext): readonly Issue[] =>
  check(document, context).filter((issue) => issue.rule === rule);

export const say = (text: string): WireAction => action('MessageParticipant', { Text: text });

export const menu = (...keys: readonly string[]): WireAction =>
  action(
    'GetParticipantInput',
    { Text: 'Press a key.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      Conditions: when('Equals', ...keys),
      Errors: onErrors('NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'),
    },
  );

/** Stands for what the CDK fills in when it synthesises. */
export const TOKEN = `\${Token[TOKEN.12]}`;
