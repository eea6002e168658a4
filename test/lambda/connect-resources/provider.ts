import { CONNECT_PACE, patientCalls, type Time } from '../../../lambda/connect-resources/calls';
import type { CustomResourceAnswer, CustomResourceEvent } from '../../../lambda/connect-resources/custom-resource';
import { defaultFlow } from '../../../lambda/connect-resources/default-flow';
import { flowContent } from '../../../lambda/connect-resources/flow-content';
import { flowsThrough } from '../../../lambda/connect-resources/flows';
import { handle } from '../../../lambda/connect-resources/handle';
import { listsThrough } from '../../../lambda/connect-resources/lists';
import { lookUp } from '../../../lambda/connect-resources/look-up';
import { moreQueues, moreQuickConnects } from '../../../lambda/connect-resources/more';
import { originalsIn } from '../../../lambda/connect-resources/originals';
import { phoneNumberFlow } from '../../../lambda/connect-resources/phone-number-flow';
import { phoneNumbersThrough } from '../../../lambda/connect-resources/phone-numbers';
import { queuesOfProfiles } from '../../../lambda/connect-resources/queues-of-profiles';
import { quickConnectsOfQueues } from '../../../lambda/connect-resources/quick-connects-of-queues';
import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';
import type { ConnectInMemory } from './connect-in-memory';
import type { S3InMemory } from './s3-in-memory';

/** Time that passes only while somebody waits. */
export class StillTime implements Time {
  milliseconds = 0;
  readonly waits: number[] = [];

  now(): number {
    return this.milliseconds;
  }

  async wait(milliseconds: number): Promise<void> {
    this.waits.push(milliseconds);
    this.milliseconds += milliseconds;
  }
}

/** The end of a process in the midst of its work. */
export class Killed extends Error {}

export interface Cloud {
  readonly connect: ConnectInMemory;
  readonly s3: S3InMemory;
}

export type Event = Omit<CustomResourceEvent<unknown>, 'ResponseURL'>;

export interface Invocation {
  readonly answer: CustomResourceAnswer;
  readonly warnings: readonly Record<string, unknown>[];
}

interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: as the clients' own `send`.
  readonly send: (command: any) => Promise<any>;
}

/** A call during which the process ends comes back to nobody. */
const mortal = ({ send }: Client, die: () => void): Client => ({
  send: async (command) => {
    try {
      return await send(command);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      die();
      return new Promise(() => undefined);
    }
  },
});

/** One life of the function; undefined where it does not live to give an answer. */
const live = (cloud: Cloud, event: Event, time: Time): Promise<Invocation | undefined> =>
  new Promise((tell, fail) => {
    const warnings: Record<string, unknown>[] = [];
    const logger = {
      info: () => undefined,
      error: () => undefined,
      warn: (_message: string, details: Record<string, unknown>) => void warnings.push(details),
    };
    const start = time.now();
    const options = { time, random: () => 0.5, deadline: () => start + 280_000 };
    const [connect, s3] = [cloud.connect, cloud.s3].map((client) => mortal(client, () => tell(undefined))) as [
      Client,
      Client,
    ];
    const calls = patientCalls(options);
    const connectCalls = patientCalls({ ...options, pace: CONNECT_PACE });
    const flows = flowsThrough(connect, connectCalls);
    const originals = (bucket: string) => originalsIn(s3, bucket, calls);
    const resources = {
      [CONNECT_RESOURCES.flowContent]: flowContent(flows),
      [CONNECT_RESOURCES.defaultFlow]: defaultFlow({ flows, calls, logger, originalsIn: originals }),
      [CONNECT_RESOURCES.moreQueues]: moreQueues(queuesOfProfiles(connect, connectCalls), logger),
      [CONNECT_RESOURCES.moreQuickConnects]: moreQuickConnects(quickConnectsOfQueues(connect, connectCalls), logger),
      [CONNECT_RESOURCES.lookUp]: lookUp(listsThrough(connect, connectCalls), calls),
      [CONNECT_RESOURCES.phoneNumberFlow]: phoneNumberFlow({
        numbers: phoneNumbersThrough(connect, connectCalls),
        originalsIn: (bucket) => originalsIn(s3, bucket, calls),
      }),
    };
    const respond = async (_url: string, answer: CustomResourceAnswer) => tell({ answer, warnings });
    const given = { ...event, ResponseURL: 'https://answers.example/1' } as CustomResourceEvent<never>;
    handle(given, { logger, resources, respond }).catch(fail);
  });

/** Carries an event out as the function does; after its end it is started once more with the same event, as Lambda does it. */
export const invoke = async (cloud: Cloud, event: Event, time: Time = new StillTime()): Promise<Invocation> => {
  const invocation = (await live(cloud, event, time)) ?? (await live(cloud, event, time));
  if (invocation === undefined) throw new Error('The function ended twice without an answer.');
  return invocation;
};
