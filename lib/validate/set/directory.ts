import { hasPlaceholder } from '../placeholder';
import { isWholeReference } from '../references';
import type { FlowInSet } from './flow-in-set';

/** The id in the ARN of a flow or module, without version or alias; an id alone is its own. */
const idIn = (arn: string): string => (/\/(?:contact-flow|flow-module)\/([^/:]+)/.exec(arn)?.[1] ?? arn).toLowerCase();

/** What a name in a document leads to. */
export type Target<F> =
  | { readonly kind: 'found'; readonly flow: F }
  /** Decided while the flow runs, or filled in by a deployment. */
  | { readonly kind: 'open' }
  | { readonly kind: 'absent' };

/** What template tools fill in, beside the placeholders of CloudFormation and Terraform. */
const TEMPLATE = /\{\{|%%\w+%%/;

/** Looked up while the flow runs, or filled in by a deployment. */
const isOpen = (value: string): boolean => TEMPLATE.test(value) || isWholeReference(value) || hasPlaceholder(value);

const firstWins = <K, V>(entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> => {
  const map = new Map<K, V>();
  for (const [key, value] of entries) if (!map.has(key)) map.set(key, value);
  return map;
};

/** Finds the flows of a set by what documents call them: ARN, id, or name. */
export const directoryOf = <F extends FlowInSet>(flows: readonly F[]): ((value: string) => Target<F>) => {
  const withArn = flows.flatMap((flow) => (flow.arn === undefined ? [] : [[flow.arn, flow] as const]));
  const byArn = firstWins(withArn);
  const byId = firstWins(withArn.map(([arn, flow]) => [idIn(arn), flow] as const));
  const byName = firstWins(flows.filter((flow) => !flow.nameIsGuessed).map((flow) => [flow.name, flow] as const));
  return (value) => {
    // A stand-in for what a deployment fills in may be the ARN of a flow of the set.
    const flow = byArn.get(value) ?? byId.get(idIn(value)) ?? byName.get(value);
    if (flow !== undefined) return { kind: 'found', flow };
    return isOpen(value) ? { kind: 'open' } : { kind: 'absent' };
  };
};
