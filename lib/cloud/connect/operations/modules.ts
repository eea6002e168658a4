import { LIMITS } from '../../../language';
import { AwsError } from '../../aws-error';
import type { ConnectState, Handlers } from '../connect-state';
import { refuseBadContent } from '../flow-refusal';
import type { ConnectInstance, FlowModule, ModuleAlias } from '../instance';
import { pageOf } from '../paging';
import { checkName, invalidRequest, kept, refuseUsed } from '../refusals';
import { sha256 } from './flows';

/** A module by `<id>` or its ARN; a qualifier (`:<version>`, `:<alias id>`) is given apart. */
const moduleAt = (instance: ConnectInstance, reference: string): { module: FlowModule; qualifier: string } => {
  const [id = '', qualifier = ''] = reference.slice(reference.lastIndexOf('/') + 1).split(':');
  return { module: instance.modules.get(id), qualifier };
};

const aliasAt = (module: FlowModule, reference: string): ModuleAlias => {
  const id = reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':')) + 1);
  const alias = module.aliases.get(id);
  if (alias !== undefined) return alias;
  throw new AwsError('ResourceNotFoundException', `The flow module "${module.name}" has no alias ${reference}.`, 404);
};

const refuseTakenAlias = (module: FlowModule, name: string): void => {
  const taken = [...module.aliases.values()].some((alias) => alias.name === name);
  if (!taken) return;
  throw new AwsError(
    'DuplicateResourceException',
    `The flow module "${module.name}" has an alias "${name}" already.`,
    409,
  );
};

const refuseUnknownVersion = (module: FlowModule, version: number): void => {
  if (module.versions.some(({ number }) => number === version)) return;
  throw new AwsError('ResourceNotFoundException', `The flow module "${module.name}" has no version ${version}.`, 404);
};

const contentAt = (module: FlowModule, qualifier: string): string => {
  if (qualifier === '' || qualifier === '$SAVED') return module.content;
  const number = module.aliases.get(qualifier)?.version ?? Number(qualifier);
  refuseUnknownVersion(module, number);
  return module.versions.find((version) => version.number === number)?.content as string;
};

const described = (module: FlowModule, qualifier: string) => {
  const content = contentAt(module, qualifier);
  return {
    Arn: module.arn,
    Id: module.id,
    Name: module.name,
    Content: content,
    Description: module.description,
    // The service spells both in lower case here, unlike those of flows (seen live, 2026-09).
    State: module.state.toLowerCase() as 'ACTIVE' | 'ARCHIVED',
    Status: 'published' as 'PUBLISHED',
    Settings: module.settings,
    Tags: { ...module.tags },
    FlowModuleContentSha256: sha256(content),
    ExternalInvocationConfiguration: module.externalInvocation ? { Enabled: true } : undefined,
  };
};

const versionSummaries = (module: FlowModule) =>
  module.versions.map(({ number, description }) => ({
    Arn: `${module.arn}:${number}`,
    Version: number,
    VersionDescription: description,
  }));

export const moduleOperations = {
  CreateContactFlowModule: (connect: ConnectState, input) => {
    const { InstanceId, Name, Content, Description, Settings, Tags, ExternalInvocationConfiguration } = input;
    const instance = connect.instance(InstanceId);
    checkName(Name, LIMITS.flowNameCharacters);
    refuseBadContent(connect, Content, 'MODULE');
    const module = instance.modules.add({
      ...connect.entry(instance, 'flow-module', Name, Tags),
      description: Description,
      state: 'ACTIVE',
      content: Content,
      settings: Settings,
      externalInvocation: ExternalInvocationConfiguration?.Enabled ?? false,
      versions: [],
      aliases: new Map(),
      nextVersion: 1,
    });
    return { Id: module.id, Arn: module.arn };
  },

  DescribeContactFlowModule: (connect, { InstanceId, ContactFlowModuleId }) => {
    const { module, qualifier } = moduleAt(connect.instance(InstanceId), ContactFlowModuleId);
    return { ContactFlowModule: described(module, qualifier) };
  },

  ListContactFlowModules: (connect, input) => {
    const wanted = connect.instance(input.InstanceId).modules.list();
    const inState = wanted.filter(({ state }) => [undefined, state].includes(input.ContactFlowModuleState));
    const summaries = inState.map(({ id, arn, name, state }) => ({ Id: id, Arn: arn, Name: name, State: state }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { ContactFlowModulesSummaryList: page, NextToken };
  },

  UpdateContactFlowModuleContent: (connect, { InstanceId, ContactFlowModuleId, Content, Settings }) => {
    const { module } = moduleAt(connect.instance(InstanceId), ContactFlowModuleId);
    if (Content !== undefined) refuseBadContent(connect, Content, 'MODULE');
    module.content = Content ?? module.content;
    module.settings = Settings ?? module.settings;
    return {};
  },

  UpdateContactFlowModuleMetadata: (connect, { InstanceId, ContactFlowModuleId, Name, Description, State }) => {
    const instance = connect.instance(InstanceId);
    const { module } = moduleAt(instance, ContactFlowModuleId);
    checkName(Name, LIMITS.flowNameCharacters);
    instance.modules.rename(module, Name);
    module.description = kept(Description, module.description);
    module.state = State ?? module.state;
    return {};
  },

  DeleteContactFlowModule: (connect, { InstanceId, ContactFlowModuleId }) => {
    const instance = connect.instance(InstanceId);
    const { module } = moduleAt(instance, ContactFlowModuleId);
    const { usedResource } = connect.settings.assumptions;
    refuseUsed(usedResource, `The flow module "${module.name}"`, [...module.aliases.values()]);
    instance.modules.remove(module);
    return {};
  },

  CreateContactFlowModuleVersion: (connect, { InstanceId, ContactFlowModuleId, Description }) => {
    const { module } = moduleAt(connect.instance(InstanceId), ContactFlowModuleId);
    const number = module.nextVersion++;
    module.versions.push({ number, description: Description, content: module.content });
    return { ContactFlowModuleArn: `${module.arn}:${number}`, Version: number };
  },

  ListContactFlowModuleVersions: (connect, input) => {
    const { module } = moduleAt(connect.instance(input.InstanceId), input.ContactFlowModuleId);
    const { page, NextToken } = pageOf(versionSummaries(module), input, connect.settings.pageSize);
    return { ContactFlowModuleVersionSummaryList: page, NextToken };
  },

  DeleteContactFlowModuleVersion: (connect, { InstanceId, ContactFlowModuleId, ContactFlowModuleVersion }) => {
    const { module } = moduleAt(connect.instance(InstanceId), ContactFlowModuleId);
    refuseUnknownVersion(module, ContactFlowModuleVersion);
    const tied = [...module.aliases.values()].some(({ version }) => version === ContactFlowModuleVersion);
    if (tied) throw invalidRequest(`Cannot delete version '${ContactFlowModuleVersion}' tied to one alias`);
    module.versions.splice(
      module.versions.findIndex(({ number }) => number === ContactFlowModuleVersion),
      1,
    );
    return {};
  },

  CreateContactFlowModuleAlias: (connect, input) => {
    const { InstanceId, ContactFlowModuleId, ContactFlowModuleVersion: version, AliasName: name, Description } = input;
    const instance = connect.instance(InstanceId);
    const { module } = moduleAt(instance, ContactFlowModuleId);
    refuseUnknownVersion(module, version);
    refuseTakenAlias(module, name);
    const id = connect.environment.identifiers.uuid('module alias', module.id, name);
    module.aliases.set(id, { id, name, description: Description, version });
    return { ContactFlowModuleArn: `${module.arn}:${id}`, Id: id };
  },

  DescribeContactFlowModuleAlias: (connect, { InstanceId, ContactFlowModuleId, AliasId }) => {
    const { module } = moduleAt(connect.instance(InstanceId), ContactFlowModuleId);
    const { id, name, description, version } = aliasAt(module, AliasId);
    return {
      ContactFlowModuleAlias: {
        ContactFlowModuleId: module.id,
        ContactFlowModuleArn: `${module.arn}:${id}`,
        AliasId: id,
        Version: version,
        Name: name,
        Description: description,
      },
    };
  },

  UpdateContactFlowModuleAlias: (connect, input) => {
    const { module } = moduleAt(connect.instance(input.InstanceId), input.ContactFlowModuleId);
    const alias = aliasAt(module, input.AliasId);
    if (input.ContactFlowModuleVersion !== undefined) refuseUnknownVersion(module, input.ContactFlowModuleVersion);
    if (input.Name !== undefined && input.Name !== alias.name) refuseTakenAlias(module, input.Name);
    alias.name = input.Name ?? alias.name;
    alias.description = kept(input.Description, alias.description);
    alias.version = input.ContactFlowModuleVersion ?? alias.version;
    return {};
  },

  DeleteContactFlowModuleAlias: (connect, { InstanceId, ContactFlowModuleId, AliasId }) => {
    const { module } = moduleAt(connect.instance(InstanceId), ContactFlowModuleId);
    module.aliases.delete(aliasAt(module, AliasId).id);
    return {};
  },

  ListContactFlowModuleAliases: (connect, input) => {
    const { module } = moduleAt(connect.instance(input.InstanceId), input.ContactFlowModuleId);
    const all = [...module.aliases.values()].map(({ id, name, description, version }) => ({
      Arn: `${module.arn}:${id}`,
      AliasId: id,
      Version: version,
      AliasName: name,
      AliasDescription: description,
    }));
    const { page, NextToken } = pageOf(all, input, connect.settings.pageSize);
    return { ContactFlowModuleAliasSummaryList: page, NextToken };
  },
} satisfies Handlers;
