import { flow, ON_ERROR, say, step } from '../example-flow';
import { neverSet } from '../flow-facts/attribute-keys';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

const KIND = { root: 'Attributes', setBy: 'UpdateContactAttributes', parameter: 'Attributes' };

const set = (name: string) =>
  flow(
    step('set', KIND.setBy, { Attributes: { [name]: 'Sam' } }, { NextAction: 'hello', ...ON_ERROR }),
    say('hello', 'Hello $.Attributes.firstName.'),
  );

export const contactAttributeNeverSet: Rule = {
  name: 'contact-attribute-never-set',
  severity: 'note',
  evidence: 'assumed',
  summary: 'A contact attribute is read that no action of the flow sets, so that it must come from elsewhere.',
  examples: { failing: set('name'), passing: set('firstName') },
  *find(subject) {
    for (const { placed, place, keys } of neverSet(subject, KIND)) {
      yield foundIn(placed, { path: place.path, ...MESSAGES.contactAttributeNeverSet(placed, keys[1] ?? '') });
    }
  },
};
