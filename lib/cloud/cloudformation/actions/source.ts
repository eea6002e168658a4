import { AwsError } from '../../aws-error';
import { isTrue, listIn, type QueryInput, requiredText, textIn } from '../../http/query-protocol';
import type { CloudFormationService } from '../cloudformation-service';
import type { Stack, StackSource } from '../stack';
import { type GivenParameter, stackParameters } from '../template/parameters';
import { parseTemplate } from '../template/parse-template';

type Entry = Readonly<Record<string, string>>;

const templateText = ({ services }: CloudFormationService, input: QueryInput, stack: Stack | undefined): string => {
  const body = textIn(input, 'TemplateBody');
  const url = textIn(input, 'TemplateURL');
  if (body !== undefined) return body;
  if (url !== undefined) return services.s3.read(url).toString('utf8');
  if (isTrue(input, 'UsePreviousTemplate') && stack?.source !== undefined) return stack.source.template.text;
  throw new AwsError('ValidationError', 'Either Template URL or Template Body must be specified.');
};

const givenParameters = (input: QueryInput): readonly GivenParameter[] =>
  (listIn(input, 'Parameters') as readonly Entry[]).map(({ ParameterKey, ParameterValue, UsePreviousValue }) => ({
    key: String(ParameterKey),
    value: ParameterValue,
    usePrevious: UsePreviousValue === 'true',
  }));

/** What a request says that a stack is to be made from. @throws AwsError */
export const sourceIn = (service: CloudFormationService, input: QueryInput, stack: Stack | undefined): StackSource => {
  const template = parseTemplate(templateText(service, input, stack));
  const previous = stack?.source?.parameters ?? [];
  const lookUp = (name: string) => service.services.ssm.get(name).value;
  const tags = listIn(input, 'Tags') as readonly Entry[];
  return {
    template,
    parameters: stackParameters(template, givenParameters(input), previous, lookUp),
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [String(Key), String(Value)])),
    capabilities: listIn(input, 'Capabilities').map(String),
    notificationArns: listIn(input, 'NotificationARNs').map(String),
    roleArn: textIn(input, 'RoleARN'),
  };
};

const STACK_NAME = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;

/** @throws AwsError for what cannot be the name of a stack */
export const stackName = (input: QueryInput): string => {
  const name = requiredText(input, 'StackName');
  if (STACK_NAME.test(name) || name.startsWith('arn:')) return name;
  throw new AwsError('ValidationError', `1 validation error detected: "${name}" is no name of a stack.`);
};

const UPDATABLE = ['CREATE_COMPLETE', 'CREATE_FAILED', 'UPDATE_COMPLETE', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_COMPLETE'];

/** @throws AwsError for a stack that is in the middle of something, or was never made */
export const refuseNotUpdatable = ({ id, status }: Stack): void => {
  if (UPDATABLE.includes(status)) return;
  throw new AwsError('ValidationError', `Stack:${id} is in ${status} state and can not be updated.`);
};
