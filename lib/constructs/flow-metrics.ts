import { Metric, type MetricOptions, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { instanceIdOf } from './arn';
import type { IContactFlow } from './contact-flow';

const NAMESPACE = 'AWS/Connect';

/** Connect counts by the minute; five of them make a datapoint unless something else is asked for. */
const COUNTED: MetricOptions = { statistic: Stats.SUM, period: Duration.minutes(5) };

/** How often something happened in a flow. @throws where the name of the flow is not known, by which CloudWatch tells flows apart */
export const flowMetric = (
  flow: IContactFlow,
  metricName: 'ContactFlowErrors' | 'ContactFlowFatalErrors',
  options: MetricOptions = {},
): Metric => {
  if (flow.flowName === undefined)
    throw new Error(
      `${flow.node.path}: CloudWatch tells flows apart by name, and the name of this one is not known. Give \`flowName\` where it is imported.`,
    );
  const InstanceId = instanceIdOf(flow.instanceArn);
  const dimensionsMap = { InstanceId, MetricGroup: 'ContactFlow', ContactFlowName: flow.flowName };
  return new Metric({ namespace: NAMESPACE, metricName, dimensionsMap, ...COUNTED, ...options });
};

/** How often something happened to the calls of an instance. */
export const callMetric = (
  instanceArn: string,
  metricName: 'MisconfiguredPhoneNumbers' | 'MissedCalls' | 'ThrottledCalls' | 'CallsBreachingConcurrencyQuota',
  options: MetricOptions = {},
): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName,
    dimensionsMap: { InstanceId: instanceIdOf(instanceArn), MetricGroup: 'VoiceCalls' },
    ...COUNTED,
    ...options,
  });
