/** What a service answers instead of a result. The message is for people; the code is what the SDKs call the error. */
export class AwsError extends Error {
  override readonly name: string;

  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** More members of the answer, by the names that they have there. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = code;
  }
}
