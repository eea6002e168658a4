import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FlowReadError, type FlowScope, read } from '../../lib/language';
import { check } from '../../lib/validate';
import { describeWithCorpus } from './corpus';

/** Why the service is known to refuse what these rules find. */
const FACTS: Readonly<Record<string, string>> = {
  'dangling-target': 'a target has to be an action of the document (flow-language page)',
  'missing-error-branch': 'live: Action is missing required error',
  'missing-next-action': 'live, 2026-09-30: refused on 29 of 31 types without NextAction',
  'missing-parameter': 'live: Action is missing required property',
  'missing-start-action': 'StartAction has to be an action of the document (flow-language page)',
  'refused-error-branch': 'live: Invalid Action error',
  'refused-parameter': 'live, 2026-09-15: EventHooksConfiguration is refused',
  'unknown-action-type': 'live: Invalid Action type',
};

/** Published flows that the service would refuse, by the rule that says so: written by hand, by tools, or broken on purpose. */
const REFUSED: Readonly<Record<string, string>> = {
  'dangling-target': '494d12aad8af 72287b182b12 bb0616b9f6af',
  'missing-error-branch': '298344bfe97d 3db3bb3cc0f1 7f966ee87c39 94bb4c17759a 9fd15f1d6e96 dad3707b0613',
  'missing-next-action': '9fd15f1d6e96',
  'missing-parameter':
    '1c872b0de1aa 298344bfe97d 3184e9550374 3db3bb3cc0f1 6018c6b77dab 7bcfa3cf0925 7f966ee87c39 94547d24bad5 94bb4c17759a a22d0a165879 ab5c805526a2 ad18b7df9f90 b18811e08c5d d13f9a18b44c dad3707b0613',
  'missing-start-action': '0c476d9a1aac 38123c144275 aea60a8d841d cffb3e2414b9 d28b34025be3',
  'refused-error-branch': '298344bfe97d 3db3bb3cc0f1 7bcfa3cf0925 7f966ee87c39 94bb4c17759a',
  'refused-parameter': 'b25e063d7cf2 d8ca66c86b11 fb5c8bcd919d fc6a490ddf8a',
  'unknown-action-type': '1c872b0de1aa abd8e5fb9096 dad3707b0613',
};

const listed = (name: string): readonly string[] =>
  Object.keys(REFUSED).filter((rule) => REFUSED[rule]?.split(' ').includes(name));

/** The error rules that find something in a file; undefined where it is no flow document. */
const errorsIn = (file: string, type: FlowScope | undefined): readonly string[] | undefined => {
  try {
    const issues = check(read(readFileSync(file, 'utf8'), file), { type });
    return [...new Set(issues.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].sort();
  } catch (error) {
    if (error instanceof FlowReadError) return undefined;
    throw error;
  }
};

test('Each rule that finds an error in the corpus has a fact behind it', () => {
  expect(Object.keys(REFUSED)).toEqual(Object.keys(FACTS));
});

describe.each([
  ['flows', undefined],
  ['modules', 'MODULE'],
] as const)('Published %s', (part, type) => {
  describeWithCorpus('have no error but those that the service is known to refuse', part, (folder) => {
    test.each(readdirSync(folder))('%s', (file) => {
      const found = errorsIn(path.join(folder, file), type);
      if (found !== undefined) expect(found).toEqual(listed(path.basename(file, '.json')));
    });
  });
});
