import type { PhoneNumberFlowProperties } from '../../lib/runtime/connect-resources';
import type { CustomResourceEvent, ResourceHandler } from './custom-resource';
import { isNamed } from './failure';
import { idIn } from './ids';
import type { Originals } from './originals';
import type { PhoneNumbers } from './phone-numbers';

/** The id of the flow that calls to a number ran before; without one where they ran none. */
interface Earlier {
  readonly flowId?: string;
}

export interface PhoneNumberFlowTools {
  readonly numbers: PhoneNumbers;
  readonly originalsIn: (bucket: string) => Originals<Earlier>;
}

type Event = CustomResourceEvent<PhoneNumberFlowProperties>;

const numberOf = ({ InstanceArn: instanceArn, PhoneNumberArn: phoneNumberArn }: PhoneNumberFlowProperties) => ({
  instanceArn,
  phoneNumberArn,
});

/** Where it is kept what calls ran before. Stacks that come and go under one name do not share it. */
const keyOf = ({ StackId, LogicalResourceId, ResourceProperties: { PhoneNumberArn } }: Event): string =>
  [...StackId.split('/').slice(-2), LogicalResourceId, idIn(PhoneNumberArn)].join('/');

const earlierIn = ({ originalsIn }: PhoneNumberFlowTools, event: Event): Originals<Earlier> | undefined => {
  const { Bucket } = event.ResourceProperties;
  return Bucket === undefined ? undefined : originalsIn(Bucket);
};

/** Another number than before, or the first one. */
const isAnother = ({ ResourceProperties: now, OldResourceProperties: before }: Event): boolean =>
  before?.PhoneNumberArn !== now.PhoneNumberArn;

/** Also that there was no flow is kept: what is there later is ours. */
const keepEarlier = async (tools: PhoneNumberFlowTools, event: Event): Promise<void> => {
  const earlier = earlierIn(tools, event);
  const key = keyOf(event);
  if (earlier === undefined || (await earlier.read(key)) !== undefined) return;
  const flowId = await tools.numbers.flowOf(numberOf(event.ResourceProperties));
  await earlier.keep(key, { ...(flowId !== undefined && { flowId }) });
};

/** False where the number, its instance or the flow is gone. */
const isDone = async (deed: Promise<void>): Promise<boolean> => {
  try {
    await deed;
    return true;
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return false;
    throw error;
  }
};

const letGoOfOurs = async (
  { numbers }: PhoneNumberFlowTools,
  properties: PhoneNumberFlowProperties,
  { flowId }: Earlier,
): Promise<void> => {
  const number = numberOf(properties);
  const live = await numbers.flowOf(number);
  // A list may be behind: a number that seems to lead nowhere is let go as well.
  if (live !== undefined && live !== idIn(properties.FlowArn)) return;
  if (flowId !== undefined && (await isDone(numbers.associate(number, flowId)))) return;
  await numbers.disassociate(number);
};

/**
 * Leads the number back to the flow that its calls ran before, or nowhere. A number that somebody has led elsewhere in the
 * meantime is none of our business any more.
 */
const letGo = async (tools: PhoneNumberFlowTools, event: Event): Promise<void> => {
  const earlier = earlierIn(tools, event);
  const kept = (await earlier?.read(keyOf(event))) ?? {};
  await isDone(letGoOfOurs(tools, event.ResourceProperties, kept));
  await earlier?.forget(keyOf(event));
};

/**
 * Lets calls to a phone number run a flow. Deleting lets the number go, so that one that is kept does not hold a flow that is
 * about to be deleted; a number that was there already gets back the flow that it had.
 */
export const phoneNumberFlow =
  (tools: PhoneNumberFlowTools): ResourceHandler<PhoneNumberFlowProperties> =>
  async (event) => {
    const { RequestType, PhysicalResourceId, ResourceProperties: properties } = event;
    const { PhoneNumberArn, FlowArn } = properties;
    if (RequestType === 'Delete') {
      await letGo(tools, event);
      return { physicalId: PhysicalResourceId ?? PhoneNumberArn };
    }
    try {
      if (isAnother(event)) await keepEarlier(tools, event);
      await tools.numbers.associate(numberOf(properties), FlowArn);
      return { physicalId: PhoneNumberArn };
    } catch (error) {
      // After a failed update the resource still goes by the number before, so that nobody would come back for this one.
      if (RequestType === 'Update' && isAnother(event)) await letGo(tools, event);
      throw error;
    }
  };
