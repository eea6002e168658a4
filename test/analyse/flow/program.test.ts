import { programOf, type Step, wayOn, waysOfFailure } from '../../../lib/analyse/flow/program';
import { hangUp, type Script, say, step } from '../../simulate/script';
import { main } from '../small-centre';

const first = (script: Script): Step => {
  const { start } = programOf(main(script));
  if (start === null) throw new Error('The flow has no first action.');
  return start;
};

const MENU = { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' };

describe('A linked flow', () => {
  test('leads from each action to the next by name', () => {
    const { next, errors } = first([say('Hello.'), hangUp()]);
    expect([next?.label, next?.to?.action.Type]).toEqual(['next', 'DisconnectParticipant']);
    expect(errors.map(({ label, fails }) => [label, fails])).toEqual([['NoMatchingError', true]]);
  });

  test('calls a branch by operator and operand', () => {
    const { conditions } = first([step('GetParticipantInput', MENU, { when: [['Equals', '1', [say('One.')]]] })]);
    expect(conditions.map(({ label, to }) => [label, to?.action.Type])).toEqual([['Equals 1', 'MessageParticipant']]);
  });

  test('is linked once, as long as its document is the same', () => {
    const flow = main([say('Hello.')]);
    expect(programOf(flow)).toBe(programOf(flow));
    expect(programOf({ ...flow, document: { ...flow.document } })).not.toBe(programOf(flow));
  });

  test('leads nowhere where an action is missing', () => {
    const flow = main([say('Hello.')]);
    const [action, ...others] = flow.document.Actions;
    const broken = { ...action, Identifier: 'one', Type: 'MessageParticipant', Transitions: { NextAction: 'none' } };
    const { start } = programOf({
      ...flow,
      document: { ...flow.document, StartAction: 'one', Actions: [broken, ...others] },
    });
    expect(start?.next?.to).toBeNull();
  });
});

describe('Success', () => {
  test('takes the way on', () => {
    expect(wayOn(first([say('Hello.'), hangUp()]))?.label).toBe('next');
  });

  test('does not take a way that is only a copy of an error branch', () => {
    const when = [['Equals', '1', []]] as const;
    const errors = { NoMatchingCondition: [], InputTimeLimitExceeded: [] };
    expect(wayOn(first([step('GetParticipantInput', MENU, { when, errors })]))).toBeNull();
  });

  test('does not go on past prompts that loop', () => {
    expect(
      wayOn(first([step('MessageParticipantIteratively', { Messages: [{ Text: 'Wait.' }] }), hangUp()])),
    ).toBeNull();
  });
});

describe('An action that surely fails', () => {
  const errors = { QueueAtCapacity: [say('Full.')] };
  const failing = first([step('TransferContactToQueue', {}, { errors })]);

  test('leaves by the branch that is named', () => {
    expect(waysOfFailure(failing, 'QueueAtCapacity').map(({ label }) => label)).toEqual(['QueueAtCapacity']);
  });

  test('leaves by the catch-all, where that is not there', () => {
    expect(waysOfFailure(failing, 'ChannelMismatch').map(({ label }) => label)).toEqual(['NoMatchingError']);
    expect(waysOfFailure(failing).map(({ label }) => label)).toEqual(['NoMatchingError']);
  });
});
