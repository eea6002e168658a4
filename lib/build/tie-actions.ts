import type { FlowDocument, Json, JsonObject, WireAction } from '../language/document';

/**
 * Stand-ins for identifiers that a block of two actions needs in its metadata before either has one. They hold
 * characters that no identifier may have.
 */
export const NEXT = '(next)';
export const PREVIOUS = '(previous)';

type Shown = { [id: string]: JsonObject };

const isHead = (shown: JsonObject | undefined): boolean =>
  Array.isArray(shown?.children) && shown.children.includes(NEXT);

const replaced = (fragments: Json | undefined, standIn: string, id: string): JsonObject => {
  if (typeof fragments !== 'object' || fragments === null) return {};
  const entries = Object.entries(fragments).map(([key, value]) => [key, value === standIn ? id : value]);
  return { fragments: Object.fromEntries(entries) };
};

const tie = (head: WireAction, shown: Shown): void => {
  const first = head.Identifier;
  const second = head.Transitions?.NextAction ?? '';
  const { [first]: above = {}, [second]: below = {} } = shown;
  shown[first] = { ...above, children: [second], ...replaced(above.fragments, NEXT, second) };
  // The designer draws both as one block, which has one place.
  const { position = null } = above;
  shown[second] = { ...below, position, ...replaced(below.fragments, PREVIOUS, first) };
};

/** Ties actions that are one block in the designer, by their identifiers, as the console does. */
export const tieActions = (document: FlowDocument): FlowDocument => {
  const given = document.Metadata?.ActionMetadata as Shown | undefined;
  const heads = given === undefined ? [] : document.Actions.filter(({ Identifier }) => isHead(given[Identifier]));
  if (heads.length === 0) return document;
  const shown: Shown = { ...given };
  for (const head of heads) tie(head, shown);
  return { ...document, Metadata: { ...document.Metadata, ActionMetadata: shown } };
};
