import { DEFAULT_FLOW_NAMES, DEFAULT_FLOWS } from '../../journey';
import { type FlowDocument, isFlowType, type JsonObject, read } from '../../language';
import type { WorldFlow } from '../world';
import { CALLED_FLOW, CONTENT_AFTERWARDS, REPLACED_DEFAULT } from './arns';
import { TemplateError } from './template';
import type { Deployed } from './world-from-template';

export const nameOf = ({ properties, id }: Deployed): string => String(properties.Name ?? id);

const documentIn = ({ stack, id }: Deployed, { Content }: JsonObject): FlowDocument =>
  read(String(Content), `${stack.name}/${id}`);

export const flowOf = (deployed: Deployed): WorldFlow => {
  const { arn, properties, id, stack } = deployed;
  const { Type: type = 'MODULE' } = properties;
  if (type !== 'MODULE' && !isFlowType(type))
    throw new TemplateError(`Flow "${id}" of stack "${stack.name}" has the type ${type}, which Connect does not know.`);
  return { arn, name: nameOf(deployed), type, document: documentIn(deployed, properties) };
};

/** A default flow with other content. */
const replacedDefault = (deployed: Deployed): WorldFlow => {
  const { arn, properties, id, stack } = deployed;
  const name = DEFAULT_FLOW_NAMES.find((each) => each === properties.DefaultFlow);
  if (name === undefined)
    throw new TemplateError(
      `"${id}" of stack "${stack.name}" replaces "${properties.DefaultFlow}", which is no default flow. ` +
        `There are "${DEFAULT_FLOW_NAMES.join('", "')}".`,
    );
  const document = documentIn(deployed, properties);
  return { arn, name, type: DEFAULT_FLOWS[name].flowType, document, replacesDefault: true };
};

/** By the ARN of the flow: what it gets once all is there that it names. */
const contentsAfterwards = (all: readonly Deployed[]): ReadonlyMap<string, Deployed> =>
  new Map(
    all
      .filter(({ type }) => type === CONTENT_AFTERWARDS)
      .map((deployed) => [String(deployed.properties.FlowArn), deployed] as const),
  );

/** The flows of templates with the contents that they end up with, and the default flows that are replaced. */
export const flowsIn = (all: readonly Deployed[]): readonly WorldFlow[] => {
  const later = contentsAfterwards(all);
  const flows = all
    .filter(({ type }) => type === 'AWS::Connect::ContactFlow')
    .map((deployed) => {
      const flow = flowOf(deployed);
      const content = later.get(flow.arn);
      return content ? { ...flow, name: nameOf(content), document: documentIn(content, content.properties) } : flow;
    });
  return [...flows, ...all.filter(({ type }) => type === REPLACED_DEFAULT).map(replacedDefault)];
};

/** ARNs of the flows that phone numbers lead to. */
export const calledFlowsIn = (all: readonly Deployed[]): readonly string[] =>
  all.filter(({ type }) => type === CALLED_FLOW).map(({ properties }) => String(properties.FlowArn));
