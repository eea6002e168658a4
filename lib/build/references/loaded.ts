import type { ProfileField } from './profile-field';
import { type Reference, reference, under, within } from './reference';

/** What `getMetrics` has loaded; empty before. */
export const metrics = {
  queueName: reference('$.Metrics.Queue.Name'),
  queueArn: reference('$.Metrics.Queue.ARN'),
  queueSize: reference<number>('$.Metrics.Queue.Size'),
  oldestContactAge: reference<number>('$.Metrics.Queue.OldestContactAge'),
  estimatedWaitTime: reference<number>('$.Metrics.Queue.EstimatedWaitTime'),
  agentsAvailable: reference<number>('$.Metrics.Agents.Available.Count'),
  agentsStaffed: reference<number>('$.Metrics.Agents.Staffed.Count'),
  agentsOnline: reference<number>('$.Metrics.Agents.Online.Count'),
  agentsAfterContactWork: reference<number>('$.Metrics.Agents.AfterContactWork.Count'),
  agentsBusy: reference<number>('$.Metrics.Agents.Busy.Count'),
  agentsMissed: reference<number>('$.Metrics.Agents.Missed.Count'),
  agentsNonProductive: reference<number>('$.Metrics.Agents.NonProductive.Count'),
  /** Of this contact in its queue, where the designer's Get metrics block asks for them. */
  contactEstimatedWaitTime: reference<number>('$.Metrics.Contact.EstimatedWaitTime'),
  contactPosition: reference<number>('$.Metrics.Contact.PositionInQueue'),
} as const;

/** What the Lex bot found. Another bot replaces it. */
export const lex = {
  intent: reference('$.Lex.IntentName'),
  intentConfidence: reference<number>('$.Lex.IntentConfidence.Score'),
  dialogState: reference('$.Lex.DialogState'),
  sentiment: reference<'POSITIVE' | 'NEGATIVE' | 'NEUTRAL' | 'MIXED'>('$.Lex.SentimentResponse.Label'),
  /** A session attribute as the bot left it. */
  sessionAttribute: under('Lex.SessionAttributes'),
} as const;

/** A slot that the Lex bot has filled. */
export const slot = under('Lex.Slots');

/** The customer's profile: what a step about profiles was told to `keep`, at most 14,000 characters in a flow. */
export const customer = {
  profileId: reference('$.Customer.ProfileId'),
  profileArn: reference('$.Customer.ProfileARN'),
  field: (name: ProfileField): Reference<string> => within('Customer')(...(name.split('.') as [string])),
  attribute: under('Customer.Attributes'),
  /** Needs `getCalculatedAttributes`, e.g. `customer.calculated('_frequent_caller')`. */
  calculated: under('Customer.CalculatedAttributes'),
  /** Needs `getCustomerProfileObject`, as do `asset`, `order` and `case`. */
  object: under('Customer.ObjectAttributes'),
  asset: under('Customer.Asset'),
  order: under('Customer.Order'),
  case: under('Customer.Case'),
} as const;

/** A field of the case that `getCase` or `createCase` has loaded, by its id. */
export const caseField = under('Case');

/** What the view's user did. */
export const view = {
  action: reference('$.Views.Action'),
  /** What they entered, key by key. */
  result: within('Views.ViewResultData'),
} as const;

/** A value that `readDataTable` has loaded; a later read clears it. */
export const dataTableValue = <V = string>(query: string, attribute: string): Reference<V> =>
  within('DataTables')<V>(query, attribute);

/** A part of the rows that `listDataTable` has loaded, key by key. */
export const dataTableRows = within('DataTableList.ResultData');

/**
 * Where a loop stands, by its name. `loop` makes loops without one, as the wire key of the name is unpublished: this
 * reads those of the designer.
 */
export const loopState = <V = string>(name: string) =>
  ({
    index: within('Loop')<number>(name, 'Index'),
    element: within('Loop')<V>(name, 'Element'),
    elements: within('Loop')(name, 'Elements'),
  }) as const;

/** The session that `connectAssistant` has opened. */
export const assistantSession = reference('$.Wisdom.SessionArn');
