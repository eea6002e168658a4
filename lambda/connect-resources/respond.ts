import type { CustomResourceAnswer } from './custom-resource';

type Fetch = (url: string, request: { method: 'PUT'; body: Buffer }) => Promise<{ readonly status: number }>;

/** Puts an answer where CloudFormation looks for it. A body of bytes goes without a content type, as the address asks. */
export const putAnswer = async (fetch: Fetch, url: string, answer: CustomResourceAnswer): Promise<void> => {
  const { status } = await fetch(url, { method: 'PUT', body: Buffer.from(JSON.stringify(answer)) });
  if (status < 200 || status >= 300) {
    throw Object.assign(new Error(`CloudFormation's answer address said ${status}.`), {
      $metadata: { httpStatusCode: status },
    });
  }
};
