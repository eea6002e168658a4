/** Misuse or bad input: the command prints the message as one sentence and ends with exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** Errors that say all there is to say; anything else is a defect of ours. */
export const isForPeople = (error: unknown): error is Error =>
  error instanceof CliError || (error instanceof Error && error.name === 'FlowReadError');
