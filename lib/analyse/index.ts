/** Which flows can run where, proven before anybody calls. */
export * from './analyse';
export type * from './analysis';
export type * from './centre';
export { entryPointFor, entryPointsOf } from './entry-points';
export * from './missing-overrides';
export * from './sentences';
