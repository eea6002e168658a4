import type { PhoneNumberFlowProperties } from '../../lib/runtime/connect-resources';
import type { ResourceHandler } from './custom-resource';
import { isNamed } from './failure';
import { idIn } from './ids';
import type { PhoneNumbers } from './phone-numbers';

const numberOf = ({ InstanceArn: instanceArn, PhoneNumberArn: phoneNumberArn }: PhoneNumberFlowProperties) => ({
  instanceArn,
  phoneNumberArn,
});

/** A number that somebody has led elsewhere in the meantime is none of our business any more. */
const letGo = async (numbers: PhoneNumbers, properties: PhoneNumberFlowProperties): Promise<void> => {
  const number = numberOf(properties);
  try {
    const flow = await numbers.flowOf(number);
    // A list may be behind: a number that seems to lead nowhere is let go as well.
    if (flow === undefined || flow === idIn(properties.FlowArn)) await numbers.disassociate(number);
  } catch (error) {
    // The number was released, or its instance is gone, or nothing was associated.
    if (!isNamed(error, 'ResourceNotFoundException')) throw error;
  }
};

/**
 * Lets calls to a phone number run a flow. Deleting lets the number go, so that one that is kept does not hold a flow that is
 * about to be deleted.
 */
export const phoneNumberFlow =
  (numbers: PhoneNumbers): ResourceHandler<PhoneNumberFlowProperties> =>
  async ({ RequestType, PhysicalResourceId, ResourceProperties: properties }) => {
    const { PhoneNumberArn, FlowArn } = properties;
    if (RequestType === 'Delete') {
      await letGo(numbers, properties);
      return { physicalId: PhysicalResourceId ?? PhoneNumberArn };
    }
    await numbers.associate(numberOf(properties), FlowArn);
    return { physicalId: PhoneNumberArn };
  };
