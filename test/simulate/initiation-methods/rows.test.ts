import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ASSUMPTIONS } from '../../../lib/journey';
import { type CoveringTest, ROWS, type Row } from './rows';

const TESTS = path.resolve(__dirname, '../..');

const sources = new Map<string, string>();

const sourceOf = (file: string): string => {
  const known = sources.get(file) ?? readFileSync(path.join(TESTS, file), 'utf8');
  sources.set(file, known);
  return known;
};

/** Whether a file has a test with this title: the first argument of a call. */
const hasTest = ({ file, title }: CoveringTest): boolean => {
  const source = sourceOf(file);
  for (let at = source.indexOf(title); at >= 0; at = source.indexOf(title, at + 1)) {
    const quote = source[at - 1] ?? '';
    const isArgument = /\(\s*$/.test(source.slice(0, at - 1));
    if (`'"\``.includes(quote) && isArgument && source[at + title.length] === quote) return true;
  }
  return false;
};

const nameOf = ({ at, says }: Row): string => `${at}: ${says}`;

const everyTest = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map(sourceOf)
  .join('\n');

describe('Every point of the reference on initiation methods', () => {
  test.each(ROWS.map((row) => [nameOf(row), row] as const))('%s', (_, { tests, assumptions }) => {
    expect(tests.length + assumptions.length).toBeGreaterThan(0);
    expect(tests.filter((each) => !hasTest(each))).toEqual([]);
    expect(assumptions.filter((name) => !Object.hasOwn(ASSUMPTIONS, name))).toEqual([]);
  });

  test('that nobody has a source for is an assumption', () => {
    const silent = ROWS.filter(({ mark, assumptions }) => mark === 'inf' && assumptions.length === 0);
    expect(silent.map(nameOf)).toEqual([]);
  });

  test('that is an assumption has a test that names it', () => {
    const named = [...new Set(ROWS.flatMap(({ assumptions }) => assumptions))];
    expect(named.filter((name) => !new RegExp(`['" ]${name}\\b`).test(everyTest))).toEqual([]);
  });

  test('stands in the table once', () => {
    const names = ROWS.map(nameOf);
    expect(names).toEqual([...new Set(names)]);
  });

  test('is counted: eight are marked as a conflict there, seven as inferred', () => {
    const of = (which: (row: Row) => boolean): number => ROWS.filter(which).length;
    const tests = new Set(ROWS.flatMap((row) => row.tests.map(({ file, title }) => `${file} ${title}`)));
    const assumptions = new Set(ROWS.flatMap((row) => row.assumptions));
    const sections = ['2', '3', '4', '5'].map(
      (section) => `${of(({ at }) => at.startsWith(section))} of section ${section}`,
    );
    const lines = [
      `${ROWS.length} points (${sections.join(', ')}); ${of(({ mark }) => mark === 'conflict')} where sources disagree, ${of(({ mark }) => mark === 'inf')} without a source`,
      `covered by ${tests.size} tests and ${assumptions.size} assumptions`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(of(({ mark }) => mark === 'conflict')).toBe(8);
    expect(of(({ mark }) => mark === 'inf')).toBe(7);
  });
});
