import { arnIn } from '../../environment';
import { generatedName, type ResourceModel, type ResourceProvider, type ResourceRequest } from '../provider';

/** A type that a centre may have beside it and that does nothing here: an alarm never rings, a key encrypts nothing. */
interface KeptType {
  readonly createOnly: readonly string[];
  readonly required: readonly string[];
  readonly tags: ResourceProvider['tags'];
  readonly attributes: readonly string[];
  readonly model: (request: ResourceRequest) => ResourceModel;
}

const nameOf = (request: ResourceRequest, property: string): string =>
  String(request.properties[property] ?? generatedName(request));

const arn = ({ services }: ResourceRequest, service: string, resource: string): string =>
  arnIn(services.environment, service, resource);

const TYPES: Readonly<Record<string, KeptType>> = {
  'AWS::CloudWatch::Alarm': {
    required: ['ComparisonOperator', 'EvaluationPeriods'],
    createOnly: ['AlarmName'],
    attributes: ['Arn'],
    tags: 'list',
    model: (request) => {
      const name = nameOf(request, 'AlarmName');
      return { physicalId: name, attributes: { Arn: arn(request, 'cloudwatch', `alarm:${name}`) } };
    },
  },
  'AWS::Events::Rule': {
    required: [],
    createOnly: ['Name', 'EventBusName'],
    attributes: ['Arn'],
    tags: 'none',
    model: (request) => {
      const name = nameOf(request, 'Name');
      return { physicalId: name, attributes: { Arn: arn(request, 'events', `rule/${name}`) } };
    },
  },
  'AWS::IAM::ManagedPolicy': {
    required: ['PolicyDocument'],
    createOnly: ['ManagedPolicyName', 'Description', 'Path'],
    attributes: ['PolicyArn'],
    tags: 'none',
    model: (request) => {
      const name = nameOf(request, 'ManagedPolicyName');
      const PolicyArn = `arn:aws:iam::${request.services.environment.account}:policy/${name}`;
      return { physicalId: PolicyArn, attributes: { PolicyArn } };
    },
  },
  'AWS::KMS::Alias': {
    required: ['AliasName', 'TargetKeyId'],
    createOnly: ['AliasName'],
    attributes: [],
    tags: 'none',
    model: ({ properties }) => ({ physicalId: String(properties.AliasName), attributes: {} }),
  },
  'AWS::KMS::Key': {
    required: [],
    createOnly: [],
    attributes: ['Arn', 'KeyId'],
    tags: 'list',
    model: (request) => {
      const KeyId = request.services.environment.identifiers.uuid('key', request.stackName, request.logicalId);
      return { physicalId: KeyId, attributes: { Arn: arn(request, 'kms', `key/${KeyId}`), KeyId } };
    },
  },
  'AWS::Logs::MetricFilter': {
    required: ['FilterPattern', 'LogGroupName', 'MetricTransformations'],
    createOnly: ['FilterName', 'LogGroupName'],
    attributes: [],
    tags: 'none',
    model: (request) => ({ physicalId: nameOf(request, 'FilterName'), attributes: {} }),
  },
  'AWS::SNS::Topic': {
    required: [],
    createOnly: ['TopicName', 'FifoTopic'],
    attributes: ['TopicArn', 'TopicName'],
    tags: 'list',
    model: (request) => {
      const TopicName = nameOf(request, 'TopicName');
      const TopicArn = arn(request, 'sns', TopicName);
      return { physicalId: TopicArn, attributes: { TopicArn, TopicName } };
    },
  },
};

const keyOf = ({ type }: ResourceRequest, physicalId: string): string => `${type} ${physicalId}`;

const providerOf = ({ model, ...facts }: KeptType): ResourceProvider => ({
  ...facts,
  optional: 'any',
  create: async (request) => {
    const made = model(request);
    const key = keyOf(request, made.physicalId);
    if (request.services.kept.has(key)) throw new Error(`${made.physicalId} already exists`);
    request.services.kept.set(key, request.properties);
    return made;
  },
  update: async (request) => {
    request.services.kept.set(keyOf(request, request.physicalId), request.properties);
    return { physicalId: request.physicalId };
  },
  delete: async (request) => {
    request.services.kept.delete(keyOf(request, request.physicalId));
  },
});

/** Types that are kept and not carried out. */
export const KEPT_PROVIDERS: Readonly<Record<string, ResourceProvider>> = Object.fromEntries(
  Object.entries(TYPES).map(([type, kept]) => [type, providerOf(kept)]),
);
