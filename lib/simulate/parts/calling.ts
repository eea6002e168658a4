import type { Contact } from '../contact';
import type { Kernel, StageEnd } from '../kernel';
import { retryLater } from './callbacks';

const isAnswered = ({ story }: Contact): boolean => {
  if (!story.answersCalls) return false;
  if (story.missesCalls === 0) return true;
  story.missesCalls--;
  return false;
};

/** Source: API_StartOutboundVoiceContact. */
const API_RING_SECONDS = 60;

/** How long it rings: until it is answered, or until nobody is taken to answer; for calls of agents and callbacks the script says when. */
const ringSeconds = ({ method, story }: Contact, answers: boolean): number => {
  const { answersAfterSeconds, ringTimeoutSeconds } = story;
  if (method !== 'API') return answersAfterSeconds;
  const most = ringTimeoutSeconds ?? API_RING_SECONDS;
  return answers ? Math.min(answersAfterSeconds, most) : most;
};

/** Calls the customer, who answers or does not, as the script says. */
export const callCustomer = (kernel: Kernel, contact: Contact, answered: () => void): void => {
  const number = contact.callbackNumber ?? contact.customerEndpoint?.Address ?? 'the customer';
  kernel.note(contact, 'contact', `calls ${number}`);
  const { state, story } = contact;
  const answers = isAnswered(contact);
  const rings = ringSeconds(contact, answers);
  kernel.clock.after(rings * 1000, () => {
    if (contact.state !== state) return;
    if (!answers || rings < story.answersAfterSeconds) return ringsOut(kernel, contact);
    contact.connectedToSystem = kernel.clock.now;
    const who = contact.parties.get(contact.customerPart)?.name ?? null;
    kernel.note(contact, 'does', 'answers the call', { who });
    answered();
  });
};

const ringsOut = (kernel: Kernel, contact: Contact): void => {
  if (retryLater(kernel, contact, 'is not answered')) return;
  const { calls, detectsMachines } = contact.journey;
  const goesOn = calls === 'before the entry flow' && detectsMachines === true;
  if (goesOn && kernel.assumption('outboundCallbackFlowOnNoAnswer') === 'yes')
    return runWithoutCustomer(kernel, contact);
  kernel.end(contact, 'CUSTOMER_NEVER_ARRIVED');
};

/** The flow finds nobody on the line, and may ask for another callback. */
const runWithoutCustomer = (kernel: Kernel, contact: Contact): void => {
  contact.parties.delete('CUSTOMER');
  kernel.play(contact, 'CONNECTED', () => kernel.end(contact, 'CUSTOMER_NEVER_ARRIVED'));
};

/** Both sides talk once the whispers are over; whoever had to listen for more than two minutes is dropped. */
export const connectAfter = (kernel: Kernel, contact: Contact, end: StageEnd): void => {
  if (end === 'hung up') return;
  if (end === 'too long') kernel.end(contact, 'OTHER');
  else kernel.connect(contact);
};

/** The agent waits while the outbound whisper runs, up to its first prompt before anybody has picked up. */
export const dial = (kernel: Kernel, contact: Contact): void => {
  const answered = () => kernel.play(contact, 'ANSWERED', (end) => connectAfter(kernel, contact, end));
  kernel.play(contact, 'DIALLING', (end) => {
    if (end === 'disconnect') return kernel.end(contact, 'CONTACT_FLOW_DISCONNECT');
    if (end === 'too long') return kernel.end(contact, 'OTHER');
    if (contact.connectedToSystem === null) kernel.callCustomer(contact, answered);
    else answered();
  });
};
