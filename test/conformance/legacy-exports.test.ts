import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type ConvertedFlow,
  convertOldExport,
  diff,
  type FlowDiff,
  type JsonObject,
  read,
  write,
} from '../../lib/language';
import { check } from '../../lib/validate';
import { CORPUS, describeWithCorpus } from './corpus';

const FOLDER = 'legacy-exports';

/**
 * Flows that somebody opened in the designer and saved in the current language without touching what they do: what the console
 * made of them is what the converter must make of them. The paths are of values that were filled in by hand since.
 */
const SAVED_AGAIN: readonly (readonly [old: string, current: string, filledIn: RegExp])[] = [
  ['fa277b66c7c4', '6a1ff3d31bf0', /^$/],
  ['0df5cde4b9fe', 'c569ef3ff293', /^$/],
  ['3132e84d1fe4', 'c6569a01e184', /^LambdaFunctionARN$/],
  ['845c29ba58de', 'c9e9710f314c', /^LambdaFunctionARN$/],
  ['9e43bbe18643', '77bf75112776', /^LambdaFunctionARN$/],
  ['4655530d1fa2', 'e8f50a82b62c', /^(LambdaFunctionARN|QueueId|EventHooks\.AgentWhisper)$/],
  ['15b24eed8664', '56f480693998', /^(LambdaFunctionARN|InvocationTimeLimitSeconds|EventHooks\.AgentWhisper)$/],
  ['3657e00b5838', 'b4e5df9568a2', /^(LambdaFunctionARN|InvocationTimeLimitSeconds)$/],
];

const textOf = (folder: string, name: string): string =>
  readFileSync(path.join(CORPUS, folder, `${name}.json`), 'utf8');

const convertFile = (name: string): ConvertedFlow => convertOldExport(textOf(FOLDER, name), `${name}.json`);

/** What a module consists of that must not get lost, as texts. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
};

const errorsIn = ({ document, type }: ConvertedFlow) =>
  check(document, { type }).filter(({ severity }) => severity === 'error');

const changedPaths = ({ changed }: FlowDiff): readonly string[] =>
  changed.flatMap(({ parameters }) => parameters.map((change) => change.path));

describeWithCorpus('Published exports of the old console', FOLDER, (folder) => {
  const names = readdirSync(folder).map((file) => path.basename(file, '.json'));

  test('There are 83', () => {
    expect(names).toHaveLength(83);
  });

  test.each(names)('%s becomes a flow that can be read and that no rule objects to', (name) => {
    const converted = convertFile(name);
    expect(read(write(converted.document))).toEqual(converted.document);
    expect(errorsIn(converted).map(({ rule, action, what }) => `${rule} (${action}): ${what}`)).toEqual([]);
  });

  test.each(names)('%s keeps its modules, positions, name and texts', (name) => {
    const old = JSON.parse(textOf(FOLDER, name)) as JsonObject & { modules: JsonObject[]; metadata: JsonObject };
    const { document, name: called } = convertFile(name);
    const ids = old.modules.map(({ id }) => id);
    expect(document.Actions.map(({ Identifier }) => Identifier).sort()).toEqual(ids.sort());
    expect(called).toBe(old.metadata.name);
    for (const { id, metadata, parameters } of old.modules) {
      expect(document.Metadata?.ActionMetadata).toMatchObject({ [String(id)]: metadata });
      const action = document.Actions.find(({ Identifier }) => Identifier === id);
      const kept = JSON.stringify(action?.Parameters);
      const spoken = (parameters as JsonObject[]).filter((each) => each.name === 'Text' && !each.namespace);
      for (const text of spoken.flatMap(({ value }) => textsOf(value))) expect(kept).toContain(JSON.stringify(text));
    }
  });

  test('The notes are about resources that the exports only name, and branches that are asked for today', () => {
    const counts = new Map<string, number>();
    for (const { what } of names.flatMap((name) => convertFile(name).notes)) {
      const kind = what.replace(/"[^"]*"/g, '…');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      'QueueId is empty; the export only names ….': 12,
      'PromptId is empty; the export only names ….': 6,
      'The branch NoMatchingError was added; it leads to ….': 5,
      'EventHooks.CustomerQueue is empty; the export only names ….': 4,
      'EventHooks.AgentWhisper is empty; the export only names ….': 3,
      'LambdaFunctionARN is empty.': 2,
      'EventHooks.CustomerRemaining is empty; the export only names ….': 1,
      'ContactFlowId is empty; the export only names ….': 1,
    });
  });
});

describeWithCorpus('Flows that the console itself brought into the current language', FOLDER, () => {
  test.each(SAVED_AGAIN)('%s is converted as the console did in %s', (old, current, filledIn) => {
    const found = diff(convertFile(old).document, read(textOf('flows', current)));
    expect(found).toMatchObject({ added: [], removed: [], renamed: [], settings: [] });
    expect(found.start).toBeUndefined();
    expect(found.changed.flatMap(({ branches, type, order }) => [...branches, type ?? [], order ?? []].flat())).toEqual(
      [],
    );
    expect(changedPaths(found).filter((changed) => !filledIn.test(changed))).toEqual([]);
  });
});
