import type { EmbeddedCloud } from '../../lib/cloud';
import { cloudUnderTest, StackUnderTest } from './cloud-under-test';
import { functionResources } from './functions-under-test';

/**
 * A handler as one should be: it can be killed at any point and called again. It keeps a queue of a given name, and finds it
 * by the name.
 */
const HANDLER = `
const sdk = require('@aws-sdk/client-connect');
const client = new sdk.ConnectClient({ retryMode: 'standard' });
const ask = (command, input) => client.send(new sdk[command + 'Command'](input));
const answer = async (event, body) => {
  const init = { method: 'PUT', body: JSON.stringify({ Reason: 'see the log', ...body }) };
  for (let tries = 0; tries < 3; tries++) {
    const done = await fetch(event.ResponseURL, init).then((response) => response.ok, () => false);
    if (done) return;
  }
};
exports.handler = async (event) => {
  const { InstanceId, Name, HoursOfOperationId, Description } = event.ResourceProperties;
  const find = async () => (await ask('ListQueues', { InstanceId, QueueTypes: ['STANDARD'] })).QueueSummaryList.find((each) => each.Name === Name);
  try {
    const found = await find();
    if (event.RequestType === 'Delete') {
      if (found) await ask('DeleteQueue', { InstanceId, QueueId: found.Id });
    } else if (found) await ask('UpdateQueueName', { InstanceId, QueueId: found.Id, Name, Description });
    else {
      await ask('CreateQueue', { InstanceId, Name, HoursOfOperationId, Description }).catch((error) => {
        if (error.name !== 'DuplicateResourceException') throw error;
      });
    }
    await answer(event, { Status: 'SUCCESS', PhysicalResourceId: Name });
  } catch (error) {
    await answer(event, { Status: 'FAILED', Reason: error.name + ': ' + error.message, PhysicalResourceId: event.PhysicalResourceId ?? Name });
  }
};`;

/** A stack whose custom resource, once `deploy` gives it a description, is a queue that the handler keeps. */
export const keptQueue = async () => {
  const cloud = await cloudUnderTest();
  const InstanceId = await cloud.createInstance('larkfield');
  const { HoursOfOperationSummaryList: [hours] = [] } = await cloud.connect('ListHoursOfOperations', { InstanceId });
  const stack = new StackUnderTest(cloud);
  const deploy = (Description?: string) =>
    stack.deploy({
      Resources: {
        ...functionResources(HANDLER, { FunctionName: 'handler' }),
        ...(Description === undefined
          ? {}
          : {
              Thing: {
                Type: 'Custom::Queue',
                Properties: {
                  ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] },
                  InstanceId,
                  Name: 'Night',
                  HoursOfOperationId: hours?.Id,
                  Description,
                },
              },
            }),
      },
    });
  await deploy();
  cloud.faults.reset();
  return { cloud, stack, deploy, InstanceId };
};

/** What the kept queues say of themselves. */
export const descriptionsOf = async (cloud: EmbeddedCloud, InstanceId: string): Promise<readonly unknown[]> => {
  const { QueueSummaryList = [] } = await cloud.connect('ListQueues', { InstanceId });
  const night = QueueSummaryList.filter(({ Name }) => Name === 'Night');
  const queues = await Promise.all(
    night.map(({ Id = '' }) => cloud.connect('DescribeQueue', { InstanceId, QueueId: Id })),
  );
  return queues.map(({ Queue }) => Queue?.Description);
};
