import type { Json } from '../document';
import { REFERENCE_ROOTS } from '../reference';
import { type Message, NOTES } from './notes';

/** Namespaces of the old export whose JSONPath has another root. The rest are spelt as the root itself, e.g. `Lex.Slots`. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'User Defined': 'Attributes',
  'Flow Attributes': 'FlowAttributes',
  'Segment Attributes': 'SegmentAttributes',
  'Media Streams': 'MediaStreams',
  'Queue Metrics': 'Metrics.Queue',
};

/** What the designer called the attributes of the platform; those with a dot (`Queue.Name`) are JSONPaths already. */
const SYSTEM_ATTRIBUTES: Readonly<Record<string, string>> = {
  'Customer Number': '$.CustomerEndpoint.Address',
  'Dialed Number': '$.SystemEndpoint.Address',
  'Stored customer input': '$.StoredCustomerInput',
  'Customer Id': '$.CustomerId',
  'Contact Id': '$.ContactId',
  'Initial Contact Id': '$.InitialContactId',
  'Previous Contact Id': '$.PreviousContactId',
  'Contact id': '$.ContactId',
  'Initial contact id': '$.InitialContactId',
  'Previous contact id': '$.PreviousContactId',
  'Instance ARN': '$.InstanceARN',
  'AWS Region': '$.AwsRegion',
  'Initiation Method': '$.InitiationMethod',
  'Initiation method': '$.InitiationMethod',
  Language: '$.LanguageCode',
  'Text to speech voice': '$.TextToSpeechVoiceId',
  'Queue Name': '$.Queue.Name',
  'Queue name': '$.Queue.Name',
  'Queue ARN': '$.Queue.ARN',
  'Outbound Caller ID Number': '$.Queue.OutboundCallerId.Address',
  'Agent User name': '$.Agent.UserName',
  'Agent First name': '$.Agent.FirstName',
  'Agent Last name': '$.Agent.LastName',
};

const ROOTS: ReadonlySet<string> = new Set(REFERENCE_ROOTS);

const PLAIN_KEY = /^[^.[\s$'"]+$/;

const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const step = (key: string): string =>
  PLAIN_KEY.test(key) ? `.${key}` : `.['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;

/** Keys of a JSONPath as a reference, with quotes where a key needs them. */
const referenceTo = (root: string, key: string): string =>
  `$.${root}${key
    .split('.')
    .filter((part) => part !== '')
    .map(step)
    .join('')}`;

const systemReference = (key: string, note: (message: Message) => void): string => {
  const known = own(SYSTEM_ATTRIBUTES, key);
  if (known !== undefined) return known;
  const [root = '', ...rest] = key.replace(/^\$\./, '').split('.');
  if (ROOTS.has(root)) return referenceTo(root, rest.join('.'));
  const guess = `$${step(key.replaceAll(' ', ''))}`;
  note(NOTES.noReference(key, guess));
  return guess;
};

/** True where a value is looked up while the flow runs. */
export const isDynamic = (namespace: Json | undefined): namespace is string =>
  typeof namespace === 'string' && namespace !== '';

/** The JSONPath of what the old export calls a namespace and a key in it. */
export const referenceOf = (namespace: string, key: string, note: (message: Message) => void): string => {
  if (namespace === 'System') return systemReference(key, note);
  const root = own(NAMESPACES, namespace) ?? namespace;
  if (ROOTS.has(root.split('.', 1)[0] ?? '')) return referenceTo(root, key);
  const guess = referenceTo(root.replaceAll(/[^\w.-]/g, '') || 'Attributes', key);
  note(NOTES.unknownNamespace(namespace, guess));
  return guess;
};
