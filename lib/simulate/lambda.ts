import { LIMITS } from '../language';
import { type Contact, SUBTYPES } from './contact';
import type { Execution } from './execution';
import type { WorldFunction } from './world';

const DEFAULT_MILLISECONDS = 200;

/** What a function call came to. */
export type Invocation =
  | { readonly ok: true; readonly answer: unknown; readonly milliseconds: number }
  | { readonly ok: false; readonly because: string; readonly milliseconds: number };

const segmentAttribute = (value: unknown) =>
  typeof value === 'object' ? { ValueMap: value } : { ValueString: String(value) };

const segmentAttributes = (contact: Contact): Record<string, unknown> => {
  const subtype = SUBTYPES[contact.channel];
  const set = contact.settings?.segmentAttributes ?? new Map<string, unknown>();
  const all = new Map<string, unknown>([
    ...(subtype === undefined ? [] : [['connect:Subtype', subtype] as const]),
    ...set,
  ]);
  return Object.fromEntries([...all].map(([key, value]) => [key, segmentAttribute(value)]));
};

const queueOf = ({ queue }: Contact): unknown => {
  if (!queue) return null;
  const { arn, name, outboundCallerId: number } = queue;
  return { ARN: arn, Name: name, OutboundCallerId: number ? { Address: number, Type: 'TELEPHONE_NUMBER' } : null };
};

const contactData = (execution: Execution, contact: Contact): Record<string, unknown> => ({
  Attributes: Object.fromEntries(contact.attributes),
  AwsRegion: execution.kernel.world.world.region,
  Channel: contact.channel,
  ContactId: contact.id,
  CustomerEndpoint: contact.customerEndpoint,
  CustomerId: contact.data.get('CustomerId') ?? null,
  Description: contact.data.get('Description') ?? null,
  InitialContactId: (contact.initial ?? contact).id,
  InitiationMethod: contact.method,
  InstanceARN: execution.kernel.world.world.instanceArn,
  LanguageCode: contact.data.get('LanguageCode') ?? 'en-US',
  MediaStreams: { Customer: { Audio: contact.settings?.audioStream ?? null } },
  Name: contact.data.get('Name') ?? null,
  PreviousContactId: (contact.previous ?? contact).id,
  Queue: queueOf(contact),
  References: Object.fromEntries(contact.settings?.references ?? []),
  RelatedContactId: contact.related?.id ?? null,
  SegmentAttributes: segmentAttributes(contact),
  SystemEndpoint: contact.systemEndpoint,
});

/** The event that a Lambda block sends. Source: connect-lambda-functions, and events seen in public repositories. */
export const lambdaEvent = (execution: Execution, parameters: Readonly<Record<string, unknown>>): unknown => ({
  Name: 'ContactFlowEvent',
  Details: { ContactData: contactData(execution, execution.contact), Parameters: parameters },
});

const refusal = (answer: unknown, type: string): string | null => {
  if (type === 'STRING_MAP') {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return 'its answer is no flat object';
    const nested = Object.entries(answer).find(([, value]) => typeof value === 'object' && value !== null);
    if (nested) return `its answer is not flat: "${nested[0]}" holds an object`;
  }
  const size = Buffer.byteLength(JSON.stringify(answer) ?? '');
  return size >= LIMITS.lambdaAnswerBytes
    ? `its answer has ${size} bytes, the limit is ${LIMITS.lambdaAnswerBytes}`
    : null;
};

/** Calls a function as Connect would: within the time limit, and with an answer of the kind that was asked for. */
export const callFunction = async (
  target: WorldFunction,
  event: unknown,
  { seconds, responseType }: { readonly seconds: number; readonly responseType: string },
): Promise<Invocation> => {
  const milliseconds = target.milliseconds ?? DEFAULT_MILLISECONDS;
  if (milliseconds > seconds * 1000)
    return { ok: false, because: `no answer within ${seconds} s`, milliseconds: seconds * 1000 };
  try {
    const answer = await target.invoke(event);
    const because = refusal(answer, responseType);
    return because === null ? { ok: true, answer, milliseconds } : { ok: false, because, milliseconds };
  } catch (error) {
    const because = `it threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
    return { ok: false, because, milliseconds };
  }
};
