import type { ResourceProvider } from '../provider';
import * as flows from './connect-flows';
import * as instances from './connect-instances';
import * as people from './connect-people';
import * as queues from './connect-queues';
import { customResource } from './custom-resource';
import { policy, role } from './iam';
import { KEPT_PROVIDERS } from './kept';
import { eventInvokeConfig, lambdaFunction, lambdaPermission, lambdaVersion } from './lambda';
import { bucket, bucketPolicy, cdkMetadata, logGroup, ssmParameter } from './storage';

const PROVIDERS: Readonly<Record<string, ResourceProvider>> = {
  ...KEPT_PROVIDERS,
  'AWS::CDK::Metadata': cdkMetadata,
  'AWS::CloudFormation::CustomResource': customResource,
  'AWS::Connect::ContactFlow': flows.contactFlow,
  'AWS::Connect::ContactFlowModule': flows.contactFlowModule,
  'AWS::Connect::ContactFlowModuleAlias': flows.contactFlowModuleAlias,
  'AWS::Connect::ContactFlowModuleVersion': flows.contactFlowModuleVersion,
  'AWS::Connect::ContactFlowVersion': flows.contactFlowVersion,
  'AWS::Connect::HoursOfOperation': queues.hoursOfOperation,
  'AWS::Connect::Instance': instances.instance,
  'AWS::Connect::InstanceStorageConfig': instances.instanceStorageConfig,
  'AWS::Connect::IntegrationAssociation': instances.integrationAssociation,
  'AWS::Connect::PhoneNumber': instances.phoneNumber,
  'AWS::Connect::Prompt': people.prompt,
  'AWS::Connect::Queue': queues.queue,
  'AWS::Connect::QuickConnect': queues.quickConnect,
  'AWS::Connect::RoutingProfile': people.routingProfile,
  'AWS::Connect::SecurityProfile': people.securityProfile,
  'AWS::Connect::User': people.user,
  'AWS::IAM::Policy': policy,
  'AWS::IAM::Role': role,
  'AWS::Lambda::EventInvokeConfig': eventInvokeConfig,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::Lambda::Permission': lambdaPermission,
  'AWS::Lambda::Version': lambdaVersion,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': bucketPolicy,
  'AWS::SSM::Parameter': ssmParameter,
};

/** The types that templates may declare, beside `Custom::…`. */
export const RESOURCE_TYPES: readonly string[] = Object.keys(PROVIDERS).sort();

/** What carries out a type; undefined for one that is not known here. */
export const providerOf = (type: string): ResourceProvider | undefined => {
  if (type.startsWith('Custom::')) return customResource;
  return Object.hasOwn(PROVIDERS, type) ? PROVIDERS[type] : undefined;
};
