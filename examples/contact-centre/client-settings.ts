import type { EmbeddedCloud } from '../../lib/cloud';

/** What a client of the SDK needs to find a cloud; programs of their own read it from the environment. */
export const clientSettings = ({ endpoint, environment }: EmbeddedCloud) => ({
  endpoint,
  region: environment.AWS_REGION,
  credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
});
