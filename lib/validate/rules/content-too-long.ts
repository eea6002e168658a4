import { LIMITS, write } from '../../language';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';

export const contentTooLong: Rule = {
  name: 'content-too-long',
  severity: 'error',
  evidence: 'documented',
  summary: 'The flow has more characters than the API takes as Content.',
  *find({ document }) {
    const { length } = write(document, { indent: 'compact' });
    if (length > LIMITS.contentCharacters) yield { path: '', ...MESSAGES.contentTooLong(length) };
  },
};
