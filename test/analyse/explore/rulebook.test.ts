import { Rulebook } from '../../../lib/analyse/explore/rulebook';
import { assume, holdStages, JOURNEY_HOOKS, JOURNEYS, type Journey, journeyOf } from '../../../lib/journey';

const journey = (method: string, variant: Journey['variant'] = null): Journey => {
  const found = journeyOf(JOURNEYS, { method, channel: 'VOICE', variant });
  if (found === undefined) throw new Error(`There is no journey ${method}.`);
  return found;
};

const rulebook = new Rulebook(JOURNEYS, assume());

describe('The rulebook of an analysis', () => {
  test('tells which contacts follow, by the moment with which they begin', () => {
    expect(rulebook.follower('CREATED', 'VOICE')?.method).toBe('CALLBACK');
    expect(rulebook.follower('QUEUED', 'VOICE')?.method).toBe('QUEUE_TRANSFER');
    expect(rulebook.follower('CUSTOMER_REMAINED', 'VOICE')?.method).toBe('DISCONNECT');
    expect(rulebook.follower('CREATED', 'TASK')).toBeUndefined();
  });

  test('tells which leg a quick connect starts', () => {
    expect(rulebook.leg('USER', 'VOICE')).toMatchObject({ method: 'TRANSFER', variant: 'agent' });
    expect(rulebook.leg('QUEUE', 'VOICE')).toMatchObject({ method: 'TRANSFER', variant: 'queue' });
    expect(rulebook.leg('PHONE_NUMBER', 'VOICE')?.method).toBe('EXTERNAL_OUTBOUND');
  });

  test('plays apart what runs beside a transfer', () => {
    const { own, beside } = rulebook.of(journey('TRANSFER', 'agent')).at('TRANSFER_STARTED');
    expect(own.map(({ flowType }) => flowType)).toEqual(['AGENT_TRANSFER']);
    expect(beside.map(({ flowType }) => flowType)).toEqual(['CUSTOMER_HOLD']);
  });

  test('has the hold flows of the journey table', () => {
    expect(rulebook.of(journey('INBOUND')).holds).toEqual(holdStages(journey('INBOUND'), assume()));
  });

  test('forgets at the desk the hooks that name nothing any more', () => {
    const hooks = rulebook.hooksOfTalk(journey('INBOUND'));
    expect(hooks).toContain('CustomerHold');
    expect(hooks).toContain('CustomerRemaining');
    expect(hooks).not.toContain('CustomerQueue');
  });

  test('forgets none where a transfer is said to carry them along', () => {
    const carrying = new Rulebook(JOURNEYS, assume({ transferInheritsHooks: 'yes' }));
    expect(carrying.hooksOfTalk(journey('INBOUND'))).toEqual(JOURNEY_HOOKS);
  });
});
