import { CONSULTATION_CHOICES, type ConsultationChoice, holdStage, resolve } from '../../lib/journey';

const CHOICES = Object.entries(CONSULTATION_CHOICES) as [
  ConsultationChoice,
  (typeof CONSULTATION_CHOICES)[ConsultationChoice],
][];

describe('What becomes of the three on a transferred call', () => {
  test.each(CHOICES)(
    '%s says of each of the three whether they talk, hold or leave',
    (_choice, { talking, onHold, leaves }) => {
      expect([...talking, ...onHold, ...leaves].sort()).toEqual(['CUSTOMER', 'DESTINATION_AGENT', 'SOURCE_AGENT']);
    },
  );

  test('Swap, for exactly three: customer and destination agent change places', () => {
    expect(CONSULTATION_CHOICES.SWAP).toMatchObject({
      talking: ['SOURCE_AGENT', 'CUSTOMER'],
      onHold: ['DESTINATION_AGENT'],
    });
  });

  test('After Hold all the source agent is alone', () => {
    expect(CONSULTATION_CHOICES.HOLD_ALL.talking).toEqual(['SOURCE_AGENT']);
  });

  test('Only End call lets somebody leave', () => {
    expect(CHOICES.filter(([, { leaves }]) => leaves.length > 0).map(([choice]) => choice)).toEqual(['END_CALL']);
  });
});

describe('Whoever is on hold hears a hold flow of their kind', () => {
  test('A customer hears the customer hold flow', () => {
    expect(holdStage('CUSTOMER', 'HOLD_ALL')).toMatchObject({ flowType: 'CUSTOMER_HOLD', heardBy: 'CUSTOMER' });
  });

  test('An agent hears the agent hold flow', () => {
    expect(holdStage('DESTINATION_AGENT', 'SWAP')).toMatchObject({
      flowType: 'AGENT_HOLD',
      heardBy: 'DESTINATION_AGENT',
      until: 'OFF_HOLD',
    });
  });

  test('After Hold all that is an assumption for the agent, and none for the customer', () => {
    expect(holdStage('DESTINATION_AGENT', 'HOLD_ALL').assumes).toEqual(['holdAllPlaysAgentHold', 'yes']);
    expect(holdStage('DESTINATION_AGENT', 'HOLD_DESTINATION_AGENT').assumes).toBeUndefined();
    expect(holdStage('CUSTOMER', 'HOLD_ALL').assumes).toBeUndefined();
  });

  test('The hold flows come from Set hold flow, else from the defaults', () => {
    expect(resolve(holdStage('CUSTOMER', 'HOLD_ALL'), { hooks: { CustomerHold: 'jazz' } })).toMatchObject({
      source: 'hook',
      flow: 'jazz',
    });
    expect(resolve(holdStage('DESTINATION_AGENT', 'SWAP'), { hooks: {} })).toMatchObject({
      default: 'Default agent hold',
    });
  });
});
