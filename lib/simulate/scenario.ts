import type { ConsultationChoice } from '../journey';

/** What the customer does; each input block takes the next of `presses` (or `says`), and silence when none is left. */
export interface CustomerScript {
  /** Keys for menus (one each) and strings for stored input. @default [] */
  readonly presses?: readonly string[];
  /** What is said to a bot, as intent names; in chats also what is typed. @default [] */
  readonly says?: readonly string[];
  /** @default true */
  readonly answersCalls?: boolean;
  /** How many calls ring out before the customer answers one. @default 0 */
  readonly missesCalls?: number;
  /** @default 5 */
  readonly answersAfterSeconds?: number;
  /** Hangs up this long after the start. @default never */
  readonly hangsUpAfterSeconds?: number;
  /** Third parties that are called pick up. @default true */
  readonly thirdPartyAnswers?: boolean;
}

/** What an agent does. */
export interface AgentScript {
  /** User name. */
  readonly name: string;
  /** When the agent becomes available, in seconds after the start. @default 0 */
  readonly availableAfterSeconds?: number;
  /** How long the agent lets an offer ring; `by hand` leaves it to `acceptOffer`. Over 20 s it is missed. @default 3 */
  readonly acceptsAfterSeconds?: number | 'by hand';
  /** Hangs up this long after accepting, where the whisper still plays then. @default never */
  readonly hangsUpInWhisperAfterSeconds?: number;
  /**
   * How long the agent works after each contact; `by hand` leaves it to `completeWork`. The time-out of the user cuts it
   * short. @default 0
   */
  readonly afterContactWorkSeconds?: number | 'by hand';
}

interface Timed {
  /** @default 30 */
  readonly afterSeconds?: number;
}

/** What people do once they talk, in order; each after the time given. */
export type Move = Timed &
  (
    | {
        readonly does: 'transfers';
        readonly to: string;
        /** A cold transfer: the agent leaves this long after, whoever has answered by then. @default the agent stays */
        readonly leavesAfterSeconds?: number;
        /** Takes the customer back this long after, if nobody has answered by then. @default never */
        readonly cancelsAfterSeconds?: number;
      }
    | { readonly does: 'chooses'; readonly choice: ConsultationChoice }
    | { readonly does: 'hangs up'; readonly who: 'customer' | 'agent' }
    /** The agent on a call puts the customer on hold, and talks to the customer again. */
    | { readonly does: 'holds' | 'takes off hold' }
    | { readonly does: 'writes'; readonly who: 'customer' | 'agent'; readonly text: string }
    /** The agent of a chat sends the flow of a quick connect to the customer. */
    | { readonly does: 'sends a flow'; readonly quickConnect: string }
    /** TransferContact is called for a task or an email, with a flow that may be told an agent or a queue. */
    | { readonly does: 'is transferred by the API'; readonly flow: string; readonly to?: string }
    /** The agent with a task. */
    | { readonly does: 'pauses' | 'resumes' }
    /** The agent with an email. */
    | { readonly does: 'replies' }
    /** A supervisor, by user name, listens to the contact, talks in it, takes it from its agent, or stops. */
    | { readonly does: 'monitors' | 'barges in' | 'drops the agent' | 'stops monitoring'; readonly who: string }
  );

/** The timers of a chat, in minutes (2 to 480); each begins anew with every message of that side. */
export interface ChatTimeouts {
  /** @default the customer never counts as idle */
  readonly customerIdleMinutes?: number;
  /** When the agent is taken off a chat in which the customer is silent. @default never */
  readonly customerDisconnectMinutes?: number;
  /** @default the agent never counts as idle */
  readonly agentIdleMinutes?: number;
  /** When a silent agent is taken off the chat. @default never */
  readonly agentDisconnectMinutes?: number;
}

/** How the contact starts. Flows and queues by name, id or ARN. */
export type Start =
  | {
      readonly method: 'INBOUND';
      /** @default 'VOICE' */
      readonly channel?: 'VOICE' | 'EMAIL';
      readonly flow: string;
      readonly from?: string;
      readonly to?: string;
    }
  | { readonly method: 'WEBRTC_API'; readonly flow: string; readonly from?: string; readonly to?: string }
  | {
      readonly method: 'API';
      readonly channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';
      readonly flow: string;
      readonly queue?: string;
      readonly to?: string;
      readonly attributes?: Readonly<Record<string, string>>;
      /** Chats. @default no timers */
      readonly timeouts?: ChatTimeouts;
      /** Chats and tasks: how long they may last. @default 25 hours for a chat, seven days for a task */
      readonly expiresAfterSeconds?: number;
      /** Calls: how long it rings before nobody is taken to answer (RingTimeoutInSeconds). @default 60 */
      readonly ringTimeoutSeconds?: number;
      /** Calls: the outbound campaign that dials, with answering machine detection. @default no campaign */
      readonly campaign?: string;
    }
  | {
      readonly method: 'OUTBOUND';
      /** @default 'VOICE' */
      readonly channel?: 'VOICE' | 'EMAIL';
      readonly agent: string;
      /** @default the outbound queue of the agent's routing profile */
      readonly queue?: string;
      readonly to?: string;
    }
  | {
      /** An agent of the queue looks at the customer first, and dials then. */
      readonly method: 'CAMPAIGN_PREVIEW';
      readonly queue: string;
      readonly to?: string;
      readonly campaign?: string;
      readonly attributes?: Readonly<Record<string, string>>;
      /** How long the agent looks. @default 20 */
      readonly previewSeconds?: number;
    };

export interface Scenario {
  readonly start: Start;
  readonly customer?: CustomerScript;
  /** Agents who are there; the others are offline. @default [] */
  readonly agents?: readonly AgentScript[];
  /** @default [] */
  readonly moves?: readonly Move[];
}
