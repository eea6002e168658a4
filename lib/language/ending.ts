import type { ActionSpec } from './action-spec';
import { type ActionType, specOf } from './actions';
import { FLOW_LANGUAGE_VERSION, type FlowDocument, type JsonObject } from './document';
import { type FlowScope, isHoldFlow } from './flow-type';

/** The actions that only end a flow, the gentlest first: it may leave the contact where it is. */
const ENDINGS = ['EndFlowExecution', 'EndFlowModuleExecution', 'DisconnectParticipant'] as const satisfies ActionType[];

export type Ending = (typeof ENDINGS)[number];

/** A pause is the shortest message there is; a text has to say something. */
const SILENCE = '<speak><break time="10s"/></speak>';

const endingsNamedBy = (flowTypes: (spec: ActionSpec) => readonly FlowScope[], scope: FlowScope): Ending | undefined =>
  ENDINGS.find((type) => {
    const spec = specOf(type);
    return spec !== undefined && flowTypes(spec).includes(scope);
  });

/** The action that ends a flow of this type; undefined for campaigns, whose actions are unpublished. */
export const endingOf = (scope: FlowScope): Ending | undefined =>
  endingsNamedBy(({ flowTypes, pageFlowTypes = flowTypes }) => pageFlowTypes, scope) ??
  endingsNamedBy(({ flowTypes }) => flowTypes, scope);

const only = (Type: ActionType, Parameters: JsonObject, scope: FlowScope): FlowDocument => ({
  Version: FLOW_LANGUAGE_VERSION,
  StartAction: 'end',
  ...(scope === 'MODULE' ? { Settings: {} } : {}),
  Actions: [{ Identifier: 'end', Type, Parameters, Transitions: {} }],
});

/**
 * The smallest flow of a type that the service takes: one action that ends it. A hold flow has no such action and loops over
 * silence instead, as the default ones loop over music. Undefined for campaigns.
 */
export const flowThatOnlyEnds = (scope: FlowScope): FlowDocument | undefined => {
  if (isHoldFlow(scope)) return only('MessageParticipantIteratively', { Messages: [{ SSML: SILENCE }] }, scope);
  const ending = endingOf(scope);
  return ending && only(ending, {}, scope);
};
