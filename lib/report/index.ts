export * from './contacts';
export { transcript } from './transcript';
