import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Names } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { IContactFlow } from './contact-flow';
import { callMetric, flowMetric } from './flow-metrics';
import type { IInstance } from './instance';

export interface FlowAlarmsProps {
  readonly instance: IInstance;

  readonly flows: readonly IContactFlow[];

  /** How often in five minutes flows may take an error branch. @default 10 */
  readonly mostErrors?: number;

  /** What happens on alarm, e.g. a message to a topic. @default - nothing but the state of the alarm */
  readonly actions?: readonly IAlarmAction[];
}

interface Watched {
  readonly id: string;
  readonly metric: Metric;
  /** The alarm goes off at more than this in five minutes. */
  readonly most: number;
  readonly says: string;
}

const MOST_ERRORS = 10;

/**
 * Alarms for what callers notice: flows that fail, flows that take error branches too often, and numbers that lead nowhere.
 * Source: monitoring-cloudwatch.
 */
export class FlowAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: FlowAlarmsProps) {
    super(scope, id);
    const { instance, flows, mostErrors = MOST_ERRORS } = props;
    const watched = [...flows.flatMap((flow) => ofFlow(flow, mostErrors)), ofNumbers(instance)];
    this.alarms = watched.map((each) => this.alarm(each));
    for (const alarm of this.alarms) alarm.addAlarmAction(...(props.actions ?? []));
  }

  private alarm({ id, metric, most, says }: Watched): Alarm {
    return new Alarm(this, id, {
      metric,
      threshold: most,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: says,
    });
  }
}

const ofFlow = (flow: IContactFlow, mostErrors: number): readonly Watched[] => {
  const name = Names.nodeUniqueId(flow.node);
  return [
    {
      id: `${name}FatalErrors`,
      metric: flowMetric(flow, 'ContactFlowFatalErrors'),
      most: 0,
      says: `Flow "${flow.flowName}" failed: contacts in it are dropped. Look for its last block in the flow logs.`,
    },
    {
      id: `${name}Errors`,
      metric: flowMetric(flow, 'ContactFlowErrors'),
      most: mostErrors,
      says: `Flow "${flow.flowName}" took error branches more than ${mostErrors} times in five minutes.`,
    },
  ];
};

const ofNumbers = ({ instanceArn }: IInstance): Watched => ({
  id: 'MisconfiguredPhoneNumbers',
  metric: callMetric(instanceArn, 'MisconfiguredPhoneNumbers'),
  most: 0,
  says: 'Calls failed because their phone number has no flow.',
});
