import type { UserPhoneConfig, UserProficiency } from '@aws-sdk/client-connect';
import type { ConnectState, Handlers } from '../connect-state';
import type { ConnectInstance, User } from '../instance';
import { pageOf } from '../paging';
import { checkName, invalidParameter, invalidRequest, refuseUsed } from '../refusals';

const LONGEST_NAME = 100;
const MOST_PROFILES = 10;

const profileIds = ({ securityProfiles }: ConnectInstance, references: readonly string[]): readonly string[] => {
  if (references.length >= 1 && references.length <= MOST_PROFILES) {
    return references.map((reference) => securityProfiles.get(reference).id);
  }
  throw invalidParameter(`A user has 1 to ${MOST_PROFILES} security profiles; ${references.length} are given.`);
};

const checkPhone = ({ PhoneType, DeskPhoneNumber }: UserPhoneConfig): void => {
  if (PhoneType === 'DESK_PHONE' && DeskPhoneNumber === undefined) {
    throw invalidParameter('DeskPhoneNumber is missing; a user with a desk phone needs it.');
  }
};

/** Where the instance manages its users itself they have passwords, elsewhere they do not. */
const checkPassword = (instance: ConnectInstance, password: string | undefined): void => {
  const isNeeded = instance.identityManagement === 'CONNECT_MANAGED';
  if (isNeeded === (password !== undefined)) return;
  throw invalidRequest(
    isNeeded
      ? 'Password is missing; the instance manages its users itself.'
      : `Password is given, and the users of the instance are ${instance.identityManagement}.`,
  );
};

const described = (user: User) => ({
  Id: user.id,
  Arn: user.arn,
  Username: user.name,
  IdentityInfo: user.identity,
  PhoneConfig: user.phone,
  DirectoryUserId: user.directoryUserId,
  SecurityProfileIds: [...user.securityProfileIds],
  RoutingProfileId: user.routingProfileId,
  HierarchyGroupId: user.hierarchyGroupId,
  Tags: { ...user.tags },
});

/** Whether two speak of the same value of an attribute; levels aside. */
const isSameSkill =
  ({ AttributeName, AttributeValue }: Omit<UserProficiency, 'Level'>) =>
  (other: Omit<UserProficiency, 'Level'>): boolean =>
    other.AttributeName === AttributeName && other.AttributeValue === AttributeValue;

const userAt = (connect: ConnectState, { InstanceId, UserId }: { InstanceId: string; UserId: string }) => {
  const instance = connect.instance(InstanceId);
  return { instance, user: instance.users.get(UserId) };
};

export const userOperations = {
  CreateUser: (connect, input) => {
    const instance = connect.instance(input.InstanceId);
    checkName(input.Username, LONGEST_NAME);
    checkPassword(instance, input.Password);
    const phone = input.PhoneConfig ?? { PhoneType: 'SOFT_PHONE' as const };
    checkPhone(phone);
    const user = instance.users.add({
      ...connect.entry(instance, 'agent', input.Username, input.Tags),
      identity: input.IdentityInfo,
      phone,
      routingProfileId: instance.routingProfiles.get(input.RoutingProfileId).id,
      securityProfileIds: profileIds(instance, input.SecurityProfileIds),
      directoryUserId: input.DirectoryUserId,
      hierarchyGroupId: input.HierarchyGroupId,
      proficiencies: [],
    });
    return { UserId: user.id, UserArn: user.arn };
  },

  DescribeUser: (connect, input) => ({ User: described(userAt(connect, input).user) }),

  ListUsers: (connect, input) => {
    const all = connect.instance(input.InstanceId).users.list();
    const summaries = all.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Username: name }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { UserSummaryList: page, NextToken };
  },

  UpdateUserIdentityInfo: (connect, input) => {
    userAt(connect, input).user.identity = input.IdentityInfo;
    return {};
  },

  UpdateUserPhoneConfig: (connect, input) => {
    const phone = input.PhoneConfig ?? {};
    checkPhone(phone);
    userAt(connect, input).user.phone = phone;
    return {};
  },

  UpdateUserRoutingProfile: (connect, input) => {
    const { instance, user } = userAt(connect, input);
    user.routingProfileId = instance.routingProfiles.get(input.RoutingProfileId).id;
    return {};
  },

  UpdateUserSecurityProfiles: (connect, input) => {
    const { instance, user } = userAt(connect, input);
    user.securityProfileIds = profileIds(instance, input.SecurityProfileIds);
    return {};
  },

  UpdateUserHierarchy: (connect, input) => {
    userAt(connect, input).user.hierarchyGroupId = input.HierarchyGroupId;
    return {};
  },

  AssociateUserProficiencies: (connect, input) => {
    const { user } = userAt(connect, input);
    const others = user.proficiencies.filter((known) => !input.UserProficiencies.some(isSameSkill(known)));
    user.proficiencies = [...others, ...input.UserProficiencies];
    return {};
  },

  DisassociateUserProficiencies: (connect, input) => {
    const { user } = userAt(connect, input);
    user.proficiencies = user.proficiencies.filter((known) => !input.UserProficiencies.some(isSameSkill(known)));
    return {};
  },

  ListUserProficiencies: (connect, input) => {
    const { proficiencies } = userAt(connect, input).user;
    const { page, NextToken } = pageOf(proficiencies, input, connect.settings.pageSize);
    return { UserProficiencyList: page, NextToken };
  },

  DeleteUser: (connect, input) => {
    const { instance, user } = userAt(connect, input);
    const quickConnects = instance.quickConnects.list().filter(({ config }) => config.UserConfig?.UserId === user.id);
    refuseUsed(connect.settings.assumptions.usedResource, `The user "${user.name}"`, quickConnects);
    instance.users.remove(user);
    return {};
  },
} satisfies Handlers;
