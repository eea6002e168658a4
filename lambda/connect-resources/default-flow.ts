import { createHash } from 'node:crypto';
import { DEFAULT_FLOWS, type DefaultFlowName } from '../../lib/journey';
import { diff, type FlowType, nearest, read, wrongType } from '../../lib/language';
import type { DefaultFlowProperties } from '../../lib/runtime/connect-resources';
import type { Calls } from './calls';
import type { CustomResourceEvent, ResourceHandler } from './custom-resource';
import { isNamed } from './failure';
import type { Flows } from './flows';
import type { Original, Originals } from './originals';

export interface DefaultFlowTools {
  readonly flows: Flows;
  readonly originalsIn: (bucket: string) => Originals;
  readonly calls: Calls;
  readonly logger: { warn(message: string, details: Record<string, unknown>): void };
}

type Event = CustomResourceEvent<DefaultFlowProperties>;

/** Where the original is kept. Stacks that come and go under one name do not share it. */
const keyOf = ({ StackId, LogicalResourceId }: Event, { InstanceArn, DefaultFlow }: DefaultFlowProperties): string => {
  const stack = StackId.split('/').slice(-2);
  const instance = InstanceArn.slice(InstanceArn.lastIndexOf('/') + 1);
  return [...stack, LogicalResourceId, instance, DefaultFlow.toLowerCase().replaceAll(' ', '-')].join('/');
};

const typeOf = (name: DefaultFlowName): FlowType => {
  const known = Object.hasOwn(DEFAULT_FLOWS, name) ? DEFAULT_FLOWS[name] : undefined;
  if (known !== undefined) return known.flowType;
  const meant = nearest(name, Object.keys(DEFAULT_FLOWS));
  throw new Error(`No default flow is called "${name}"${meant === undefined ? '' : `; "${meant}" may be meant`}.`);
};

/** Refuses what is no flow of the type before anything is touched. */
const refuseOtherTypes = ({ DefaultFlow, Content }: DefaultFlowProperties, type: FlowType): void => {
  const wrong = wrongType(read(Content, `The content for "${DefaultFlow}"`), type);
  if (wrong === undefined) return;
  const actions = wrong.outOfPlace.map(({ Identifier, Type }) => `"${Identifier}" (${Type})`);
  const reasons = [
    ...(wrong.noted === undefined ? [] : [`it was saved as a flow of the type ${wrong.noted}`]),
    ...(actions.length === 0 ? [] : [`${actions.join(', ')} may not stand in one`]),
  ];
  throw new Error(
    `The content for "${DefaultFlow}" is no ${type} flow: ${reasons.join(', and ')}. Nothing was changed.`,
  );
};

/** On a new instance the default flows may take a moment to show, hence the error that is worth another try. */
const find = (
  { flows, calls }: DefaultFlowTools,
  { InstanceArn, DefaultFlow }: DefaultFlowProperties,
  type: FlowType,
) =>
  calls(async () => {
    const all = await flows.ofType(InstanceArn, type);
    const found = all.find(({ name }) => name === DefaultFlow);
    if (found !== undefined) return found.arn;
    const names = all.map(({ name }) => `"${name}"`).join(', ');
    const missing = `The instance has no ${type} flow called "${DefaultFlow}", only ${names || 'none'}.`;
    throw Object.assign(new Error(`${missing} A default flow that was renamed needs its own name back.`), {
      name: 'ResourceNotFoundException',
    });
  });

const saysTheSame = (one: string, other: string): boolean => {
  if (one === other) return true;
  try {
    return !diff(read(one), read(other)).different;
  } catch {
    return false;
  }
};

/** What was made of the flow elsewhere, since the last deployment, is kept beside the original before it is replaced. */
const keepEdit = async (
  tools: DefaultFlowTools,
  originals: Originals,
  key: string,
  live: Original,
): Promise<string> => {
  const name = createHash('sha256').update(live.content).digest('hex').slice(0, 16);
  const kept = await originals.keepEdit(key, name, live);
  tools.logger.warn('The default flow was edited elsewhere since the last deployment', { flowArn: live.flowArn, kept });
  return kept;
};

/** Another instance than before: what goes wrong there must not leave a replaced flow behind that nobody will restore. */
const isElsewhere = (event: Event): boolean =>
  event.OldResourceProperties !== undefined &&
  keyOf(event, event.OldResourceProperties) !== keyOf(event, event.ResourceProperties);

/** True for what the last deployment wrote: it must not pass for the original where that was lost. */
const isReplacement = (event: Event, content: string): boolean =>
  event.OldResourceProperties !== undefined &&
  !isElsewhere(event) &&
  saysTheSame(event.OldResourceProperties.Content, content);

const replace = async (tools: DefaultFlowTools, event: Event) => {
  const { ResourceProperties: now, OldResourceProperties: before } = event;
  const type = typeOf(now.DefaultFlow);
  refuseOtherTypes(now, type);
  const key = keyOf(event, now);
  const originals = tools.originalsIn(now.Bucket);
  const kept = await originals.read(key);
  const flowArn = kept?.flowArn ?? (await find(tools, now, type));
  const live = { flowArn, content: await tools.flows.content(flowArn) };
  if (kept === undefined && !isReplacement(event, live.content)) await originals.keep(key, live);
  const known = [now.Content, before?.Content, kept?.content].filter((content) => content !== undefined);
  const isEdited = kept !== undefined && !known.some((content) => saysTheSame(content, live.content));
  const edit = isEdited ? await keepEdit(tools, originals, key, live) : 'none';
  await tools.flows.setContent(flowArn, now.Content);
  return { physicalId: key, data: { FlowArn: flowArn, ConsoleEdit: edit } };
};

/** Puts the original back, if anything was ever replaced. */
const restore = async ({ flows, originalsIn }: DefaultFlowTools, event: Event): Promise<void> => {
  const key = keyOf(event, event.ResourceProperties);
  const originals = originalsIn(event.ResourceProperties.Bucket);
  const kept = await originals.read(key);
  if (kept === undefined) return;
  try {
    // What was never changed is not written: even a default flow may hold what the service would refuse today.
    const isThere = (await flows.content(kept.flowArn)) === kept.content;
    if (!isThere) await flows.setContent(kept.flowArn, kept.content);
  } catch (error) {
    // Without its instance there is no flow to put anything back into.
    if (!isNamed(error, 'ResourceNotFoundException')) throw error;
  }
  await originals.forget(key);
};

/**
 * Replaces the content of a default flow. The original is kept before the first replacement and put back on Delete, which
 * CloudFormation also sends when it rolls a creation back.
 */
export const defaultFlow =
  (tools: DefaultFlowTools): ResourceHandler<DefaultFlowProperties> =>
  async (event) => {
    if (event.RequestType === 'Delete') {
      await restore(tools, event);
      return { physicalId: event.PhysicalResourceId ?? keyOf(event, event.ResourceProperties) };
    }
    try {
      return await replace(tools, event);
    } catch (error) {
      if (isElsewhere(event)) await restore(tools, event);
      throw error;
    }
  };
