import { oneOf, text } from '../../../lib/build';

/** What the look-up answers: declared once, for the function and for the flows that read it. */
export const lookUpAnswers = { tier: oneOf('gold', 'standard'), name: text };
