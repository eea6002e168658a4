/** A cloud on this machine: enough of AWS for the CDK to deploy contact centres, and for programs to use them. */
export { AwsError } from './aws-error';
export { CLOUD_ASSUMPTIONS, CLOUD_DEFAULTS, type CloudAssumptions } from './connect/assumptions';
export type { ConnectCallRecord, ContactAnswer, ContactRequest, OnContact } from './connect/connect-state';
export type { OperationInput, OperationName, OperationOutput } from './connect/protocol/operation';
export type { Caller, CallFilter, CloudCall, Fault, Faults, PlannedFault } from './faults';
export type { RateLimit } from './http/request-rate';
export { programEnvironment } from './program-environment';
export { type CloudOptions, type EmbeddedCloud, startCloud } from './start-cloud';
export type { StateOptions } from './state';
