export * from './answer';
export type * from './event';
export * from './journey-rules';
export * from './parse-event';
export * from './parse-policy';
export * from './policy';
export * from './redact';
