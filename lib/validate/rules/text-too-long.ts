import { LIMITS } from '../../language';
import { flow, say } from '../example-flow';
import type { DescribedValue } from '../flow-facts/parameter-facts';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn } from '../subject';

const { promptCharacters, billedPromptCharacters } = LIMITS;

const tooLongPrompt = ({ placed, place, name, value }: DescribedValue): Finding | undefined => {
  if (typeof value !== 'string' || value.length <= billedPromptCharacters) return undefined;
  const { path } = place;
  if (value.length > promptCharacters) {
    return foundIn(placed, { path, ...MESSAGES.promptTooLong(placed, name, value.length) });
  }
  const billed = value.replace(/<[^<>]*>/g, '').length;
  if (billed <= billedPromptCharacters) return undefined;
  return foundIn(placed, { path, severity: 'warning', ...MESSAGES.promptTooLongToBill(placed, name, billed) });
};

const outsideLimits = ({ placed, place, name, value, spec }: DescribedValue): Finding | undefined => {
  const [least, most] = spec.characters ?? [0, Number.POSITIVE_INFINITY];
  if (typeof value !== 'string' || value.includes('$')) return undefined;
  if (value.length >= least && value.length <= most) return undefined;
  const message = MESSAGES.textLength(placed, name, value.length, least, most);
  return foundIn(placed, { path: place.path, severity: 'warning', ...message });
};

export const textTooLong: Rule = {
  name: 'text-too-long',
  severity: 'error',
  evidence: 'documented',
  summary: 'A text is longer than can be spoken or sent (error), or than another limit allows (warning).',
  examples: {
    failing: flow(say('terms', 'All our terms. '.repeat(500))),
    passing: flow(say('terms', 'Our terms are on our website.')),
  },
  find: ({ parameters }) => [
    ...parameters.messages.flatMap((found) => tooLongPrompt(found) ?? []),
    ...parameters.measured.flatMap((found) => outsideLimits(found) ?? []),
  ],
};
