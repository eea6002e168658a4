import type { KnownInitiationMethod } from '../../journey';
import type { EntryPoint } from '../centre';
import type { Facts } from '../facts/facts';
import { CONTACT_SCOPE } from '../facts/variables';
import type { Exploration } from './exploration';
import { andThen, firstMoment } from './lifecycle';
import { flowNamed, queueNamed } from './options';
import type { Way } from './state';

/** Customers and agents who call or write bring no attributes along; a request may give any. */
const BRING_NOTHING: readonly string[] = ['INBOUND', 'OUTBOUND'] satisfies readonly KnownInitiationMethod[];

const attributesOf = ({ method, attributes }: EntryPoint) =>
  attributes ?? (BRING_NOTHING.includes(method) ? {} : 'anything');

const startingFacts = (exploration: Exploration, entry: EntryPoint): Facts => {
  const { book, paths, surroundings } = exploration;
  const attributes = attributesOf(entry);
  const queue = entry.queue === undefined ? book.queues.unset : queueNamed(exploration, entry.queue);
  const facts = book.fresh({ queue, anyAttributes: attributes === 'anything' });
  if (attributes === 'anything') return facts;
  return Object.entries(attributes)
    .map(([key, value]) => [`Attributes.${key}`, value] as const)
    .filter(([path]) => surroundings.relevant.has(path))
    .reduce(
      (all, [path, value]) => book.withVariable(all, paths.variable(path, CONTACT_SCOPE), book.values.text(value)),
      facts,
    );
};

/** Contacts come in at an entry point; nothing comes of one for which the rulebook has no journey. */
export const enter = (exploration: Exploration, entry: EntryPoint): void => {
  const contact = exploration.contact(entry.method, entry.channel);
  const moment = contact && firstMoment(contact.journey);
  if (contact === undefined || moment === undefined) return;
  const facts = startingFacts(exploration, entry);
  const start: Way = { from: null, starts: true, by: { what: 'the contact starts', about: entry.name } };
  const isCalledFirst = contact.journey.calls === 'before the entry flow';
  const way = isCalledFirst ? andThen(start, { what: 'the customer answers' }, contact, facts) : start;
  const flow = entry.flow === undefined ? undefined : flowNamed(exploration, entry.flow);
  exploration.playStages(contact, moment, facts, way, { entryPoint: { name: entry.name, flow } });
};
