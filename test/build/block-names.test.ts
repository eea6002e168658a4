import * as build from '../../lib/build';
import { BLOCKS, TYPES_WITHOUT_BLOCK } from '../../lib/build';
import { ACTION_TYPES, specOf } from '../../lib/language';

const blocks = Object.entries(BLOCKS);
const exported = new Map<string, unknown>(Object.entries(build));

test('Every action type has a block, or is known to have none', () => {
  const written: readonly string[] = [...blocks.flatMap(([, { types }]) => types), ...TYPES_WITHOUT_BLOCK];
  expect(ACTION_TYPES.filter((type) => !written.includes(type))).toEqual([]);
});

test('Every function of a block is there to be called', () => {
  const names = blocks.flatMap(([, { functions }]) => functions);
  expect(names.filter((name) => typeof exported.get(name) !== 'function')).toEqual([]);
});

test('Every documented action type has a function of its own', () => {
  const general = blocks.filter(([, { functions }]) => (functions as readonly string[]).includes('action'));
  const types = general.flatMap(([, { types }]) => types);
  expect(types.filter((type) => specOf(type)?.evidence !== 'assumed')).toEqual([]);
});
