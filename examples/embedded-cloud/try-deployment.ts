import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startCloud } from '../../lib/cloud';

const run = promisify(execFile);

/** Deploys the app of this project to a cloud in this process, looks at what is there, and takes it away again. */
const main = async (): Promise<void> => {
  const cloud = await startCloud();
  const instanceArn = await cloud.createInstance('larkfield-energy');
  const before = cloud.state();
  const env = { ...process.env, ...cloud.environment };
  const cdk = (...args: string[]) => run('npx', ['cdk', ...args, '-c', `instanceArn=${instanceArn}`], { env });

  await cdk('deploy', '--require-approval', 'never');
  const { QueueSummaryList = [] } = await cloud.connect('ListQueues', { InstanceId: instanceArn });
  console.log(`Queues: ${QueueSummaryList.map(({ Name }) => Name).join(', ')}`);

  await cdk('destroy', '--force');
  console.log(`As it was before: ${cloud.state() === before}`);
  await cloud.stop();
};

main();
