import type { JsonObject } from '../../language/document';
import type { LegalIn } from '../../language/wire';
import { onError, plan, step } from '../place-step';
import type { OnError, Step } from '../step';
import { mapValues, type Value, type Values } from '../value';

/** `Related` is the contact that this one continues or belongs to. */
interface Target {
  /** `default` leaves it unsaid, which Connect takes for the current one; older exports do so. */
  readonly contact?: 'Current' | 'Related' | 'default';
}

const targetOf = ({ contact = 'Current' }: Target): 'Current' | 'Related' | undefined =>
  contact === 'default' ? undefined : contact;

const keys = (values: object): string => Object.keys(values).join(' ');

/** Sets attributes of the contact, all or none. Keys hold neither `$` nor `.`; all together stay under 32 KB. */
export const setAttributes = <T extends LegalIn<'UpdateContactAttributes'>>(
  attributes: Values,
  options: OnError<T> & Target = {},
): Step<T> => {
  const given = { Attributes: attributes, TargetContact: targetOf(options) };
  const ways = [onError(options)];
  const words = keys(attributes);
  return step(setAttributes, [
    plan('UpdateContactAttributes', given, { block: 'Set contact attributes', words, ways }),
  ]);
};

/** Sets attributes for the rest of this run of this flow, out of sight of modules, functions and other flows. */
export const setFlowAttributes = <T extends LegalIn<'UpdateFlowAttributes'>>(
  attributes: Values,
  options?: OnError<T>,
): Step<T> => {
  const given = { FlowAttributes: mapValues(attributes, (value) => ({ Value: value })) };
  const ways = [onError(options)];
  const words = keys(attributes);
  return step(setFlowAttributes, [plan('UpdateFlowAttributes', given, { block: 'Set flow attributes', words, ways })]);
};

interface ContactData {
  readonly name?: Value;
  readonly description?: Value;
  /** A locale such as `en-US`; Lex V2 and conversational analytics go by it. */
  readonly language?: Value;
  readonly customerId?: Value;
  readonly references?: JsonObject;
}

/** Sets what Connect itself knows of the contact. */
export const setContactData = <T extends LegalIn<'UpdateContactData'>>(
  data: ContactData,
  options: OnError<T> & Target = {},
): Step<T> => {
  const given = {
    Name: data.name,
    Description: data.description,
    LanguageCode: data.language,
    CustomerId: data.customerId,
    References: data.references,
    TargetContact: targetOf(options),
  };
  const ways = [onError(options)];
  return step(setContactData, [
    plan('UpdateContactData', given, { block: 'Set contact data', words: keys(data), ways }),
  ]);
};

/** Adds tags, at most six of one's own per contact; they serve billing reports. */
export const tagContact = <T extends LegalIn<'TagContact'>>(tags: Values, options?: OnError<T>): Step<T> =>
  step(tagContact, [
    plan('TagContact', { Tags: tags }, { block: 'Tag contact', words: keys(tags), ways: [onError(options)] }),
  ]);

/** Removes tags by their keys. */
export const untagContact = <T extends LegalIn<'UntagContact'>>(
  tagKeys: readonly [string, ...string[]],
  options?: OnError<T>,
): Step<T> =>
  step(untagContact, [
    plan(
      'UntagContact',
      { TagKeys: tagKeys },
      {
        block: 'Untag contact',
        words: tagKeys.join(' '),
        ways: [onError(options)],
      },
    ),
  ]);
