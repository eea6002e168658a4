import { agentHoldFlow, customerHoldFlow, loopPrompts } from '../../../lib/build';

export const customerHold = customerHoldFlow('Customer hold', [
  loopPrompts(['We are still with you. Thank you for your patience.', { ssml: '<speak><break time="8s"/></speak>' }]),
]);

export const agentHold = agentHoldFlow('Agent hold', [
  loopPrompts(['You are on hold.', { ssml: '<speak><break time="10s"/></speak>' }]),
]);
