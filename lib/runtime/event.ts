import type { InitiationMethod } from '../journey';
import type { Channel, JsonObject } from '../language';

/** One side of a contact: E.164 for TELEPHONE_NUMBER, an address for EMAIL_ADDRESS. */
export interface Endpoint {
  readonly Address: string | null;
  readonly Type: 'TELEPHONE_NUMBER' | 'EMAIL_ADDRESS' | (string & {}) | null;
}

/** The working queue of a contact. */
export interface ContactQueue {
  readonly ARN: string | null;
  readonly Name: string | null;
  readonly OutboundCallerId: Endpoint | null;
}

/** The customer's audio in Kinesis Video Streams. Timestamps are milliseconds since 1970, as strings. */
export interface AudioStream {
  readonly StreamARN: string | null;
  readonly StartTimestamp: string | null;
  /** Null until streaming was stopped. */
  readonly StopTimestamp: string | null;
  /** A decimal number beyond the range of `number`. */
  readonly StartFragmentNumber: string | null;
}

/** A reference of a task, email or chat. The docs write the type in lower case, real events in upper case. */
export interface ContactReference {
  readonly Type: string | null;
  readonly Value: string | null;
}

/** One of these is filled, by the type of the attribute. */
export interface SegmentAttribute {
  readonly ValueString?: string | null;
  readonly ValueInteger?: number | null;
  readonly ValueMap?: JsonObject | null;
  readonly ValueList?: readonly unknown[] | null;
  readonly ValueArn?: string | null;
}

/**
 * A contact as a flow's Lambda block sends it, made regular: what is missing or blank is null or `{}`, method and channel
 * are upper case. Fields that AWS adds later are still there, only untyped.
 *
 * The customer's callback number and stored customer input are never part of it; flows pass them as parameters.
 * Source: connect-lambda-functions (admin guide); published events for the fields that the page leaves out.
 */
export interface ContactData {
  readonly ContactId: string | null;
  /** First contact of the chain; the contact's own id on a first contact. */
  readonly InitialContactId: string | null;
  /** The contact before; also the contact's own id on a first contact, so it does not tell a transfer. */
  readonly PreviousContactId: string | null;
  readonly RelatedContactId: string | null;
  readonly Channel: Channel | (string & {}) | null;
  readonly InitiationMethod: InitiationMethod | null;
  readonly InstanceARN: string | null;
  readonly AwsRegion: string | null;
  readonly CustomerEndpoint: Endpoint | null;
  readonly SystemEndpoint: Endpoint | null;
  /** Null before a queue is set. */
  readonly Queue: ContactQueue | null;
  /** User-defined attributes; neither flow attributes nor external results. */
  readonly Attributes: Readonly<Record<string, string>>;
  readonly SegmentAttributes: Readonly<Record<string, SegmentAttribute>>;
  readonly References: Readonly<Record<string, ContactReference>>;
  readonly Tags: Readonly<Record<string, string>>;
  readonly MediaStreams: { readonly Customer: { readonly Audio: AudioStream | null } | null } | null;
  readonly LanguageCode: string | null;
  readonly CustomerId: string | null;
  /** Name and description of a task. */
  readonly Name: string | null;
  readonly Description: string | null;
}

/** The event that a flow's Lambda block sends. */
export interface ContactFlowEvent {
  readonly Name: 'ContactFlowEvent' | 'ConnectFlowEvent' | (string & {});
  /** Seen on asynchronous invocations only. */
  readonly InvocationType: string | null;
  readonly Details: {
    readonly ContactData: ContactData;
    /** What the block passes: strings, or any JSON where the block says so. */
    readonly Parameters: JsonObject;
  };
}
