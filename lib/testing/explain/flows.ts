import { DEFAULT_FLOW_DOCUMENTS, DEFAULT_FLOW_NAMES, DEFAULT_FLOWS } from '../../journey';
import type { World, WorldFlow } from '../../simulate';

/** Every flow and module that can run in a world, the default flows with them. */
export const flowsOf = (world: World): readonly WorldFlow[] => {
  const missing = DEFAULT_FLOW_NAMES.filter((name) => !world.flows.some((flow) => flow.name === name));
  const defaults = missing.map((name) => ({
    arn: name,
    name,
    type: DEFAULT_FLOWS[name].flowType,
    document: DEFAULT_FLOW_DOCUMENTS[name],
  }));
  return [...world.flows, ...world.modules, ...defaults];
};
