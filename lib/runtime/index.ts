export * from './answer';
export type * from './event';
export * from './hooks-in-effect';
export * from './journey-rules';
export * from './parse-event';
export * from './parse-policy';
export * from './policy';
export * from './redact';
