/** What went wrong, with the name and the details that the SDK gives. */
interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  readonly problems?: readonly { readonly message?: string }[];
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly code?: string;
}

const THROTTLED: ReadonlySet<string> = new Set(['ThrottlingException', 'TooManyRequestsException', 'SlowDown']);

/** Errors of the other side, or of the way there: the call may have taken effect all the same. */
const UNSETTLED: ReadonlySet<string> = new Set([
  'InternalServiceException',
  'InternalError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ConditionalRequestConflict',
  'TimeoutError',
  'AbortError',
  'NetworkingError',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
]);

/** What was just made or allowed may not be known everywhere yet. */
const YOUNG: ReadonlySet<string> = new Set(['AccessDeniedException', 'AccessDenied', 'ResourceNotFoundException']);

const shapeOf = (error: unknown): ServiceError => (typeof error === 'object' && error !== null ? error : {});

/** How often a call that failed this way is worth another try: any number of times, a few times, or not. */
export const hopeFor = (error: unknown): 'always' | 'a few times' | 'none' => {
  const { name = '', code = '', $metadata } = shapeOf(error);
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 429 || status >= 500 || [name, code].some((each) => THROTTLED.has(each) || UNSETTLED.has(each))) {
    return 'always';
  }
  return YOUNG.has(name) ? 'a few times' : 'none';
};

export const isNamed = (error: unknown, name: string): boolean => shapeOf(error).name === name;

/** The service says what is wrong with a flow in a list beside the message, which itself says next to nothing. */
const problemsOf = ({ problems = [] }: ServiceError): string =>
  problems.map(({ message = '' }) => message.replace(/\.$/, '')).join('; ');

/** An answer may have 4096 bytes, ids included. */
const MOST_BYTES = 2_500;

const shortened = (text: string): string => {
  const bytes = Buffer.from(text);
  return bytes.length <= MOST_BYTES
    ? text
    : `${bytes
        .subarray(0, MOST_BYTES)
        .toString()
        .replace(/\uFFFD$/, '')} …`;
};

/** A failure as one sentence or two for the events of the stack. */
export const reasonOf = (error: unknown): string => {
  const shape = shapeOf(error);
  const said = [shape.message, problemsOf(shape)].filter(Boolean).join(' Problems: ');
  return shortened(shape.name === undefined || shape.name === 'Error' ? said : `${shape.name}: ${said}`);
};
