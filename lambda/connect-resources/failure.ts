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

/** CloudFormation shows no more of it in the events of a stack than it takes in an answer. */
const LONGEST = 2_000;

/** A failure as one sentence or two for the events of the stack. */
export const reasonOf = (error: unknown): string => {
  const shape = shapeOf(error);
  const said = [shape.message, problemsOf(shape)].filter(Boolean).join(' Problems: ');
  const text = shape.name === undefined || shape.name === 'Error' ? said : `${shape.name}: ${said}`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
};
