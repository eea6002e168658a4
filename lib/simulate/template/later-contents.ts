import { DEFAULT_FLOW_NAMES, DEFAULT_FLOWS } from '../../journey';
import { type JsonObject, nearest } from '../../language';
import { TemplateError } from './template';
import type { Deployed } from './world-from-template';

/**
 * The custom resources that fill flows after CloudFormation has made them. Written a second time, since a simulation knows
 * nothing of what runs in an account; a test holds them against those of the constructs.
 */
export const LATER_CONTENTS = {
  flowContent: 'Custom::ConnectFlowContent',
  defaultFlow: 'Custom::ConnectDefaultFlow',
} as const;

/** What flows hold in the end instead of stubs, by their ARNs. */
const contentsByFlow = (all: readonly Deployed[]): ReadonlyMap<string, JsonObject> =>
  new Map(
    all
      .filter(({ type }) => type === LATER_CONTENTS.flowContent)
      .map(({ properties }) => [String(properties.FlowArn), properties]),
  );

/** The later properties are called as those of a flow, and one more says which flow it is. */
const filled = (flow: Deployed, later: JsonObject | undefined): Deployed =>
  later === undefined ? flow : { ...flow, properties: { ...flow.properties, ...later } };

/** A replaced default as a flow of its own; a world knows its defaults by their names. */
const defaultFlow = (deployed: Deployed): Deployed => {
  const { DefaultFlow: wanted = '', Content = null } = deployed.properties;
  const name = DEFAULT_FLOW_NAMES.find((each) => each === wanted);
  if (name !== undefined)
    return { ...deployed, properties: { Name: name, Type: DEFAULT_FLOWS[name].flowType, Content } };
  const meant = nearest(String(wanted), DEFAULT_FLOW_NAMES) ?? DEFAULT_FLOW_NAMES.join('", "');
  throw new TemplateError(
    `"${deployed.id}" of stack "${deployed.stack.name}" replaces "${wanted}", which is no default flow. Write "${meant}".`,
  );
};

/** The flows as they will be once all is deployed: with what fills stubs and replaces defaults. */
export const flowsIn = (all: readonly Deployed[]): readonly Deployed[] => {
  const contents = contentsByFlow(all);
  const flows = all.filter(({ type }) => type === 'AWS::Connect::ContactFlow');
  const defaults = all.filter(({ type }) => type === LATER_CONTENTS.defaultFlow);
  return [...flows.map((flow) => filled(flow, contents.get(flow.arn))), ...defaults.map(defaultFlow)];
};
