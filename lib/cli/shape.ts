import { nearest } from '../language';

/** What is wrong with a value, a sentence each, led by where it stands. */
export type Shape = (value: unknown, path: string) => readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

const must = (holds: boolean, value: unknown, path: string, what: string): readonly string[] =>
  holds ? [] : [`${path} has to be ${what}, and is ${shown(value)}.`];

export const text: Shape = (value, path) => must(typeof value === 'string', value, path, 'text');
export const flag: Shape = (value, path) => must(typeof value === 'boolean', value, path, 'true or false');
export const amount: Shape = (value, path) =>
  must(typeof value === 'number' && value >= 0, value, path, 'a number from 0 on');
export const anything: Shape = () => [];

export const oneOf =
  (...words: readonly string[]): Shape =>
  (value, path) => {
    if (words.includes(value as string)) return [];
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    return [`${path} has to be one of ${words.join(', ')}, and is ${shown(value)}.${hint}`];
  };

export const either =
  (first: Shape, second: Shape): Shape =>
  (value, path) => {
    const problems = first(value, path);
    return problems.length === 0 || second(value, path).length === 0 ? [] : problems;
  };

export const listOf =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, i) => shape(each, `${path}[${i}]`))
      : must(false, value, path, 'a list');

export const mapOf =
  (shape: Shape, names?: readonly string[]): Shape =>
  (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => [
          ...(names ? unknownKey(key, path, names) : []),
          ...shape(each, at(path, key)),
        ])
      : must(false, value, path, 'an object');

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const unknownKey = (key: string, path: string, keys: readonly string[]): readonly string[] => {
  if (keys.includes(key)) return [];
  const near = nearest(key, keys);
  const hint = near === undefined ? `There are ${keys.join(', ')}.` : `Did you mean "${near}"?`;
  return [`${at(path, key)} is nothing that is known here. ${hint}`];
};

/** An object with these keys and no others; those whose name ends with `!` have to be there. */
export const object = (shapes: Readonly<Record<string, Shape>>): Shape => {
  const known = new Map(Object.entries(shapes).map(([key, shape]) => [key.replace(/!$/, ''), shape]));
  const required = Object.keys(shapes).flatMap((key) => (key.endsWith('!') ? [key.slice(0, -1)] : []));
  return (value, path) => {
    if (!isObject(value)) return must(false, value, path === '' ? 'It' : path, 'an object');
    return [
      ...required.filter((key) => value[key] === undefined).map((key) => `${at(path, key)} is missing.`),
      ...Object.entries(value).flatMap(([key, each]) => {
        const shape = known.get(key);
        return shape === undefined ? unknownKey(key, path, [...known.keys()]) : shape(each, at(path, key));
      }),
    ];
  };
};

/** Objects that are told apart by the value of one key. */
export const byKey =
  (key: string, shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>>): Shape =>
  (value, path) => {
    if (!isObject(value)) return must(false, value, path, 'an object');
    if (value[key] === undefined) return [`${at(path, key)} is missing.`];
    const wrong = oneOf(...Object.keys(shapes))(value[key], at(path, key));
    return wrong.length > 0 ? wrong : object({ [key]: anything, ...shapes[value[key] as string] })(value, path);
  };
