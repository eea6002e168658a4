import { assume, existsUnder, placeOf, type Stage } from '../../lib/journey';

const whisper: Stage = { flowType: 'AGENT_WHISPER', heardBy: 'AGENT', on: 'ACCEPTED', otherwise: 'default' };

describe('A stage', () => {
  test('takes its flow from where the default of its type is overridden', () => {
    expect(placeOf(whisper)).toEqual({ at: 'hook', hook: 'AgentWhisper' });
    expect(placeOf({ ...whisper, flowType: 'OUTBOUND_WHISPER' })).toMatchObject({ at: 'queue' });
    expect(placeOf({ ...whisper, flowType: 'QUEUE_TRANSFER' })).toEqual({ at: 'quick connect', kind: 'QUEUE' });
  });

  test('may say itself where its flow is named', () => {
    expect(placeOf({ ...whisper, flowType: 'CONTACT_FLOW', from: { at: 'entry point' } })).toEqual({
      at: 'entry point',
    });
  });

  test('must say so for a type that has no default', () => {
    expect(() => placeOf({ ...whisper, flowType: 'CONTACT_FLOW' })).toThrow(
      'A CONTACT_FLOW stage must say where its flow is named.',
    );
  });

  test('that rests on an assumption exists only while that holds', () => {
    const doubtful: Stage = { ...whisper, assumes: ['whispersAfterQueueMove', 'yes'] };
    expect(existsUnder(assume(), doubtful)).toBe(true);
    expect(existsUnder(assume({ whispersAfterQueueMove: 'no' }), doubtful)).toBe(false);
    expect(existsUnder(assume({ whispersAfterQueueMove: 'no' }), whisper)).toBe(true);
  });
});
