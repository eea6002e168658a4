import type { ConsultationChoice } from '../journey';

/** What the customer does; each input block takes the next of `presses` (or `says`), and silence when none is left. */
export interface CustomerScript {
  /** Keys for menus (one each) and strings for stored input. @default [] */
  readonly presses?: readonly string[];
  /** What is said to a bot, as intent names; in chats also what is typed. @default [] */
  readonly says?: readonly string[];
  /** @default true */
  readonly answersCalls?: boolean;
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
}

/** What people do once they talk, in order; each after the time given. */
export type Move =
  | { readonly does: 'transfers'; readonly to: string; readonly afterSeconds?: number }
  | { readonly does: 'chooses'; readonly choice: ConsultationChoice; readonly afterSeconds?: number }
  | { readonly does: 'hangs up'; readonly who: 'customer' | 'agent'; readonly afterSeconds?: number };

/** How the contact starts. Flows and queues by name, id or ARN. */
export type Start =
  | { readonly method: 'INBOUND' | 'WEBRTC_API'; readonly flow: string; readonly from?: string; readonly to?: string }
  | {
      readonly method: 'API';
      readonly channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL';
      readonly flow: string;
      readonly queue?: string;
      readonly to?: string;
      readonly attributes?: Readonly<Record<string, string>>;
    }
  | { readonly method: 'OUTBOUND'; readonly agent: string; readonly queue: string; readonly to?: string };

export interface Scenario {
  readonly start: Start;
  readonly customer?: CustomerScript;
  /** Agents who are there; the others are offline. @default [] */
  readonly agents?: readonly AgentScript[];
  /** @default [] */
  readonly moves?: readonly Move[];
}
