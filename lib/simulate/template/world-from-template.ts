import { basename, join } from 'node:path';
import type { Json, JsonObject } from '../../language';
import { DAYS, type Day, type HoursOverride, type OpenStretch, type WorldHours } from '../hours';
import {
  emptyWorld,
  type World,
  type WorldFunction,
  type WorldPrompt,
  type WorldQueue,
  type WorldQuickConnect,
} from '../world';
import { agentOf } from './agents';
import { ACCOUNT, arnOf, type ResourceNames, stableId } from './arns';
import { dataTablesOf } from './data-tables';
import { calledFlowsIn, flowOf, flowsIn, nameOf } from './flows';
import { type FunctionResource, handlerOf } from './handlers';
import { type Resolver, resolverFor, type StackScope } from './intrinsics';
import { TemplateError, type TemplateResource, type TemplateStack } from './template';

/** A resource with its properties as they will be once deployed. */
export interface Deployed {
  readonly id: string;
  readonly type: string;
  readonly arn: string;
  readonly properties: JsonObject;
  readonly resource: TemplateResource;
  readonly stack: TemplateStack;
}

export interface WorldOptions {
  /** @default 'eu-central-1' */
  readonly region?: string;
  /** Called instead of the code of a function, by logical id or a part of it. */
  readonly functions?: Readonly<Record<string, (event: unknown) => unknown>>;
}

const REGION = 'eu-central-1';

const instanceArnIn = (stacks: readonly TemplateStack[], region: string): string => {
  const literals = stacks.flatMap(({ template }) =>
    Object.values(template.Resources).map(({ Properties }) => Properties?.InstanceArn),
  );
  const literal = literals.find((arn) => typeof arn === 'string');
  return typeof literal === 'string'
    ? literal
    : `arn:aws:connect:${region}:${ACCOUNT}:instance/${stableId(stacks.map(({ name }) => name).join())}`;
};

const scopesOf = (stacks: readonly TemplateStack[], names: ResourceNames): ReadonlyMap<TemplateStack, Resolver> => {
  const resolvers = new Map<TemplateStack, Resolver>();
  const imported = (name: string): Json | undefined => {
    for (const [{ template }, resolver] of resolvers) {
      const output = Object.values(template.Outputs ?? {}).find(({ Export }) => resolver.text(Export?.Name) === name);
      if (output) return resolver.value(output.Value);
    }
    throw new TemplateError(`No stack exports "${name}". Give all stacks of the app.`);
  };
  for (const stack of stacks) {
    const scope: StackScope = { name: stack.name, template: stack.template, names, imported };
    resolvers.set(stack, resolverFor(scope));
  }
  return resolvers;
};

/** Resources whose condition does not hold are not deployed. */
const isDeployed = ({ Condition }: TemplateResource, resolver: Resolver): boolean =>
  Condition === undefined || resolver.value({ Condition }) === true;

const deployStack = (stack: TemplateStack, resolver: Resolver, names: ResourceNames): readonly Deployed[] =>
  Object.entries(stack.template.Resources)
    .filter(([, resource]) => isDeployed(resource, resolver))
    .map(([id, resource]) => ({
      id,
      type: resource.Type,
      arn: arnOf(resource.Type, id, names),
      properties: (resolver.value(resource.Properties ?? {}) ?? {}) as JsonObject,
      resource,
      stack,
    }));

const deploy = (stacks: readonly TemplateStack[], names: ResourceNames): readonly Deployed[] =>
  [...scopesOf(stacks, names)].flatMap(([stack, resolver]) => deployStack(stack, resolver, names));

const textOr = (value: Json | undefined): string | undefined => (value === undefined ? undefined : String(value));

const queueOf = (deployed: Deployed): WorldQueue => {
  const { arn, properties } = deployed;
  const outbound = properties.OutboundCallerConfig as JsonObject | undefined;
  return {
    arn,
    name: nameOf(deployed),
    hours: textOr(properties.HoursOfOperationArn),
    maxContacts: properties.MaxContacts === undefined ? undefined : Number(properties.MaxContacts),
    outboundWhisperFlow: textOr(outbound?.OutboundFlowArn),
  };
};

const minutes = (time: Json | undefined): number => {
  const { Hours: hours = 0, Minutes: rest = 0 } = (time ?? {}) as JsonObject;
  return Number(hours) * 60 + Number(rest);
};

const stretches = (config: Json | undefined): readonly { readonly day: Day; readonly open: OpenStretch }[] =>
  ((config ?? []) as readonly JsonObject[]).map(({ Day: day, StartTime, EndTime }) => ({
    day: DAYS.find((each) => each === day) ?? 'MONDAY',
    open: { from: minutes(StartTime), to: minutes(EndTime) },
  }));

const overrideOf = (override: JsonObject): HoursOverride => {
  const recurrence = override.RecurrenceConfig as JsonObject | undefined;
  const pattern = recurrence?.RecurrencePattern as JsonObject | undefined;
  if (pattern && pattern.Frequency !== 'YEARLY')
    throw new TemplateError(
      `Override "${override.OverrideName}" recurs ${pattern.Frequency}; only YEARLY is simulated.`,
    );
  return {
    name: String(override.OverrideName),
    from: String(override.EffectiveFrom),
    to: String(override.EffectiveTill),
    everyYear: pattern !== undefined,
    stretches: stretches(override.OverrideConfig),
  };
};

const hoursOf = (deployed: Deployed): WorldHours => ({
  arn: deployed.arn,
  name: nameOf(deployed),
  timeZone: String(deployed.properties.TimeZone),
  week: stretches(deployed.properties.Config),
  overrides: ((deployed.properties.HoursOfOperationOverrides ?? []) as readonly JsonObject[]).map(overrideOf),
});

const TARGETS = {
  USER: { config: 'UserConfig', target: 'UserArn' },
  QUEUE: { config: 'QueueConfig', target: 'QueueArn' },
  PHONE_NUMBER: { config: 'PhoneConfig', target: 'PhoneNumber' },
  FLOW: { config: 'FlowConfig', target: 'ContactFlowArn' },
} as const;

const quickConnectOf = (deployed: Deployed): readonly WorldQuickConnect[] => {
  const config = (deployed.properties.QuickConnectConfig ?? {}) as JsonObject;
  const kind = String(config.QuickConnectType);
  if (!Object.hasOwn(TARGETS, kind)) return [];
  const { config: key, target } = TARGETS[kind as keyof typeof TARGETS];
  const details = (config[key] ?? {}) as JsonObject;
  return [
    {
      arn: deployed.arn,
      name: nameOf(deployed),
      kind: kind as keyof typeof TARGETS,
      flow: textOr(details.ContactFlowArn),
      target: String(details[target]),
    },
  ];
};

/** Where the unpacked code of a function lies in the assembly: the CLI notes it; else the key of the zip tells. */
const codeFolderOf = ({ properties, resource, stack }: Deployed): string | undefined => {
  const { S3Key: key } = (properties.Code ?? {}) as JsonObject;
  const noted = resource.Metadata?.['aws:asset:path'];
  const folder = noted ?? (key === undefined ? undefined : `asset.${basename(String(key), '.zip')}`);
  return stack.assetFolder === undefined || folder === undefined ? undefined : join(stack.assetFolder, String(folder));
};

const functionResource = (deployed: Deployed): FunctionResource => {
  const { id, properties } = deployed;
  const code = (properties.Code ?? {}) as JsonObject;
  const environment = ((properties.Environment as JsonObject | undefined)?.Variables ?? {}) as Record<string, string>;
  return {
    logicalId: id,
    name: functionName(deployed),
    handler: String(properties.Handler),
    environment: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)])),
    codeFolder: codeFolderOf(deployed),
    inlineCode: textOr(code.ZipFile),
  };
};

/** Its own name, or the path of its construct inside the stack; a logical id says little. */
const functionName = ({ properties, resource, id }: Deployed): string => {
  const path = resource.Metadata?.['aws:cdk:path'];
  if (properties.FunctionName !== undefined || path === undefined) return String(properties.FunctionName ?? id);
  const inside = String(path).split('/').slice(1);
  return inside.join('/').replace(/(\/Function)?\/Resource$/, '');
};

const functionOf = (deployed: Deployed, { functions = {} }: WorldOptions): WorldFunction => {
  const standIn = Object.keys(functions).find((key) => deployed.id.startsWith(key));
  const resource = functionResource(deployed);
  const invoke = (standIn && functions[standIn]) || handlerOf(resource);
  return { arn: deployed.arn, name: functionName(deployed), invoke, environment: resource.environment };
};

/** Prompts that were uploaded by hand stand in no template; what is no ARN of a prompt names none. */
const promptElsewhere = (reference: string): WorldPrompt | undefined =>
  /^arn:[^:]+:connect:.*\/prompt\/.+/.test(reference)
    ? { arn: reference, name: reference.slice(reference.lastIndexOf('/') + 1) }
    : undefined;

/**
 * The contact centre that templates describe, as it will be once deployed: references resolved, Lambda functions with the
 * code of their assets.
 *
 * @throws TemplateError where a template refers to something that is not there
 * @throws FlowReadError where the content of a flow is no flow
 */
export const worldFromTemplates = (stacks: readonly TemplateStack[], options: WorldOptions = {}): World => {
  const { region = REGION } = options;
  const instanceArn = instanceArnIn(stacks, region);
  const all = deploy(stacks, { instanceArn, region });
  const of = (type: string) => all.filter((each) => each.type === type);
  return {
    ...emptyWorld(instanceArn),
    flows: flowsIn(all),
    calledFlows: calledFlowsIn(all),
    modules: of('AWS::Connect::ContactFlowModule').map(flowOf),
    queues: of('AWS::Connect::Queue').map(queueOf),
    hours: of('AWS::Connect::HoursOfOperation').map(hoursOf),
    quickConnects: of('AWS::Connect::QuickConnect').flatMap(quickConnectOf),
    agents: of('AWS::Connect::User').map((each) => agentOf(each, all)),
    prompts: of('AWS::Connect::Prompt').map((each) => ({ arn: each.arn, name: nameOf(each) })),
    functions: of('AWS::Lambda::Function').map((each) => functionOf(each, options)),
    dataTables: dataTablesOf(all),
    standIns: { prompt: promptElsewhere },
  };
};
