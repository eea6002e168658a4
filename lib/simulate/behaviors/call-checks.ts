import type { Contact } from '../contact';
import { settingsOf } from '../contact-settings';
import { failed, NEXT, result } from '../outcome';
import type { WorldVoiceId } from '../world';
import type { Behavior } from './behavior';

const startVoiceIdStream: Behavior = (_step, { kernel, contact }) => {
  if (kernel.world.world.voiceId === undefined) return failed('the instance has no Voice ID');
  settingsOf(contact).voiceIdStream = true;
  return NEXT;
};

const isOption = (option: string): option is keyof WorldVoiceId =>
  option === 'enrollmentStatus' || option === 'voiceAuthentication' || option === 'fraudDetection';

/** Whether somebody is enrolled is known without their voice. */
const isHeard = (contact: Contact, option: string): boolean =>
  option === 'enrollmentStatus' || settingsOf(contact).voiceIdStream;

const checkVoiceId: Behavior = (step, { kernel, contact }) => {
  const option = String(step.parameters.CheckVoiceIdOption);
  const found = isOption(option) ? kernel.world.world.voiceId?.[option] : undefined;
  if (found === undefined) return failed(`Voice ID knows nothing of ${option}`);
  return isHeard(contact, option) ? result(found) : failed('Voice ID does not hear the call');
};

/** Detection runs for campaigns and for customer-first callbacks, and finds a person unless the world says otherwise. */
const checkOutboundCallStatus: Behavior = (_step, { kernel, contact }) => {
  const { callProgress } = kernel.world.world;
  const detects = contact.campaign !== null || contact.journey.detectsMachines === true;
  if (callProgress === undefined && !detects) return failed('no answering machine detection ran');
  return result(contact.connectedToSystem === null ? 'NotDetected' : (callProgress ?? 'CallAnswered'));
};

export const CALL_CHECK_BEHAVIORS = {
  StartVoiceIdStream: startVoiceIdStream,
  CheckVoiceId: checkVoiceId,
  CheckOutboundCallStatus: checkOutboundCallStatus,
} satisfies Record<string, Behavior>;
