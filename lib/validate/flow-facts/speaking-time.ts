import { isObject } from '../described-values';
import type { PlacedAction } from './placed-action';

/** About what a Polly voice speaks; a recording whose length nobody knows counts as a short one. */
const CHARACTERS_PER_SECOND = 15;
const RECORDING_SECONDS = 5;

const BREAK = /<break\s[^<>]*time="(\d+(?:\.\d+)?)(m?)s"/g;

const breaksIn = (text: string): number =>
  Array.from(text.matchAll(BREAK), ([, time, milli]) => Number(time) / (milli === 'm' ? 1000 : 1)).reduce(
    (sum, seconds) => sum + seconds,
    0,
  );

const secondsOfText = (text: unknown): number =>
  typeof text === 'string' ? text.replace(/<[^<>]*>/g, '').length / CHARACTERS_PER_SECOND + breaksIn(text) : 0;

const secondsOfPrompt = ({ Text, SSML, PromptId, Media }: Readonly<Record<string, unknown>>): number =>
  secondsOfText(Text) + secondsOfText(SSML) + (PromptId === undefined && Media === undefined ? 0 : RECORDING_SECONDS);

/** About how long an action speaks, in seconds. */
export const speakingSeconds = ({ spec, parameters }: PlacedAction): number => {
  if (spec?.participant !== 'listens' && spec?.participant !== 'answers') return 0;
  const { Messages: messages } = parameters;
  const prompts = Array.isArray(messages) ? messages.filter(isObject) : [];
  return [parameters, ...prompts].reduce((sum, prompt) => sum + secondsOfPrompt(prompt), 0);
};
