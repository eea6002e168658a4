import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../../docs/pages';

test.each(Object.keys(PAGES))('docs/%s is what the tables print today (else run: npm run docs)', (file) => {
  expect(readFileSync(join(__dirname, '../../docs', file), 'utf8')).toBe(PAGES[file]?.());
});
