import type { SimulationResult } from '../../simulation';
import type { World } from '../../world';
import { agentEvents } from '../agent-events';
import type { ContactEvent } from '../contact-event';
import { contactEvents } from '../contact-events';
import { contactRecords } from '../contact-records';
import { flowLogs } from '../flow-logs';
import type { RecordedStep } from '../record-steps';
import { AGENT_CHECKS } from './agents';
import { BLOCK_CHECKS } from './blocks';
import { EVENT_CHECKS } from './events';
import { LINK_CHECKS } from './links';
import { LOG_CHECKS } from './logs';
import type { Examined, RecordCheck, RunRecords } from './run-records';
import { TIME_CHECKS } from './times';

const CHECKS: readonly RecordCheck[] = [
  ...LINK_CHECKS,
  ...TIME_CHECKS,
  ...BLOCK_CHECKS,
  ...EVENT_CHECKS,
  ...LOG_CHECKS,
  ...AGENT_CHECKS,
];

const grouped = (events: readonly ContactEvent[]): ReadonlyMap<string, readonly ContactEvent[]> => {
  const groups = new Map<string, ContactEvent[]>();
  for (const event of events) {
    const { contactId } = event.detail;
    const group = groups.get(contactId);
    if (group) group.push(event);
    else groups.set(contactId, [event]);
  }
  return groups;
};

/** Where records, events and logs contradict each other or the rulebook, a sentence each; nothing where they agree. */
export const checkRecords = (run: RunRecords): readonly string[] => {
  const byId = new Map(run.records.map((record) => [record.ContactId, record]));
  const examined: Examined = { ...run, byId, eventsOf: grouped(run.events) };
  return CHECKS.flatMap((check) => check(examined));
};

/** Everything that a run leaves behind, ready to be checked. */
export const runRecords = (
  result: SimulationResult,
  world: World,
  steps: readonly RecordedStep[] = [],
): RunRecords => ({
  records: contactRecords(result, world, { unfinished: true }),
  events: contactEvents(result, world, { steps }),
  logs: flowLogs(steps, world, { all: true }),
  agentEvents: agentEvents(result, world),
});
