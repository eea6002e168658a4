import type { Channel, FlowDocument, FlowScope } from '../../language';
import type { Issue } from '../issue';
import type { RuleSettings } from '../rule-settings';

/** One of several flows and modules that work together. */
export interface FlowInSet {
  readonly name: string;
  /** The name stands in for one that is not known, e.g. a file name; rules about names rest then. */
  readonly nameIsGuessed?: boolean;
  readonly type: FlowScope;
  readonly document: FlowDocument;
  /** What other flows call it: its ARN, or its id alone. */
  readonly arn?: string;
  readonly file?: string;
  /** The channel that contacts arrive on; rules about channels rest while it is not known. */
  readonly channel?: Channel;
}

/** What is known about a set beside its flows. */
export interface SetContext {
  /** The instance that the flows are for. */
  readonly instanceArn?: string;
  readonly account?: string;
  readonly region?: string;
  readonly rules?: RuleSettings;
  /** True when the set has every flow and module of the instance, so that what is not in it does not exist. */
  readonly whole?: boolean;
}

/** An issue of one flow of a set. */
export interface SetIssue extends Issue {
  readonly flow: string;
  /** Which of the given flows it is; names need not be unique. */
  readonly index: number;
}
