import { isChanged } from '../provider';
import { connectProvider, idOfArn, instanceIdOf, orEmpty } from './connect-provider';

export const contactFlow = connectProvider({
  required: ['InstanceArn', 'Name', 'Content', 'Type'],
  optional: ['Description', 'State', 'Tags'],
  createOnly: ['Type'],
  arn: 'ContactFlowArn',

  create: async ({ properties: { InstanceArn, Name, Type, Content, Description, State } }, connect, Tags) => {
    const InstanceId = idOfArn(InstanceArn);
    const flow = await connect('CreateContactFlow', { InstanceId, Name, Type, Content, Description, Tags });
    if (State === 'ARCHIVED') {
      await connect('UpdateContactFlowMetadata', {
        InstanceId,
        ContactFlowId: flow.ContactFlowId,
        ContactFlowState: State,
      });
    }
    return { arn: flow.ContactFlowArn };
  },

  // As the published handler of the type does: metadata and content in every update, whatever has changed.
  update: async ({ physicalId, properties: { Name, Content, Description, State } }, connect) => {
    const flow = { InstanceId: instanceIdOf(physicalId), ContactFlowId: idOfArn(physicalId) };
    const metadata = { Name, Description: orEmpty(Description), ContactFlowState: State ?? 'ACTIVE' };
    await connect('UpdateContactFlowMetadata', { ...flow, ...metadata });
    await connect('UpdateContactFlowContent', { ...flow, Content });
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteContactFlow', { InstanceId: instanceIdOf(physicalId), ContactFlowId: idOfArn(physicalId) }),
});

export const contactFlowVersion = connectProvider({
  required: ['ContactFlowId'],
  optional: ['Description'],
  createOnly: ['ContactFlowId', 'Description'],
  arn: 'ContactFlowVersionARN',
  moreAttributes: ['Version'],

  create: async ({ properties: { ContactFlowId, Description } }, connect) => {
    const flow = { InstanceId: instanceIdOf(ContactFlowId), ContactFlowId: idOfArn(ContactFlowId) };
    const { ContactFlowArn, Version = 0 } = await connect('CreateContactFlowVersion', { ...flow, Description });
    return { arn: ContactFlowArn, attributes: { Version } };
  },

  delete: ({ physicalId }, connect) => {
    const [ContactFlowId, version] = idOfArn(physicalId).split(':');
    const InstanceId = instanceIdOf(physicalId);
    return connect('DeleteContactFlowVersion', { InstanceId, ContactFlowId, ContactFlowVersion: Number(version) });
  },
});

export const contactFlowModule = connectProvider({
  required: ['InstanceArn', 'Name', 'Content'],
  optional: ['Description', 'State', 'Tags', 'Settings', 'ExternalInvocationConfiguration'],
  arn: 'ContactFlowModuleArn',
  moreAttributes: ['Status'],

  create: async ({ properties: { InstanceArn, ...properties } }, connect, Tags) => {
    const { Name, Content, Description, Settings, ExternalInvocationConfiguration } = properties;
    const InstanceId = idOfArn(InstanceArn);
    const module = { InstanceId, Name, Content, Description, Settings, ExternalInvocationConfiguration, Tags };
    const { Arn } = await connect('CreateContactFlowModule', module);
    return { arn: Arn, attributes: { Status: 'published' } };
  },

  update: async (request, connect) => {
    const { physicalId, properties } = request;
    const module = { InstanceId: instanceIdOf(physicalId), ContactFlowModuleId: idOfArn(physicalId) };
    if (isChanged(request, 'ExternalInvocationConfiguration')) {
      throw new Error('ExternalInvocationConfiguration can be set when a module is created only.');
    }
    const { Name, Description, State, Content, Settings } = properties;
    const metadata = { Name, Description: orEmpty(Description), State: String(State ?? 'ACTIVE').toUpperCase() };
    await connect('UpdateContactFlowModuleMetadata', { ...module, ...metadata });
    await connect('UpdateContactFlowModuleContent', { ...module, Content, Settings });
  },

  delete: ({ physicalId }, connect) =>
    connect('DeleteContactFlowModule', {
      InstanceId: instanceIdOf(physicalId),
      ContactFlowModuleId: idOfArn(physicalId),
    }),
});

export const contactFlowModuleVersion = connectProvider({
  required: ['ContactFlowModuleId'],
  optional: ['Description'],
  createOnly: ['ContactFlowModuleId', 'Description'],
  arn: 'ContactFlowModuleVersionARN',
  moreAttributes: ['Version', 'FlowModuleContentSha256'],

  create: async ({ properties: { ContactFlowModuleId, Description } }, connect) => {
    const module = { InstanceId: instanceIdOf(ContactFlowModuleId), ContactFlowModuleId: idOfArn(ContactFlowModuleId) };
    const { ContactFlowModuleArn, Version = 0 } = await connect('CreateContactFlowModuleVersion', {
      ...module,
      Description,
    });
    const { ContactFlowModule } = await connect('DescribeContactFlowModule', module);
    const FlowModuleContentSha256 = ContactFlowModule?.FlowModuleContentSha256 ?? '';
    return { arn: ContactFlowModuleArn, attributes: { Version, FlowModuleContentSha256 } };
  },

  delete: ({ physicalId }, connect) => {
    const [ContactFlowModuleId, version] = idOfArn(physicalId).split(':');
    const InstanceId = instanceIdOf(physicalId);
    const ContactFlowModuleVersion = Number(version);
    return connect('DeleteContactFlowModuleVersion', { InstanceId, ContactFlowModuleId, ContactFlowModuleVersion });
  },
});

/** Module and alias in the ARN of an alias, which is that of the module with a qualifier. */
const aliasOf = (arn: string) => {
  const [ContactFlowModuleId, AliasId] = idOfArn(arn).split(':');
  return { InstanceId: instanceIdOf(arn), ContactFlowModuleId, AliasId };
};

export const contactFlowModuleAlias = connectProvider({
  required: ['ContactFlowModuleId', 'ContactFlowModuleVersion', 'Name'],
  optional: ['Description'],
  createOnly: ['ContactFlowModuleId'],
  arn: 'ContactFlowModuleAliasARN',
  moreAttributes: ['AliasId'],

  create: async ({ properties: { ContactFlowModuleId, ContactFlowModuleVersion, Name, Description } }, connect) => {
    const module = { InstanceId: instanceIdOf(ContactFlowModuleId), ContactFlowModuleId: idOfArn(ContactFlowModuleId) };
    const alias = { AliasName: Name, ContactFlowModuleVersion, Description };
    const { ContactFlowModuleArn, Id = '' } = await connect('CreateContactFlowModuleAlias', { ...module, ...alias });
    return { arn: ContactFlowModuleArn, attributes: { AliasId: Id } };
  },

  update: async ({ physicalId, properties: { Name, Description, ContactFlowModuleVersion } }, connect) => {
    const changes = { Name, Description: orEmpty(Description), ContactFlowModuleVersion };
    await connect('UpdateContactFlowModuleAlias', { ...aliasOf(physicalId), ...changes });
  },

  delete: ({ physicalId }, connect) => connect('DeleteContactFlowModuleAlias', aliasOf(physicalId)),
});
