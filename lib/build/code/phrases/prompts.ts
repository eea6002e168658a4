import type { JsonObject } from '../../../language/document';
import { type Code, call, json, list, object, options } from '../code';
import { integerOf, objectOf, onError, type Phrase, resultBranch, textOf, type Wire } from '../phrase';
import { resource, textCode } from '../values';

const PROMPT_KEYS = ['Text', 'SSML', 'PromptId', 'Media'];

/** What is heard or read, as far as it is one of the four forms that a script knows. */
export const promptCode = (parameters: JsonObject, shown: Wire['shown']): Code | undefined => {
  const [key, ...more] = PROMPT_KEYS.filter((one) => Object.hasOwn(parameters, one));
  if (key === undefined || more.length > 0) return undefined;
  const text = textOf(key === 'Media' ? objectOf(parameters.Media)?.Uri : parameters[key]);
  if (text === undefined) return undefined;
  if (key === 'Text') return textCode(text);
  if (key === 'SSML') return object(['ssml', text.startsWith('$.') ? json(text) : textCode(text)]);
  return key === 'Media' ? object(['s3', json(text)]) : object(['prompt', resource('prompt', text, shown('PromptId'))]);
};

const play: Phrase = (wire) => {
  const prompt = promptCode(wire.parameters, wire.shown);
  return prompt && call('playPrompt', prompt, options(['onError', onError(wire)]));
};

const loopPrompts: Phrase = (wire) => {
  const { Messages: messages, InterruptFrequencySeconds: seconds } = wire.parameters;
  if (!Array.isArray(messages)) return undefined;
  const prompts = messages.map((message) => promptCode(objectOf(message) ?? {}, () => undefined));
  const known = prompts.filter((prompt) => prompt !== undefined);
  const [only] = known;
  if (only === undefined || known.length < prompts.length) return undefined;
  const given = options(
    ['interruptEverySeconds', seconds === undefined ? undefined : json(integerOf(seconds) ?? null)],
    ['onInterrupt', resultBranch(wire, 'MessagesInterrupted', { back: true })],
    ['onError', onError(wire)],
  );
  return call('loopPrompts', known.length === 1 ? only : list(known), given);
};

export const PROMPT_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  MessageParticipant: [play],
  MessageParticipantIteratively: [loopPrompts],
};
