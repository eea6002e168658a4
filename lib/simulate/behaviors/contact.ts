import { EVENT_HOOKS, isEventHook } from '../../journey';
import { type JsonObject, LIMITS } from '../../language';
import { chainOf } from '../contact';
import type { Execution } from '../execution';
import { ended, failed, NEXT, type Outcome } from '../outcome';
import { textMap } from '../values';
import { type Behavior, missing } from './behavior';
import { queueOf } from './flow-control';

const bytes = (entries: ReadonlyMap<string, string>): number => {
  let sum = 0;
  for (const [key, value] of entries) sum += Buffer.byteLength(key) + Buffer.byteLength(value);
  return sum;
};

/** All or nothing: over 32 KB in total none of them is set. */
const updateContactAttributes: Behavior = (step, execution) => {
  const wanted = new Map([...execution.contact.attributes, ...textMap(execution, step.parameters.Attributes)]);
  if (bytes(wanted) > LIMITS.attributeBytes) return failed('the contact attributes would exceed 32 KB');
  for (const [key, value] of wanted) execution.contact.attributes.set(key, value);
  return NEXT;
};

const updateContactData: Behavior = (step, execution) => {
  for (const [key, value] of Object.entries(step.parameters)) {
    if (typeof value === 'string' && key !== 'TargetContact') execution.contact.data.set(key, execution.text(value));
  }
  return NEXT;
};

const updateContactTextToSpeechVoice: Behavior = (step, execution) => {
  execution.contact.data.set('TextToSpeechVoiceId', execution.text(step.parameters.TextToSpeechVoice));
  return NEXT;
};

const setHook = (execution: Execution, hook: string, reference: string): Outcome | null => {
  const { contact, kernel, run } = execution;
  if (!isEventHook(hook)) return failed(`there is no event hook ${hook}`);
  const { channels, flowType } = EVENT_HOOKS[hook];
  if (!(channels as readonly string[]).includes(contact.channel))
    return failed(`${hook} has no effect on ${contact.channel}`);
  const flow = kernel.world.flow(reference, flowType);
  const fits = flow?.type === flowType;
  if (!fits && kernel.assumption('hookThatNamesNoFlow') === 'errorBranch') {
    const what = flow
      ? `"${flow.name}" has the type ${flow.type}, the hook wants ${flowType}`
      : `${reference || 'an empty value'} is no flow`;
    return failed(`${hook}: ${what}`);
  }
  contact.hooks[hook] = flow?.arn ?? reference;
  kernel.note(contact, 'flow', `sets ${hook} to "${flow?.name ?? reference}"`, { run, action: execution.actionId });
  return null;
};

const updateContactEventHooks: Behavior = (step, execution) => {
  for (const [hook, value] of Object.entries((step.parameters.EventHooks ?? {}) as JsonObject)) {
    const problem = setHook(execution, hook, execution.text(value));
    if (problem) return problem;
  }
  return NEXT;
};

const updateContactTargetQueue: Behavior = (step, execution) => {
  const queue = queueOf(step, execution);
  if (!queue) return missing('queue', execution.text(step.parameters.QueueId ?? step.parameters.AgentId));
  execution.contact.queue = queue;
  return NEXT;
};

const isFull = (execution: Execution): boolean => {
  const { queue } = execution.contact;
  return queue?.maxContacts !== undefined && execution.kernel.waitingIn(queue) >= queue.maxContacts;
};

const transferContactToQueue: Behavior = (_step, execution) => {
  const { queue } = execution.contact;
  if (queue === null) return failed('the contact has no working queue');
  if (isFull(execution)) return failed(`queue "${queue.name}" is full`, 'QueueAtCapacity');
  return ended('queued');
};

const dequeueContactAndTransferToQueue: Behavior = (step, execution) => {
  const { contact, kernel } = execution;
  const queue = queueOf(step, execution);
  if (!queue) return failed('there is no such queue');
  if (contact.state !== 'queued') return failed('the contact is not in a queue');
  if (chainOf(contact).length >= LIMITS.contactChain) return failed(`a chain holds ${LIMITS.contactChain} contacts`);
  if (queue.maxContacts !== undefined && kernel.waitingIn(queue) >= queue.maxContacts)
    return failed(`queue "${queue.name}" is full`, 'QueueAtCapacity');
  kernel.moveToQueue(contact, queue);
  return ended('left');
};

/** Whoever is busy does not get the contact: it ends. */
const transferContactToAgent: Behavior = (_step, { contact, kernel }) => {
  if (contact.targetAgent === null) return failed('no agent was chosen');
  if (kernel.desks.get(contact.targetAgent.name)?.state !== 'available') return ended('disconnect');
  contact.queue = {
    arn: `${contact.targetAgent.arn}/queue`,
    name: contact.targetAgent.name,
    agent: contact.targetAgent.arn,
  };
  return ended('queued');
};

const updateContactRoutingBehavior: Behavior = (step, { contact }) => {
  const { QueuePriority: priority, QueueTimeAdjustmentSeconds: seconds } = step.parameters;
  if (priority !== undefined) contact.priority = Number(priority);
  if (seconds !== undefined) contact.ageAdjustment += Number(seconds) * 1000;
  return NEXT;
};

const E164 = /^\+[1-9]\d{1,14}$/;

const updateContactCallbackNumber: Behavior = (step, execution) => {
  const number = execution.text(step.parameters.CallbackNumber);
  if (!E164.test(number)) return failed(`${number || 'an empty value'} is no phone number`, 'InvalidCallbackNumber');
  execution.contact.callbackNumber = number;
  return NEXT;
};

const tagContact: Behavior = (step, execution) => {
  for (const [key, value] of textMap(execution, step.parameters.Tags)) execution.contact.tags.set(key, value);
  return NEXT;
};

const untagContact: Behavior = (step, { contact }) => {
  for (const key of (step.parameters.TagKeys ?? []) as readonly string[]) contact.tags.delete(key);
  return NEXT;
};

const invokeFlowModule: Behavior = (step, execution) => {
  const id = execution.text(step.parameters.FlowModuleId);
  const module = execution.kernel.world.module(id);
  if (!module) return missing('module', id);
  return execution.depth > LIMITS.moduleDepth ? failed('modules nest five deep at most') : { kind: 'module', module };
};

export const CONTACT_BEHAVIORS = {
  UpdateContactAttributes: updateContactAttributes,
  UpdateContactData: updateContactData,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoice,
  UpdateContactEventHooks: updateContactEventHooks,
  UpdateContactTargetQueue: updateContactTargetQueue,
  TransferContactToQueue: transferContactToQueue,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  TransferContactToAgent: transferContactToAgent,
  UpdateContactRoutingBehavior: updateContactRoutingBehavior,
  UpdateContactCallbackNumber: updateContactCallbackNumber,
  UpdateContactRecordingBehavior: () => NEXT,
  UpdateContactRecordingAndAnalyticsBehavior: () => NEXT,
  UpdateContactMediaStreamingBehavior: () => NEXT,
  CompleteOutboundCall: () => NEXT,
  TagContact: tagContact,
  UntagContact: untagContact,
  InvokeFlowModule: invokeFlowModule,
  EndFlowModuleExecution: () => ({ kind: 'return' }),
} satisfies Record<string, Behavior>;
