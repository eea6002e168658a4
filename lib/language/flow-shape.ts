import type { FlowDocument, Json, JsonObject } from './document';
import { FlowReadError, nameOf } from './flow-read-error';
import { isObject, recognise } from './foreign-document';
import { LIMITS } from './limits';

const KEYS = ['Version', 'StartAction', 'Actions'] as const;

/** One demand on the shape of a document: what stands at a path must pass. */
interface Demand {
  readonly path: string;
  readonly value: Json | undefined;
  readonly is: 'text' | 'an object' | 'a list';
}

const PASSES: Record<Demand['is'], (value: Json | undefined) => boolean> = {
  text: (value) => typeof value === 'string',
  'an object': isObject,
  'a list': Array.isArray,
};

const describe = (value: Json | undefined): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
};

/** What stands there is demanded to be what the types say, so that whoever walks the document can rely on it. */
function* ifPresent(object: JsonObject, key: string, path: string, is: Demand['is']): Generator<Demand> {
  if (Object.hasOwn(object, key)) yield { path: `${path}.${key}`, value: object[key], is };
}

function* branchDemands(transitions: JsonObject, key: 'Errors' | 'Conditions', path: string): Generator<Demand> {
  yield* ifPresent(transitions, key, path, 'a list');
  const entries = (transitions[key] ?? []) as readonly JsonObject[];
  for (const [i, entry] of entries.entries()) {
    const at = `${path}.${key}[${i}]`;
    yield { path: at, value: entry, is: 'an object' };
    yield* ifPresent(entry, 'NextAction', at, 'text');
    yield* ifPresent(entry, 'ErrorType', at, 'text');
    yield* ifPresent(entry, 'Condition', at, 'an object');
    const condition = (entry.Condition ?? {}) as JsonObject;
    yield* ifPresent(condition, 'Operator', `${at}.Condition`, 'text');
    // What stands in the list is left open: groups of conditions exist, and their spelling is unpublished.
    yield* ifPresent(condition, 'Operands', `${at}.Condition`, 'a list');
  }
}

function* actionDemands(action: Json, path: string): Generator<Demand> {
  yield { path, value: action, is: 'an object' };
  const { Identifier, Type, Transitions } = action as JsonObject;
  yield { path: `${path}.Identifier`, value: Identifier, is: 'text' };
  yield { path: `${path}.Type`, value: Type, is: 'text' };
  yield* ifPresent(action as JsonObject, 'Parameters', path, 'an object');
  yield* ifPresent(action as JsonObject, 'Transitions', path, 'an object');
  const transitions = (Transitions ?? {}) as JsonObject;
  yield* ifPresent(transitions, 'NextAction', `${path}.Transitions`, 'text');
  yield* branchDemands(transitions, 'Errors', `${path}.Transitions`);
  yield* branchDemands(transitions, 'Conditions', `${path}.Transitions`);
}

function* demandsOf(document: JsonObject): Generator<Demand> {
  yield { path: 'Version', value: document.Version, is: 'text' };
  yield { path: 'StartAction', value: document.StartAction, is: 'text' };
  yield { path: 'Actions', value: document.Actions, is: 'a list' };
  for (const key of ['Metadata', 'Settings'].filter((each) => Object.hasOwn(document, each)))
    yield { path: key, value: document[key], is: 'an object' };
  for (const [i, action] of (document.Actions as readonly Json[]).entries())
    yield* actionDemands(action, `Actions[${i}]`);
}

const notAFlow = (origin: string | undefined, what: string, fix: string): FlowReadError =>
  new FlowReadError('not-a-flow', `${nameOf(origin)} is not a flow: ${what}; ${fix}.`);

const foreign = (value: JsonObject, origin: string | undefined): FlowReadError | undefined => {
  const found = recognise(value);
  return found && new FlowReadError(found.kind, `${nameOf(origin)} is ${found.what}; ${found.fix}.`);
};

/** Twenty times what Connect takes: enough to be told so, and little enough for every tool to be quick about it. */
const MOST_ACTIONS = 20 * LIMITS.actionsPerFlow;

const refuseTooLarge = (actions: Json | undefined, origin: string | undefined): void => {
  if (!Array.isArray(actions) || actions.length <= MOST_ACTIONS) return;
  const size = `has ${actions.length} actions, more than the ${MOST_ACTIONS} that are read`;
  throw new FlowReadError(
    'too-large',
    `${nameOf(origin)} ${size}; Connect takes ${LIMITS.actionsPerFlow}, so give a smaller document.`,
  );
};

/** The value as a flow, or an error that says what it is instead. */
export const asFlow = (value: Json, origin: string | undefined): FlowDocument => {
  const remedy = `a flow is an object with ${KEYS.slice(0, -1).join(', ')} and ${KEYS.at(-1)}`;
  if (!isObject(value)) throw notAFlow(origin, `it is ${describe(value)}`, remedy);
  const missing = KEYS.filter((key) => !Object.hasOwn(value, key));
  if (missing.length > 0) {
    throw foreign(value, origin) ?? notAFlow(origin, `it has no ${missing.join(' and no ')}`, remedy);
  }
  refuseTooLarge(value.Actions, origin);
  for (const { path, value: found, is } of demandsOf(value)) {
    if (PASSES[is](found)) continue;
    throw notAFlow(origin, `${path} must be ${is} and is ${describe(found)}`, `write ${is} there`);
  }
  return value as unknown as FlowDocument;
};
