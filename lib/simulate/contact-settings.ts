import type { Json } from '../language';
import type { Contact } from './contact';

/** A value under `$.References`. */
interface ContactReference {
  readonly Type: string;
  readonly Value: string;
}

/** `$.MediaStreams.Customer.Audio`; times are milliseconds since the epoch, as text. */
interface AudioStream {
  readonly StreamARN: string;
  readonly StartTimestamp: string;
  readonly StartFragmentNumber: string;
  readonly StopTimestamp?: string;
}

/** A requirement of Set routing criteria, and how long it holds; null until an agent is found. */
export interface RoutingStep {
  readonly expression: RoutingExpression;
  readonly seconds: number | null;
}

export type RoutingExpression =
  | { readonly kind: 'proficiency'; readonly attribute: string; readonly value: string; readonly level: number }
  | { readonly kind: 'agents'; readonly agents: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly RoutingExpression[] };

/** What blocks set on a contact that decides no journey: for its record, its Lambda events and later blocks. */
export interface ContactSettings {
  /** Participants whose voice is recorded; null while no block said so. */
  recorded: readonly string[] | null;
  automatedInteractionRecorded: boolean;
  screenRecorded: readonly string[] | null;
  /** As the block has it; null while analytics are off. */
  analytics: Json | null;
  flowLogging: boolean | null;
  audioStream: AudioStream | null;
  voiceIdStream: boolean;
  /** ARN of the function that rewrites messages of the chat. */
  chatProcessor: string | null;
  readonly references: Map<string, ContactReference>;
  readonly segmentAttributes: Map<string, Json>;
  readonly cases: Set<string>;
  profileId: string | null;
  routing: readonly RoutingStep[];
  /** The touch-tone buffer: null while it is off, else the keys in it. */
  touchTones: string | null;
  /** The chat that this one continues. */
  continues: string | null;
}

const make = (): ContactSettings => ({
  recorded: null,
  automatedInteractionRecorded: false,
  screenRecorded: null,
  analytics: null,
  flowLogging: null,
  audioStream: null,
  voiceIdStream: false,
  chatProcessor: null,
  references: new Map(),
  segmentAttributes: new Map(),
  cases: new Set(),
  profileId: null,
  routing: [],
  touchTones: null,
  continues: null,
});

/** What is set on a contact, to write. Most contacts have nothing of it, and make none. */
export const settingsOf = (contact: Contact): ContactSettings => {
  contact.settings ??= make();
  return contact.settings;
};

/** Logging is inherited by later segments. Source: flow-control-actions-updateflowloggingbehavior (devguide). */
export const logsFlows = (contact: Contact): boolean => {
  for (let link: Contact | null = contact; link !== null; link = link.previous) {
    const choice = link.settings?.flowLogging ?? null;
    if (choice !== null) return choice;
  }
  return false;
};

const TOUCH_TONES_KEPT = 30;

/** A key pressed while nothing listens: kept while the buffer is on. Gives whether it was kept. */
export const bufferKey = (contact: Contact, key: string): boolean => {
  const kept = contact.settings?.touchTones ?? null;
  if (kept === null || kept.length + key.length > TOUCH_TONES_KEPT) return false;
  settingsOf(contact).touchTones = kept + key;
  return true;
};
