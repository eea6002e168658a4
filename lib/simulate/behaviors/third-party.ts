import { LIMITS } from '../../language';
import { type Contact, chainIsFull } from '../contact';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { ended, failed, later, NEXT, type Outcome } from '../outcome';
import type { Behavior } from './behavior';
import { isBusy, isDialable } from './telephony';

/** How long customer and third party talk, where nobody says otherwise. */
const TALK_MILLISECONDS = 60_000;

const resumes = ({ form }: LinkedStep): boolean => form?.name === 'resumes';

/** Without Resume flow after disconnect there is one branch for all that can go wrong. */
const unconnected = (step: LinkedStep, because: string, error: 'CallFailed' | 'ConnectionTimeLimitExceeded'): Outcome =>
  failed(because, resumes(step) ? error : 'NoMatchingError');

const noAnswer = (step: LinkedStep, execution: Execution, leg: Contact): Outcome => {
  const limit = Number(execution.text(step.parameters.ThirdPartyConnectionTimeLimitSeconds)) * 1000;
  return later(limit, () => {
    execution.kernel.end(leg, 'OTHER');
    return unconnected(step, 'the third party did not answer in time', 'ConnectionTimeLimitExceeded');
  });
};

const engaged = (step: LinkedStep, { kernel }: Execution, leg: Contact): Outcome => {
  kernel.end(leg, 'OTHER');
  return unconnected(step, 'the third party is engaged', 'CallFailed');
};

const talk = (step: LinkedStep, execution: Execution, leg: Contact): Outcome => {
  const { kernel } = execution;
  const digits = execution.text(step.parameters.ThirdPartyDTMFDigits);
  if (digits !== '') kernel.note(leg, 'contact', `sends the touch tones ${digits}`);
  kernel.note(leg, 'contact', `Customer and ${leg.parties.get('DESTINATION_AGENT')?.name} talk`);
  return later(TALK_MILLISECONDS, () => {
    kernel.end(leg, 'THIRD_PARTY_DISCONNECT');
    return resumes(step) ? NEXT : ended('disconnect');
  });
};

/** The third party is a contact of its own; when it hangs up, the flow goes on if it was asked to. */
const transferParticipantToThirdParty: Behavior = (step, execution) => {
  const { kernel, contact } = execution;
  const number = execution.text(step.parameters.ThirdPartyPhoneNumber);
  if (number === '') return failed('there is no number to call');
  if (!isDialable(kernel, number))
    return unconnected(step, `${number} is not among the numbers that may be called`, 'CallFailed');
  if (chainIsFull(contact)) return unconnected(step, `a chain holds ${LIMITS.contactChain} contacts`, 'CallFailed');
  const leg = kernel.callThirdParty(contact, number);
  const { thirdPartyAnswers, answersAfterSeconds } = contact.story;
  if (isBusy(kernel, number)) return engaged(step, execution, leg);
  if (!thirdPartyAnswers) return noAnswer(step, execution, leg);
  return later(answersAfterSeconds * 1000, () => talk(step, execution, leg));
};

export const THIRD_PARTY_BEHAVIORS = {
  TransferParticipantToThirdParty: transferParticipantToThirdParty,
  CompleteOutboundCall: () => NEXT,
  DisconnectParticipant: () => ended('disconnect'),
} satisfies Record<string, Behavior>;
