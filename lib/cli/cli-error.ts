/** Misuse or bad input: the command prints the message as one sentence and ends with exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
