export type { OverridableFlowType } from '../journey';
export { ConnectFlowChecks, type ConnectFlowChecksProps } from './connect-flow-checks';
export {
  ContactFlow,
  type ContactFlowAttributes,
  type ContactFlowProps,
  type FlowProps,
  type IContactFlow,
} from './contact-flow';
export * from './contact-flow-module';
export { type DefaultFlowContents, DefaultFlows, type DefaultFlowsProps } from './default-flows';
export { FlowAlarms, type FlowAlarmsProps } from './flow-alarms';
export type { FlowContentProps, GivenFlow, NowOrLater } from './flow-content';
export * from './flow-function';
export { FlowLogs, type FlowLogsProps } from './flow-logs';
export {
  ContactFlowModuleAlias,
  type ContactFlowModuleAliasProps,
  ContactFlowModuleVersion,
  type ContactFlowModuleVersionProps,
  type VersionedModule,
} from './flow-module-version';
export * from './flows';
export type { FunctionOptions, FunctionSettings } from './function-code';
export * from './hours-of-operation';
export type { CalendarDate, HoursOverride, Recurrence } from './hours-override';
export * from './inbound-flow';
export * from './instance';
export { InstanceStorage, type InstanceStorageProps } from './instance-storage';
export type { JourneyHook, JourneyRule, JourneyRuleCondition } from './journey-policy';
export { JourneyRulesFunction, type JourneyRulesFunctionProps } from './journey-rules-function';
export type { ByNameProps } from './look-up';
export { JourneyOverrides, type JourneyOverridesProps } from './overrides/journey-overrides';
export * from './phone-number';
export * from './prompt';
export * from './queue';
export * from './quick-connect';
export {
  type OverrideEntryPoint,
  RequireOverrides,
  type RequireOverridesOptions,
  requireOverrides,
} from './require-overrides';
export * from './routing-profile';
export * from './security-profile';
export * from './user';
export { type Day, everyDay, type TimeOfDay, type TimeRange, type WeekSchedule, weekdays } from './week-schedule';
