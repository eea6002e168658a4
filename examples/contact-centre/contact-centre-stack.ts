import { join } from 'node:path';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import {
  AgentWhisperFlow,
  CustomerQueueFlow,
  CustomerWhisperFlow,
  everyDay,
  FlowFunction,
  HoursOfOperation,
  type IInstance,
  InboundFlow,
  Instance,
  JourneyRulesFunction,
  PhoneNumber,
  Queue,
  weekdays,
} from '../../lib/constructs';
import * as flows from './flows';
import { lookUpAnswers } from './lambda/look-up-answers';
import { overrideDefaults } from './overrides';
import { addPeople } from './people';

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

    const { instance } = this;
    const hours = this.hours();
    const queues = this.queues(hours);
    const named = { ...queues, ...hours, ...this.whispers(), ...this.functions() };

    // These name each other: customers come from the main line to the queue flow, to the survey, and back to both.
    const mainLine: InboundFlow = new InboundFlow(this, 'MainLine', {
      instance,
      flow: (itself) => flows.mainLine({ ...named, waiting, survey, mainLine: itself }),
    });
    const waiting: CustomerQueueFlow = new CustomerQueueFlow(this, 'Waiting', {
      instance,
      flow: () => flows.waiting({ ...queues, survey }),
    });
    const survey = new InboundFlow(this, 'Survey', {
      instance,
      flow: () => flows.survey({ ...queues, mainLine }),
    });

    new PhoneNumber(this, 'SupportNumber', {
      instance,
      type: 'TOLL_FREE',
      country: 'GB',
      flow: mainLine,
      // The example leaves nothing behind. Numbers that people know are kept unless one says so.
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const centre = { ...named, waiting, survey, mainLine };
    new InboundFlow(this, 'Chat', { instance, channel: 'CHAT', flow: flows.chat(centre) });
    new InboundFlow(this, 'Task', { instance, channel: 'TASK', flow: flows.task(centre) });
    const appointment = new InboundFlow(this, 'Appointment', { instance, flow: flows.appointment(centre) });

    addPeople(this, instance, queues);
    overrideDefaults(this, { instance, appointment, ...centre });
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
    const queue = (name: string, hours: HoursOfOperation, maxContacts?: number) =>
      new Queue(this, name, { instance, name, hours, maxContacts });
    return {
      sales: queue('Sales', office),
      billing: queue('Billing', office, 20),
      outages: queue('Outages', always),
      gold: queue('Gold', office),
    };
  }

  private whispers() {
    const { instance } = this;
    return {
      agentWhisper: new AgentWhisperFlow(this, 'AgentWhisper', { instance, flow: flows.agentWhisper }),
      customerWhisper: new CustomerWhisperFlow(this, 'CustomerWhisper', { instance, flow: flows.customerWhisper }),
      consultationWhisper: new AgentWhisperFlow(this, 'ConsultationWhisper', {
        instance,
        flow: flows.consultationWhisper,
      }),
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
}
