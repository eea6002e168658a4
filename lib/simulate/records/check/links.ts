import { INITIATION_METHODS, isKnownInitiationMethod } from '../../../journey';
import { LIMITS } from '../../../language';
import type { ContactRecord } from '../contact-record';
import { type Examined, eachRecord, type RecordCheck } from './run-records';

const unique: RecordCheck = ({ records, byId }) =>
  byId.size === records.length ? [] : [`${records.length} records name ${byId.size} contacts.`];

const toPrevious = (record: ContactRecord, { byId }: Examined): readonly (string | false)[] => {
  const { ContactId: id, PreviousContactId, InitialContactId, InitiationTimestamp } = record;
  if (PreviousContactId === null)
    return [InitialContactId !== null && `${id} has no previous contact, but the initial contact ${InitialContactId}.`];
  const previous = byId.get(PreviousContactId);
  if (previous === undefined) return [`${id} follows ${PreviousContactId}, of which there is no record.`];
  const initial = previous.InitialContactId ?? previous.ContactId;
  return [
    InitialContactId !== initial &&
      `${id} follows a contact of the chain of ${initial}, but names ${InitialContactId}.`,
    previous.NextContactId === null && `${id} follows ${PreviousContactId}, which names no next contact.`,
    InitiationTimestamp < previous.InitiationTimestamp && `${id} began before ${PreviousContactId}, which it follows.`,
  ];
};

const toNext = ({ ContactId: id, NextContactId }: ContactRecord, { byId }: Examined): readonly (string | false)[] => {
  if (NextContactId === null) return [];
  const next = byId.get(NextContactId);
  if (next === undefined) return [`${id} goes on as ${NextContactId}, of which there is no record.`];
  return [
    next.PreviousContactId !== id && `${id} goes on as ${NextContactId}, which follows ${next.PreviousContactId}.`,
  ];
};

/** How a method ties its contact to an earlier one (the table of methods). */
const byMethod = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, InitiationMethod: method, PreviousContactId } = record;
  if (!isKnownInitiationMethod(method)) return [];
  const chained = INITIATION_METHODS[method].follows === 'chain';
  return [
    chained && PreviousContactId === null && `${id} has the method ${method} and follows no contact.`,
    !chained && PreviousContactId !== null && `${id} has the method ${method} and follows ${PreviousContactId}.`,
  ];
};

/** The contact is the last of a chain that is too long; longer ones are told once. */
const chainLength = (record: ContactRecord, { byId }: Examined): readonly (string | false)[] => {
  let length = 1;
  for (let link = record; link.PreviousContactId !== null && length <= LIMITS.contactChain + 1; length++) {
    const previous = byId.get(link.PreviousContactId);
    if (previous === undefined) break;
    link = previous;
  }
  const most = LIMITS.contactChain;
  return [length === most + 1 && `${record.ContactId} is contact ${length} of its chain, which holds ${most}.`];
};

/** Contacts of one chain share their attributes. */
const sharedAttributes = (record: ContactRecord, { byId }: Examined): readonly (string | false)[] => {
  const initial = byId.get(record.InitialContactId ?? record.ContactId);
  if (initial === undefined || initial === record) return [];
  const differ = JSON.stringify(initial.Attributes) !== JSON.stringify(record.Attributes);
  return [differ && `${record.ContactId} has other attributes than ${initial.ContactId}, the first of its chain.`];
};

export const LINK_CHECKS: readonly RecordCheck[] = [
  unique,
  ...[toPrevious, toNext, byMethod, chainLength, sharedAttributes].map(eachRecord),
];
