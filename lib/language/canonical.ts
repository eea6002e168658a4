import type { FlowDocument, Json, JsonObject, WireAction } from './document';
import { isObject } from './foreign-document';
import { inReadingOrder } from './reading-order';
import { keysInOrder, keyText, primitiveText, SpellingRecorder } from './spelling';

const DOCUMENT_KEYS = ['Version', 'StartAction', 'Metadata', 'Settings', 'Actions'];
const ACTION_KEYS = ['Identifier', 'Type', 'Parameters', 'Transitions'];
const TRANSITION_KEYS = ['NextAction', 'Conditions', 'Errors'];
const BRANCH_KEYS = ['NextAction', 'Condition', 'ErrorType'];

const isPrimitive = (value: Json): boolean => typeof value !== 'object' || value === null;

/** An object with some values replaced and its keys in order, unknown ones last; how it is spelt stays as it was. */
const arrange = (object: JsonObject, keys: readonly string[], replaced: JsonObject = {}): JsonObject => {
  const merged: JsonObject = { ...object, ...replaced };
  const present = [...keysInOrder(object), ...Object.keys(replaced).filter((key) => !Object.hasOwn(object, key))];
  const known = new Set(keys);
  const ahead = keys.filter((key) => Object.hasOwn(merged, key));
  const order = [...ahead, ...present.filter((key) => !known.has(key))].filter((key) => merged[key] !== undefined);
  const spelling = new SpellingRecorder();
  for (const key of order) {
    const value = merged[key] as Json;
    spelling.key(key, keyText(object, key));
    if (isPrimitive(value)) spelling.value(key, value, primitiveText(object, key, value) ?? 'null');
  }
  const arranged = Object.fromEntries(order.map((key) => [key, merged[key] as Json]));
  spelling.keep(arranged, order);
  return arranged;
};

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Of two branches for one error the first is the one that counts, so they stay as they stand. */
const byErrorType = (a: JsonObject, b: JsonObject): number => byText(String(a.ErrorType), String(b.ErrorType));

const branches = (entries: readonly JsonObject[] | undefined): JsonObject[] =>
  (entries ?? []).map((entry) => {
    const { Condition } = entry;
    return arrange(entry, BRANCH_KEYS, isObject(Condition) ? { Condition: arrange(Condition, ['Operator']) } : {});
  });

/** An empty list says nothing, and store-mode input was seen to be refused because of one. */
const unlessEmpty = (list: readonly Json[]): Json => (list.length === 0 ? (undefined as unknown as Json) : list);

const canonicalTransitions = (transitions: JsonObject): JsonObject =>
  arrange(transitions, TRANSITION_KEYS, {
    Conditions: unlessEmpty(branches(transitions.Conditions as JsonObject[] | undefined)),
    Errors: unlessEmpty(branches(transitions.Errors as JsonObject[] | undefined).sort(byErrorType)),
  });

const canonicalAction = (action: WireAction): WireAction =>
  arrange(action as unknown as JsonObject, ACTION_KEYS, {
    Parameters: action.Parameters ?? {},
    Transitions: canonicalTransitions((action.Transitions ?? {}) as JsonObject),
  }) as unknown as WireAction;

const canonicalMetadata = (metadata: JsonObject, actions: readonly WireAction[]): JsonObject => {
  const { ActionMetadata } = metadata;
  if (!isObject(ActionMetadata)) return metadata;
  const ids = [...new Set(actions.map(({ Identifier }) => Identifier))];
  return arrange(metadata, [], { ActionMetadata: arrange(ActionMetadata, ids) });
};

/**
 * The form in which we write flows: keys in one order, actions in reading order, `Parameters` and `Transitions` always
 * there, error branches sorted. It says the same as the document; nothing that was unknown is lost.
 */
export const canonical = (document: FlowDocument): FlowDocument => {
  const actions = inReadingOrder({ ...document, Actions: document.Actions.map(canonicalAction) });
  const { Metadata } = document;
  const own = {
    ...(Metadata === undefined
      ? {}
      : { Metadata: isObject(Metadata) ? canonicalMetadata(Metadata, actions) : Metadata }),
    Actions: actions as unknown as Json,
  };
  return arrange(document as unknown as JsonObject, DOCUMENT_KEYS, own) as unknown as FlowDocument;
};
