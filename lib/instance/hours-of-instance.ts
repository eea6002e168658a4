import type { HoursOfOperationOverride } from '@aws-sdk/client-connect';
import type { WorldHours } from '../simulate';
import { everyPage, inTurn, type ReadInstance } from './connect-reader';

type Stretches = WorldHours['week'];

/** A stretch of opening as the API has it; of overrides, all members may be missing. */
interface ApiStretch {
  readonly Day?: Stretches[number]['day'] | undefined;
  readonly StartTime?: ApiTime | undefined;
  readonly EndTime?: ApiTime | undefined;
}

interface ApiTime {
  readonly Hours?: number | undefined;
  readonly Minutes?: number | undefined;
}

const minutes = ({ Hours = 0, Minutes = 0 }: ApiTime = {}): number => Hours * 60 + Minutes;

const stretches = (config: readonly ApiStretch[] = []): Stretches =>
  config.flatMap(({ Day, StartTime, EndTime }) =>
    Day === undefined ? [] : [{ day: Day, open: { from: minutes(StartTime), to: minutes(EndTime) } }],
  );

const overrideOf = (override: HoursOfOperationOverride): WorldHours['overrides'][number] => {
  const { Name = '', EffectiveFrom = '', EffectiveTill = '', Config, RecurrenceConfig } = override;
  const frequency = RecurrenceConfig?.RecurrencePattern?.Frequency;
  if (frequency !== undefined && frequency !== 'YEARLY')
    throw new Error(`Override "${Name}" recurs ${frequency}; only YEARLY is simulated.`);
  const everyYear = frequency !== undefined;
  return { name: Name, from: EffectiveFrom, to: EffectiveTill, everyYear, stretches: stretches(Config) };
};

const hoursAt = async ({ connect, instanceArn }: ReadInstance, HoursOfOperationId: string): Promise<WorldHours> => {
  const named = { InstanceId: instanceArn, HoursOfOperationId };
  const { HoursOfOperation = {} } = await connect.describeHoursOfOperation(named);
  const { HoursOfOperationArn = '', Name = '', TimeZone = 'UTC', Config } = HoursOfOperation;
  const overrides = await everyPage(
    (NextToken) => connect.listHoursOfOperationOverrides({ ...named, NextToken }),
    ({ HoursOfOperationOverrideList }) => HoursOfOperationOverrideList,
  );
  const week = stretches(Config);
  return { arn: HoursOfOperationArn, name: Name, timeZone: TimeZone, week, overrides: overrides.map(overrideOf) };
};

/** The hours of operation of an instance, with what overrides them. */
export const hoursOfInstance = async (instance: ReadInstance): Promise<readonly WorldHours[]> => {
  const summaries = await everyPage(
    (NextToken) => instance.connect.listHoursOfOperations({ InstanceId: instance.instanceArn, NextToken }),
    ({ HoursOfOperationSummaryList }) => HoursOfOperationSummaryList,
  );
  return inTurn(summaries, ({ Id = '' }) => hoursAt(instance, Id));
};
