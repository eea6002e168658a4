import type { ActionSpec } from '../language';
import type { Finding } from './rule';

/** What a row asks for is an error to lack only as far as the row itself is sure. */
export const rowEvidence = ({ evidence }: ActionSpec): Pick<Finding, 'severity' | 'evidence'> =>
  evidence === 'assumed' ? { severity: 'warning', evidence } : { severity: 'error' };
