import type { FlowDocument, Json, JsonObject } from '../language';
import { isObject } from './described-values';
import type { Issue } from './issue';

const property = (value: unknown, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** Reasons by the name of the rule, as they stand in `Metadata.ActionMetadata[<id>].connectFlows.allow`. */
export const allowancesOf = (document: FlowDocument, action: string): JsonObject | undefined => {
  const metadata = property(property(document.Metadata, 'ActionMetadata'), action);
  const allow = property(property(metadata, 'connectFlows'), 'allow');
  return isObject(allow) ? allow : undefined;
};

/** A reason is a sentence that others can judge. */
export const isReason = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** True where the flow itself says, with a reason, that an action may be as it is. */
export const isAllowed = (document: FlowDocument, { action, rule }: Issue): boolean =>
  action !== undefined && isReason(property(allowancesOf(document, action), rule));
