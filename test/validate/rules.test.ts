import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../lib/validate';

const files = readdirSync(join(__dirname, '../../lib/validate/rules')).filter((file) => file !== 'index.ts');

test('Every rule stands in a file of its name, and every file is in the list', () => {
  expect(RULES.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

test('A rule says in one sentence what it finds', () => {
  for (const { summary } of RULES) expect(summary).toMatch(/^[A-Z].*\.$/);
});
