import type { FlowDocument, FlowScope, Json, JsonObject, WireAction } from '../../lib/language';
import type { WorldFlow } from '../../lib/simulate';

export const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

export const flowArn = (name: string): string => `${INSTANCE}/contact-flow/${slug(name)}`;
export const moduleArn = (name: string): string => `${INSTANCE}/flow-module/${slug(name)}`;
export const queueArn = (name: string): string => `${INSTANCE}/queue/${slug(name)}`;
export const agentArn = (name: string): string => `${INSTANCE}/agent/${slug(name)}`;
export const hoursArn = (name: string): string => `${INSTANCE}/operating-hours/${slug(name)}`;
export const promptArn = (name: string): string => `${INSTANCE}/prompt/${slug(name)}`;
export const functionArn = (name: string): string => `arn:aws:lambda:eu-central-1:111122223333:function:${slug(name)}`;

/** One thing after the other; what falls off the end of a script ends the flow. */
export type Script = readonly Step[];

interface Ways {
  readonly id?: string;
  /** Conditions: operator, operand, and what comes then. */
  readonly when?: readonly (readonly [operator: string, operand: string, then: Script])[];
  /** Error branches; without NoMatchingError, that one ends the flow. */
  readonly errors?: Readonly<Record<string, Script>>;
}

export interface Step extends Ways {
  readonly type: string;
  readonly parameters: JsonObject;
}

export const step = (type: string, parameters: JsonObject = {}, ways: Ways = {}): Step => ({
  type,
  parameters,
  ...ways,
});

/** Goes back to the step with this id; the last thing in its script. */
export const goTo = (id: string): Step => step('go to', { id });

export const say = (text: string): Step => step('MessageParticipant', { Text: text });
export const hangUp = (): Step => step('DisconnectParticipant');
export const endFlow = (): Step => step('EndFlowExecution');
export const setQueue = (name: string): Step => step('UpdateContactTargetQueue', { QueueId: queueArn(name) });
export const toQueue = (atCapacity: Script = [], failed: Script = []): Step =>
  step('TransferContactToQueue', {}, { errors: { QueueAtCapacity: atCapacity, NoMatchingError: failed } });
export const setHook = (hook: string, flow: string, failed: Script = []): Step =>
  step('UpdateContactEventHooks', { EventHooks: { [hook]: flowArn(flow) } }, { errors: { NoMatchingError: failed } });
export const setAttributes = (attributes: Readonly<Record<string, Json>>, failed: Script = []): Step =>
  step('UpdateContactAttributes', { Attributes: attributes }, { errors: { NoMatchingError: failed } });
export const transferToFlow = (flow: string): Step => step('TransferToFlow', { ContactFlowId: flowArn(flow) });
export const moveToQueue = (queue: string, atCapacity: Script = [], failed: Script = []): Step =>
  step(
    'DequeueContactAndTransferToQueue',
    { QueueId: queueArn(queue) },
    { errors: { QueueAtCapacity: atCapacity, NoMatchingError: failed } },
  );
export const loopPrompts = (text: string): Step =>
  step('MessageParticipantIteratively', { Messages: [{ Text: text }] });
/** Loop prompts that something interrupts, and what comes then. */
export const waitSeconds = (seconds: number, then: Script): Step =>
  step(
    'MessageParticipantIteratively',
    { Messages: [{ Text: 'Please wait.' }], InterruptFrequencySeconds: String(seconds) },
    { when: [['Equals', 'MessagesInterrupted', then]] },
  );
export const callback = (parameters: JsonObject = {}, failed: Script = []): Step =>
  step(
    'CreateCallbackContact',
    { InitialCallDelaySeconds: '10', ...parameters },
    { errors: { NoMatchingError: failed } },
  );

const END = 'end';

const endOf = (type: FlowScope): string => {
  if (type === 'MODULE') return 'EndFlowModuleExecution';
  return ['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'].includes(type)
    ? 'DisconnectParticipant'
    : 'EndFlowExecution';
};

/** Writes a script down as the actions of a flow. */
export const document = (script: Script, type: FlowScope = 'CONTACT_FLOW'): FlowDocument => {
  const actions: WireAction[] = [];
  let count = 0;
  const place = (rest: Script): string => {
    const [first, ...later] = rest;
    if (first === undefined) return END;
    if (first.type === 'go to') return String(first.parameters.id);
    const Identifier = first.id ?? `${first.type}-${++count}`;
    const at = actions.push({ Identifier, Type: first.type }) - 1;
    const errors = { NoMatchingError: [], ...first.errors };
    actions[at] = {
      Identifier,
      Type: first.type,
      Parameters: first.parameters,
      Transitions: {
        NextAction: place(later),
        Conditions: (first.when ?? []).map(([Operator, operand, then]) => ({
          NextAction: place(then),
          Condition: { Operator, Operands: [operand] },
        })),
        Errors: Object.entries(errors).map(([ErrorType, then]) => ({ ErrorType, NextAction: place(then) })),
      },
    };
    return Identifier;
  };
  const StartAction = place(script);
  actions.push({ Identifier: END, Type: endOf(type), Parameters: {}, Transitions: {} });
  return { Version: '2019-10-30', StartAction, Actions: actions };
};

export const flow = (name: string, type: FlowScope, script: Script): WorldFlow => ({
  arn: type === 'MODULE' ? moduleArn(name) : flowArn(name),
  name,
  type,
  document: document(script, type),
});
