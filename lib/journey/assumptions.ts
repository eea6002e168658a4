/**
 * Every point where AWS is silent or contradicts itself and a decision had to be made. Each one is a switch: pass another
 * value to `assume`, where the defaults stand, and every reader of the rulebook follows.
 *
 * `evidence`: `observed` on a live instance or in its events, `documented` on a page that another page contradicts,
 * `inferred` by us without a source.
 */
export interface Assumption {
  /** What is uncertain, as a question. */
  readonly question: string;
  /** The possible answers, with what each one means. */
  readonly values: { readonly [value: string]: string };
  readonly evidence: 'observed' | 'documented' | 'inferred';
  readonly why: string;
  readonly sources: readonly string[];
}

const ADMIN = 'https://docs.aws.amazon.com/connect/latest/adminguide';
const YES_NO = { yes: 'it does', no: 'it does not' } as const;

export const ASSUMPTIONS = {
  disconnectFlowContact: {
    question: 'Does a disconnect flow run on a contact of its own?',
    values: {
      newContact: 'a contact with method DISCONNECT follows the one that ended',
      sameContact: 'the flow runs on the contact that ends; only contacts that it creates have method DISCONNECT',
    },
    evidence: 'observed',
    why: 'A published Lambda event of a voice disconnect flow carries InitiationMethod DISCONNECT, a new ContactId and the ended contact as PreviousContactId; the post-chat survey page says the same. The contact record page reads as if only contacts created by the flow were marked.',
    sources: [`${ADMIN}/post-chat-survey.html`, `${ADMIN}/ctr-data-model.html`],
  },
  customerLeavingRunsDisconnectFlow: {
    question: 'Does the disconnect flow of a call run when the customer hangs up?',
    values: YES_NO,
    evidence: 'documented',
    why: 'The block page lists it as an event and says in a tip that no flow can be invoked then; the hook is called CustomerRemaining.',
    sources: [`${ADMIN}/set-disconnect-flow.html`],
  },
  transferLegHearsQueueFlow: {
    question: 'Does the agent who transfers hear a customer queue flow while the transfer waits in a queue?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The leg is in a queue and Set customer queue flow may stand in transfer flows, but no page lists the flow for this journey.',
    sources: [`${ADMIN}/set-customer-queue-flow.html`, `${ADMIN}/contact-initiation-methods.html`],
  },
  transferInheritsHooks: {
    question: 'Do event hooks of a contact carry over to the contact that a quick connect creates?',
    values: YES_NO,
    evidence: 'documented',
    why: 'The quick-connect page lets the transfer flow set both whispers and says that the defaults play otherwise.',
    sources: [`${ADMIN}/how-quick-connects-work.html`],
  },
  missedTransfer: {
    question: 'What becomes of a call transferred to an agent who misses or rejects it?',
    values: {
      waits: "it waits in the agent's queue until it is accepted, the source agent gives up, or the customer leaves",
      comesBack: 'it ends, and the source agent has the customer back',
    },
    evidence: 'inferred',
    why: 'No page says how the transfer ends or what the source agent hears; the leg is an ordinary contact in the queue of that agent.',
    sources: [`${ADMIN}/how-quick-connects-work.html`, `${ADMIN}/setup-agent-to-agent-transfers.html`],
  },
  rejectedCallShows: {
    question: 'Which state does a call that an agent rejects have in the agent event stream?',
    values: { REJECTED: 'REJECTED, as on the other channels', MISSED: 'MISSED' },
    evidence: 'documented',
    why: "Today's page gives REJECTED for rejected contacts of any kind; that of 2023 kept it for chats and tasks and had calls MISSED.",
    sources: [`${ADMIN}/about-contact-states.html`, `${ADMIN}/agent-event-stream-model.html`],
  },
  queueMoveInheritsHooks: {
    question: 'Do event hooks carry over when a queued contact is moved to another queue?',
    values: YES_NO,
    evidence: 'observed',
    why: 'Hooks appeared to stay in a live check; no page says so.',
    sources: [`${ADMIN}/transfer-to-queue.html`],
  },
  callbackInheritsHooks: {
    question: 'Do event hooks set before a callback was created hold for the callback?',
    values: YES_NO,
    evidence: 'documented',
    why: 'The release notes say that whispers set before are kept for the callback contact.',
    sources: [`${ADMIN}/amazon-connect-release-notes.html`],
  },
  disconnectInheritsHooks: {
    question: 'Do event hooks of the ended contact hold for the contact on which its disconnect flow runs?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'Nothing is said; were they inherited, the disconnect flow would run again when its own contact ends.',
    sources: [`${ADMIN}/set-disconnect-flow.html`],
  },
  queueMoveRestartsQueueFlow: {
    question: 'Does a move to another queue start the customer queue flow anew?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The topic presents a customer queue flow after the move; a project that tested live lists the question as open.',
    sources: [`${ADMIN}/contact-initiation-methods.html`],
  },
  whispersAfterQueueMove: {
    question: 'Do the whispers run when an agent accepts a contact that was moved to another queue?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The topic names a customer queue flow only, but after the move it is an ordinary queued contact.',
    sources: [`${ADMIN}/contact-initiation-methods.html`],
  },
  callbackDials: {
    question: 'When is the customer of an agent-first callback called?',
    values: { afterAgentWhisper: 'when the agent whisper has ended', onAccept: 'as soon as the agent accepts' },
    evidence: 'documented',
    why: 'The example counts ten seconds of whisper before the call; the page on failed attempts speaks of dialling at accept.',
    sources: [`${ADMIN}/queued-callback-example.html`, `${ADMIN}/failed-callback-attempt.html`],
  },
  callbackRetries: {
    question: 'After which failures is an agent-first callback tried again?',
    values: {
      unanswered: 'when the customer does not answer',
      everyFailure: 'whenever something goes wrong between the agent who accepts and the two who talk',
    },
    evidence: 'documented',
    why: 'The action counts attempts that are not answered; the page on failed attempts calls everything a failure that comes between accepting and talking.',
    sources: [`${ADMIN}/failed-callback-attempt.html`, `${ADMIN}/transfer-to-queue.html`],
  },
  waitInCreationFlow: {
    question: 'Does Wait pause the creation flow of a callback?',
    values: { yes: 'it does', no: 'it leaves by the error branch, as on other calls' },
    evidence: 'documented',
    why: 'The page on customer-first callbacks delays tries with it; the page of the block rules out calls but for two options of inbound flows.',
    sources: [`${ADMIN}/customer-first-cb.html`, `${ADMIN}/wait.html`],
  },
  callbackQueueDuration: {
    question: 'Does the time in queue of a callback include its initial delay?',
    values: {
      sinceEnqueued: 'no: it begins when the callback enters the queue',
      withDelay: 'yes: it begins when the callback is created',
    },
    evidence: 'documented',
    why: 'The example counts 99 seconds of delay and 21 in the queue as 120; the page on failed attempts has a callback with a delay of ten seconds and ten in the queue, and counts ten.',
    sources: [`${ADMIN}/queued-callback-example.html`, `${ADMIN}/failed-callback-attempt.html`],
  },
  callbackSystemEndpoint: {
    question: 'What is the system endpoint of a callback?',
    values: {
      callerId: 'the caller ID of its queue, anonymous where there is none',
      notFilled: 'none',
    },
    evidence: 'documented',
    why: 'The contact record page describes the caller ID; the page of contact events says that the field is not filled for callbacks.',
    sources: [`${ADMIN}/ctr-data-model.html`, `${ADMIN}/contact-events.html`],
  },
  callbackShowsPending: {
    question: 'Is a callback PENDING at its agent between accepting and talking?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The page lists the state as one of queued callbacks and does not say when it holds.',
    sources: [`${ADMIN}/about-contact-states.html`],
  },
  outboundWhisperSplit: {
    question: 'Which part of an outbound whisper flow runs before the customer is called?',
    values: {
      beforeFirstPrompt:
        'everything before the first Play prompt; that prompt and the rest run once the customer answers',
      nothing: 'none: the whole flow runs once the customer answers',
    },
    evidence: 'documented',
    why: "Today's topic says so; the seed topic and other pages speak of the answered call only.",
    sources: [`${ADMIN}/contact-initiation-methods.html`, `${ADMIN}/default-outbound.html`],
  },
  customerLeavingEndsConference: {
    question: 'Does a call of three end when the customer hangs up?',
    values: { yes: 'for everybody', no: 'for the customer: the others stay on the line' },
    evidence: 'inferred',
    why: 'The pages say for multi-party calls that they live while the caller or an agent is on, and nothing of ordinary ones.',
    sources: [`${ADMIN}/multi-party-calls.html`, `${ADMIN}/three-party-multi-party-comparison.html`],
  },
  pausedTaskFreesSlot: {
    question: 'Can an agent who paused a task be offered another in its place?',
    values: YES_NO,
    evidence: 'documented',
    why: 'The page of Resume contact says that pausing frees an active slot; how many tasks can be paused is not said there.',
    sources: [`${ADMIN}/resume-contact.html`],
  },
  outboundCallbackFlowOnNoAnswer: {
    question: 'Does the outbound callback flow of a customer-first callback run when nobody answers?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The page has the flow check the call progress of an answered call and leaves retries to it; what runs after ringing out is not said.',
    sources: [`${ADMIN}/customer-first-cb.html`],
  },
  taskDefaultWhisper: {
    question: 'Does a task run the default agent whisper flow when none is set?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The whisper page rules it out for chat and is silent on tasks, which have no audio.',
    sources: [`${ADMIN}/set-whisper-flow.html`],
  },
  emailDefaultWhisper: {
    question: 'Does an email run the default agent whisper flow when none is set?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'As for tasks: the whisper page is silent.',
    sources: [`${ADMIN}/set-whisper-flow.html`],
  },
  holdAllPlaysAgentHold: {
    question: 'Does the destination agent hear the agent hold flow after Hold all?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The destination agent is put on hold; which flow plays is not said.',
    sources: [`${ADMIN}/how-quick-connects-work.html`],
  },
  chatTransferFlowHeardByCustomer: {
    question: 'Who sees the transfer flow of a chat, whose source agent leaves at once?',
    values: { yes: 'the customer, as in a cold transfer of a call', no: 'nobody' },
    evidence: 'inferred',
    why: 'The source agent goes straight to after contact work; on cold transfers of calls the flow is played to the customer.',
    sources: [`${ADMIN}/transfer.html`, `${ADMIN}/create-contact-flow.html`],
  },
  chatOutboundWhisper: {
    question: 'Does a chat run the outbound whisper flow of its queue?',
    values: {
      no: 'it does not',
      yes: 'it does, once an agent has accepted; customer and agent see what it says',
    },
    evidence: 'documented',
    why: 'The table of flow types has the type for chats, and a tip says that both see its prompts; no method by which chats start names such a flow.',
    sources: [`${ADMIN}/create-contact-flow.html`, `${ADMIN}/set-whisper-flow.html`],
  },
  campaignPreviewFlows: {
    question: 'Which flows does a campaign call with preview run?',
    values: { asOutbound: 'the outbound whisper flow, as an outbound call does', none: 'none' },
    evidence: 'inferred',
    why: 'The topic names the method without a list of flows.',
    sources: [`${ADMIN}/contact-initiation-methods.html`],
  },
  customerFirstWhispers: {
    question: 'Do the whispers run when an agent accepts the answered call of a customer-first callback?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'The page does not describe them; to the agent it is an inbound contact from a queue.',
    sources: [`${ADMIN}/customer-first-cb.html`],
  },
  resultsCrossTransferToFlow: {
    question: 'Can the next flow read what Lambda functions and input blocks left before Transfer to flow?',
    values: YES_NO,
    evidence: 'inferred',
    why: 'Flow attributes are said not to reach the next flow; of $.External, $.Lex and $.StoredCustomerInput nothing is said.',
    sources: [`${ADMIN}/set-contact-attributes.html`, `${ADMIN}/transfer-to-flow.html`],
  },
  transferToFlowContact: {
    question: 'Does Transfer to flow begin a contact of its own?',
    values: { sameContact: 'it does not: the next flow runs on the same contact' },
    evidence: 'documented',
    why: 'The contact record page names the block among those that create a next contact, and no initiation method that such a contact would have.',
    sources: [`${ADMIN}/ctr-data-model.html`, `${ADMIN}/transfer-to-flow.html`],
  },
  hookThatNamesNoFlow: {
    question: 'What does Set whisper flow (or its like) do with a value that is no flow of the right type?',
    values: { errorBranch: 'leaves by the error branch, the hook stays as it was', accepts: 'sets the hook' },
    evidence: 'inferred',
    why: 'The action must declare an error branch; the pages name the type that each hook wants, and do not say when it is checked.',
    sources: [`${ADMIN}/set-whisper-flow.html`],
  },
  promptOnEmail: {
    question: 'What does Play prompt do on an email?',
    values: { goesOn: 'goes on without effect', errorBranch: 'leaves by the error branch' },
    evidence: 'documented',
    why: 'The page of the block names the error branch, the table of blocks by channel the branch of success.',
    sources: [`${ADMIN}/play.html`, `${ADMIN}/block-support-by-channel.html`],
  },
  unsetReference: {
    question: 'What does a reference to something unset give?',
    values: { emptyText: 'empty text' },
    evidence: 'inferred',
    why: 'Not stated on any page read.',
    sources: [`${ADMIN}/connect-attrib-list.html`],
  },
  unlistedFields: {
    question: 'What does a flow keep of a case or a profile when the block lists no response fields?',
    values: { all: 'every field', ids: 'the ids only' },
    evidence: 'inferred',
    why: 'The pages say that the response fields are what is stored, and not what happens without any.',
    sources: [`${ADMIN}/customer-profiles-block.html`, `${ADMIN}/cases-block.html`],
  },
  metricsLag: {
    question: 'How old is what Get metrics tells of a queue?',
    values: { none: 'as of now', fiveSeconds: 'five seconds old', tenSeconds: 'ten seconds old' },
    evidence: 'documented',
    why: 'The page says that the values lag by five to ten seconds.',
    sources: [`${ADMIN}/get-queue-metrics.html`],
  },
  metricsOfIdleQueue: {
    question: 'What does Get metrics do for a queue in which nobody waits and which nobody serves?',
    values: { errorBranch: 'leaves by the error branch', zeros: 'goes on, with counts of zero' },
    evidence: 'documented',
    why: 'The page speaks of the error branch without activity to report; what counts as activity is not said.',
    sources: [`${ADMIN}/get-queue-metrics.html`],
  },
  storedPhoneNumber: {
    question: 'How does Store customer input keep a valid phone number?',
    values: { e164: 'in E.164, with the country code that the block names', asEntered: 'as it was entered' },
    evidence: 'inferred',
    why: 'Set callback number wants E.164 and is fed with the stored input in examples; its page says that the prefix of the country is added, not where.',
    sources: [`${ADMIN}/store-customer-input.html`, `${ADMIN}/set-callback-number.html`],
  },
  resumeOfRunningTask: {
    question: 'What does Resume contact do with a task that is not paused?',
    values: { errorBranch: 'leaves by the error branch', goesOn: 'goes on' },
    evidence: 'inferred',
    why: 'The API refuses to resume a contact that is not paused; the block page is silent.',
    sources: [`${ADMIN}/resume-contact.html`],
  },
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof ASSUMPTIONS;

/** A value for every assumption. */
export type Assumptions = { readonly [K in AssumptionName]: keyof (typeof ASSUMPTIONS)[K]['values'] };
