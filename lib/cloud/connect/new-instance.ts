import type { HoursOfOperationDays } from '@aws-sdk/client-connect';
import { DEFAULT_FLOW_DOCUMENTS, DEFAULT_FLOW_NAMES, DEFAULT_FLOW_PROMPTS, DEFAULT_FLOWS } from '../../journey';
import { write } from '../../language';
import type { ConnectState } from './connect-state';
import type { ConnectInstance } from './instance';

/** The attributes that a new instance has where nobody says otherwise. What the service does is not published for all. */
const ATTRIBUTES = {
  AUTO_RESOLVE_BEST_VOICES: 'true',
  CONTACTFLOW_LOGS: 'false',
  CONTACT_LENS: 'true',
  EARLY_MEDIA: 'true',
  ENHANCED_CHAT_MONITORING: 'false',
  ENHANCED_CONTACT_MONITORING: 'false',
  HIGH_VOLUME_OUTBOUND: 'false',
  MESSAGE_STREAMING: 'false',
  MULTI_PARTY_CHAT_CONFERENCE: 'false',
  MULTI_PARTY_CONFERENCE: 'false',
  USE_CUSTOM_TTS_VOICES: 'false',
} as const;

/** The recordings that every instance has; the first two are what its default flows play. */
const PROMPTS = [
  'CustomerHold.wav',
  'Beep.wav',
  'CustomerQueue.wav',
  'Music_Jazz_MyTimetoFly_Inst.wav',
  'Music_Pop_ThisAndThatIsLife_Inst.wav',
  'Music_Rock_EverywhereTheSunShines_Inst.wav',
] as const;

const SECURITY_PROFILES = {
  Admin: ['BasicAgentAccess', 'OutboundCallAccess', 'ContactFlows.Create', 'ContactFlows.Edit', 'Users.Create'],
  Agent: ['BasicAgentAccess', 'OutboundCallAccess'],
  CallCenterManager: ['BasicAgentAccess', 'OutboundCallAccess', 'Users.View', 'RealtimeContactLens.View'],
  QualityAnalyst: ['BasicAgentAccess', 'ContactSearch.View'],
} as const;

const DAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const satisfies readonly HoursOfOperationDays[];

const BASIC = { description: undefined, tags: {} } as const;

const addPrompts = (connect: ConnectState, instance: ConnectInstance): void => {
  for (const name of PROMPTS)
    instance.prompts.add({ ...connect.entry(instance, 'prompt', name), ...BASIC, s3Uri: undefined });
};

/** The texts name stand-ins for two recordings; every instance has its own ARNs for these. */
const withOwnPrompts = (content: string, { prompts }: ConnectInstance): string =>
  DEFAULT_FLOW_PROMPTS.reduce(
    (text, standIn, i) => text.replaceAll(`"${standIn}"`, `"${prompts.named(PROMPTS[i] as string)?.arn}"`),
    content,
  );

const addDefaultFlows = (connect: ConnectState, instance: ConnectInstance): void => {
  for (const name of DEFAULT_FLOW_NAMES) {
    instance.flows.add({
      ...connect.entry(instance, 'contact-flow', name),
      type: DEFAULT_FLOWS[name].flowType,
      description: `Holds ${DEFAULT_FLOWS[name].holds}.`,
      state: 'ACTIVE',
      published: withOwnPrompts(write(DEFAULT_FLOW_DOCUMENTS[name]), instance),
      saved: null,
      isDefault: true,
      versions: [],
    });
  }
};

const addBasicRouting = (connect: ConnectState, instance: ConnectInstance): void => {
  const hours = instance.hours.add({
    ...connect.entry(instance, 'operating-hours', 'Basic Hours'),
    ...BASIC,
    timeZone: 'America/New_York',
    config: DAYS.map((Day) => ({ Day, StartTime: { Hours: 0, Minutes: 0 }, EndTime: { Hours: 0, Minutes: 0 } })),
    overrides: new Map(),
  });
  const queue = instance.queues.add({
    ...connect.entry(instance, 'queue', 'BasicQueue'),
    description: 'A simple, basic voice queue.',
    hoursId: hours.id,
    maxContacts: undefined,
    status: 'ENABLED',
    outboundCaller: undefined,
    outboundEmail: undefined,
    quickConnects: new Set(),
  });
  instance.routingProfiles.add({
    ...connect.entry(instance, 'routing-profile', 'Basic Routing Profile'),
    description: 'A simple, basic routing profile.',
    defaultOutboundQueueId: queue.id,
    concurrency: [{ Channel: 'VOICE', Concurrency: 1 }],
    agentAvailabilityTimer: undefined,
    queues: new Map([[`${queue.id}/VOICE`, { priority: 1, delaySeconds: 0 }]]),
  });
};

const addPeople = (connect: ConnectState, instance: ConnectInstance): void => {
  for (const [name, permissions] of Object.entries(SECURITY_PROFILES)) {
    instance.securityProfiles.add({ ...connect.entry(instance, 'security-profile', name), ...BASIC, permissions });
  }
  for (const [i, name] of ['Available', 'Offline'].entries()) {
    const type = i === 0 ? 'ROUTABLE' : 'OFFLINE';
    instance.agentStatuses.add({ ...connect.entry(instance, 'agent-state', name), type, displayOrder: i + 1 });
  }
};

/** Fills a new instance with what every instance has: the eight default flows, a queue, hours, recordings, profiles. */
export const furnish = (connect: ConnectState, instance: ConnectInstance): void => {
  for (const [name, value] of Object.entries(ATTRIBUTES)) instance.attributes.set(name, value);
  addPrompts(connect, instance);
  addDefaultFlows(connect, instance);
  addBasicRouting(connect, instance);
  addPeople(connect, instance);
};
