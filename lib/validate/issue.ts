import type { Channel, Evidence, FlowScope } from '../language';
import type { RuleSettings } from './rule-settings';

/** `error`: refused, or can never work. `warning`: forbidden by a page, or a surprise to callers. `note`: advice. */
export type Severity = 'error' | 'warning' | 'note';

/** One thing to know about a flow, as data; terminal, report, SARIF and synth all render this. */
export interface Issue {
  readonly rule: string;
  readonly severity: Severity;
  /** Name of the flow, as the context gave it. */
  readonly flow?: string;
  /** Identifier of the action. */
  readonly action?: string;
  /** Where in the document, e.g. `Actions[3].Parameters.QueueId`. */
  readonly path: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Where to read about it. */
  readonly more?: string;
  readonly evidence: Evidence;
  /** The service's own words for it, where they are known. */
  readonly problem?: string;
}

/** What is known about a flow beside its document. */
export interface CheckContext {
  readonly name?: string;
  /** Rules about flow types rest while it is not known. */
  readonly type?: FlowScope;
  /** The channel that contacts arrive on; rules about channels rest while it is not known. */
  readonly channel?: Channel;
  /** Rules that are off, or of another severity than their own. */
  readonly rules?: RuleSettings;
}
