import type { Handlers } from '../connect-state';
import type { SecurityProfile } from '../instance';
import { pageOf } from '../paging';
import { checkName, kept, refuseInUse } from '../refusals';

const LONGEST_NAME = 127;

const described = ({ id, arn, name, description, tags }: SecurityProfile) => ({
  Id: id,
  Arn: arn,
  SecurityProfileName: name,
  Description: description,
  Tags: { ...tags },
});

export const securityProfileOperations = {
  CreateSecurityProfile: (connect, { InstanceId, SecurityProfileName, Description, Permissions = [], Tags }) => {
    const instance = connect.instance(InstanceId);
    checkName(SecurityProfileName, LONGEST_NAME);
    const { id, arn } = instance.securityProfiles.add({
      ...connect.entry(instance, 'security-profile', SecurityProfileName, Tags),
      description: Description,
      permissions: Permissions,
    });
    return { SecurityProfileId: id, SecurityProfileArn: arn };
  },

  DescribeSecurityProfile: (connect, { InstanceId, SecurityProfileId }) => ({
    SecurityProfile: described(connect.instance(InstanceId).securityProfiles.get(SecurityProfileId)),
  }),

  ListSecurityProfiles: (connect, input) => {
    const all = connect.instance(input.InstanceId).securityProfiles.list();
    const summaries = all.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { SecurityProfileSummaryList: page, NextToken };
  },

  ListSecurityProfilePermissions: (connect, input) => {
    const { permissions } = connect.instance(input.InstanceId).securityProfiles.get(input.SecurityProfileId);
    const { page, NextToken } = pageOf(permissions, input, connect.settings.pageSize);
    return { Permissions: page, NextToken };
  },

  UpdateSecurityProfile: (connect, { InstanceId, SecurityProfileId, Description, Permissions }) => {
    const profile = connect.instance(InstanceId).securityProfiles.get(SecurityProfileId);
    profile.description = kept(Description, profile.description);
    profile.permissions = Permissions ?? profile.permissions;
    return {};
  },

  DeleteSecurityProfile: (connect, { InstanceId, SecurityProfileId }) => {
    const { securityProfiles, users } = connect.instance(InstanceId);
    const profile = securityProfiles.get(SecurityProfileId);
    const holders = users.list().filter(({ securityProfileIds }) => securityProfileIds.includes(profile.id));
    refuseInUse(`The security profile "${profile.name}"`, holders);
    securityProfiles.remove(profile);
    return {};
  },

  ListAgentStatuses: (connect, input) => {
    const all = connect.instance(input.InstanceId).agentStatuses.list();
    const summaries = all.map(({ id, arn, name, type }) => ({ Id: id, Arn: arn, Name: name, Type: type }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { AgentStatusSummaryList: page, NextToken };
  },
} satisfies Handlers;
