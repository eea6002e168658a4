import { AwsError } from '../../aws-error';
import type { ConnectState, ContactRequest, Handlers } from '../connect-state';
import type { ApiContact, ConnectInstance, Flow } from '../instance';
import { namedFlow } from '../named-flow';
import { invalidParameter, invalidRequest } from '../refusals';

const E164 = /^\+[1-9]\d{1,14}$/;

/** An inbound flow that can run. */
const startFlow = (connect: ConnectState, instance: ConnectInstance, reference: string): Flow => {
  const flow = namedFlow(connect, instance, reference, 'CONTACT_FLOW');
  if (flow.state === 'ACTIVE' && flow.published !== null) return flow;
  const reason = flow.published === null ? 'not published' : 'archived';
  throw invalidRequest(`"${flow.name}" is ${reason}, so no contact can run it.`);
};

interface Start {
  readonly operation: ContactRequest['operation'];
  readonly channel: ApiContact['channel'];
  readonly flow: Flow;
  readonly input: { readonly ClientToken?: string; readonly Attributes?: Readonly<Record<string, string>> };
}

/** A repeated request with the same token means the same contact. */
const earlier = ({ contacts }: ConnectInstance, token: string | undefined): ApiContact | undefined =>
  token === undefined ? undefined : [...contacts.values()].find((contact) => contact.clientToken === token);

const started = async (connect: ConnectState, instance: ConnectInstance, start: Start): Promise<string> => {
  const { operation, channel, flow, input } = start;
  const before = earlier(instance, input.ClientToken);
  if (before !== undefined) return before.id;
  const { arn, name } = flow;
  const request: ContactRequest = { operation, input: { ...input }, instanceArn: instance.arn, flow: { arn, name } };
  const answer = await connect.settings.onContact?.(request);
  const id = answer?.contactId ?? connect.environment.identifiers.uuid('contact', instance.id, channel);
  const attributes = { ...input.Attributes };
  const contact = { id, arn: `${instance.arn}/contact/${id}`, channel, flowId: flow.id, attributes, stopped: false };
  instance.contacts.set(id, { ...contact, clientToken: input.ClientToken });
  return id;
};

const contactAt = ({ contacts }: ConnectInstance, id: string): ApiContact => {
  const contact = contacts.get(id);
  if (contact !== undefined) return contact;
  throw new AwsError('ResourceNotFoundException', `There is no contact ${id}.`, 404);
};

/** A task names its flow, or a quick connect that does. */
const taskFlow = (
  instance: ConnectInstance,
  flowId: string | undefined,
  quickConnectId: string | undefined,
): string => {
  if (flowId !== undefined) return flowId;
  if (quickConnectId === undefined)
    throw invalidRequest('Give ContactFlowId or QuickConnectId; templates are not known here.');
  const { UserConfig, QueueConfig } = instance.quickConnects.get(quickConnectId).config;
  const found = UserConfig?.ContactFlowId ?? QueueConfig?.ContactFlowId;
  if (found !== undefined) return found;
  throw invalidRequest('The quick connect names no flow that a task could run.');
};

export const contactOperations = {
  StartOutboundVoiceContact: async (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    if (!E164.test(input.DestinationPhoneNumber))
      throw invalidParameter('DestinationPhoneNumber is not in E.164 form.');
    if (instance.attributes.get('OUTBOUND_CALLS') !== 'true') {
      throw new AwsError('OutboundContactNotPermittedException', 'The instance makes no outbound calls.', 403);
    }
    if (input.QueueId === undefined && input.SourcePhoneNumber === undefined) {
      throw invalidRequest('Without SourcePhoneNumber the request has to name QueueId.');
    }
    if (input.QueueId !== undefined) instance.queues.get(input.QueueId);
    const flow = startFlow(connect, instance, input.ContactFlowId);
    const start = { operation: 'StartOutboundVoiceContact', channel: 'VOICE', flow, input } as const;
    return { ContactId: await started(connect, instance, start) };
  },

  StartChatContact: async (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    const flow = startFlow(connect, instance, input.ContactFlowId);
    const start = { operation: 'StartChatContact', channel: 'CHAT', flow, input } as const;
    const ContactId = await started(connect, instance, start);
    const ParticipantId = connect.environment.identifiers.uuid('participant', ContactId);
    return { ContactId, ParticipantId, ParticipantToken: Buffer.from(ParticipantId).toString('base64') };
  },

  StartTaskContact: async (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    const flow = startFlow(connect, instance, taskFlow(instance, input.ContactFlowId, input.QuickConnectId));
    const start = { operation: 'StartTaskContact', channel: 'TASK', flow, input } as const;
    return { ContactId: await started(connect, instance, start) };
  },

  DescribeContact: (connect, { InstanceId, ContactId }) => {
    const { id, arn, channel, attributes } = contactAt(connect.instance(InstanceId), ContactId);
    return {
      Contact: {
        Id: id,
        Arn: arn,
        InitialContactId: id,
        InitiationMethod: 'API',
        Channel: channel,
        Attributes: { ...attributes },
      },
    };
  },

  GetContactAttributes: (connect, { InstanceId, InitialContactId }) => ({
    Attributes: { ...contactAt(connect.instance(InstanceId), InitialContactId).attributes },
  }),

  UpdateContactAttributes: (connect, { InstanceId, InitialContactId, Attributes }) => {
    const contact = contactAt(connect.instance(InstanceId), InitialContactId);
    contact.attributes = { ...contact.attributes, ...Attributes };
    return {};
  },

  StopContact: (connect, { InstanceId, ContactId }) => {
    contactAt(connect.instance(InstanceId), ContactId).stopped = true;
    return {};
  },
} satisfies Handlers;
