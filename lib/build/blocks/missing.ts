import type { FlowScope } from '../../language/flow-type';
import { type End, PLAN } from '../step';
import { writtenBy } from '../written';

/**
 * Leads to an identifier that no action of the flow has. Only flows that were imported with such a fault need it; the
 * checker reports it as `dangling-target`.
 */
export const missing = <T extends FlowScope>(identifier: string): End<T> =>
  ({ [PLAN]: { kind: 'missing', identifier, written: writtenBy(missing) } }) as unknown as End<T>;
