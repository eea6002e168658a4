/** Something that a test expects of a contact did not happen; the message says what happened instead. */
export class ExpectationFailed extends Error {
  override readonly name = 'ExpectationFailed';
}

interface Place {
  readonly stack?: string;
}

/** The error with the stack of the line that wrote the step: steps are played later, and their own stack leads nowhere. */
const pointingAt = (error: unknown, { stack }: Place): unknown => {
  if (!(error instanceof ExpectationFailed) || stack === undefined) return error;
  error.stack = `${error.name}: ${error.message}${stack.slice(stack.indexOf('\n'))}`;
  return error;
};

/** A step whose failure points at the line that called `by`. */
export const placed = (by: (...args: never[]) => unknown, play: () => Promise<void>): (() => Promise<void>) => {
  const place: Place = {};
  Error.captureStackTrace(place, by);
  return () =>
    play().catch((error) => {
      throw pointingAt(error, place);
    });
};
