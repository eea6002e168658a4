import { endingOf, type FlowDocument, type FlowScope, type WireAction } from '../../language';
import type { FlowInSet } from './flow-in-set';

/** Small flows that examples of the rules are made of. */
const arnOf = (kind: string, id: string): string =>
  `arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001/${kind}/${id}`;

const documentOf = (type: FlowScope, actions: readonly WireAction[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.Identifier ?? 'End',
  ...(type === 'MODULE' ? { Settings: {} } : {}),
  Actions: [
    ...actions,
    { Identifier: 'End', Type: endingOf(type) ?? 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

/** An action that goes to the end whatever happens. */
export const step = (Identifier: string, Type: string, Parameters: WireAction['Parameters']): WireAction => ({
  Identifier,
  Type,
  Parameters,
  Transitions: { NextAction: 'End', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'End' }] },
});

/** A flow of at most one action and an end; other flows name it by its id. */
export const exampleFlow = (
  id: string,
  name: string,
  type: FlowScope,
  ...actions: readonly WireAction[]
): FlowInSet => ({
  name,
  type,
  arn: arnOf(type === 'MODULE' ? 'flow-module' : 'contact-flow', id),
  document: documentOf(type, actions),
});

export const runs = (module: string): WireAction => step('Run module', 'InvokeFlowModule', { FlowModuleId: module });
export const hooks = (hook: string, flow: string): WireAction =>
  step('Set hook', 'UpdateContactEventHooks', { EventHooks: { [hook]: flow } });
export const transfersTo = (flow: string): WireAction => step('Go on', 'TransferToFlow', { ContactFlowId: flow });
export const says = (text: string): WireAction => step('Say', 'MessageParticipant', { Text: text });
