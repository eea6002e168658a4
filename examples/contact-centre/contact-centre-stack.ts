import { join } from 'node:path';
import { CfnSecurityProfile } from 'aws-cdk-lib/aws-connect';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  AgentHoldFlow,
  AgentQuickConnect,
  AgentTransferFlow,
  AgentWhisperFlow,
  CustomerHoldFlow,
  CustomerQueueFlow,
  CustomerWhisperFlow,
  everyDay,
  FlowFunction,
  HoursOfOperation,
  type IInstance,
  InboundFlow,
  Instance,
  type IQueue,
  JourneyRulesFunction,
  OutboundWhisperFlow,
  PhoneNumberQuickConnect,
  Queue,
  QueueQuickConnect,
  QueueTransferFlow,
  RoutingProfile,
  User,
  weekdays,
} from '../../lib/constructs';
import * as flows from './flows';
import { lookUpAnswers } from './lambda/look-up-answers';

export interface ContactCentreProps extends StackProps {
  /** An instance that is there already. @default - a new one */
  readonly instanceArn?: string;
}

/** The support line of Larkfield Energy: sales, billing and outages in two languages. */
export class ContactCentreStack extends Stack {
  private readonly instance: IInstance;

  constructor(scope: Construct, id: string, props: ContactCentreProps = {}) {
    super(scope, id, props);
    this.instance = props.instanceArn
      ? Instance.fromInstanceArn(this, 'Instance', props.instanceArn)
      : new Instance(this, 'Instance', { alias: 'larkfield-energy', identityManagement: { type: 'SAML' } });

    const hours = this.hours();
    const queues = this.queues(hours);
    const centre = { ...queues, ...hours, ...this.sideFlows(queues), ...this.functions() };
    new InboundFlow(this, 'MainLine', { instance: this.instance, flow: flows.mainLine(centre) });
    new InboundFlow(this, 'Chat', { instance: this.instance, flow: flows.chat(centre) });
    new InboundFlow(this, 'Task', { instance: this.instance, flow: flows.task(centre) });
    new InboundFlow(this, 'Appointment', { instance: this.instance, flow: flows.appointment(centre) });

    this.people(queues, centre.consultationWhisper);
  }

  private hours() {
    const { instance } = this;
    const office = new HoursOfOperation(this, 'OfficeHours', {
      instance,
      name: 'Office',
      timeZone: 'Europe/Dublin',
      week: weekdays('08:00', '18:00'),
      overrides: [{ name: 'Christmas', from: '2026-12-25', till: '2026-12-26' }],
    });
    const always = new HoursOfOperation(this, 'Always', {
      instance,
      name: 'Always',
      timeZone: 'UTC',
      week: everyDay(),
    });
    return { office, always };
  }

  private queues({ office, always }: ReturnType<ContactCentreStack['hours']>) {
    const { instance } = this;
    const outboundWhisperFlow = new OutboundWhisperFlow(this, 'OutboundWhisper', {
      instance,
      flow: flows.outboundWhisper,
    });
    const queue = (name: string, hours: HoursOfOperation) => new Queue(this, name, { instance, name, hours });
    return {
      sales: queue('Sales', office),
      billing: new Queue(this, 'Billing', {
        instance,
        name: 'Billing',
        hours: office,
        outboundWhisperFlow,
        maxContacts: 20,
      }),
      outages: queue('Outages', always),
      gold: queue('Gold', office),
    };
  }

  private sideFlows({ sales }: { readonly sales: IQueue }) {
    const { instance } = this;
    return {
      waiting: new CustomerQueueFlow(this, 'Waiting', { instance, flow: flows.waiting({ sales }) }),
      agentWhisper: new AgentWhisperFlow(this, 'AgentWhisper', { instance, flow: flows.agentWhisper }),
      customerWhisper: new CustomerWhisperFlow(this, 'CustomerWhisper', { instance, flow: flows.customerWhisper }),
      consultationWhisper: new AgentWhisperFlow(this, 'ConsultationWhisper', {
        instance,
        flow: flows.consultationWhisper,
      }),
      customerHold: new CustomerHoldFlow(this, 'CustomerHold', { instance, flow: flows.customerHold }),
      agentHold: new AgentHoldFlow(this, 'AgentHold', { instance, flow: flows.agentHold }),
      survey: new InboundFlow(this, 'Survey', { instance, flow: flows.survey }),
    };
  }

  private functions() {
    const { instance } = this;
    const goldWhisper = new AgentWhisperFlow(this, 'GoldWhisper', { instance, flow: flows.goldWhisper });
    return {
      lookUp: new FlowFunction(this, 'LookUp', {
        instance,
        entry: join(__dirname, 'lambda/look-up.ts'),
        answers: lookUpAnswers,
      }),
      journeyRules: new JourneyRulesFunction(this, 'JourneyRules', {
        instance,
        rules: [
          { name: 'Gold customers', when: { attributes: { tier: 'gold' } }, hooks: { AgentWhisper: goldWhisper } },
        ],
      }),
    };
  }

  private people(
    { sales, billing, outages, gold }: ReturnType<ContactCentreStack['queues']>,
    consultationWhisper: AgentWhisperFlow,
  ): void {
    const { instance } = this;
    const agentRights = new CfnSecurityProfile(this, 'AgentRights', {
      instanceArn: instance.instanceArn,
      securityProfileName: 'Larkfield agent',
      permissions: ['BasicAgentAccess', 'OutboundCallAccess'],
    });
    const agent = (username: string, firstName: string, queues: readonly [IQueue, ...IQueue[]]): User =>
      new User(this, username, {
        instance,
        username,
        firstName,
        lastName: 'Example',
        securityProfiles: [agentRights.attrSecurityProfileArn],
        routingProfile: new RoutingProfile(this, `${firstName}Routing`, {
          instance,
          name: `Larkfield ${firstName}`,
          concurrency: { VOICE: 1, CHAT: 2, TASK: 2 },
          defaultOutboundQueue: queues[0],
          queues: queues.map((queue) => ({ queue })),
        }),
      });
    agent('ana', 'Ana', [billing, gold]);
    const ben = agent('ben', 'Ben', [outages]);
    agent('cleo', 'Cleo', [sales]);

    const transferFlow = new AgentTransferFlow(this, 'AgentTransfer', {
      instance,
      flow: flows.agentTransfer({ consultationWhisper }),
    });
    const toQueue = new QueueTransferFlow(this, 'QueueTransfer', { instance, flow: flows.queueTransfer });
    const quickConnects = [
      new AgentQuickConnect(this, 'CallBen', { instance, name: 'Ben', agent: ben, transferFlow }),
      new QueueQuickConnect(this, 'CallOutages', {
        instance,
        name: 'Outages desk',
        queue: outages,
        transferFlow: toQueue,
      }),
      new PhoneNumberQuickConnect(this, 'CallPartner', {
        instance,
        name: 'Meter partner',
        phoneNumber: '+15555550177',
      }),
    ];
    for (const queue of [sales, billing, gold]) queue.addQuickConnects(...quickConnects);
  }
}
