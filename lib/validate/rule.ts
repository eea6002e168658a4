import type { Evidence } from '../language';
import type { Severity } from './issue';
import type { Subject } from './subject';

/** The three sentences of an issue. */
export interface Message {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What a rule found; severity and evidence only where they differ from those of the rule. */
export interface Finding extends Message {
  readonly path: string;
  readonly action?: string;
  readonly severity?: Severity;
  readonly evidence?: Evidence;
  readonly more?: string;
  readonly problem?: string;
}

/** One question to a flow, named by the finding. */
export interface Rule {
  readonly name: string;
  /** The gravest that its findings get. */
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly summary: string;
  readonly find: (subject: Subject) => Iterable<Finding>;
}
