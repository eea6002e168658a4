import type { Party, Stage } from './stage';

interface ConsultationChoiceFacts {
  /** The button in the CCP. */
  readonly button: string;
  /** Who talks to each other afterwards. */
  readonly talking: readonly Party[];
  /** Who is on hold afterwards, each hearing a hold flow of their own. */
  readonly onHold: readonly Party[];
  /** Who leaves the call. */
  readonly leaves: readonly Party[];
}

/** What the source agent can do once connected with the destination agent. Source: the topic; multi-party-calls for Swap. */
export const CONSULTATION_CHOICES = {
  JOIN: { button: 'Join', talking: ['SOURCE_AGENT', 'DESTINATION_AGENT', 'CUSTOMER'], onHold: [], leaves: [] },
  HOLD_ALL: { button: 'Hold all', talking: ['SOURCE_AGENT'], onHold: ['DESTINATION_AGENT', 'CUSTOMER'], leaves: [] },
  HOLD_DESTINATION_AGENT: {
    button: 'Hold',
    talking: ['SOURCE_AGENT', 'CUSTOMER'],
    onHold: ['DESTINATION_AGENT'],
    leaves: [],
  },
  /** While both others are apart: the one on hold and the one who talks change places. This is the first swap. */
  SWAP: { button: 'Swap', talking: ['SOURCE_AGENT', 'CUSTOMER'], onHold: ['DESTINATION_AGENT'], leaves: [] },
  END_CALL: { button: 'End call', talking: ['DESTINATION_AGENT', 'CUSTOMER'], onHold: [], leaves: ['SOURCE_AGENT'] },
} as const satisfies Record<string, ConsultationChoiceFacts>;

export type ConsultationChoice = keyof typeof CONSULTATION_CHOICES;

const SWAPPED_BACK: ConsultationChoiceFacts = {
  ...CONSULTATION_CHOICES.SWAP,
  talking: ['SOURCE_AGENT', 'DESTINATION_AGENT'],
  onHold: ['CUSTOMER'],
};

/** What a choice comes to, given who talked before it: only Swap depends on that. */
export const outcomeOf = (choice: ConsultationChoice, talking: readonly Party[]): ConsultationChoiceFacts =>
  choice === 'SWAP' && talking.includes('CUSTOMER') ? SWAPPED_BACK : CONSULTATION_CHOICES[choice];

/**
 * Who hears a stage of a transfer once the source agent has left it before anybody answered (a cold transfer): the customer
 * takes the place of the source agent. Source: create-contact-flow, which warns of secrets in transfer flows.
 */
export const listenerAfterColdTransfer = (party: Party | null): Party | null =>
  party === 'SOURCE_AGENT' ? 'CUSTOMER' : party;

/** How many take part in a call, customer and third parties included. Source: multi-party-calls. */
export const PARTIES_ON_A_CALL = { standard: 3, multiParty: 6 } as const;

/** How many supervisors listen to one contact. Source: monitor-barge, three-party-multi-party-comparison. */
export const SUPERVISORS_ON_A_CONTACT = { standard: 5, multiParty: 2 } as const;

/** The stage of a party who is put on hold: customers and agents have hold flows of their own. */
export const holdStage = (party: Party, choice: ConsultationChoice): Stage => ({
  flowType: party === 'CUSTOMER' ? 'CUSTOMER_HOLD' : 'AGENT_HOLD',
  heardBy: party,
  on: 'PUT_ON_HOLD',
  otherwise: 'default',
  until: 'OFF_HOLD',
  ...(party !== 'CUSTOMER' && choice === 'HOLD_ALL' ? { assumes: ['holdAllPlaysAgentHold', 'yes'] as const } : {}),
});

/** An inbound flow that the agent of a chat sends to the customer, who goes on writing meanwhile. Source: agent-initiated-flows. */
export const AGENT_FLOW: Stage = {
  flowType: 'CONTACT_FLOW',
  heardBy: 'CUSTOMER',
  on: 'FLOW_SENT',
  from: { at: 'quick connect', kind: 'FLOW' },
  otherwise: 'none',
};

/** How many flows agents send in one chat, one at a time. Source: agent-initiated-flows. */
export const AGENT_FLOWS_IN_A_CHAT = 10;
