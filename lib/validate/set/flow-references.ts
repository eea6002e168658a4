import { EVENT_HOOKS, isEventHook } from '../../journey';
import { ACTIONS, type FlowScope, type Json } from '../../language';
import { isObject, pathTo } from '../described-values';
import type { PlacedAction } from '../subject';

/** A place in an action that names a flow or module. */
export interface FlowReference {
  readonly action: PlacedAction;
  /** Where the name stands, e.g. `Actions[3].Parameters.ContactFlowId`. */
  readonly path: string;
  readonly value: string;
  readonly role: 'hook' | 'transfer' | 'module' | 'new contact';
  /** The hook or the parameter. */
  readonly label: string;
  /** What the named flow may be. */
  readonly scopes: readonly FlowScope[];
  /** Where that is said. */
  readonly page: string | undefined;
}

interface NamingParameter {
  readonly parameter: string;
  readonly role: FlowReference['role'];
  readonly scopes: readonly FlowScope[];
  readonly page?: string;
}

const INBOUND: readonly FlowScope[] = ['CONTACT_FLOW'];

/** The parameters that name a flow. A transfer leads to the types of flows from which one can transfer. */
const NAMING_PARAMETERS: Readonly<Record<string, NamingParameter>> = {
  TransferToFlow: {
    parameter: 'ContactFlowId',
    role: 'transfer',
    scopes: ACTIONS.TransferToFlow.flowTypes.filter((type) => type !== 'MODULE'),
    page: 'https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-flow.html',
  },
  InvokeFlowModule: { parameter: 'FlowModuleId', role: 'module', scopes: ['MODULE'] },
  CreateTask: { parameter: 'ContactFlowId', role: 'new contact', scopes: INBOUND },
  CreateCallbackContact: { parameter: 'ContactFlowId', role: 'new contact', scopes: INBOUND },
  StartOutboundChatContact: { parameter: 'ContactFlowArn', role: 'new contact', scopes: INBOUND },
};

function* hooksOf(action: PlacedAction, hooks: Json | undefined): Generator<FlowReference> {
  if (!isObject(hooks)) return;
  for (const [hook, value] of Object.entries(hooks)) {
    if (typeof value !== 'string' || !isEventHook(hook)) continue;
    const { flowType, page } = EVENT_HOOKS[hook];
    const path = `${action.path}.${pathTo('Parameters.EventHooks', hook)}`;
    yield { action, path, value, role: 'hook', label: hook, scopes: [flowType], page };
  }
}

/** Every place in an action that names a flow or module, whatever the name is. */
export function* flowReferencesIn(action: PlacedAction): Generator<FlowReference> {
  if (action.type === 'UpdateContactEventHooks') yield* hooksOf(action, action.parameters.EventHooks);
  const naming = Object.hasOwn(NAMING_PARAMETERS, action.type) ? NAMING_PARAMETERS[action.type] : undefined;
  if (naming === undefined) return;
  const { parameter, role, scopes, page } = naming;
  const value = action.parameters[parameter];
  if (typeof value !== 'string') return;
  yield { action, path: `${action.path}.Parameters.${parameter}`, value, role, label: parameter, scopes, page };
}
