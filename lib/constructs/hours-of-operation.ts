import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import { type IResource, Resource, Token } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { partsOf } from './arn';
import { configOfOverride, type HoursOverride } from './hours-override';
import type { IInstance } from './instance';
import { type ByNameProps, lookedUpArn } from './look-up';
import { checkedName, knownName } from './resource-name';
import { checkTimeZone } from './time-zone';
import { configOfWeek, type WeekSchedule } from './week-schedule';

/** When a queue, or whatever else asks, is open. */
export interface IHoursOfOperation extends IResource, aws_connect.IHoursOfOperationRef {
  /** @attribute */
  readonly hoursOfOperationArn: string;
  /** @attribute */
  readonly hoursOfOperationId: string;
  /** Undefined where only the deployment knows it. */
  readonly hoursName?: string;
}

export interface HoursOfOperationProps {
  readonly instance: IInstance;

  /** @default - a name made of the construct's path */
  readonly name?: string;

  /** @default - none */
  readonly description?: string;

  /** An IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;

  /** Days that are left out are closed; see `weekdays` and `everyDay`. */
  readonly week: WeekSchedule;

  /** Holidays and other days that differ from the week. @default - none */
  readonly overrides?: readonly HoursOverride[];
}

abstract class HoursOfOperationBase extends Resource implements IHoursOfOperation {
  abstract readonly hoursOfOperationArn: string;
  abstract readonly hoursOfOperationId: string;
  abstract readonly hoursName?: string;

  get hoursOfOperationRef(): aws_connect.HoursOfOperationReference {
    return { hoursOfOperationArn: this.hoursOfOperationArn };
  }
}

class ImportedHoursOfOperation extends HoursOfOperationBase {
  readonly hoursOfOperationId: string;

  constructor(
    scope: Construct,
    id: string,
    readonly hoursOfOperationArn: string,
    readonly hoursName?: string,
  ) {
    const parts = partsOf(hoursOfOperationArn, 'operating-hours');
    super(scope, id, { environmentFromArn: hoursOfOperationArn });
    this.hoursOfOperationId = parts.id;
  }
}

/** CloudFormation takes no more of them. */
const MOST = { ranges: 100, overrides: 50 } as const;

const atMost = <V>(what: keyof typeof MOST, values: V[]): V[] => {
  if (values.length <= MOST[what]) return values;
  throw new Error(`There are ${values.length} ${what}; Connect takes ${MOST[what]}. Split the hours in two.`);
};

/** Hours of operation: a week, and the days that differ from it. */
export class HoursOfOperation extends HoursOfOperationBase {
  /** Hours that exist already, e.g. the *Basic Hours* of every instance. */
  static fromHoursOfOperationArn(scope: Construct, id: string, hoursOfOperationArn: string): IHoursOfOperation {
    return new ImportedHoursOfOperation(scope, id, hoursOfOperationArn);
  }

  /** Looked up when the stack is deployed, e.g. the *Basic Hours* of every instance. */
  static fromHoursOfOperationName(scope: Construct, id: string, props: ByNameProps): IHoursOfOperation {
    const arn = lookedUpArn(scope, id, { ...props, kind: 'hours of operation' });
    return new ImportedHoursOfOperation(scope, id, arn, knownName(props.name));
  }

  readonly hoursOfOperationArn: string;
  readonly hoursOfOperationId: string;
  readonly hoursName?: string;

  constructor(scope: Construct, id: string, props: HoursOfOperationProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.timeZone)) checkTimeZone(props.timeZone);
    const name = checkedName(props.name, this);
    const overrides = props.overrides?.map(configOfOverride);
    const resource = new CfnHoursOfOperation(this, 'Resource', {
      instanceArn: props.instance.instanceArn,
      name,
      description: props.description,
      timeZone: props.timeZone,
      config: atMost('ranges', configOfWeek(props.week)),
      hoursOfOperationOverrides: overrides && atMost('overrides', overrides),
    });
    this.hoursOfOperationArn = resource.attrHoursOfOperationArn;
    this.hoursOfOperationId = partsOf(this.hoursOfOperationArn, 'operating-hours').id;
    this.hoursName = knownName(name);
  }
}
