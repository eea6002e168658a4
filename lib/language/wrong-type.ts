import { specOf } from './actions';
import type { FlowDocument, WireAction } from './document';
import { type FlowType, flowTypeOfConsoleName } from './flow-type';

/** Why a document is no flow of a type. */
export interface WrongType {
  /** The type that the console noted in it, where that is another one. */
  readonly noted?: FlowType;
  /** Actions that may not stand in a flow of the type. */
  readonly outOfPlace: readonly WireAction[];
}

/** What of a document does not fit a type of flow; undefined where all of it does. Unknown actions are taken on trust. */
export const wrongType = (document: FlowDocument, type: FlowType): WrongType | undefined => {
  const noted = flowTypeOfConsoleName(document.Metadata?.type);
  const outOfPlace = document.Actions.filter((action) => specOf(action.Type)?.flowTypes.includes(type) === false);
  const isNotedOtherwise = noted !== undefined && noted !== type;
  if (!isNotedOtherwise && outOfPlace.length === 0) return undefined;
  return { ...(isNotedOtherwise && { noted }), outOfPlace };
};
