export * from './check';
export type * from './issue';
export type { Finding, Message, Rule } from './rule';
export { RULES } from './rules';
export * from './service-problems';
export type { PlacedAction, Subject } from './subject';
