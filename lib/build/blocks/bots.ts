import type { LegalIn } from '../../language/wire';
import { type BotRef, readBot } from '../handles';
import { onError, onErrorType, onResult, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import type { Value, Values } from '../value';
import { messageOf, type Prompt } from './prompts';

type Talking = LegalIn<'ConnectParticipantWithLexBot'>;

interface BotBranches<T extends Talking> extends OnError<T> {
  /** By the name of the intent, as Lex spells it. */
  readonly intents: { readonly [intent: string]: Branch<T> };
  /** Any other intent, the fallback intent included unless it is named. */
  readonly otherwise: Branch<T>;
  /** A chat customer said nothing in time. */
  readonly timeout?: Branch<T>;
}

interface BotOptions {
  readonly sessionAttributes?: Values;
  /** How long a chat customer may be silent. */
  readonly chatTimeLimitSeconds?: number;
  /** What the bot takes as the customer's first words in a chat: text, or `contact.initialMessage`. */
  readonly initialMessage?: Value;
}

/** Lets a Lex V2 bot talk with the customer and branches on the intent it found; slots are read with `slot('name')`. */
export const lexBot = <T extends Talking>(
  bot: BotRef,
  prompt: Prompt,
  branches: BotBranches<T>,
  options: BotOptions = {},
): Step<T> => {
  const message = messageOf(prompt);
  const handle = readBot(bot);
  const { chatTimeLimitSeconds, initialMessage } = options;
  const given = {
    ...message.parameters,
    LexV2Bot: { AliasArn: handle.arn },
    LexSessionAttributes: options.sessionAttributes,
    LexInitializationData: initialMessage === undefined ? undefined : { InitialMessage: initialMessage },
    LexTimeoutSeconds: chatTimeLimitSeconds === undefined ? undefined : { Text: chatTimeLimitSeconds },
  };
  const action = plan('ConnectParticipantWithLexBot', given, {
    block: 'Get customer input',
    words: message.words,
    ways: [
      ...Object.entries(branches.intents).map(([intent, to]) => onResult(intent, to)),
      onErrorType('timeout', 'InputTimeLimitExceeded', branches.timeout),
      onErrorType('otherwise', 'NoMatchingCondition', branches.otherwise),
      onError(branches),
    ],
    next: { copyOf: 'NoMatchingCondition' },
  });
  return step(lexBot, [action], [message.handle, handle]);
};
