declare const VALUE: unique symbol;

/**
 * A value known only while the flow runs; `V` is what it can hold. In a template literal it becomes its JSONPath, which
 * Connect fills in: `` playPrompt(`Hello ${external('name')}.`) ``.
 */
export interface Reference<V = unknown> {
  readonly path: string;
  toString(): string;
  readonly [VALUE]?: V;
}

class Path<V> implements Reference<V> {
  declare readonly [VALUE]?: V;

  constructor(readonly path: string) {}

  toString(): string {
    return this.path;
  }

  toJSON(): string {
    return this.path;
  }
}

/** Any JSONPath that has no helper of its own, e.g. `reference<'True' | 'False'>('$.Views.ViewResultData.agreed')`. */
export const reference = <V = string>(path: string): Reference<V> => new Path<V>(path);

export const isReferenceObject = (value: unknown): value is Reference => value instanceof Path;

const step = (key: string): string =>
  /^[A-Za-z0-9_:-]+$/.test(key) ? `.${key}` : `.['${key.replace(/[\\']/g, (c) => `\\${c}`)}']`;

/** References to the keys under a root. */
export const under =
  (root: string) =>
  <V = string>(key: string): Reference<V> =>
    reference<V>(`$.${root}${step(key)}`);

/** References into nested JSON under a root, key by key. */
export const within =
  (root: string) =>
  <V = string>(...keys: readonly [string, ...string[]]): Reference<V> =>
    reference<V>(`$.${root}${keys.map(step).join('')}`);
