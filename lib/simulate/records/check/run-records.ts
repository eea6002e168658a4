import type { AgentEvent } from '../agent-event';
import type { ContactEvent } from '../contact-event';
import type { ContactRecord } from '../contact-record';
import type { FlowLog } from '../flow-log';

/** What a run left behind; also what a real contact centre left, put into the same shapes. */
export interface RunRecords {
  /** With the contacts that go on when the run ends. */
  readonly records: readonly ContactRecord[];
  /** In order of time. */
  readonly events: readonly ContactEvent[];
  /** Of every flow, whatever its logging behaviour. @default not checked */
  readonly logs?: readonly FlowLog[];
  /** @default not checked */
  readonly agentEvents?: readonly AgentEvent[];
}

/** The same, ready to be looked up. */
export interface Examined extends RunRecords {
  readonly byId: ReadonlyMap<string, ContactRecord>;
  readonly eventsOf: ReadonlyMap<string, readonly ContactEvent[]>;
}

/** Looks for one kind of contradiction; says each as a sentence. */
export type RecordCheck = (run: Examined) => readonly string[];

/** Runs a check on each record. */
export const eachRecord =
  (check: (record: ContactRecord, run: Examined) => readonly (string | false)[]): RecordCheck =>
  (run) =>
    run.records.flatMap((record) => check(record, run).filter((problem) => problem !== false));

/** Where an agent is there from the beginning, so that nobody is offered the contact. */
export const BEGUN_BY_AGENT: ReadonlySet<string> = new Set([
  'OUTBOUND',
  'EXTERNAL_OUTBOUND',
  'MONITOR',
  'AGENT_REPLY',
  'CAMPAIGN_PREVIEW',
]);
