import type { Json, JsonObject } from '../../language';
import type { Contact } from '../contact';
import { settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, NEXT, type Outcome } from '../outcome';
import { chatExpiresLater } from '../parts/chats';
import { send } from '../parts/emails';
import { expiresLater } from '../parts/tasks';
import { textMap } from '../values';
import type { WorldFlow } from '../world';
import { type Behavior, missing } from './behavior';
import { isDialable, isPhoneNumber } from './telephony';

/** Long enough for the service to make a contact; a flow that creates itself does so without end, but in time. */
const CREATION_MILLISECONDS = 1_000;

interface Wanted {
  readonly channel: 'TASK' | 'CHAT';
  readonly flow: WorldFlow;
  readonly what: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly number?: string;
  readonly delayMilliseconds?: number;
}

/** A contact of its own that goes on by itself; it is no link of the chain, only related. */
const createRelated = ({ kernel, contact }: Execution, wanted: Wanted): Contact => {
  const { channel, flow, what, attributes = {}, number, delayMilliseconds = CREATION_MILLISECONDS } = wanted;
  const created = kernel.create({
    method: 'API',
    channel,
    attributes,
    related: contact,
    entryPoint: { name: `block ${what}`, flow: flow.arn },
    ...(number !== undefined && { customerEndpoint: { Address: number, Type: 'TELEPHONE_NUMBER' } }),
  });
  kernel.note(created, 'contact', `was created by block ${what}, related to ${contact.id}`);
  kernel.clock.after(delayMilliseconds, () => {
    if (created.state !== 'ended') kernel.runEntryFlow(created);
  });
  if (channel === 'TASK') expiresLater(kernel, created);
  else chatExpiresLater(kernel, created);
  return created;
};

/** Milliseconds until a task is due; undefined where its time cannot be read or is past. */
const delayOf = ({ parameters }: LinkedStep, execution: Execution): number | undefined => {
  const { DelaySeconds: delay, ScheduledTime: time } = parameters;
  if (delay === undefined && time === undefined) return CREATION_MILLISECONDS;
  const due =
    delay === undefined
      ? Date.parse(execution.text(time)) - execution.kernel.clock.now
      : Number(execution.text(delay)) * 1000;
  return due > 0 ? due : undefined;
};

const describe = (task: Contact, step: LinkedStep, execution: Execution): void => {
  const { Name, Description, References } = step.parameters;
  task.data.set('Name', execution.text(Name));
  if (Description !== undefined) task.data.set('Description', execution.text(Description));
  for (const [name, value] of Object.entries((References ?? {}) as JsonObject)) {
    const { Type = 'URL', Value = '' } = value as JsonObject;
    settingsOf(task).references.set(name, { Type: execution.text(Type), Value: execution.text(Value) });
  }
};

/** The flow that a new contact runs, or why there is none. */
const entryFlow = (execution: Execution, id: string): WorldFlow | Outcome => {
  const flow = execution.kernel.world.flow(id);
  if (!flow) return missing('flow', id);
  return flow.type === 'CONTACT_FLOW' ? flow : failed(`"${flow.name}" is no inbound flow`);
};

const createTask: Behavior = (step, execution) => {
  const flow = entryFlow(execution, execution.text(step.parameters.ContactFlowId));
  if ('kind' in flow) return flow;
  if (execution.text(step.parameters.Name) === '') return failed('the task has no name');
  const delayMilliseconds = delayOf(step, execution);
  if (delayMilliseconds === undefined) return failed('the time at which the task is due is no time to come');
  const attributes = Object.fromEntries(textMap(execution, step.parameters.Attributes));
  const task = createRelated(execution, { channel: 'TASK', flow, what: 'Create task', attributes, delayMilliseconds });
  describe(task, step, execution);
  execution.frame.results.set('Task', { ContactId: task.id });
  return NEXT;
};

const MESSAGE_CHARACTERS = 1_024;

const addressIn = (execution: Execution, endpoint: Json | undefined): string =>
  execution.text((endpoint as JsonObject | undefined)?.Address);

/** The conversation is a chat of its own, with nobody who answers in it. */
const startOutboundChatContact: Behavior = (step, execution) => {
  const { kernel } = execution;
  const { SourceEndpoint, DestinationEndpoint, InitialSystemMessage, ContactFlowArn } = step.parameters;
  const flow = entryFlow(execution, execution.text(ContactFlowArn));
  if ('kind' in flow) return flow;
  const number = addressIn(execution, DestinationEndpoint);
  if (addressIn(execution, SourceEndpoint) === '') return failed('no number is named from which to write');
  if (!isPhoneNumber(number) || !isDialable(kernel, number))
    return failed(`${number || 'nobody'} cannot be written to`);
  const text = execution.text((InitialSystemMessage as JsonObject | undefined)?.Content);
  if (text.length > MESSAGE_CHARACTERS) return failed(`the message has more than ${MESSAGE_CHARACTERS} characters`);
  const chat = createRelated(execution, { channel: 'CHAT', flow, what: 'Send message', number });
  settingsOf(chat).segmentAttributes.set('connect:Subtype', execution.text(step.parameters.ContactSubtype));
  if (text !== '') kernel.note(chat, 'hears', `“${text}”`, { who: 'Customer' });
  return NEXT;
};

/** Whom the email goes to is not published; the email is a contact of its own, with the default outbound whisper (send-message). */
const startOutboundEmailContact: Behavior = (step, execution) => {
  const { kernel, contact, run } = execution;
  const from = execution.text((step.parameters.FromEmailAddress as JsonObject | undefined)?.EmailAddress);
  if (!from.includes('@')) return failed(`${from || 'an empty value'} is no email address`);
  kernel.note(contact, 'flow', `sends an email from ${from}`, { run, action: execution.actionId });
  const systemEndpoint = { Address: from, Type: 'EMAIL_ADDRESS' };
  const facts = { method: 'FLOW', related: contact, systemEndpoint, story: kernel.newStory() } as const;
  kernel.clock.after(CREATION_MILLISECONDS, () => send(kernel, facts, 'CONTACT_FLOW_DISCONNECT'));
  return NEXT;
};

const createPersistentContactAssociation: Behavior = (step, execution) => {
  const { kernel, contact } = execution;
  const settings = settingsOf(contact);
  const source = execution.text(step.parameters.SourceContactId);
  const chats = kernel.contacts.filter((each) => each.channel === 'CHAT' && each !== contact);
  if (settings.continues !== null) return failed('the chat already continues another one');
  if (!chats.some(({ id }) => id === source) && !kernel.world.world.pastChats.includes(source))
    return missing('chat', source);
  settings.continues = source;
  return NEXT;
};

export const NEW_CONTACT_BEHAVIORS = {
  CreateTask: createTask,
  StartOutboundChatContact: startOutboundChatContact,
  StartOutboundEmailContact: startOutboundEmailContact,
  CreatePersistentContactAssociation: createPersistentContactAssociation,
} satisfies Record<string, Behavior>;
