import { flow, last, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachKnownAction, type KnownAction } from '../subject';

const partsOf = ({ next, errors, conditions }: KnownAction): readonly string[] => [
  ...(next === undefined ? [] : ['a NextAction']),
  ...(errors.length === 0 ? [] : ['error branches']),
  ...(conditions.length === 0 ? [] : ['conditions']),
];

export const forbiddenTransitions: Rule = {
  name: 'forbidden-transitions',
  severity: 'error',
  evidence: 'observed',
  summary: 'An action that ends the flow has transitions.',
  examples: {
    failing: flow(say('hello', 'Hello.', 'stop'), {
      ...last('stop', 'DisconnectParticipant'),
      Transitions: { NextAction: 'end' },
    }),
    passing: flow(say('hello', 'Hello.', 'end')),
  },
  find: inEachKnownAction((placed) => {
    const parts = placed.spec.next === 'refused' ? partsOf(placed) : [];
    if (parts.length === 0) return undefined;
    const problem = `Action does not support transitions. Path: ${placed.path}`;
    return [{ path: 'Transitions', problem, ...MESSAGES.forbiddenTransitions(placed, parts) }];
  }),
};
