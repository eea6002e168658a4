import * as fc from 'fast-check';
import { disconnect, inboundFlow, playPrompt, type Script } from '../../../lib/build';
import { differenceBetween, documentToCode } from '../../../lib/build/code';
import { onError, scriptOf, sketches } from '../generated-scripts';
import { documentOf } from './run-code';

const documents = sketches.map((sketch) => {
  const script = [...scriptOf({ ...sketch, ends: false }), playPrompt('The end.'), disconnect()];
  return inboundFlow('Generated', { onError }, script as unknown as Script<'CONTACT_FLOW'>).document;
});

test('Any built flow goes to code and comes back equal', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (document, bindings) => {
      const { code } = documentToCode(document, { type: 'CONTACT_FLOW', bindings });
      expect(differenceBetween(document, documentOf(code))).toBeUndefined();
    }),
    { numRuns: 80 },
  );
});

test('The same document always becomes the same code', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const write = () => documentToCode(document, { type: 'CONTACT_FLOW' }).code;
      expect(write()).toBe(write());
    }),
    { numRuns: 30 },
  );
});
