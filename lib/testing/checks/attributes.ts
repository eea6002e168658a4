import { nearest } from '../../language';
import { timeIn, type Watched, WITNESS, type Witness } from '../witness';
import { type Check, fails, passes } from './check';

const shownValue = (value: string | undefined): string => (value === undefined ? 'not set' : `"${value}"`);

/** When the attribute was written last, and by what. */
const writer = (witness: Witness, key: string): string => {
  const step = witness.steps.findLast(
    ({ action, contact }) =>
      action.Type === 'UpdateContactAttributes' &&
      Object.hasOwn((action.Parameters?.Attributes ?? {}) as object, key) &&
      witness.contacts.includes(contact),
  );
  return step ? `, set at ${timeIn(witness, step.at)} by "${step.action.Identifier}" of flow "${step.flow.name}"` : '';
};

const difference = (witness: Witness, key: string, wanted: string, all: ReadonlyMap<string, string>): string => {
  const value = all.get(key);
  const near = value === undefined ? nearest(key, all.keys()) : undefined;
  const hint = near === undefined ? '' : ` (there is "${near}": ${shownValue(all.get(near))})`;
  return `  ${key}: expected ${shownValue(wanted)}, was ${shownValue(value)}${writer(witness, key)}${hint}`;
};

/** The contact has these user-defined attributes; it may have others. */
export const hasAttributes = (watched: Watched, wanted: Readonly<Record<string, string>>): Check => {
  const witness = watched[WITNESS];
  const attributes: ReadonlyMap<string, string> = witness.contacts.at(-1)?.attributes ?? new Map();
  const wrong = Object.entries(wanted).filter(([key, value]) => attributes.get(key) !== value);
  if (wrong.length === 0)
    return passes(() => `${witness.who} has the attributes ${JSON.stringify(wanted)}, and was not to.`);
  const lines = () => wrong.map(([key, value]) => difference(witness, key, value, attributes)).join('\n');
  return fails(witness, () => [`${witness.who} was to have other attributes.`, lines()]);
};
