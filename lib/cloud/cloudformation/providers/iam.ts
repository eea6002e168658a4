import type { JsonObject } from '../../../language';
import { generatedName, type ResourceProvider, type ResourceRequest, textsIn } from '../provider';

const ROLE_OPTIONAL = [
  'Description',
  'ManagedPolicyArns',
  'MaxSessionDuration',
  'Path',
  'PermissionsBoundary',
  'Policies',
  'RoleName',
  'Tags',
];

const roleOf = (request: ResourceRequest, name: string) => {
  const { account, identifiers } = request.services.environment;
  const path = String(request.properties.Path ?? '/');
  const id = `AROA${identifiers.letters(17, 'role', name).toUpperCase()}`;
  return { name, id, arn: `arn:aws:iam::${account}:role${path}${name}`, properties: request.properties };
};

export const role: ResourceProvider = {
  required: ['AssumeRolePolicyDocument'],
  optional: ROLE_OPTIONAL,
  createOnly: ['Path', 'RoleName'],
  attributes: ['Arn', 'RoleId'],
  tags: 'list',

  create: async (request) => {
    const role = roleOf(request, String(request.properties.RoleName ?? generatedName(request)));
    request.services.iam.createRole(role);
    return { physicalId: role.name, attributes: { Arn: role.arn, RoleId: role.id } };
  },

  update: async ({ physicalId, properties, services: { iam } }) => {
    iam.roles.set(physicalId, { ...iam.role(physicalId), properties });
    return { physicalId };
  },

  delete: async ({ physicalId, services }) => services.iam.deleteRole(physicalId),
};

const policyOf = (properties: JsonObject) => ({
  name: String(properties.PolicyName),
  roles: textsIn(properties, 'Roles'),
  document: properties.PolicyDocument ?? null,
});

export const policy: ResourceProvider = {
  required: ['PolicyDocument', 'PolicyName'],
  optional: ['Groups', 'Roles', 'Users'],
  createOnly: [],
  attributes: ['Id'],
  tags: 'none',

  create: async (request) => {
    const physicalId = generatedName(request, 16);
    request.services.iam.putPolicy(physicalId, policyOf(request.properties));
    return { physicalId, attributes: { Id: physicalId } };
  },

  update: async ({ physicalId, properties, services }) => {
    services.iam.putPolicy(physicalId, policyOf(properties));
    return { physicalId };
  },

  delete: async ({ physicalId, services }) => {
    services.iam.policies.delete(physicalId);
  },
};
