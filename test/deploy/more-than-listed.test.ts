import { type App, Stack } from 'aws-cdk-lib/core';
import {
  HoursOfOperation,
  Instance,
  PhoneNumberQuickConnect,
  Queue,
  type QuickConnect,
  RoutingProfile,
  weekdays,
} from '../../lib/constructs';
import { synthesise } from './assembly';
import { appInCloud, type DeployedApp, failing } from './deployed-app';

const MINUTE = 60_000;

/** Queues with their priorities, and how many quick connects the first one has. */
const centre = (priorities: readonly number[], quickConnects: number) =>
  synthesise('Centre', (app: App, instanceArn) => {
    const stack = new Stack(app, 'Centre');
    const instance = Instance.fromInstanceArn(stack, 'Instance', instanceArn);
    const hours = new HoursOfOperation(stack, 'Hours', { instance, timeZone: 'UTC', week: weekdays('08:00', '18:00') });
    const queues = Array.from({ length: 24 }, (_, i) => new Queue(stack, `Q${i}`, { instance, name: `Q${i}`, hours }));
    const connects: QuickConnect[] = Array.from(
      { length: 106 },
      (_, i) =>
        new PhoneNumberQuickConnect(stack, `P${i}`, { instance, name: `P${i}`, phoneNumber: `+4930${1000 + i}` }),
    );
    const [first] = queues as [Queue];
    first.addQuickConnects(...connects.slice(0, quickConnects));
    new RoutingProfile(stack, 'Agents', {
      instance,
      name: 'Agents',
      defaultOutboundQueue: first,
      queues: priorities.map((priority, i) => ({ queue: queues[i] as Queue, priority })),
    });
  });

/** Priorities by queue, and the number of quick connects. */
const found = async ({ cloud, instanceArn: InstanceId }: DeployedApp) => {
  const { RoutingProfileSummaryList: profiles = [] } = await cloud.connect('ListRoutingProfiles', { InstanceId });
  const RoutingProfileId = profiles.find(({ Name }) => Name === 'Agents')?.Id ?? '';
  const all = { InstanceId, MaxResults: 1000 };
  const routed = await cloud.connect('ListRoutingProfileQueues', { ...all, RoutingProfileId });
  const { QueueSummaryList = [] } = await cloud.connect('ListQueues', all);
  const QueueId = QueueSummaryList.find(({ Name }) => Name === 'Q0')?.Id ?? '';
  const { QuickConnectSummaryList = [] } = await cloud.connect('ListQueueQuickConnects', { ...all, QueueId });
  const priorities = new Map(
    routed.RoutingProfileQueueConfigSummaryList?.map(({ QueueName, Priority }) => [QueueName, Priority]),
  );
  return {
    priorities: Array.from({ length: 24 }, (_, i) => priorities.get(`Q${i}`)),
    quickConnects: QuickConnectSummaryList.length,
  };
};

const filled = (priorities: readonly number[]) => Array.from({ length: 24 }, (_, i) => priorities[i]);

test(
  'More queues and quick connects than a call takes come, change and go with their centre',
  async () => {
    const app = await appInCloud();
    const before = app.cloud.state();
    const [first, second] = [
      Array.from({ length: 23 }, () => 1),
      Array.from({ length: 16 }, (_, i) => 1 + (i % 3)),
    ] as const;
    try {
      expect(await app.deploy(await centre(first, 105))).toBe('CREATE_COMPLETE');
      expect(await found(app)).toEqual({ priorities: filled(first), quickConnects: 105 });
      const changed = await centre(second, 52);
      expect(await app.deploy(failing(changed))).toBe('UPDATE_ROLLBACK_COMPLETE');
      expect(await found(app)).toEqual({ priorities: filled(first), quickConnects: 105 });
      app.cloud.faults.reset();
      app.cloud.faults.inject({ fault: 'killed', nth: 2, among: { by: 'function' } });
      expect(await app.deploy(changed)).toBe('UPDATE_COMPLETE');
      expect(await found(app)).toEqual({ priorities: filled(second), quickConnects: 52 });
      expect(await app.deploy(await centre(second.slice(0, 8), 40))).toBe('UPDATE_COMPLETE');
      expect((await found(app)).priorities.filter((each) => each !== undefined).length).toBeGreaterThanOrEqual(8);
      await app.stack.delete();
      expect(app.cloud.state()).toBe(before);
    } finally {
      await app.cloud.stop();
    }
  },
  3 * MINUTE,
);

test(
  'A resource that lists too many itself is refused, as its own call would be',
  async () => {
    const app = await appInCloud();
    const { template, archives } = await centre(
      Array.from({ length: 12 }, () => 1),
      0,
    );
    const Resources = Object.entries(template.Resources).map(([id, { Type, Properties, ...rest }]) => {
      const configs = Properties?.QueueConfigs as readonly object[] | undefined;
      const twice = configs && { QueueConfigs: [...configs, ...configs] };
      return [id, { Type, ...rest, Properties: { ...Properties, ...twice } }];
    });
    try {
      const broken = { template: { ...template, Resources: Object.fromEntries(Resources) }, archives };
      expect(await app.deploy(broken)).toBe('ROLLBACK_COMPLETE');
      expect((await app.stack.reasons()).join()).toContain('QueueConfigs must include at most 10 items');
    } finally {
      await app.cloud.stop();
    }
  },
  MINUTE,
);
