import { ACTION_TYPES, REFUSED_NAMES } from '../../language';
import { nearest } from '../../language/nearest';
import { flow, ON_ERROR, say, step } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Finding, Rule } from '../rule';
import { inEachAction, isKnown, type PlacedAction } from '../subject';

const findingOf = ({ type, path }: PlacedAction): Finding => {
  const refused = Object.hasOwn(REFUSED_NAMES, type) ? REFUSED_NAMES[type] : undefined;
  const meant = refused ?? [nearest(type, ACTION_TYPES) ?? []].flat();
  return {
    path: 'Type',
    evidence: refused === undefined ? 'assumed' : 'observed',
    problem: `Invalid Action type. Type: ${type}, Path: ${path}.Type`,
    ...MESSAGES.unknownActionType(type, meant, refused !== undefined),
  };
};

export const unknownActionType: Rule = {
  name: 'unknown-action-type',
  severity: 'error',
  evidence: 'observed',
  summary: 'Connect has no action of that type.',
  examples: {
    failing: flow(step('hello', 'PlayPrompt', { Text: 'Hello.' }, ON_ERROR)),
    passing: flow(say('hello', 'Hello.')),
  },
  find: inEachAction((placed) => (isKnown(placed) || hasPlaceholder(placed.type) ? undefined : [findingOf(placed)])),
};
