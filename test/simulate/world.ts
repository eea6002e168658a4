import type { Party } from '../../lib/journey';
import {
  type Contact,
  emptyWorld,
  type Scenario,
  type SimulateOptions,
  type SimulationResult,
  simulate,
  type World,
  type WorldFunction,
  type WorldHours,
  type WorldQueue,
} from '../../lib/simulate';
import { agentArn, flow, functionArn, hoursArn, INSTANCE, queueArn, type Script } from './script';

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export const hours = (name: string, from = 0, to = 0): WorldHours => ({
  arn: hoursArn(name),
  name,
  timeZone: 'UTC',
  week: WEEK.map((day) => ({ day, open: { from: from * 60, to: to * 60 } })),
  overrides: [],
});

export const queue = (name: string, more: Partial<WorldQueue> = {}): WorldQueue => ({
  arn: queueArn(name),
  name,
  hours: hoursArn('Always'),
  ...more,
});

export const lambda = (name: string, invoke: WorldFunction['invoke'], milliseconds?: number): WorldFunction => ({
  arn: functionArn(name),
  name,
  invoke,
  ...(milliseconds !== undefined && { milliseconds }),
});

const quickConnect = (name: string, kind: 'USER' | 'QUEUE' | 'PHONE_NUMBER', target: string) => ({
  arn: `${INSTANCE}/transfer-destination/${name.toLowerCase()}`,
  name,
  kind,
  target,
});

/** Ana serves Sales, Ben serves Support; each has a quick connect, and so have the queue Support and a supplier. */
export const smallCentre = (more: Partial<World> = {}): World => ({
  ...emptyWorld(INSTANCE),
  queues: [queue('Sales'), queue('Support')],
  hours: [hours('Always'), hours('Closed', 1, 2)],
  agents: [
    { arn: agentArn('ana'), name: 'ana', firstName: 'Ana', queues: [queueArn('Sales')] },
    { arn: agentArn('ben'), name: 'ben', firstName: 'Ben', queues: [queueArn('Support')] },
  ],
  quickConnects: [
    quickConnect('Ben', 'USER', agentArn('ben')),
    quickConnect('Support', 'QUEUE', queueArn('Support')),
    quickConnect('Supplier', 'PHONE_NUMBER', '+15555550177'),
  ],
  ...more,
});

export const ANA = { name: 'ana' };
export const BEN = { name: 'ben' };

/** A flow run as one line: what ran, on which contact, for whom. */
export const runsOf = (result: SimulationResult): readonly string[] =>
  result.contacts.flatMap((contact, i) =>
    contact.runs.map(({ flowType, name, heardBy }) => `C${i + 1} ${flowType} "${name}" → ${heardBy ?? 'nobody'}`),
  );

/** What a person hears, in order. */
export const heardBy = (result: SimulationResult, who: string): readonly string[] =>
  result.transcript.filter((entry) => entry.kind === 'hears' && entry.who === who).map(({ text }) => text);

/** Seconds after the start at which the first entry with this text stands in the transcript. */
export const secondsUntil = (result: SimulationResult, text: string | RegExp): number => {
  const found = result.transcript.find((entry) =>
    typeof text === 'string' ? entry.text.includes(text) : text.test(entry.text),
  );
  if (!found) throw new Error(`Nothing like ${text} in:\n${result.transcript.map((entry) => entry.text).join('\n')}`);
  return (found.at - result.start) / 1000;
};

export const texts = (result: SimulationResult): readonly string[] => result.transcript.map(({ text }) => text);

/** The flows that a party hears on a contact, in the order in which they start. */
export const flowsFor = (contact: Contact | undefined, party: Party): readonly string[] =>
  (contact?.runs ?? []).filter((run) => run.heardBy === party).map(({ flowType }) => flowType);

/** How a contact is known in its record. */
export const linksOf = (result: SimulationResult): readonly string[] => {
  const label = (contact: Contact | null) => (contact ? `C${result.contacts.indexOf(contact) + 1}` : '-');
  return result.contacts.map(
    (contact) =>
      `${label(contact)} ${contact.method} initial ${label(contact.initial)} previous ${label(contact.previous)} next ${label(contact.next)}`,
  );
};

type Caller = Omit<Scenario, 'start'> & { readonly channel?: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL' };

/** A contact that meets this script as its first flow. */
export const play = (
  script: Script,
  { channel = 'VOICE', ...scenario }: Caller = {},
  more: Partial<World> = {},
  options: SimulateOptions = {},
): Promise<SimulationResult> => {
  const world = smallCentre(more);
  const entry = flow('Entry', 'CONTACT_FLOW', script);
  const start =
    channel === 'VOICE'
      ? ({ method: 'INBOUND', flow: entry.arn } as const)
      : ({ method: 'API', channel, flow: entry.arn } as const);
  return simulate({ ...world, flows: [entry, ...world.flows] }, { ...scenario, start }, options);
};

/** What a caller hears who meets this script; prompts only, without the marks of speech. */
export const hearing = async (...played: Parameters<typeof play>): Promise<readonly string[]> => {
  const result = await play(...played);
  expect(result.stopped).toBeNull();
  return heardBy(result, 'Customer').map((text) => text.replace(/[“”]/g, ''));
};
