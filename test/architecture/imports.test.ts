import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Who may import whom: folders of ours, and packages (`node:` for whatever Node brings along). */
const TABLE: Readonly<Record<string, { readonly us: readonly string[]; readonly npm: readonly string[] }>> = {
  language: { us: [], npm: [] },
  journey: { us: ['language'], npm: [] },
  build: { us: ['language', 'journey'], npm: [] },
  validate: { us: ['language', 'journey'], npm: [] },
  simulate: { us: ['language', 'journey'], npm: ['node:'] },
  instance: { us: ['language', 'simulate'], npm: ['@aws-sdk/client-connect'] },
  analyse: { us: ['language', 'journey'], npm: [] },
  report: { us: ['language', 'journey', 'validate', 'simulate', 'analyse'], npm: [] },
  testing: { us: ['language', 'journey', 'simulate', 'report'], npm: ['node:'] },
  runtime: { us: ['language', 'journey'], npm: [] },
  cloud: {
    us: ['language', 'journey', 'validate'],
    npm: ['@aws-sdk/client-connect', '@smithy/core', 'fast-xml-parser', 'fflate', 'yaml', 'node:'],
  },
  constructs: {
    us: ['language', 'journey', 'build', 'validate', 'analyse', 'runtime'],
    npm: ['aws-cdk-lib', 'constructs', 'esbuild', 'node:'],
  },
  cli: {
    us: ['language', 'journey', 'build', 'validate', 'simulate', 'analyse', 'report', 'testing', 'runtime', 'cloud'],
    npm: ['commander', '@aws-sdk/client-connect', 'node:'],
  },
  lambda: {
    us: ['language', 'journey', 'runtime'],
    npm: ['@aws-sdk/', '@aws-lambda-powertools/', 'aws-lambda', 'node:'],
  },
};

interface Source {
  readonly file: string;
  readonly text: string;
  readonly folder: string;
}

const sourcesIn = (top: string): readonly Source[] =>
  readdirSync(path.join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file: path.join(top, file),
      text: readFileSync(path.join(ROOT, top, file), 'utf8'),
      folder: top === 'lambda' ? 'lambda' : (file.split(path.sep)[0] as string),
    }));

const sources = [...sourcesIn('lib'), ...sourcesIn('lambda')];
const inFolders = sources.filter(({ file }) => file.split(path.sep).length > 2);

const SPECIFIERS = [
  /^(?:import|export)\s(?:[^'"=(;]*?\sfrom\s)?['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
];

const importsOf = ({ text }: Source): readonly string[] =>
  SPECIFIERS.flatMap((specifier) => [...text.matchAll(specifier)].map(([, name = '']) => name));

/** The folder of ours that an import leads to; undefined for packages. */
const folderOf = (file: string, specifier: string): string | undefined => {
  if (!specifier.startsWith('.')) return undefined;
  const [top, folder] = path.relative(ROOT, path.resolve(ROOT, path.dirname(file), specifier)).split(path.sep);
  return top === 'lib' ? folder : top;
};

const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

const isAllowed = (npm: readonly string[], name: string): boolean =>
  npm.some((each) =>
    each === 'node:' ? isBuiltin(name) : name === each || name.startsWith(each.endsWith('/') ? each : `${each}/`),
  );

/** Every import as `file -> what`, where `what` is a folder of ours or a package. */
const strangers = (folder: string): readonly string[] => {
  const { us, npm } = TABLE[folder] ?? { us: [], npm: [] };
  return inFolders
    .filter((source) => source.folder === folder)
    .flatMap((source) =>
      importsOf(source).flatMap((specifier) => {
        const target = folderOf(source.file, specifier);
        const fine = target === undefined ? isAllowed(npm, specifier) : target === folder || us.includes(target);
        return fine ? [] : [`${source.file} -> ${specifier}`];
      }),
    );
};

const graph = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const edges = new Map<string, Set<string>>();
  for (const source of inFolders)
    for (const target of importsOf(source).map((specifier) => folderOf(source.file, specifier)))
      if (target !== undefined && target !== source.folder)
        edges.set(source.folder, (edges.get(source.folder) ?? new Set()).add(target));
  return edges;
};

const reachable = (from: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> => {
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    for (const next of edges.get(folder) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      visit(next);
    }
  };
  visit(from);
  return seen;
};

describe('Who may import whom', () => {
  test('the table has a row for every folder, and for no other', () => {
    expect([...new Set(inFolders.map(({ folder }) => folder))].sort()).toEqual(Object.keys(TABLE).sort());
  });

  test.each(Object.keys(TABLE))('%s imports what its row allows', (folder) => {
    expect(strangers(folder)).toEqual([]);
  });

  test('no folder imports itself through others', () => {
    const edges = graph();
    expect(edges.get('simulate')).toEqual(new Set(['language', 'journey']));
    expect([...edges.keys()].filter((folder) => reachable(folder, edges).has(folder))).toEqual([]);
  });

  test('the public entry point does not reach the cloud', () => {
    const edges = graph();
    const entry = sources.find(({ file }) => file === path.join('lib', 'index.ts'));
    const direct = entry ? importsOf(entry).map((specifier) => folderOf(entry.file, specifier) ?? specifier) : [];
    const all = new Set(direct.flatMap((folder) => [folder, ...reachable(folder, edges)]));
    expect(
      [...all].filter((folder) => ['constructs', 'runtime', 'cli', 'cloud', 'aws-cdk-lib'].includes(folder)),
    ).toEqual([]);
  });
});

test('An instance is read with a client that is given: of the SDK, types are imported alone', () => {
  const ofSdk = sources
    .filter(({ folder }) => folder === 'instance')
    .flatMap(({ text }) => text.match(/^import [^;]*;/gm) ?? [])
    .filter((statement) => statement.includes('@aws-sdk'));
  expect(ofSdk.length).toBeGreaterThan(0);
  expect(ofSdk.filter((statement) => !statement.startsWith('import type'))).toEqual([]);
});

describe('Time and chance enter as arguments', () => {
  /** The embedded cloud has clients that wait in real time; one file of it knows what time it is. */
  const REAL_TIME = path.join('lib', 'cloud', 'real-time.ts');

  test.each(['Date.now', 'Math.random', 'setTimeout', 'setInterval', 'new Date()'])(
    'no %s in lib outside the cli',
    (name) => {
      const users = sourcesIn('lib').filter(
        ({ file, folder, text }) => folder !== 'cli' && file !== REAL_TIME && text.includes(name),
      );
      expect(users.map(({ file }) => file)).toEqual([]);
    },
  );
});
