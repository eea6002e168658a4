import { type Dirent, readdirSync, statSync } from 'node:fs';
import { CliError } from './cli-error';

const MAGIC = /[*?[{]/;

/** `a{b,c}` gives `ab` and `ac`. */
const withoutBraces = (pattern: string): readonly string[] => {
  const [whole, before = '', choices = '', after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return choices.split(',').flatMap((choice) => withoutBraces(`${before}${choice}${after}`));
};

const ESCAPED = /[.+^$()|\\{}]/g;

/** Names that begin with a dot are found only where the pattern begins with one. */
const nameExpression = (segment: string): RegExp => {
  const body = segment.replace(ESCAPED, '\\$&').replaceAll('*', '[^/]*').replaceAll('?', '[^/]').replaceAll('[!', '[^');
  try {
    return new RegExp(`^${segment.startsWith('.') ? '' : '(?!\\.)'}${body}$`, 'su');
  } catch {
    throw new CliError(`"${segment}" is no pattern. Close the bracket, or put the name of the file there.`);
  }
};

const entriesIn = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

const within = (folder: string, name: string): string =>
  folder === '' || folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;

const kindOf = (path: string): 'file' | 'folder' | undefined => {
  try {
    const found = statSync(path);
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
};

/** Links are not followed, so that no circle of folders is walked for ever. */
const foldersIn = (folder: string): readonly string[] =>
  entriesIn(folder)
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map(({ name }) => within(folder, name));

function* filesAt(folder: string, segments: readonly string[]): Generator<string> {
  const [head, ...rest] = segments;
  if (head === undefined) return;
  if (head === '**') {
    yield* filesAt(folder, rest.length === 0 ? ['*'] : rest);
    for (const inner of foldersIn(folder)) yield* filesAt(inner, segments);
    return;
  }
  const expression = MAGIC.test(head) ? nameExpression(head) : undefined;
  const names = expression ? entriesIn(folder).map(({ name }) => name) : [head];
  for (const name of names) {
    if (expression && !expression.test(name)) continue;
    const path = within(folder, name);
    if (rest.length > 0) yield* filesAt(path, rest);
    else if (kindOf(path) === 'file') yield path;
  }
}

const matching = (pattern: string): readonly string[] => {
  const [root = '', ...segments] = pattern.startsWith('/')
    ? ['/', ...pattern.slice(1).split('/')]
    : ['', ...pattern.split('/')];
  return [...filesAt(root, segments)];
};

const filesOf = (pattern: string): readonly string[] => {
  const kind = kindOf(pattern);
  if (kind === 'folder') {
    throw new CliError(`${pattern} is a folder. Name the files in it, e.g. "${within(pattern, '**/*.json')}".`);
  }
  // A file may have a bracket in its name; a name without one is reported where it is read.
  if (!MAGIC.test(pattern) || kind === 'file') return [pattern];
  const files = withoutBraces(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern).flatMap(matching);
  if (files.length === 0) throw new CliError(`No file matches "${pattern}". Check the pattern and the current folder.`);
  return [...new Set(files)].sort();
};

/**
 * The files that names and patterns stand for, each once: `*`, `?`, `[…]`, `{a,b}` and `**` as shells have them. Folders
 * named `node_modules` and hidden ones are left out of `**`.
 *
 * @throws CliError when nothing matches a pattern
 */
export const expandFiles = (patterns: readonly string[]): readonly string[] => [...new Set(patterns.flatMap(filesOf))];
