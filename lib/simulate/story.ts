import type { Contact } from './contact';
import type { Entry } from './journal';
import type { ChatTimeouts, CustomerScript, Move } from './scenario';

/** What the people of one chain of contacts do: each contact of the chain shares it. */
export interface Story {
  /** The contacts of the chain, in the order in which they started. */
  readonly contacts: Contact[];
  /** The story from which flows led here: of a task, that of the contact whose flow made it; null where people began it. */
  root: Story | null;
  /** How many contacts came of what people began. */
  begun: number;
  /** How many of them still go on, work of agents after them included. */
  open: number;
  /** What happened, where it is told chain by chain; else null. */
  readonly transcript: Entry[] | null;
  /** Keys and strings still to be entered, in order. */
  readonly presses: string[];
  /** Words still to be said. */
  readonly says: string[];
  readonly answersCalls: boolean;
  /** How many calls the customer lets ring before answering one. */
  missesCalls: number;
  readonly answersAfterSeconds: number;
  readonly hangsUpAfterSeconds: number;
  readonly thirdPartyAnswers: boolean;
  /** What people do once they talk, in order. */
  readonly moves: Move[];
  /** How long the agent looks at the customer of a campaign; null where the start does not say. */
  previewSeconds: number | null;
  /** How long a call of the API rings; null where the start does not say. */
  ringTimeoutSeconds: number | null;
  /** How many messages each side has written, the beginning of the chat counted as one. */
  readonly messages: { customer: number; agent: number };
  /** The timers of a chat hold for its whole chain (ParticipantTimerConfiguration). */
  chatTimeouts: ChatTimeouts | null;
}

/** A script as a story that has not begun. */
export const storyOf = (customer: CustomerScript = {}, moves?: readonly Move[], keepsTranscript = false): Story => ({
  contacts: [],
  root: null,
  begun: 0,
  open: 0,
  transcript: keepsTranscript ? [] : null,
  presses: customer.presses?.slice() ?? [],
  says: customer.says?.slice() ?? [],
  answersCalls: customer.answersCalls ?? true,
  missesCalls: customer.missesCalls ?? 0,
  answersAfterSeconds: customer.answersAfterSeconds ?? 5,
  hangsUpAfterSeconds: customer.hangsUpAfterSeconds ?? Number.POSITIVE_INFINITY,
  thirdPartyAnswers: customer.thirdPartyAnswers ?? true,
  moves: moves?.slice() ?? [],
  previewSeconds: null,
  ringTimeoutSeconds: null,
  messages: { customer: 0, agent: 0 },
  chatTimeouts: null,
});
