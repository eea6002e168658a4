import { ACTION_TYPES, type ActionSpec, parseReference, specOf } from '../../language';

/** Filled by the platform or by what came before the flow, whether or not an action of the flow writes them too. */
const FILLED_BEFORE: ReadonlySet<string> = new Set([
  'Attributes',
  'SegmentAttributes',
  'Queue',
  'Task',
  'Tags',
  'Name',
  'Description',
  'LanguageCode',
  'CustomerId',
  'References',
  'TextToSpeechVoiceId',
]);

/** The root of a pattern such as `$.Loop.<name>.Index`. */
const rootIn = (pattern: string): string => parseReference(pattern.replace(/\.?[<*].*$/, ''))?.[0] ?? '';

const patternsOf = ({ writes, forms = {} }: ActionSpec): readonly string[] => [
  ...writes,
  ...Object.values(forms).flatMap((form) => form.writes ?? []),
];

const watchedRoots = (): readonly string[] => {
  const specs = ACTION_TYPES.flatMap((type) => specOf(type) ?? []);
  const roots = new Set(specs.flatMap(patternsOf).map(rootIn));
  return [...roots].filter((root) => root !== '' && !FILLED_BEFORE.has(root));
};

/** The roots that only the actions of a flow fill, each with a bit. There are about twenty; an integer has 31. */
const BITS: ReadonlyMap<string, number> = new Map(watchedRoots().map((root, i) => [root, 1 << i]));

/** The bit of a root that only the actions of a flow fill; 0 for every other one. */
export const rootBit = (root: string): number => BITS.get(root) ?? 0;

/** The roots that some patterns fill, as bits. */
export const rootsOf = (patterns: readonly string[]): number =>
  patterns.reduce((bits, pattern) => bits | rootBit(rootIn(pattern)), 0);
