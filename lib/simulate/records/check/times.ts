import type { ContactRecord } from '../contact-record';
import { secondsBetween } from '../timestamps';
import { eachRecord, type RecordCheck } from './run-records';

type Moment = readonly [name: string, at: string | null | undefined];

/** Moments that have happened must stand in this order. */
const inOrder = (id: string, moments: readonly Moment[]): readonly string[] => {
  const problems: string[] = [];
  let before: readonly [string, string] | null = null;
  for (const [name, at] of moments) {
    if (typeof at !== 'string') continue;
    if (before !== null && at < before[1])
      problems.push(`${id} has ${name} ${at}, which is before ${before[0]} ${before[1]}.`);
    before = [name, at];
  }
  return problems;
};

const order = (record: ContactRecord): readonly string[] => {
  const { ContactId: id, Queue, Agent } = record;
  const begun: Moment = ['InitiationTimestamp', record.InitiationTimestamp];
  const ended: Moment = ['DisconnectTimestamp', record.DisconnectTimestamp];
  const updated: Moment = ['LastUpdateTimestamp', record.LastUpdateTimestamp];
  const dequeued: Moment = ['DequeueTimestamp', Queue?.DequeueTimestamp];
  const connected: Moment = ['ConnectedToAgentTimestamp', Agent?.ConnectedToAgentTimestamp];
  const worked: Moment = ['AfterContactWorkStartTimestamp', Agent?.AfterContactWorkStartTimestamp];
  const cleared: Moment = ['AfterContactWorkEndTimestamp', Agent?.AfterContactWorkEndTimestamp];
  return [
    ...inOrder(id, [begun, ['EnqueueTimestamp', Queue?.EnqueueTimestamp], dequeued, connected, ended, updated]),
    ...inOrder(id, [begun, ['ConnectedToSystemTimestamp', record.ConnectedToSystemTimestamp], connected]),
    ...inOrder(id, [begun, ['TransferCompletedTimestamp', record.TransferCompletedTimestamp], ended]),
    ...inOrder(id, [connected, worked, cleared, updated]),
  ];
};

/** Calls that come in are connected as they begin (ctr-data-model). */
const connection = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, InitiationMethod, InitiationTimestamp, ConnectedToSystemTimestamp } = record;
  if (InitiationMethod !== 'INBOUND' || ConnectedToSystemTimestamp === InitiationTimestamp) return [];
  return [`${id} is INBOUND and connected to the system at ${ConnectedToSystemTimestamp}, not as it began.`];
};

const span = (from: string, to: string): number => secondsBetween(Date.parse(from), Date.parse(to));

/** For a callback the initial delay may be counted too (assumption `callbackQueueDuration`). */
const queueDuration = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, Queue, InitiationMethod, InitiationTimestamp } = record;
  if (Queue === null) return [];
  const { EnqueueTimestamp, DequeueTimestamp, Duration } = Queue;
  const waited = EnqueueTimestamp === null || DequeueTimestamp === null ? 0 : span(EnqueueTimestamp, DequeueTimestamp);
  if (
    InitiationMethod === 'CALLBACK' &&
    DequeueTimestamp !== null &&
    span(InitiationTimestamp, DequeueTimestamp) === Duration
  )
    return [];
  return [waited !== Duration && `${id} waited ${waited} s by its timestamps, and ${Duration} s by its duration.`];
};

const agentDurations = (record: ContactRecord): readonly (string | false)[] => {
  const { ContactId: id, Agent, DisconnectTimestamp } = record;
  const until = Agent?.AfterContactWorkStartTimestamp ?? DisconnectTimestamp;
  if (Agent === null || until === null) return [];
  const { AgentInteractionDuration: interaction, CustomerHoldDuration: hold, LongestHoldDuration: longest } = Agent;
  if (interaction === null || hold === null || longest === null)
    return [`${id} is over for its agent, and lacks durations.`];
  const whole = span(Agent.ConnectedToAgentTimestamp, until);
  return [
    interaction + hold !== whole &&
      `${id} had ${whole} s with its agent, of which ${interaction} + ${hold} s are told.`,
    (interaction < 0 || hold < 0) && `${id} has a negative duration.`,
    longest > hold && `${id} was on hold for ${hold} s, the longest time ${longest} s.`,
    Agent.NumberOfHolds === 0 && hold > 0 && `${id} was never put on hold, and on hold for ${hold} s.`,
    (Agent.AgentInitiatedHoldDuration ?? 0) > hold && `${id} was put on hold for longer than it was on hold.`,
  ];
};

const afterContactWork = ({ ContactId: id, Agent }: ContactRecord): readonly (string | false)[] => {
  if (Agent === null) return [];
  const { AfterContactWorkStartTimestamp: start, AfterContactWorkEndTimestamp: end, AfterContactWorkDuration } = Agent;
  const worked = start === null || end === null ? null : span(start, end);
  return [
    worked !== AfterContactWorkDuration &&
      `${id} has ${worked} s of after-contact work by its timestamps, and ${AfterContactWorkDuration} s by its duration.`,
  ];
};

export const TIME_CHECKS: readonly RecordCheck[] = [
  order,
  connection,
  queueDuration,
  agentDurations,
  afterContactWork,
].map(eachRecord);
