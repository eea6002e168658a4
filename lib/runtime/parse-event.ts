import { parseInitiationMethod } from '../journey';
import type { JsonObject } from '../language';
import type { AudioStream, ContactData, ContactFlowEvent, ContactQueue, ContactReference, Endpoint } from './event';
import { objectOf, own } from './own-value';

/** An event, or one sentence on why it is none. The sentence quotes nothing of the input. */
export type EventReading =
  | { readonly ok: true; readonly event: ContactFlowEvent }
  | { readonly ok: false; readonly problem: string };

const SHAPE = '{ "Name": "ContactFlowEvent", "Details": { "ContactData": { … }, "Parameters": { … } } }';

/** Blank text says the same as null in events; numbers were seen where the docs promise strings. */
const text = (value: unknown): string | null => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
};

const texts = <K extends string>(object: JsonObject, keys: readonly K[]): Record<K, string | null> =>
  Object.fromEntries(keys.map((key) => [key, text(own(object, key))])) as Record<K, string | null>;

const upperCase = (value: unknown): string | null => parseInitiationMethod(value) ?? null;

const mapOf = <T>(value: unknown, read: (entry: unknown) => T | undefined): Record<string, T> => {
  const map: [string, T][] = [];
  for (const [key, entry] of Object.entries(objectOf(value) ?? {})) {
    const known = read(entry);
    if (known !== undefined) map.push([key, known]);
  }
  return Object.fromEntries(map);
};

const attribute = (value: unknown): string | undefined => (value === '' ? '' : (text(value) ?? undefined));

const endpoint = (value: unknown): Endpoint | null => {
  const object = objectOf(value);
  return object ? texts(object, ['Address', 'Type']) : null;
};

const queue = (value: unknown): ContactQueue | null => {
  const object = objectOf(value);
  if (!object) return null;
  const { ARN, Name } = texts(object, ['ARN', 'Name']);
  return ARN === null && Name === null
    ? null
    : { ARN, Name, OutboundCallerId: endpoint(own(object, 'OutboundCallerId')) };
};

const reference = (value: unknown): ContactReference | undefined => {
  const object = objectOf(value);
  return object && texts(object, ['Type', 'Value']);
};

const audio = (value: unknown): AudioStream | null => {
  const object = objectOf(value);
  return object ? texts(object, ['StreamARN', 'StartTimestamp', 'StopTimestamp', 'StartFragmentNumber']) : null;
};

const mediaStreams = (value: unknown): ContactData['MediaStreams'] => {
  const streams = objectOf(value);
  if (!streams) return null;
  const customer = objectOf(own(streams, 'Customer'));
  return { Customer: customer ? { Audio: audio(own(customer, 'Audio')) } : null };
};

const TEXTS = [
  'ContactId',
  'InitialContactId',
  'PreviousContactId',
  'RelatedContactId',
  'InstanceARN',
  'AwsRegion',
  'LanguageCode',
  'CustomerId',
  'Name',
  'Description',
] as const;

const contactData = (raw: JsonObject): ContactData => ({
  ...raw,
  ...texts(raw, TEXTS),
  Channel: upperCase(own(raw, 'Channel')),
  InitiationMethod: upperCase(own(raw, 'InitiationMethod')),
  CustomerEndpoint: endpoint(own(raw, 'CustomerEndpoint')),
  SystemEndpoint: endpoint(own(raw, 'SystemEndpoint')),
  Queue: queue(own(raw, 'Queue')),
  Attributes: mapOf(own(raw, 'Attributes'), attribute),
  SegmentAttributes: mapOf(own(raw, 'SegmentAttributes'), objectOf),
  References: mapOf(own(raw, 'References'), reference),
  Tags: mapOf(own(raw, 'Tags'), attribute),
  MediaStreams: mediaStreams(own(raw, 'MediaStreams')),
});

/**
 * Any JSON to the event of a flow's Lambda block. Tolerant: parts may be missing, blank or in another case, and names of
 * attributes are only ever own keys. What has no `Details.ContactData` is no such event.
 */
export const parseContactFlowEvent = (input: unknown): EventReading => {
  const root = objectOf(input);
  if (!root) return { ok: false, problem: `The event is no JSON object. A flow sends ${SHAPE}.` };
  const details = objectOf(own(root, 'Details'));
  if (!details) return { ok: false, problem: `The event has no Details. A flow sends ${SHAPE}.` };
  const raw = objectOf(own(details, 'ContactData'));
  if (!raw) return { ok: false, problem: `The event has no Details.ContactData. A flow sends ${SHAPE}.` };
  const event = {
    Name: text(own(root, 'Name')) ?? 'ContactFlowEvent',
    InvocationType: text(own(root, 'InvocationType')),
    Details: { ContactData: contactData(raw), Parameters: objectOf(own(details, 'Parameters')) ?? {} },
  };
  return { ok: true, event };
};
