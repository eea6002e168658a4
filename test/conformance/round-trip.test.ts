import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { canonical, diff, type FlowDocument, read, write } from '../../lib/language';
import { describeWithCorpus } from './corpus';

/** Files that are refused, with the reason why. */
const REFUSED: Readonly<Record<string, readonly [why: string, message: RegExp]>> = {
  b24b383de27a: [
    'a list stands where a condition must be an object; no flow that the service took is written so',
    /Actions\[1\]\.Transitions\.Conditions\[0\]\.Condition must be an object/,
  ],
  d5cf577b24a5: [
    'its actions have no Identifier, so that nothing could lead to them',
    /Actions\[0\]\.Identifier must be text and is missing/,
  ],
};

const compact = (document: FlowDocument): string => write(document, { indent: 'compact' });

/** A JSON text without the white space between its tokens, made without reading it as JSON. */
const withoutSpace = (text: string): string =>
  text.replace(/^\uFEFF/, '').replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string: string | undefined) => string ?? '');

const suite = (folder: string): void => {
  const sources = readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);

  test('There are some', () => {
    expect(sources.length).toBeGreaterThan(10);
  });

  test.each(sources)('%s is written as it was read, and says the same in canonical form', (file, text) => {
    const refused = REFUSED[path.basename(file, '.json')];
    if (refused !== undefined) return expect(() => read(text, file)).toThrow(refused[1]);
    const document = read(text, file);
    expect(compact(document)).toBe(withoutSpace(text));
    const form = canonical(document);
    expect(diff(document, form, { layout: true })).toMatchObject({ different: false });
    expect(compact(canonical(read(write(form))))).toBe(compact(form));
  });
};

describeWithCorpus('Published flows', 'flows', suite);
describeWithCorpus('Published flow modules', 'modules', suite);
