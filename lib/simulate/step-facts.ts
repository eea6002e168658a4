import type { LinkedStep } from './linked-flow';

/** Actions that need somebody on the line; on an outbound call the first of them waits for the customer to answer. */
export const SPEAKS: ReadonlySet<string> = new Set([
  'MessageParticipant',
  'MessageParticipantIteratively',
  'GetParticipantInput',
  'ConnectParticipantWithLexBot',
  'CompleteOutboundCall',
]);

/** Actions whose result nobody hears, and that decide where the flow goes. */
export const DECIDES: ReadonlySet<string> = new Set([
  'Compare',
  'CheckHoursOfOperation',
  'CheckMetricData',
  'DistributeByPercentage',
]);

/** What was looked at, as far as a parameter says. */
export const decision = ({ action, parameters }: LinkedStep): string => {
  const about = parameters.ComparisonValue ?? parameters.MetricType;
  return about === undefined ? action.Type : `${action.Type} of ${String(about)}`;
};
