/** Why a text could not be read as a flow. */
export type FlowReadErrorKind =
  | 'not-json'
  | 'duplicate-key'
  | 'too-deep'
  | 'too-large'
  | 'not-a-flow'
  | 'old-console-export'
  | 'test-case'
  | 'cloudformation-template'
  | 'lambda-event';

/** Where a JSON text is at fault; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A text that is no flow; the message says what it is instead, where, and what to do. */
export class FlowReadError extends Error {
  override readonly name = 'FlowReadError';

  constructor(
    readonly kind: FlowReadErrorKind,
    message: string,
    /** Only for faults of the JSON text itself. */
    readonly place?: TextPlace,
  ) {
    super(message);
  }
}

/** How a text is called in messages. */
export const nameOf = (origin: string | undefined): string => origin ?? 'The text';
