import type { CustomerScript, Move } from './scenario';

/** What the people of one chain of contacts do: each contact of the chain shares it. */
export interface Story {
  /** Keys and strings still to be entered, in order. */
  readonly presses: string[];
  /** Words still to be said. */
  readonly says: string[];
  readonly answersCalls: boolean;
  readonly answersAfterSeconds: number;
  readonly hangsUpAfterSeconds: number;
  readonly thirdPartyAnswers: boolean;
  /** What people do once they talk, in order. */
  readonly moves: Move[];
}

/** A script as a story that has not begun. */
export const storyOf = (customer: CustomerScript = {}, moves: readonly Move[] = []): Story => ({
  presses: [...(customer.presses ?? [])],
  says: [...(customer.says ?? [])],
  answersCalls: customer.answersCalls ?? true,
  answersAfterSeconds: customer.answersAfterSeconds ?? 5,
  hangsUpAfterSeconds: customer.hangsUpAfterSeconds ?? Number.POSITIVE_INFINITY,
  thirdPartyAnswers: customer.thirdPartyAnswers ?? true,
  moves: [...moves],
});
