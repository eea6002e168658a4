import type { Fault, PlannedFault } from '../../lib/cloud';
import { cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';
import { descriptionsOf, keptQueue } from './queue-keeper';

afterAll(stopClouds);

describe('Faults', () => {
  test('are counted among the calls of a kind', async () => {
    const { cloud, deploy } = await keptQueue();
    await deploy('one');
    const calls = cloud.faults.calls.filter(({ by }) => by === 'function');
    expect(calls.map(({ service, operation }) => `${service} ${operation}`)).toEqual([
      'connect ListQueues',
      'connect CreateQueue',
      'response PutResponse',
    ]);
  });

  test.each<[Fault, string]>([
    ['throttled', 'UPDATE_COMPLETE'],
    ['failed', 'UPDATE_COMPLETE'],
    ['unanswered', 'UPDATE_COMPLETE'],
    ['killed', 'UPDATE_COMPLETE'],
    ['refused', 'UPDATE_ROLLBACK_COMPLETE'],
  ])('%s: a handler that does as it should comes to %s', async (fault, status) => {
    const { cloud, stack, deploy, InstanceId } = await keptQueue();
    const before = cloud.state();
    cloud.faults.inject({ fault, nth: 1, among: { operation: 'CreateQueue' } });
    await deploy('one');
    expect(await stack.status()).toBe(status);
    expect(cloud.faults.areSpent).toBe(true);
    if (status.includes('ROLLBACK')) expect(cloud.state()).toBe(before);
    else expect(await descriptionsOf(cloud, InstanceId)).toEqual(['one']);
  });

  test('a handler that is called twice for one request makes one thing', async () => {
    const { cloud, deploy, InstanceId } = await keptQueue();
    cloud.faults.inject({ fault: 'unanswered', nth: 1, among: { service: 'lambda', by: 'cloudformation' } });
    expect(await deploy('one')).toBe('UPDATE_COMPLETE');
    expect(await descriptionsOf(cloud, InstanceId)).toEqual(['one']);
  });
});

describe('CloudFormation itself', () => {
  const profile = (InstanceArn: string) => ({
    Resources: {
      Rights: { Type: 'AWS::Connect::SecurityProfile', Properties: { InstanceArn, SecurityProfileName: 'Rights' } },
    },
  });

  test.each<[PlannedFault['fault'], string]>([
    ['throttled', 'CREATE_COMPLETE'],
    ['failed', 'CREATE_COMPLETE'],
    ['unanswered', 'CREATE_COMPLETE'],
    ['refused', 'ROLLBACK_COMPLETE'],
  ])('%s: a resource of its own comes to %s', async (fault, status) => {
    const cloud = await cloudUnderTest();
    const InstanceArn = await cloud.createInstance('larkfield');
    const before = cloud.state();
    cloud.faults.inject({ fault, nth: 1, among: { by: 'cloudformation', operation: 'CreateSecurityProfile' } });
    expect(await new StackUnderTest(cloud).deploy(profile(InstanceArn))).toBe(status);
    expect(cloud.state() === before).toBe(status === 'ROLLBACK_COMPLETE');
  });
});
