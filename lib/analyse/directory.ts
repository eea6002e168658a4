import { DEFAULT_FLOW_DOCUMENTS, DEFAULT_FLOW_NAMES, DEFAULT_FLOWS, type DefaultFlowName } from '../journey';
import type { Centre, CentreFlow, CentreFunction, CentreQueue } from './centre';

type Find<T> = (reference: string) => T | undefined;

/** Finds things by what flows call them: ARN or id; modules also with a version or an alias. */
export interface Directory {
  readonly flow: Find<CentreFlow>;
  readonly module: Find<CentreFlow>;
  readonly queue: Find<CentreQueue>;
  readonly function: Find<CentreFunction>;
  readonly defaultFlow: (name: DefaultFlowName) => CentreFlow;
}

/** The id that an ARN ends with, without a qualifier; an id alone is its own. */
const idIn = (reference: string): string => {
  if (!reference.includes('/')) return reference.startsWith('arn:') ? reference.split(':', 7).join(':') : reference;
  const id = reference.slice(reference.lastIndexOf('/') + 1);
  const colon = id.indexOf(':');
  return colon < 0 ? id : id.slice(0, colon);
};

const finder = <T extends { readonly arn: string }>(things: readonly T[]): Find<T> => {
  const byName = new Map(things.flatMap((thing) => [[thing.arn, thing] as const, [idIn(thing.arn), thing] as const]));
  return (reference) => byName.get(reference) ?? byName.get(idIn(reference));
};

/** An instance that was not seen to have edited a default flow has it as it came. */
const untouched = (name: DefaultFlowName): CentreFlow => ({
  arn: name,
  name,
  type: DEFAULT_FLOWS[name].flowType,
  document: DEFAULT_FLOW_DOCUMENTS[name],
});

export const directoryOf = ({ flows, modules, queues, functions = [] }: Centre): Directory => {
  const own = new Map(flows.map((flow) => [flow.name, flow]));
  const defaults = new Map(DEFAULT_FLOW_NAMES.map((name) => [name, own.get(name) ?? untouched(name)]));
  return {
    flow: finder(flows),
    module: finder(modules),
    queue: finder(queues),
    function: finder(functions),
    defaultFlow: (name) => defaults.get(name) ?? untouched(name),
  };
};
