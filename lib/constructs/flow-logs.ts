import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface FlowLogsProps {
  /** Of the instance: the group is called after it. */
  readonly alias: string;

  /** @default RetentionDays.THREE_MONTHS */
  readonly retention?: RetentionDays;

  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * The log group that Connect writes flow logs to. Connect makes it by itself, and then it is never emptied; one that is there
 * before is used. Flows write to it where Set logging behavior switches that on.
 */
export class FlowLogs extends Construct {
  readonly logGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'LogGroup', {
      logGroupName: `/aws/connect/${props.alias}`,
      retention: props.retention ?? RetentionDays.THREE_MONTHS,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    });
  }
}
