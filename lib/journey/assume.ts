import type { Assumptions } from './assumptions';

/**
 * What is assumed unless somebody answers otherwise. Apart from the table of assumptions, whose sentences a Lambda function
 * need not carry.
 */
const DEFAULTS: Assumptions = {
  disconnectFlowContact: 'newContact',
  customerLeavingRunsDisconnectFlow: 'no',
  transferLegHearsQueueFlow: 'yes',
  transferInheritsHooks: 'no',
  missedTransfer: 'waits',
  rejectedCallShows: 'REJECTED',
  queueMoveInheritsHooks: 'yes',
  callbackInheritsHooks: 'yes',
  disconnectInheritsHooks: 'no',
  queueMoveRestartsQueueFlow: 'yes',
  whispersAfterQueueMove: 'yes',
  callbackDials: 'afterAgentWhisper',
  callbackRetries: 'unanswered',
  waitInCreationFlow: 'yes',
  callbackQueueDuration: 'sinceEnqueued',
  callbackSystemEndpoint: 'callerId',
  callbackShowsPending: 'no',
  outboundWhisperSplit: 'beforeFirstPrompt',
  customerLeavingEndsConference: 'yes',
  pausedTaskFreesSlot: 'yes',
  outboundCallbackFlowOnNoAnswer: 'no',
  taskDefaultWhisper: 'no',
  emailDefaultWhisper: 'no',
  holdAllPlaysAgentHold: 'yes',
  chatTransferFlowHeardByCustomer: 'yes',
  chatOutboundWhisper: 'no',
  campaignPreviewFlows: 'asOutbound',
  customerFirstWhispers: 'yes',
  resultsCrossTransferToFlow: 'no',
  transferToFlowContact: 'sameContact',
  hookThatNamesNoFlow: 'errorBranch',
  promptOnEmail: 'goesOn',
  unsetReference: 'emptyText',
  unlistedFields: 'ids',
  metricsLag: 'fiveSeconds',
  metricsOfIdleQueue: 'errorBranch',
  storedPhoneNumber: 'e164',
  resumeOfRunningTask: 'errorBranch',
};

/** The defaults with some of them answered otherwise. */
export const assume = (answers: Partial<Assumptions> = {}): Assumptions => ({ ...DEFAULTS, ...answers });
