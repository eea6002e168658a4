import type { Block } from './block';

/** Inline Markdown as it reads without a renderer. */
const plain = (text: string): string =>
  text
    .replace(/\*\*?([^*]+)\*\*?/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/<(https?:[^>]+)>/g, '$1');

const wrapped = (text: string, width: number, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
};

const widthsOf = (rows: readonly (readonly string[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));

/** Each row by itself, where the columns of the table do not fit. */
const records = (head: readonly string[], rows: readonly (readonly string[])[], width: number): string =>
  rows
    .map((row) =>
      row
        .map((value, i) => [head[i] ?? '', value] as const)
        .filter(([, value]) => value !== '')
        .map(([name, value], i) =>
          wrapped(`${i === 0 ? '-' : ' '} ${name === '' ? '' : `${name}: `}${value}`.trimEnd(), width, '    '),
        )
        .map((line, i) => (i === 0 ? line : `  ${line}`))
        .join('\n'),
    )
    .join('\n');

const columns = (head: readonly string[], rows: readonly (readonly string[])[], width: number): string => {
  const all = [head, ...rows].map((row) => row.map(plain));
  const widths = widthsOf(all);
  const total = widths.reduce((sum, each) => sum + each + 2, 0);
  if (total > width) return records(head.map(plain), all.slice(1), width);
  return all
    .map((row) =>
      row
        .map((value, i) => value.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const underlined = (text: string, level: number): string => `${text}\n${(level < 3 ? '=' : '-').repeat(text.length)}`;

const printed = (block: Block, width: number): string => {
  switch (block.kind) {
    case 'heading':
      return underlined(plain(block.text), block.level);
    case 'text':
      return wrapped(plain(block.text), width);
    case 'list':
      return block.items.map((item) => `- ${wrapped(plain(item), width - 2, '  ')}`).join('\n');
    case 'table':
      return columns(block.head, block.rows, width);
    case 'code':
      return block.code.replaceAll(/^/gm, '  ');
  }
};

/** Blocks as text for a terminal of a width. */
export const terminalPage = (blocks: readonly Block[], width: number): string =>
  `${blocks.map((block) => printed(block, width)).join('\n\n')}\n`;
