import type { Json, JsonObject } from '../../../language';
import type { CustomResourceResponse } from '../custom-resources';
import {
  FailedCreation,
  generatedName,
  isChanged,
  type ResourceModel,
  type ResourceProvider,
  type ResourceRequest,
} from '../provider';
import { isObject } from '../template/template';

const FUNCTION = /^arn:[^:]*:lambda:[^:]*:\d{12}:function:/;

const NO_RESPONSE =
  'CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId';

/** Handlers get numbers and truth values as texts. */
const asTexts = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(asTexts);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asTexts(each as Json)]));
  return value === null || typeof value === 'string' ? value : String(value);
};

const tokenOf = ({ properties }: ResourceRequest): string => {
  const { ServiceToken: token } = properties;
  if (typeof token === 'string' && FUNCTION.test(token)) return token;
  throw new Error(
    `The embedded cloud runs custom resources with a Lambda function; ServiceToken is ${JSON.stringify(token)}.`,
  );
};

/** Calls the handler and waits for its response, and for the end of its run. */
const answered = async (request: ResourceRequest, event: JsonObject): Promise<CustomResourceResponse> => {
  const { services, stackId, logicalId, type, properties } = request;
  const requestId = services.environment.identifiers.uuid('custom resource', stackId, logicalId);
  const { url, response } = services.customResources.expect(requestId);
  const whole = {
    ...event,
    ResponseURL: url,
    StackId: stackId,
    RequestId: requestId,
    ResourceType: type,
    LogicalResourceId: logicalId,
    ResourceProperties: asTexts(properties),
  };
  const run = services.invoke(tokenOf(request), whole);
  const silence = run.then(
    (): CustomResourceResponse => ({ Status: 'FAILED', Reason: `${NO_RESPONSE} [${requestId}].` }),
  );
  const answer = await Promise.race([response, silence]);
  await run;
  services.customResources.forget(requestId);
  return answer;
};

const modelOf = ({ PhysicalResourceId, Data }: CustomResourceResponse): ResourceModel => {
  if (typeof PhysicalResourceId !== 'string' || PhysicalResourceId === '')
    throw new Error('Invalid PhysicalResourceId');
  return { physicalId: PhysicalResourceId, attributes: (Data ?? {}) as JsonObject };
};

const reasonOf = ({ Reason = 'The custom resource failed without a reason.' }: CustomResourceResponse): string =>
  `Received response status [FAILED] from custom resource. Message returned: ${Reason}`;

/** A resource that a Lambda function of the stack makes: `AWS::CloudFormation::CustomResource` and `Custom::…`. */
export const customResource: ResourceProvider = {
  required: ['ServiceToken'],
  optional: 'any',
  createOnly: [],
  attributes: 'any',
  tags: 'none',

  create: async (request) => {
    const response = await answered(request, { RequestType: 'Create' });
    if (response.Status === 'SUCCESS') return modelOf(response);
    throw new FailedCreation(reasonOf(response), response.PhysicalResourceId ?? generatedName(request));
  },

  update: async (request) => {
    const { physicalId: PhysicalResourceId, before } = request;
    if (isChanged(request, 'ServiceToken')) throw new Error('Modifying service token is not allowed.');
    const event = { RequestType: 'Update', PhysicalResourceId, OldResourceProperties: asTexts(before) };
    const response = await answered(request, event);
    if (response.Status === 'SUCCESS') return modelOf(response);
    throw new Error(reasonOf(response));
  },

  delete: async (request) => {
    const response = await answered(request, { RequestType: 'Delete', PhysicalResourceId: request.physicalId });
    if (response.Status !== 'SUCCESS') throw new Error(reasonOf(response));
  },
};
