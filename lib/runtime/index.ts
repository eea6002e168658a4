export * from './answer';
export type * from './event';
export * from './journey-rules';
export * from './parse-event';
export * from './parse-policy';
export * from './policy';
export { type PolicyAnswers, policyAnswers } from './policy-answers';
export * from './redact';
