import { flow, ON_ERROR, step } from '../example-flow';
import { MESSAGES } from '../messages';
import { hasPlaceholder } from '../placeholder';
import type { Rule } from '../rule';
import { ssmlFaultOf } from '../ssml';
import { foundIn } from '../subject';

const speak = (SSML: string) => flow(step('hello', 'MessageParticipant', { SSML }, ON_ERROR));

/** Markup stands in Text too: the designer writes it there when a prompt is entered as SSML. */
const isMarkup = (text: string, kind: 'plain' | 'SSML' | undefined): boolean =>
  kind === 'SSML' ? /[<&]/.test(text) : text.trimStart().startsWith('<speak');

export const malformedSsml: Rule = {
  name: 'malformed-ssml',
  severity: 'warning',
  evidence: 'documented',
  summary: 'A prompt holds SSML that is not well-formed, so that it cannot be spoken.',
  examples: {
    failing: speak('<speak>Hello.<break time="1s"></speak>'),
    passing: speak('<speak>Hello.<break time="1s"/></speak>'),
  },
  *find({ parameters }) {
    for (const { placed, place, name, value, spec } of parameters.messages) {
      if (typeof value !== 'string' || hasPlaceholder(value) || !isMarkup(value, spec.message)) continue;
      const fault = ssmlFaultOf(value);
      if (fault !== undefined)
        yield foundIn(placed, { path: place.path, ...MESSAGES.malformedSsml(placed, name, fault) });
    }
  },
};
