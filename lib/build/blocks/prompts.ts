import type { Json, JsonObject } from '../../language/document';
import type { LegalIn } from '../../language/wire';
import { type Handle, type PromptRef, readPrompt } from '../handles';
import { end, onError, plan, step } from '../place-step';
import type { Reference } from '../reference';
import type { Branch, End, OnError, Step } from '../step';

/**
 * Something to hear or read: text (references in it are filled in), SSML, a prompt of the instance, or an audio file in
 * S3 by its URI. Chats and tasks only take text.
 */
export type Prompt =
  | string
  | Reference<string>
  | { readonly ssml: string }
  | { readonly prompt: PromptRef }
  | { readonly s3: string };

/** A prompt in wire form. */
interface Message {
  readonly parameters: JsonObject;
  readonly words: string;
  readonly handle?: Handle;
}

export const messageOf = (prompt: Prompt): Message => {
  if (typeof prompt === 'string' || 'path' in prompt) {
    return { parameters: { Text: String(prompt) }, words: String(prompt) };
  }
  if ('ssml' in prompt) return { parameters: { SSML: prompt.ssml }, words: prompt.ssml };
  if ('s3' in prompt) {
    const media = { Uri: prompt.s3, SourceType: 'S3', MediaType: 'Audio' };
    return { parameters: { Media: media }, words: prompt.s3.split('/').at(-1) ?? '' };
  }
  const handle = readPrompt(prompt.prompt);
  return { parameters: { PromptId: handle.arn }, words: handle.name ?? '', handle };
};

/** What the designer shows for the prompt of an action. */
export const showsPrompt = ({ handle }: Message): JsonObject =>
  handle?.name === undefined ? {} : { parameters: { PromptId: { displayName: handle.name } }, promptName: handle.name };

interface PlayOptions<T extends LegalIn<'MessageParticipant'>> extends OnError<T> {
  /** Says nothing, or breaks off, where keys were pressed ahead; see `setTouchtoneBuffer`. */
  readonly skipWhenBuffering?: boolean;
}

/** Speaks or sends a message and goes on when it has ended. Not in hold flows: they take `loopPrompts` only. */
export const playPrompt = <T extends LegalIn<'MessageParticipant'>>(
  prompt: Prompt,
  options: PlayOptions<T> = {},
): Step<T> => {
  const message = messageOf(prompt);
  const given = { ...message.parameters, SkipWhenDTMFBufferEnabled: options.skipWhenBuffering };
  const action = plan('MessageParticipant', given, {
    block: 'Play prompt',
    words: message.words,
    ways: [onError(options)],
    metadata: showsPrompt(message),
  });
  return step(playPrompt, [action], [message.handle]);
};

interface Interruption<T extends LegalIn<'MessageParticipantIteratively'>> {
  readonly interruptEverySeconds: number;
  /** What happens then. A script that falls off its end lets the prompts go on. */
  readonly onInterrupt: Branch<T>;
}

type NoInterruption = { readonly interruptEverySeconds?: never; readonly onInterrupt?: never };

type LoopPromptsOptions<T extends LegalIn<'MessageParticipantIteratively'>> = OnError<T> &
  (Interruption<T> | NoInterruption);

const displayNames = (messages: readonly Message[]): JsonObject => {
  const shown: Json[] = messages.map(({ handle }) =>
    handle?.name === undefined ? null : { PromptId: { displayName: handle.name } },
  );
  return shown.some((entry) => entry !== null) ? { parameters: { Messages: shown } } : {};
};

/**
 * Plays prompts over and over while the contact waits; nothing comes after it. Its errors do not go to the flow's
 * `onError`: on a chat the block always fails, and a flow that stops there leaves the chat in its queue, where it belongs.
 */
export const loopPrompts = <T extends LegalIn<'MessageParticipantIteratively'>>(
  prompts: Prompt | readonly Prompt[],
  options: LoopPromptsOptions<T> = {},
): End<T> => {
  const messages = (Array.isArray(prompts) ? (prompts as readonly Prompt[]) : [prompts as Prompt]).map(messageOf);
  const { interruptEverySeconds, onInterrupt } = options;
  const interrupted = { operator: 'Equals', operand: 'MessagesInterrupted' };
  const action = plan(
    'MessageParticipantIteratively',
    { Messages: messages.map(({ parameters }) => parameters), InterruptFrequencySeconds: interruptEverySeconds },
    {
      block: 'Loop prompts',
      words: messages[0]?.words,
      ways: [
        onInterrupt ? [{ name: 'interrupt', condition: interrupted, to: onInterrupt, back: 'self' }] : [],
        onError(options),
      ],
      next: 'open',
      optionalCatchAll: false,
      metadata: displayNames(messages),
    },
  );
  return end(
    loopPrompts,
    [action],
    messages.map(({ handle }) => handle),
  );
};
