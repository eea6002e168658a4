import type { Evidence, FlowDocument } from '../language';
import type { CheckContext, Severity } from './issue';
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

/** Two small flows that show a rule: it finds something in the one and nothing in the other. */
interface RuleExamples {
  readonly failing: FlowDocument;
  readonly passing: FlowDocument;
  /** What has to be known beside the flows. */
  readonly context?: CheckContext;
}

/** One question to a flow, named by the finding. */
export interface Rule {
  readonly name: string;
  /** The gravest that its findings get. */
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly summary: string;
  /** A matter of policy: the rule rests until a setting turns it on. */
  readonly off?: true;
  readonly examples: RuleExamples;
  readonly find: (subject: Subject) => Iterable<Finding>;
}
