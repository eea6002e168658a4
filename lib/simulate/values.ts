import { interpolate, isReference, parseReference } from '../language';
import { agentOf, SUBTYPES } from './contact';
import type { Execution } from './execution';
import { remember } from './remember';

type Read = (execution: Execution, rest: readonly string[]) => unknown;

/** Follows keys into plain data; only own keys count. */
const dig = (value: unknown, keys: readonly string[]): unknown => {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
};

const endpoint =
  (which: 'customerEndpoint' | 'systemEndpoint'): Read =>
  (execution, rest) =>
    dig(execution.contact[which], rest);

const data =
  (key: string): Read =>
  ({ contact }) =>
    contact.data.get(key);

const resultsOf =
  (root: string): Read =>
  ({ frame }, rest) =>
    dig(frame.results.get(root), rest);

/** The agent whom `$.Agent` means: the target in an agent transfer flow, else the one on the contact. */
const agent: Read = ({ contact, run }, rest) => {
  const who = run.flowType === 'AGENT_TRANSFER' ? contact.targetAgent : agentOf(contact);
  if (!who) return undefined;
  const { name, firstName = name, lastName = '', arn } = who;
  return dig({ UserName: name, FirstName: firstName, LastName: lastName, ARN: arn }, rest);
};

const queue: Read = ({ contact }, rest) => {
  if (!contact.queue) return undefined;
  const { name, arn, outboundCallerId } = contact.queue;
  const OutboundCallerId = outboundCallerId && { Address: outboundCallerId, Type: 'TELEPHONE_NUMBER' };
  return dig({ Name: name, ARN: arn, OutboundCallerId }, rest);
};

const reference: Read = ({ contact }, [name = '', ...rest]) => dig(contact.settings?.references.get(name), rest);

const segmentAttribute: Read = ({ contact }, [key = '', ...rest]) =>
  dig(contact.settings?.segmentAttributes.get(key), rest) ??
  (key === 'connect:Subtype' ? SUBTYPES[contact.channel] : undefined);

const audioStream: Read = ({ contact }, rest) => dig({ Customer: { Audio: contact.settings?.audioStream } }, rest);

/** What each root of a reference reads. Source: connect-attrib-list. */
const ROOTS: Readonly<Record<string, Read>> = {
  ContactId: ({ contact }) => contact.id,
  InitialContactId: ({ contact }) => (contact.initial ?? contact).id,
  PreviousContactId: ({ contact }) => (contact.previous ?? contact).id,
  Channel: ({ contact }) => contact.channel,
  InitiationMethod: ({ contact }) => contact.method,
  InstanceARN: ({ kernel }) => kernel.world.world.instanceArn,
  AwsRegion: ({ kernel }) => kernel.world.world.region,
  Attributes: ({ contact }, [key]) => contact.attributes.get(key ?? ''),
  FlowAttributes: ({ frame }, [key]) => frame.flowAttributes.get(key ?? ''),
  SegmentAttributes: segmentAttribute,
  References: reference,
  Tags: ({ contact }, [key]) => contact.tags?.get(key ?? ''),
  CustomerEndpoint: endpoint('customerEndpoint'),
  SystemEndpoint: endpoint('systemEndpoint'),
  Queue: queue,
  Agent: agent,
  Name: data('Name'),
  Description: data('Description'),
  LanguageCode: data('LanguageCode'),
  CustomerId: data('CustomerId'),
  TextToSpeechVoiceId: data('TextToSpeechVoiceId'),
  StoredCustomerInput: ({ frame }) => frame.results.get('StoredCustomerInput'),
  Task: resultsOf('Task'),
  External: resultsOf('External'),
  LambdaInvocation: resultsOf('LambdaInvocation'),
  Lex: resultsOf('Lex'),
  Views: resultsOf('Views'),
  Metrics: resultsOf('Metrics'),
  Customer: resultsOf('Customer'),
  Case: resultsOf('Case'),
  Modules: resultsOf('Modules'),
  MediaStreams: audioStream,
  Email: resultsOf('Email'),
  DataTables: resultsOf('DataTables'),
  DataTableList: resultsOf('DataTableList'),
  AgenticCX: resultsOf('AgenticCX'),
  Wisdom: resultsOf('Wisdom'),
};

/** The value of a reference as text; undefined where nothing is set. */
export const look = (execution: Execution, keys: readonly string[]): string | undefined => {
  const [root = '', ...rest] = keys;
  const value = Object.hasOwn(ROOTS, root) ? ROOTS[root]?.(execution, rest) : undefined;
  if (value === undefined || value === null) {
    execution.kernel.assumption('unsetReference');
    return undefined;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const keysOf = remember((reference: string) => parseReference(reference) ?? null);

/** A parameter as text: a whole reference is looked up, references inside text are filled in. */
export const textOf = (execution: Execution, value: unknown): string => {
  if (typeof value !== 'string') return value === undefined || value === null ? '' : String(value);
  if (!value.includes('$')) return value;
  const keys = isReference(value) ? keysOf(value) : null;
  if (keys) return look(execution, keys) ?? '';
  return interpolate(value, (keys) => look(execution, keys));
};

/** A map of parameters with every value as text. */
export const textMap = (execution: Execution, value: unknown): Map<string, string> => {
  const map = new Map<string, string>();
  const given = (value ?? {}) as Record<string, unknown>;
  for (const key of Object.keys(given)) map.set(execution.text(key), execution.text(given[key]));
  return map;
};
