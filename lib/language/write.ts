import type { FlowDocument, Json, JsonObject } from './document';
import { isSpelt, keysInOrder, keyText, primitiveText } from './spelling';

export interface WriteOptions {
  /** `compact` is what the API takes as Content; `pretty` (two spaces) is what people read. */
  readonly indent?: 'compact' | 'pretty';
}

interface Layout {
  readonly step: string;
  readonly colon: string;
}

const LAYOUTS: Record<NonNullable<WriteOptions['indent']>, Layout> = {
  compact: { step: '', colon: ':' },
  pretty: { step: '  ', colon: ': ' },
};

const enclose = (
  entries: readonly string[],
  [open, close]: readonly [string, string],
  margin: string,
  layout: Layout,
) => {
  if (entries.length === 0) return open + close;
  if (layout.step === '') return open + entries.join(',') + close;
  const inner = margin + layout.step;
  return `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${margin}${close}`;
};

const objectText = (object: JsonObject, margin: string, layout: Layout): string => {
  const entries: string[] = [];
  for (const key of keysInOrder(object)) {
    const text = valueText(object, key, object[key], margin + layout.step, layout);
    if (text !== undefined) entries.push(keyText(object, key) + layout.colon + text);
  }
  return enclose(entries, ['{', '}'], margin, layout);
};

const listText = (list: readonly Json[], margin: string, layout: Layout): string => {
  const entries = list.map((value, i) => valueText(list, i, value, margin + layout.step, layout) ?? 'null');
  return enclose(entries, ['[', ']'], margin, layout);
};

/** Undefined for what JSON cannot say, which is left out as `JSON.stringify` does. */
const valueText = (
  container: object,
  key: string | number,
  value: Json | undefined,
  margin: string,
  layout: Layout,
): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return primitiveText(container, key, value);
  return Array.isArray(value) ? listText(value, margin, layout) : objectText(value as JsonObject, margin, layout);
};

/** The text of a flow. What `read` read comes back as it was spelt, wherever the value is still the same. */
export const write = (document: FlowDocument, { indent = 'pretty' }: WriteOptions = {}): string => {
  const value = document as unknown as JsonObject;
  const layout = LAYOUTS[indent];
  return isSpelt(value) ? objectText(value, '', layout) : JSON.stringify(value, undefined, layout.step);
};
