import type { FlowDocument, Json, JsonObject } from '../language';
import { isObject } from './described-values';
import type { Issue } from './issue';

const property = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** What the designer and other tools keep about an action. */
export const metadataOfActions = ({ Metadata }: FlowDocument): JsonObject => {
  const metadata = property(Metadata, 'ActionMetadata');
  return isObject(metadata) ? metadata : {};
};

/** Reasons by the name of the rule, as they stand in `Metadata.ActionMetadata[<id>].connectFlows.allow`. */
export const allowancesIn = (metadata: JsonObject, action: string): JsonObject | undefined => {
  const own = property(property(metadata, action), 'connectFlows');
  const allow = own === undefined ? undefined : property(own, 'allow');
  return isObject(allow) ? allow : undefined;
};

/** A reason is a sentence that others can judge. */
export const isReason = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** True where the flow itself says, with a reason, that an action may be as it is. */
export const isAllowed = (document: FlowDocument, { action, rule }: Issue): boolean =>
  action !== undefined && isReason(property(allowancesIn(metadataOfActions(document), action), rule));
