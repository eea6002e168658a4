export { ConnectFlowChecks, type ConnectFlowChecksProps } from './connect-flow-checks';
export {
  ContactFlow,
  type ContactFlowAttributes,
  type ContactFlowProps,
  type FlowProps,
  type IContactFlow,
} from './contact-flow';
export * from './contact-flow-module';
export type { FlowContentProps } from './flow-content';
export * from './flow-function';
export * from './flows';
export type { FunctionOptions, FunctionSettings } from './function-code';
export * from './hours-of-operation';
export type { CalendarDate, HoursOverride, Recurrence } from './hours-override';
export * from './inbound-flow';
export * from './instance';
export type { JourneyHook, JourneyRule, JourneyRuleCondition } from './journey-policy';
export { JourneyRulesFunction, type JourneyRulesFunctionProps } from './journey-rules-function';
export * from './prompt';
export * from './queue';
export * from './quick-connect';
export {
  type OverridableFlowType,
  type OverrideEntryPoint,
  RequireOverrides,
  type RequireOverridesOptions,
  requireOverrides,
} from './require-overrides';
export * from './routing-profile';
export * from './user';
export { type Day, everyDay, type TimeOfDay, type TimeRange, type WeekSchedule, weekdays } from './week-schedule';
