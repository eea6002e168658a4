export { shortIdentifier } from './action-name';
export { diff } from './diff';
export type * from './flow-diff';
