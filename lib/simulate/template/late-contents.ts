import { DEFAULT_FLOWS, type DefaultFlowName } from '../../journey';
import { read } from '../../language';
import type { WorldFlow } from '../world';
import { TemplateError } from './template';
import type { Deployed } from './world-from-template';

/** Custom resources that give flows their contents: CloudFormation itself can neither close a circle nor touch a default flow. */
export const GIVING_CONTENT = {
  flowContent: 'Custom::ConnectFlowContent',
  defaultFlow: 'Custom::ConnectDefaultFlow',
} as const;

const documentOf = ({ properties, id, stack }: Deployed) => read(String(properties.Content), `${stack.name}/${id}`);

/** The flows with what they are given afterwards; the stub in their own resource is never played. */
export const withLateContents = (flows: readonly WorldFlow[], all: readonly Deployed[]): readonly WorldFlow[] => {
  const given = all.filter(({ type }) => type === GIVING_CONTENT.flowContent);
  const late = new Map(given.map((each) => [each.properties.FlowArn, each]));
  return flows.map((flow) => {
    const later = late.get(flow.arn);
    return later === undefined ? flow : { ...flow, name: String(later.properties.Name), document: documentOf(later) };
  });
};

/** @throws TemplateError where there is no default flow of that name */
const replacedFlow = (deployed: Deployed): WorldFlow => {
  const name = String(deployed.properties.DefaultFlow);
  if (!Object.hasOwn(DEFAULT_FLOWS, name))
    throw new TemplateError(
      `"${deployed.id}" of stack "${deployed.stack.name}" replaces "${name}", which is no default flow.`,
    );
  const { flowType } = DEFAULT_FLOWS[name as DefaultFlowName];
  return { arn: deployed.arn, name, type: flowType, document: documentOf(deployed) };
};

/** Default flows that hold something else than what instances come with. */
export const replacedDefaults = (all: readonly Deployed[]): readonly WorldFlow[] =>
  all.filter(({ type }) => type === GIVING_CONTENT.defaultFlow).map(replacedFlow);
