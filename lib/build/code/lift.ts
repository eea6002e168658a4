import type { Json } from '../../language/document';
import { type Code, json, list, mapCode, object } from './code';

const isInstanceBound = (value: Json): value is string => typeof value === 'string' && /^arn:[\w-]+:/.test(value);

/** JSON in which every ARN is something that a binding can replace. */
const lifted = (value: Json, key: string): Code => {
  if (isInstanceBound(value)) return { kind: 'resource', resource: { kind: 'text', value, shown: undefined } };
  if (Array.isArray(value)) return list(value.map((entry) => lifted(entry, key)));
  if (typeof value !== 'object' || value === null) return json(value);
  return object(...Object.entries(value).map(([name, entry]) => [name, lifted(entry, name)] as const));
};

/** Makes things of the instance replaceable that stand in JSON. */
export const liftArns = (code: Code): Code =>
  mapCode(code, (piece) =>
    piece.kind === 'json' && typeof piece.value === 'object' ? lifted(piece.value, '') : piece,
  );
