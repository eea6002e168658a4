import { type JsonObject, LIMITS } from '../../language';
import type { Contact } from '../contact';
import { settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, NEXT, type Outcome } from '../outcome';
import { textMap } from '../values';
import type { Behavior } from './behavior';

type Attributes = ReadonlyMap<string, string>;

const length = (entries: Attributes, of: (text: string) => number): number => {
  let sum = 0;
  for (const [key, value] of entries) sum += of(key) + of(value);
  return sum;
};

const characters = (text: string): number => text.length;

/** No character takes more bytes. */
const BYTES_PER_CHARACTER = 3;

/** Counted in bytes only where that could matter, without what is written anew. */
const exceeds = (held: Attributes, written: Attributes, most: number): boolean => {
  if ((length(held, characters) + length(written, characters)) * BYTES_PER_CHARACTER <= most) return false;
  return length(new Map([...held, ...written]), Buffer.byteLength) > most;
};

/** Why these cannot be written; null when they can. */
const problemWith = (held: Attributes, written: Attributes): string | null => {
  for (const name of written.keys())
    if (name === '' || name.includes('$') || name.includes('.')) return `"${name}" is no name for an attribute`;
  return exceeds(held, written, LIMITS.attributeBytes) ? 'the attributes would exceed 32 KB' : null;
};

/** All or nothing: over 32 KB in total none of them is set. */
const writeAll = (held: Map<string, string>, written: Attributes): Outcome => {
  const problem = problemWith(held, written);
  if (problem !== null) return failed(problem);
  for (const [key, value] of written) held.set(key, value);
  return NEXT;
};

const NO_RELATED = 'there is no related contact';

/** The contact that a block means: this one, or the one to which it is related. */
const targetOf = ({ parameters }: LinkedStep, { contact }: Execution): Contact | null =>
  parameters.TargetContact === 'Related' ? contact.related : contact;

const updateContactAttributes: Behavior = (step, execution) => {
  const target = targetOf(step, execution);
  if (target === null) return failed(NO_RELATED);
  return writeAll(target.attributes, textMap(execution, step.parameters.Attributes));
};

const valueIn = (wrapped: unknown): unknown =>
  typeof wrapped === 'object' && wrapped !== null ? (wrapped as { Value?: unknown }).Value : wrapped;

const updateFlowAttributes: Behavior = (step, execution) => {
  const entries = Object.entries((step.parameters.FlowAttributes ?? {}) as JsonObject);
  const written = new Map<string, string>();
  for (const [key, wrapped] of entries) written.set(execution.text(key), execution.text(valueIn(wrapped)));
  return writeAll(execution.frame.flowAttributes, written);
};

const setReferences = (execution: Execution, target: Contact, listed: JsonObject): void => {
  for (const [name, value] of Object.entries(listed)) {
    const { Type = 'URL', Value = '' } = value as JsonObject;
    settingsOf(target).references.set(name, { Type: execution.text(Type), Value: execution.text(Value) });
  }
};

const updateContactData: Behavior = (step, execution) => {
  const target = targetOf(step, execution);
  if (target === null) return failed(NO_RELATED);
  const { TargetContact: _target, References: references, ...data } = step.parameters;
  if (references !== undefined && (typeof references !== 'object' || references === null))
    return failed('the references are no object');
  for (const [key, value] of Object.entries(data)) target.data.set(key, execution.text(value));
  if (references !== undefined) setReferences(execution, target, references as JsonObject);
  return NEXT;
};

/** Keys that begin so belong to the system. */
const SYSTEM_TAG = 'aws:';

const tagContact: Behavior = (step, execution) => {
  const { contact } = execution;
  contact.tags ??= new Map();
  const { tags } = contact;
  const added = textMap(execution, step.parameters.Tags);
  const own = [...new Set([...tags.keys(), ...added.keys()])].filter((key) => !key.startsWith(SYSTEM_TAG));
  if ([...added.keys()].some((key) => key === '' || key.startsWith(SYSTEM_TAG))) return failed('a key is not allowed');
  if (own.length > LIMITS.userTagsPerContact)
    return failed(`a contact has ${LIMITS.userTagsPerContact} tags of its own at most`);
  for (const [key, value] of added) tags.set(key, value);
  return NEXT;
};

const untagContact: Behavior = (step, { contact }) => {
  const keys = (step.parameters.TagKeys ?? []) as readonly string[];
  if (keys.length === 0) return failed('no key is named');
  for (const key of keys) contact.tags?.delete(key);
  return NEXT;
};

export const ATTRIBUTE_BEHAVIORS = {
  UpdateContactAttributes: updateContactAttributes,
  UpdateFlowAttributes: updateFlowAttributes,
  UpdateContactData: updateContactData,
  TagContact: tagContact,
  UntagContact: untagContact,
} satisfies Record<string, Behavior>;
