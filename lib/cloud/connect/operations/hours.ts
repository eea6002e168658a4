import type { HoursOfOperationConfig, HoursOfOperationOverride } from '@aws-sdk/client-connect';
import { AwsError } from '../../aws-error';
import type { Handlers } from '../connect-state';
import type { ConnectInstance, Hours } from '../instance';
import { pageOf } from '../paging';
import { checkName, invalidParameter, invalidRequest, kept, refuseUsed } from '../refusals';

const LONGEST_NAME = 127;

const minutes = (time: { Hours?: number; Minutes?: number } | undefined): number =>
  (time?.Hours ?? 0) * 60 + (time?.Minutes ?? 0);

/** A day from 0:00 to 0:00 is taken; a range that wraps is not (seen live, 2026-09). */
const checkConfig = (config: readonly HoursOfOperationConfig[]): void => {
  for (const { StartTime: start, EndTime: end } of config) {
    if (minutes(start) <= minutes(end) || minutes(end) === 0) continue;
    const times = `Start time: ${start?.Hours}:${start?.Minutes} cannot be greater than end time: ${end?.Hours}:${end?.Minutes}`;
    throw invalidRequest(times);
  }
};

const checkTimeZone = (timeZone: string | undefined): void => {
  if (timeZone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw invalidParameter(`TimeZone is "${timeZone}", which is no time zone of the IANA database.`);
  }
};

const described = (hours: Hours) => ({
  HoursOfOperationId: hours.id,
  HoursOfOperationArn: hours.arn,
  Name: hours.name,
  Description: hours.description,
  TimeZone: hours.timeZone,
  Config: [...hours.config],
  Tags: { ...hours.tags },
});

const overrideAt = (hours: Hours, id: string): HoursOfOperationOverride => {
  const override = hours.overrides.get(id);
  if (override !== undefined) return override;
  throw new AwsError(
    'ResourceNotFoundException',
    `The hours of operation "${hours.name}" have no override ${id}.`,
    404,
  );
};

const users = (instance: ConnectInstance, hours: Hours) =>
  instance.queues.list().filter(({ hoursId }) => hoursId === hours.id);

export const hoursOperations = {
  CreateHoursOfOperation: (connect, { InstanceId, Name, Description, TimeZone, Config, Tags }) => {
    const instance = connect.instance(InstanceId);
    checkName(Name, LONGEST_NAME);
    checkTimeZone(TimeZone);
    checkConfig(Config);
    const hours = instance.hours.add({
      ...connect.entry(instance, 'operating-hours', Name, Tags),
      description: Description,
      timeZone: TimeZone,
      config: Config,
      overrides: new Map(),
    });
    return { HoursOfOperationId: hours.id, HoursOfOperationArn: hours.arn };
  },

  DescribeHoursOfOperation: (connect, { InstanceId, HoursOfOperationId }) => ({
    HoursOfOperation: described(connect.instance(InstanceId).hours.get(HoursOfOperationId)),
  }),

  ListHoursOfOperations: (connect, input) => {
    const all = connect.instance(input.InstanceId).hours.list();
    const summaries = all.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { HoursOfOperationSummaryList: page, NextToken };
  },

  UpdateHoursOfOperation: (connect, { InstanceId, HoursOfOperationId, Name, Description, TimeZone, Config }) => {
    const instance = connect.instance(InstanceId);
    const hours = instance.hours.get(HoursOfOperationId);
    checkName(Name, LONGEST_NAME);
    checkTimeZone(TimeZone);
    checkConfig(Config ?? []);
    instance.hours.rename(hours, Name);
    hours.description = kept(Description, hours.description);
    hours.timeZone = TimeZone ?? hours.timeZone;
    hours.config = Config ?? hours.config;
    return {};
  },

  DeleteHoursOfOperation: (connect, { InstanceId, HoursOfOperationId }) => {
    const instance = connect.instance(InstanceId);
    const hours = instance.hours.get(HoursOfOperationId);
    const { usedResource } = connect.settings.assumptions;
    refuseUsed(usedResource, `The hours of operation "${hours.name}"`, users(instance, hours));
    instance.hours.remove(hours);
    return {};
  },

  CreateHoursOfOperationOverride: (connect, { InstanceId, HoursOfOperationId, ...override }) => {
    const instance = connect.instance(InstanceId);
    const hours = instance.hours.get(HoursOfOperationId);
    if (override.EffectiveTill < override.EffectiveFrom) {
      throw invalidRequest(`The override "${override.Name}" ends on ${override.EffectiveTill}, before it starts.`);
    }
    const id = connect.environment.identifiers.uuid('override', hours.id, override.Name);
    hours.overrides.set(id, { ...override, HoursOfOperationOverrideId: id });
    return { HoursOfOperationOverrideId: id };
  },

  DescribeHoursOfOperationOverride: (connect, { InstanceId, HoursOfOperationId, HoursOfOperationOverrideId }) => {
    const hours = connect.instance(InstanceId).hours.get(HoursOfOperationId);
    const override = overrideAt(hours, HoursOfOperationOverrideId);
    return {
      HoursOfOperationOverride: { ...override, HoursOfOperationId: hours.id, HoursOfOperationArn: hours.arn },
    };
  },

  ListHoursOfOperationOverrides: (connect, input) => {
    const hours = connect.instance(input.InstanceId).hours.get(input.HoursOfOperationId);
    const { page, NextToken } = pageOf([...hours.overrides.values()], input, connect.settings.pageSize);
    return { HoursOfOperationOverrideList: page, NextToken };
  },

  UpdateHoursOfOperationOverride: (connect, input) => {
    const { InstanceId, HoursOfOperationId, HoursOfOperationOverrideId, ...changes } = input;
    const hours = connect.instance(InstanceId).hours.get(HoursOfOperationId);
    const before = overrideAt(hours, HoursOfOperationOverrideId);
    hours.overrides.set(HoursOfOperationOverrideId, { ...before, ...changes });
    return {};
  },

  DeleteHoursOfOperationOverride: (connect, { InstanceId, HoursOfOperationId, HoursOfOperationOverrideId }) => {
    const hours = connect.instance(InstanceId).hours.get(HoursOfOperationId);
    overrideAt(hours, HoursOfOperationOverrideId);
    hours.overrides.delete(HoursOfOperationOverrideId);
    return {};
  },
} satisfies Handlers;
