import { Logger } from '@aws-lambda-powertools/logger';
import { ConnectClient } from '@aws-sdk/client-connect';
import { S3Client } from '@aws-sdk/client-s3';
import { CONNECT_RESOURCES } from '../../lib/runtime/connect-resources';
import { CONNECT_PACE, patientCalls } from './calls';
import type { CustomResourceEvent } from './custom-resource';
import { defaultFlow } from './default-flow';
import { flowContent } from './flow-content';
import { flowsThrough } from './flows';
import { handle } from './handle';
import { listsThrough } from './lists';
import { lookUp } from './look-up';
import { moreQueues, moreQuickConnects } from './more';
import { originalsIn } from './originals';
import { phoneNumberFlow } from './phone-number-flow';
import { phoneNumbersThrough } from './phone-numbers';
import { queuesOfProfiles } from './queues-of-profiles';
import { quickConnectsOfQueues } from './quick-connects-of-queues';
import { putAnswer } from './respond';

/** Enough to tell CloudFormation that the time is up. */
const LAST_MILLISECONDS = 20_000;

let deadline = 0;

const options = {
  time: {
    now: () => Date.now(),
    wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  },
  random: Math.random,
  deadline: () => deadline,
};

const logger = new Logger({ serviceName: 'connect-resources' });
// The tries are counted here, where the pace is known.
const client = { maxAttempts: 1 };
const connect = new ConnectClient(client);
const s3 = new S3Client(client);
const calls = patientCalls(options);
const connectCalls = patientCalls({ ...options, pace: CONNECT_PACE });
const flows = flowsThrough(connect, connectCalls);

const resources = {
  [CONNECT_RESOURCES.flowContent]: flowContent(flows),
  [CONNECT_RESOURCES.defaultFlow]: defaultFlow({
    flows,
    calls,
    logger,
    originalsIn: (bucket) => originalsIn(s3, bucket, calls),
  }),
  [CONNECT_RESOURCES.moreQueues]: moreQueues(queuesOfProfiles(connect, connectCalls), logger),
  [CONNECT_RESOURCES.moreQuickConnects]: moreQuickConnects(quickConnectsOfQueues(connect, connectCalls), logger),
  [CONNECT_RESOURCES.lookUp]: lookUp(listsThrough(connect, connectCalls), calls),
  [CONNECT_RESOURCES.phoneNumberFlow]: phoneNumberFlow({
    numbers: phoneNumbersThrough(connect, connectCalls),
    originalsIn: (bucket) => originalsIn(s3, bucket, calls),
  }),
};

export const handler = async (
  event: CustomResourceEvent<never>,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> => {
  deadline = options.time.now() + context.getRemainingTimeInMillis() - LAST_MILLISECONDS;
  await handle(event, {
    resources,
    logger,
    respond: async (url, answer) => {
      deadline += LAST_MILLISECONDS;
      await calls(() => putAnswer(fetch, url, answer));
    },
  });
};
