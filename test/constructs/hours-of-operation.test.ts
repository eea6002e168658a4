import { Match, Template } from 'aws-cdk-lib/assertions';
import { everyDay, HoursOfOperation, type HoursOfOperationProps, weekdays } from '../../lib/constructs';
import { arn, INSTANCE_ARN, officeHours, smallCentre } from './small-centre';

const made = (props: Partial<HoursOfOperationProps>) => {
  const { stack, instance } = smallCentre();
  new HoursOfOperation(stack, 'Office', {
    instance,
    timeZone: 'Europe/Berlin',
    week: weekdays('08:00', '18:00'),
    ...props,
  });
  return Template.fromStack(stack);
};

const at = (hours: number, minutes = 0) => ({ Hours: hours, Minutes: minutes });

const has = (props: Partial<HoursOfOperationProps>, expected: object) =>
  made(props).hasResourceProperties('AWS::Connect::HoursOfOperation', expected);

test('Weekdays are Monday to Friday', () => {
  const day = (Day: string) => ({ Day, StartTime: at(8), EndTime: at(18) });

  has(
    { name: 'Office' },
    {
      InstanceArn: INSTANCE_ARN,
      Name: 'Office',
      TimeZone: 'Europe/Berlin',
      Config: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map(day),
      HoursOfOperationOverrides: Match.absent(),
    },
  );
});

test('A day can have several ranges, and differ from the others', () => {
  has(
    { week: { SATURDAY: ['9:00-12:30', '14:00-16:00'], SUNDAY: [] } },
    {
      Config: [
        { Day: 'SATURDAY', StartTime: at(9), EndTime: at(12, 30) },
        { Day: 'SATURDAY', StartTime: at(14), EndTime: at(16) },
      ],
    },
  );
});

test('Around the clock is midnight to midnight on every day', () => {
  has({ week: everyDay() }, { Config: Match.arrayWith([{ Day: 'SATURDAY', StartTime: at(0), EndTime: at(0) }]) });
});

test('Hours past midnight are refused with the two ranges to write', () => {
  const night = () => made({ week: { SATURDAY: ['16:00-06:00'] } });

  expect(night).toThrow('Start time: 16:0 cannot be greater than end time: 6:0');
  expect(night).toThrow('Write two ranges: SATURDAY "16:00-23:59" and SUNDAY "00:00-06:00".');
});

test('An evening cannot end at 24:00', () => {
  expect(() => made({ week: { MONDAY: ['18:00-24:00'] } })).toThrow('Write 23:59 for the end.');
});

test.each(['25:00-26:00', '08:60-09:00', '08:00-24:01'] as const)('"%s" is refused as no range of times', (range) => {
  expect(() => made({ week: { MONDAY: [range] } })).toThrow(`MONDAY "${range}" is no range of times.`);
});

test('An unknown time zone is refused with the nearest one', () => {
  expect(() => made({ timeZone: 'Europe/Berln' })).toThrow('Did you mean "Europe/Berlin"?');
});

test.each(['Mars/Olympus', '+02:00', ''])('"%s" is refused as a time zone', (timeZone) => {
  expect(() => made({ timeZone })).toThrow('is no time zone that Connect knows.');
});

test.each(['UTC', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'])('%s is a time zone', (timeZone) => {
  has({ timeZone }, { TimeZone: timeZone });
});

test('A holiday is closed', () => {
  has(
    { overrides: [{ name: 'Christmas', from: '2026-12-25', till: '2026-12-26' }] },
    {
      HoursOfOperationOverrides: [
        {
          OverrideName: 'Christmas',
          EffectiveFrom: '2026-12-25',
          EffectiveTill: '2026-12-26',
          OverrideConfig: [],
          RecurrenceConfig: Match.absent(),
        },
      ],
    },
  );
});

test('A short day has hours on the weekdays that it covers', () => {
  has(
    { overrides: [{ name: 'Christmas Eve', from: '2026-12-24', hours: ['08:00-12:00'] }] },
    {
      HoursOfOperationOverrides: [
        {
          EffectiveFrom: '2026-12-24',
          EffectiveTill: '2026-12-24',
          OverrideConfig: [{ Day: 'THURSDAY', StartTime: at(8), EndTime: at(12) }],
        },
      ],
    },
  );
});

test('Two weeks of other hours cover each weekday once', () => {
  const [override] = Object.values(
    made({
      overrides: [{ name: 'Fair', from: '2026-09-07', till: '2026-09-18', hours: ['07:00-20:00'] }],
    }).findResources('AWS::Connect::HoursOfOperation'),
  ).flatMap(({ Properties }) => Properties.HoursOfOperationOverrides);

  expect(override.OverrideConfig).toHaveLength(7);
});

test('A holiday can come back every year', () => {
  const recurrence = { frequency: 'YEARLY', byMonth: [5], byMonthDay: [1] } as const;
  has(
    { overrides: [{ name: 'Labour Day', from: '2026-05-01', recurrence }] },
    {
      HoursOfOperationOverrides: [
        {
          RecurrenceConfig: {
            RecurrencePattern: { Frequency: 'YEARLY', Interval: 1, ByMonth: [5], ByMonthDay: [1] },
          },
        },
      ],
    },
  );
});

test('A date that is in no calendar is refused', () => {
  expect(() => made({ overrides: [{ name: 'Leap', from: '2026-02-29' }] })).toThrow(
    '"2026-02-29" of "Leap" is no date.',
  );
});

test('An override that ends before it begins is refused', () => {
  const backwards = { name: 'Fair', from: '2026-09-18', till: '2026-09-07' } as const;

  expect(() => made({ overrides: [backwards] })).toThrow('"Fair" ends on 2026-09-07, before it begins on 2026-09-18.');
});

test('More than fifty overrides are refused', () => {
  const overrides = Array.from({ length: 51 }, (_, i) => ({ name: `Day ${i}`, from: '2026-12-24' }) as const);

  expect(() => made({ overrides })).toThrow('There are 51 overrides; Connect takes 50.');
});

test('Hours can be imported', () => {
  const { stack } = smallCentre();
  const hours = HoursOfOperation.fromHoursOfOperationArn(stack, 'Basic', arn('operating-hours', '5'));

  expect(hours.hoursOfOperationId).toBe('0f1e0000-bbbb-4ccc-8ddd-000000000005');
});

test('Hours tell their name to the flows that ask them', () => {
  expect(officeHours(smallCentre()).hoursName).toMatch(/^Centre-Office-/);
});
