import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from '../http/message';

/** What a handler of custom resources answers. */
export interface CustomResourceResponse {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
  readonly PhysicalResourceId?: string;
  readonly Data?: Readonly<Record<string, unknown>>;
}

export const RESPONSE_PATH = '/embedded-cloud/responses/';

/** CloudFormation's own limit for a response. */
const MOST_BYTES = 4096;

/** Waits for the responses of custom resources, each at an address of its own. */
export class CustomResources {
  private readonly awaited = new Map<string, (response: CustomResourceResponse) => void>();

  constructor(private readonly endpoint: () => string) {}

  /** The address for the response to a request, and the response itself, once it comes. */
  expect(requestId: string): { readonly url: string; readonly response: Promise<CustomResourceResponse> } {
    const response = new Promise<CustomResourceResponse>((resolve) => this.awaited.set(requestId, resolve));
    return { url: `${this.endpoint()}${RESPONSE_PATH}${requestId}`, response };
  }

  forget(requestId: string): void {
    this.awaited.delete(requestId);
  }

  /** Takes the PUT of a response. Only the first one for a request counts; later ones are taken and dropped. */
  handle({ path, body }: CloudRequest): CloudResponse {
    if (body.length > MOST_BYTES) throw new AwsError('EntityTooLarge', 'Response object is too long.');
    const requestId = path.slice(RESPONSE_PATH.length);
    const settle = this.awaited.get(requestId);
    this.awaited.delete(requestId);
    settle?.(responseIn(body.toString('utf8')));
    return { status: 200 };
  }
}

const responseIn = (text: string): CustomResourceResponse => {
  try {
    const value = JSON.parse(text) as CustomResourceResponse;
    if (value.Status === 'SUCCESS' || value.Status === 'FAILED') return value;
  } catch {
    // Said below, like any other text that is no response.
  }
  return { Status: 'FAILED', Reason: 'Invalid response object: Status has to be SUCCESS or FAILED.' };
};
