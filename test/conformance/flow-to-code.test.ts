import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { differenceBetween, documentToCode } from '../../lib/build/code';
import { type FlowDocument, FlowReadError, type FlowScope, flowTypeOfConsoleName, read } from '../../lib/language';
import { documentOf } from '../build/code/run-code';

const CORPUS = path.join(__dirname, '../../../shared/corpus');
const REFUSED = 2;

const present = existsSync(CORPUS);
const suite = present ? describe : describe.skip;

interface Found {
  readonly file: string;
  readonly type: FlowScope;
}

/** Flow types by file name, from the list that lies beside the files. */
const typesByName = (): ReadonlyMap<string, FlowScope> => {
  const lines = readFileSync(path.join(CORPUS, 'index.csv'), 'utf8').split('\n');
  const rows = lines.map((line) => line.split(','));
  return new Map(rows.map(([name = '', , type]) => [name, flowTypeOfConsoleName(type) ?? 'CONTACT_FLOW']));
};

const found = (folder: 'flows' | 'modules', types: ReadonlyMap<string, FlowScope>): readonly Found[] =>
  readdirSync(path.join(CORPUS, folder)).map((name) => ({
    file: path.join(CORPUS, folder, name),
    type: folder === 'modules' ? 'MODULE' : (types.get(path.basename(name, '.json')) ?? 'CONTACT_FLOW'),
  }));

/** The document, or undefined for what the reader refuses by name. */
const readOrRefuse = (file: string): FlowDocument | undefined => {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof FlowReadError) return undefined;
    throw error;
  }
};

const difference = (document: FlowDocument, type: FlowScope, bindings: boolean): string | undefined =>
  differenceBetween(document, documentOf(documentToCode(document, { type, bindings }).code));

suite(`Real flows as code${present ? '' : ` (skipped: ${path.relative(process.cwd(), CORPUS)} is not there)`}`, () => {
  const types = present ? typesByName() : new Map<string, FlowScope>();
  const all = present ? [...found('flows', types), ...found('modules', types)] : [];
  const flows = all.flatMap(({ file, type }) => {
    const document = readOrRefuse(file);
    return document === undefined ? [] : [{ file, type, document }];
  });

  test('are read, but for the few that are no flows', () => {
    expect(all.length - flows.length).toBeLessThanOrEqual(REFUSED);
    expect(flows.length).toBeGreaterThan(200);
  });

  test.each([false, true])('come back equal, every one (bindings: %s)', (bindings) => {
    const changed = flows.map(({ file, type, document }) => ({
      file,
      difference: difference(document, type, bindings),
    }));
    expect(changed.filter((entry) => entry.difference !== undefined)).toEqual([]);
  });
});
