import { CfnSecurityProfile } from 'aws-cdk-lib/aws-connect';
import type { Stack } from 'aws-cdk-lib/core';
import {
  AgentQuickConnect,
  type IInstance,
  type IQueue,
  PhoneNumberQuickConnect,
  type Queue,
  QueueQuickConnect,
  RoutingProfile,
  User,
} from '../../lib/constructs';

interface Queues {
  readonly sales: Queue;
  readonly billing: Queue;
  readonly outages: Queue;
  readonly gold: Queue;
}

const agents = (stack: Stack, instance: IInstance, { sales, billing, outages, gold }: Queues) => {
  const rights = new CfnSecurityProfile(stack, 'AgentRights', {
    instanceArn: instance.instanceArn,
    securityProfileName: 'Larkfield agent',
    permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
  });
  const agent = (username: string, firstName: string, queues: readonly [IQueue, ...IQueue[]]): User =>
    new User(stack, username, {
      instance,
      username,
      firstName,
      lastName: 'Example',
      securityProfiles: [rights.attrSecurityProfileArn],
      routingProfile: new RoutingProfile(stack, `${firstName}Routing`, {
        instance,
        name: `Larkfield ${firstName}`,
        concurrency: { VOICE: 1, CHAT: 2, TASK: 2 },
        defaultOutboundQueue: queues[0],
        queues: queues.map((queue) => ({ queue })),
      }),
    });
  agent('ana', 'Ana', [billing, gold]);
  agent('cleo', 'Cleo', [sales]);
  return { ben: agent('ben', 'Ben', [outages]) };
};

/** The agents of the centre, and whom they can call or hand over to. Transfer flows come from `overrides.ts`. */
export const addPeople = (stack: Stack, instance: IInstance, queues: Queues): void => {
  const { ben } = agents(stack, instance, queues);
  const { sales, billing, outages, gold } = queues;
  const quickConnects = [
    new AgentQuickConnect(stack, 'CallBen', { instance, name: 'Ben', agent: ben }),
    new QueueQuickConnect(stack, 'CallOutages', { instance, name: 'Outages desk', queue: outages }),
    new PhoneNumberQuickConnect(stack, 'CallPartner', { instance, name: 'Meter partner', phoneNumber: '+15555550177' }),
  ];
  for (const queue of [sales, billing, gold]) queue.addQuickConnects(...quickConnects);
};
