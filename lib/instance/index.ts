export type { ConnectReader } from './connect-reader';
export { type ContactRequestOfApi, startOfRequest } from './start-of-request';
export { type InstanceWorldOptions, worldFromInstance } from './world-from-instance';
