import type { Scenario } from '../../lib/simulate';

/** One contact to watch, by the method and variant it is an example of. */
export interface ExampleJourney {
  readonly method: string;
  readonly variant: 'agent' | 'queue' | 'voice' | 'chat' | 'task' | null;
  readonly channel: 'VOICE' | 'CHAT' | 'TASK';
  /** What the people do, in one sentence. */
  readonly story: string;
  readonly scenario: Scenario;
}

const ANA = { name: 'ana', availableAfterSeconds: 45 };
const BEN = { name: 'ben' };
const GOLD_CUSTOMER = '+15555550123';
const CUSTOMER = '+15555550100';

const billingCall = (from: string): Scenario['start'] => ({ method: 'INBOUND', flow: 'Main line', from });

/** One contact for each method (and variant) of the topic, in the topic's order. */
export const EXAMPLE_JOURNEYS: readonly ExampleJourney[] = [
  {
    method: 'INBOUND',
    variant: null,
    channel: 'VOICE',
    story: 'A gold customer calls about a bill and waits for Ana.',
    scenario: {
      start: billingCall(GOLD_CUSTOMER),
      customer: { presses: ['1', '2'] },
      agents: [ANA],
      moves: [{ does: 'hangs up', who: 'customer' }],
    },
  },
  {
    method: 'OUTBOUND',
    variant: null,
    channel: 'VOICE',
    story: 'Ana calls a customer back about a bill.',
    scenario: {
      start: { method: 'OUTBOUND', agent: 'ana', queue: 'Billing', to: CUSTOMER },
      agents: [{ name: 'ana' }],
      moves: [{ does: 'hangs up', who: 'customer' }],
    },
  },
  {
    method: 'TRANSFER',
    variant: 'agent',
    channel: 'VOICE',
    story: 'Ana asks Ben, an agent of the outages desk, and all three talk.',
    scenario: {
      start: billingCall(CUSTOMER),
      customer: { presses: ['1', '2'] },
      agents: [ANA, BEN],
      moves: [
        { does: 'transfers', to: 'Ben' },
        { does: 'chooses', choice: 'JOIN' },
        { does: 'hangs up', who: 'customer' },
      ],
    },
  },
  {
    method: 'TRANSFER',
    variant: 'queue',
    channel: 'VOICE',
    story: 'Ana hands a customer over to the outages desk and leaves the call.',
    scenario: {
      start: billingCall(CUSTOMER),
      customer: { presses: ['1', '2'] },
      agents: [ANA, BEN],
      moves: [
        { does: 'transfers', to: 'Outages desk' },
        { does: 'chooses', choice: 'END_CALL' },
        { does: 'hangs up', who: 'customer' },
      ],
    },
  },
  {
    method: 'CALLBACK',
    variant: null,
    channel: 'VOICE',
    story: 'A customer would rather be called back than wait.',
    scenario: {
      start: billingCall(CUSTOMER),
      customer: { presses: ['1', '2', '1'] },
      agents: [{ ...ANA, availableAfterSeconds: 300 }],
      moves: [{ does: 'hangs up', who: 'customer' }],
    },
  },
  {
    method: 'API',
    variant: 'voice',
    channel: 'VOICE',
    story: 'The API calls a customer about an appointment, who wants to change it.',
    scenario: {
      start: { method: 'API', channel: 'VOICE', flow: 'Appointment', queue: 'Billing', to: CUSTOMER },
      customer: { presses: ['1'] },
      agents: [ANA],
      moves: [{ does: 'hangs up', who: 'customer' }],
    },
  },
  {
    method: 'API',
    variant: 'chat',
    channel: 'CHAT',
    story: 'A customer starts a chat on the website.',
    scenario: {
      start: { method: 'API', channel: 'CHAT', flow: 'Chat' },
      agents: [{ name: 'cleo', availableAfterSeconds: 30 }],
      moves: [{ does: 'hangs up', who: 'customer' }],
    },
  },
  {
    method: 'API',
    variant: 'task',
    channel: 'TASK',
    story: 'A meter reading looks odd, and the API makes a task of it.',
    scenario: {
      start: { method: 'API', channel: 'TASK', flow: 'Task' },
      agents: [ANA],
      moves: [{ does: 'hangs up', who: 'agent' }],
    },
  },
  {
    method: 'QUEUE_TRANSFER',
    variant: null,
    channel: 'VOICE',
    story: 'A customer who waits for billing chooses the sales desk instead.',
    scenario: {
      start: billingCall(CUSTOMER),
      customer: { presses: ['1', '2', '2'] },
      agents: [{ name: 'cleo', availableAfterSeconds: 90 }],
      moves: [{ does: 'hangs up', who: 'customer' }],
    },
  },
  {
    method: 'DISCONNECT',
    variant: null,
    channel: 'VOICE',
    story: 'Ana hangs up, and the customer stays on the line for the survey.',
    scenario: {
      start: billingCall(CUSTOMER),
      customer: { presses: ['1', '2', '1'] },
      agents: [{ name: 'ana', availableAfterSeconds: 20 }],
      moves: [{ does: 'hangs up', who: 'agent' }],
    },
  },
];
