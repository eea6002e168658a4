import { existsSync } from 'node:fs';
import { exampleCode, linksIn, pageText, shownExamples } from './shown-code';

const EXAMPLES = {
  'deploying.md': [
    'deploying/hotline.ts',
    'deploying/night-and-day.ts',
    'deploying/own-defaults.ts',
    'embedded-cloud/try-deployment.ts',
    'embedded-cloud/with-each-call-lost.ts',
    'hand-made-centre/play-call.ts',
  ],
  'overrides.md': [
    'overrides/whole-centre.ts',
    'proven-overrides/support-line.ts',
    'proven-overrides/look.ts',
    'proven-overrides/support-line-stack.ts',
  ],
} as const;

describe.each(Object.keys(EXAMPLES) as readonly (keyof typeof EXAMPLES)[])('The page %s', (page) => {
  const shown = shownExamples(page);

  test.each(EXAMPLES[page])('shows %s, word for word', (file) => {
    expect(shown.get(file)).toBe(exampleCode(file));
  });

  test('links to files and headings that are there', () => {
    expect(linksIn(page).filter((path) => !existsSync(path))).toEqual([]);
    const headings = [...pageText(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const within = [...pageText(page).matchAll(/\]\(#([^)]+)\)/g)].map(([, heading]) => heading);
    expect(headings).toEqual(expect.arrayContaining(within));
  });
});
