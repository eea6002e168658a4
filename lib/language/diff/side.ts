import type { FlowDocument, Json, WireAction } from '../document';
import { inReadingOrder } from '../reading-order';
import { stableText } from './value-changes';
import { type Way, waysOf } from './ways';

/** An action of one of the two flows, with what it is matched by. */
export interface Node {
  readonly action: WireAction;
  readonly ways: readonly Way[];
  /** Type, parameters and kinds of branches, without any identifier. */
  readonly content: string;
  /** Branches of other actions that lead here. */
  readonly entries: Entry[];
  /** The same action in the other flow. */
  match?: Node;
}

interface Entry {
  readonly from: Node;
  readonly key: string;
}

/** One of the two flows: its actions in reading order, and by identifier. */
export interface Side {
  readonly document: FlowDocument;
  readonly nodes: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
}

const nodeOf = (action: WireAction): Node => {
  const ways = waysOf(action);
  const keys = ways.map(({ key }) => key).sort();
  return { action, ways, content: stableText([action.Type, action.Parameters ?? {}, ...keys] as Json), entries: [] };
};

export const sideOf = (document: FlowDocument): Side => {
  const nodes = inReadingOrder(document).map(nodeOf);
  const byId = new Map<string, Node>();
  for (const node of nodes) if (!byId.has(node.action.Identifier)) byId.set(node.action.Identifier, node);
  for (const from of nodes) {
    for (const { key, target } of from.ways) byId.get(target)?.entries.push({ from, key });
  }
  return { document, nodes, byId };
};

/** What two targets share exactly when they are the same action, or the same identifier of none. */
export const targetKey = (side: Side, identifier: string): Node | string => {
  const node = side.byId.get(identifier);
  return node?.match ?? node ?? identifier;
};
