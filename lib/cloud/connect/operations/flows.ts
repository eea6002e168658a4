import { createHash } from 'node:crypto';
import { LIMITS } from '../../../language';
import { AwsError } from '../../aws-error';
import type { ConnectState, Handlers } from '../connect-state';
import { flowTypeOf, refuseBadContent } from '../flow-refusal';
import type { ConnectInstance, Flow } from '../instance';
import { pageOf } from '../paging';
import { checkName, invalidRequest, kept } from '../refusals';

const SAVED = '$SAVED';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A flow by `<id>`, `<id>:$SAVED` or `<id>:<version>`. */
const flowAt = (instance: ConnectInstance, reference: string): { readonly flow: Flow; readonly qualifier: string } => {
  const [id = '', qualifier = ''] = reference.slice(reference.lastIndexOf('/') + 1).split(':');
  return { flow: instance.flows.get(id), qualifier };
};

const contentOf = (flow: Flow, qualifier: string): string => {
  if (qualifier === SAVED) return flow.saved ?? (flow.published as string);
  if (qualifier !== '') return versionOf(flow, qualifier).content;
  if (flow.published !== null) return flow.published;
  throw new AwsError('ContactFlowNotPublishedException', `The flow "${flow.name}" has not been published.`, 404);
};

const versionOf = (flow: Flow, qualifier: string) => {
  const version = flow.versions.find(({ number }) => String(number) === qualifier);
  if (version !== undefined) return version;
  throw new AwsError('ResourceNotFoundException', `The flow "${flow.name}" has no version ${qualifier}.`, 404);
};

const described = (flow: Flow, qualifier: string) => {
  const content = contentOf(flow, qualifier);
  return {
    Arn: flow.arn,
    Id: flow.id,
    Name: flow.name,
    Type: flow.type,
    State: flow.state,
    Status: qualifier === SAVED ? ('SAVED' as const) : ('PUBLISHED' as const),
    Description: flow.description,
    Content: content,
    Tags: { ...flow.tags },
    FlowContentSha256: sha256(content),
  };
};

const summary = (flow: Flow) => ({
  Id: flow.id,
  Arn: flow.arn,
  Name: flow.name,
  ContactFlowType: flow.type,
  ContactFlowState: flow.state,
  ContactFlowStatus: flow.published === null ? ('SAVED' as const) : ('PUBLISHED' as const),
});

const refuseForDefault = (flow: Flow, deed: string): void => {
  if (flow.isDefault) throw invalidRequest(`"${flow.name}" is a default flow of the instance; it cannot be ${deed}.`);
};

/** Flows named by queues, quick connects and phone numbers stay while these are there. */
const refuseAttached = (
  connect: ConnectState,
  instance: ConnectInstance,
  { id, name, arn }: Flow,
  deed: string,
): void => {
  const names = [
    ...instance.queues.list().filter(({ outboundCaller }) => (outboundCaller?.OutboundFlowId ?? '').endsWith(id)),
    ...instance.quickConnects.list().filter(({ config }) => JSON.stringify(config).includes(id)),
    ...[...connect.phoneNumbers.values()].filter(({ flowId }) => flowId === id).map(({ number }) => ({ name: number })),
    ...[...instance.flowAssociations.values()]
      .filter(({ flowId }) => flowId === id || flowId === arn)
      .map(({ resourceId }) => ({ name: resourceId })),
  ];
  const [first] = names;
  if (first !== undefined) throw invalidRequest(`The flow "${name}" cannot be ${deed}: "${first.name}" uses it.`);
};

const checkMetadata = (name: string | undefined, description: string | undefined): void => {
  checkName(name, LIMITS.flowNameCharacters);
  if ((description ?? '').length > LIMITS.descriptionCharacters) {
    throw invalidRequest(`Description may have ${LIMITS.descriptionCharacters} characters.`);
  }
};

export const flowOperations = {
  CreateContactFlow: (connect, { InstanceId, Name, Type, Content, Description, Status = 'PUBLISHED', Tags }) => {
    const instance = connect.instance(InstanceId);
    const type = flowTypeOf(Type);
    checkMetadata(Name, Description);
    if (Status === 'PUBLISHED') refuseBadContent(connect, Content, type);
    const flow = instance.flows.add({
      ...connect.entry(instance, 'contact-flow', Name, Tags),
      type,
      description: Description,
      state: 'ACTIVE',
      published: Status === 'PUBLISHED' ? Content : null,
      saved: Status === 'PUBLISHED' ? null : Content,
      isDefault: false,
      versions: [],
    });
    return { ContactFlowId: flow.id, ContactFlowArn: flow.arn, FlowContentSha256: sha256(Content) };
  },

  DescribeContactFlow: (connect, { InstanceId, ContactFlowId }) => {
    const { flow, qualifier } = flowAt(connect.instance(InstanceId), ContactFlowId);
    return { ContactFlow: described(flow, qualifier) };
  },

  ListContactFlows: (connect, input) => {
    const types = input.ContactFlowTypes?.map(flowTypeOf) ?? [];
    const flows = connect.instance(input.InstanceId).flows.list();
    const wanted = flows.filter(({ type }) => types.length === 0 || types.includes(type));
    const { page, NextToken } = pageOf(wanted.map(summary), input, connect.settings.pageSize);
    return { ContactFlowSummaryList: page, NextToken };
  },

  UpdateContactFlowContent: (connect, { InstanceId, ContactFlowId, Content }) => {
    const { flow, qualifier } = flowAt(connect.instance(InstanceId), ContactFlowId);
    if (qualifier === SAVED) {
      flow.saved = Content;
      return {};
    }
    refuseBadContent(connect, Content, flow.type);
    flow.published = Content;
    flow.saved = null;
    return {};
  },

  UpdateContactFlowMetadata: (connect, { InstanceId, ContactFlowId, Name, Description, ContactFlowState }) => {
    const instance = connect.instance(InstanceId);
    const { flow } = flowAt(instance, ContactFlowId);
    checkMetadata(Name, Description);
    if (ContactFlowState === 'ARCHIVED' && flow.state === 'ACTIVE') {
      refuseForDefault(flow, 'archived');
      refuseAttached(connect, instance, flow, 'archived');
    }
    instance.flows.rename(flow, Name);
    flow.description = kept(Description, flow.description);
    flow.state = ContactFlowState ?? flow.state;
    return {};
  },

  UpdateContactFlowName: (connect, { InstanceId, ContactFlowId, Name, Description }) => {
    const instance = connect.instance(InstanceId);
    const { flow } = flowAt(instance, ContactFlowId);
    checkMetadata(Name, Description);
    instance.flows.rename(flow, Name);
    flow.description = kept(Description, flow.description);
    return {};
  },

  DeleteContactFlow: (connect, { InstanceId, ContactFlowId }) => {
    const instance = connect.instance(InstanceId);
    const { flow } = flowAt(instance, ContactFlowId);
    refuseForDefault(flow, 'deleted');
    if (connect.settings.assumptions.attachedFlow === 'kept') refuseAttached(connect, instance, flow, 'deleted');
    instance.flows.remove(flow);
    return {};
  },

  CreateContactFlowVersion: (connect, { InstanceId, ContactFlowId, Description }) => {
    const { flow } = flowAt(connect.instance(InstanceId), ContactFlowId);
    if (flow.type !== 'CAMPAIGN') throw invalidRequest('Versions can be made of campaign flows only.');
    const number = Math.max(0, ...flow.versions.map((version) => version.number)) + 1;
    flow.versions.push({ number, description: Description, content: contentOf(flow, '') });
    return { ContactFlowArn: `${flow.arn}:${number}`, Version: number };
  },

  ListContactFlowVersions: (connect, input) => {
    const { flow } = flowAt(connect.instance(input.InstanceId), input.ContactFlowId);
    const all = flow.versions.map(({ number, description }) => ({
      Arn: `${flow.arn}:${number}`,
      Version: number,
      VersionDescription: description,
    }));
    const { page, NextToken } = pageOf(all, input, connect.settings.pageSize);
    return { ContactFlowVersionSummaryList: page, NextToken };
  },

  DeleteContactFlowVersion: (connect, { InstanceId, ContactFlowId, ContactFlowVersion }) => {
    const { flow } = flowAt(connect.instance(InstanceId), ContactFlowId);
    flow.versions.splice(flow.versions.indexOf(versionOf(flow, String(ContactFlowVersion))), 1);
    return {};
  },
} satisfies Handlers;
