import type { Json } from '../../language';
import { type Contact, SUBTYPES } from '../contact';

/** One segment attribute, in the shape of API_SegmentAttributeValue. */
type SegmentValue =
  | { readonly ValueString: string }
  | { readonly ValueInteger: number }
  | { readonly ValueMap: Readonly<Record<string, SegmentValue>> };

export type SegmentAttributes = Readonly<Record<string, SegmentValue>>;

const segmentValue = (value: Json): SegmentValue => {
  if (typeof value === 'number') return { ValueInteger: value };
  if (typeof value !== 'object' || value === null) return { ValueString: String(value) };
  return { ValueMap: Object.fromEntries(Object.entries(value).map(([key, each]) => [key, segmentValue(each)])) };
};

const subtypeOf = ({ method, channel }: Contact): string | undefined =>
  method === 'WEBRTC_API' ? 'connect:WebRTC' : SUBTYPES[channel];

/** Source: customer-first-cb. */
const trafficTypeOf = ({ method }: Contact): string | undefined =>
  method === 'CALLBACK_CUSTOMER_FIRST_DIALED' ? 'CUSTOMER_FIRST_CALLBACK' : undefined;

/** What AWS sets on a segment, and what blocks set. */
export const segmentAttributesOf = (contact: Contact): SegmentAttributes => {
  const subtype = subtypeOf(contact);
  const trafficType = trafficTypeOf(contact);
  const own: SegmentAttributes = {
    ...(subtype !== undefined && { 'connect:Subtype': { ValueString: subtype } }),
    ...(trafficType !== undefined && { 'connect:TrafficType': { ValueString: trafficType } }),
  };
  const set = contact.settings?.segmentAttributes;
  if (set === undefined || set.size === 0) return own;
  return { ...own, ...Object.fromEntries([...set].map(([key, value]) => [key, segmentValue(value)])) };
};
