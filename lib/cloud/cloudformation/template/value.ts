/** A value that a change set cannot know yet, as the resource that it comes from is not there. */
export const UNKNOWN = Symbol('known after the deployment');

/** What `{ "Ref": "AWS::NoValue" }` stands for: the property is left out. */
export const NO_VALUE = Symbol('no value');

export type Value =
  | string
  | number
  | boolean
  | null
  | typeof UNKNOWN
  | typeof NO_VALUE
  | readonly Value[]
  | ValueObject;
export interface ValueObject {
  readonly [key: string]: Value;
}

export const isValueObject = (value: Value): value is ValueObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether anything in a value is not known yet. */
export const hasUnknown = (value: Value): boolean => {
  if (value === UNKNOWN) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasUnknown);
};

/** Whether two values are the same; what is not known differs from everything. */
export const isSameValue = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a === UNKNOWN || b === UNKNOWN) return false;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const [left, right] = [a as ValueObject, b as ValueObject];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameValue(left[key], right[key]))
  );
};
