import type { FlowSource, Party } from '../journey';
import type { FlowScope } from '../language';
import type { Contact, FlowRun, SimulationResult } from '../simulate';

export interface FlowReport {
  readonly flowType: FlowScope;
  readonly name: string;
  /** Null where nobody was there to hear it. */
  readonly heardBy: Party | null;
  readonly source: FlowSource;
  /** Seconds of virtual time since the start of the run. */
  readonly startSeconds: number;
  /** Null while it still runs at the end of the run. */
  readonly endSeconds: number | null;
}

export interface ContactReport {
  readonly contactId: string;
  readonly initiationMethod: string;
  /** Null on the first contact of a chain. */
  readonly previousContactId: string | null;
  /** The first contact of the chain, which is the contact itself where nothing came before. */
  readonly initialContactId: string;
  readonly flows: readonly FlowReport[];
}

const seconds = (milliseconds: number): number => Math.round(milliseconds) / 1000;

const flowReport = (run: FlowRun, start: number): FlowReport => ({
  flowType: run.flowType,
  name: run.name,
  heardBy: run.heardBy,
  source: run.source,
  startSeconds: seconds(run.start - start),
  endSeconds: run.end === null ? null : seconds(run.end - start),
});

const contactReport = (contact: Contact, start: number): ContactReport => ({
  contactId: contact.id,
  initiationMethod: contact.method,
  previousContactId: contact.previous?.id ?? null,
  initialContactId: (contact.initial ?? contact).id,
  flows: contact.runs.map((run) => flowReport(run, start)),
});

/** The contacts of a run as plain data, in the order in which they started. */
export const contactReports = (result: SimulationResult): readonly ContactReport[] =>
  result.contacts.map((contact) => contactReport(contact, result.start));
