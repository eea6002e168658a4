import type { FlowDocument } from '../../lib/language';
import { linkFlow } from '../../lib/simulate/linked-flow';
import { document, hangUp, say, step } from './script';

const menu = document([
  step(
    'GetParticipantInput',
    { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    { id: 'menu', when: [['Equals', '1', [say('One.'), hangUp()]]], errors: { InputTimeLimitExceeded: [hangUp()] } },
  ),
]);

describe('A linked flow', () => {
  test('starts at its start action and knows where each way out leads', () => {
    const { start } = linkFlow(menu);
    expect(start?.action.Identifier).toBe('menu');
    expect(start?.conditions[0]?.target?.action.Parameters).toEqual({ Text: 'One.' });
    expect(start?.errors.get('InputTimeLimitExceeded')?.action.Type).toBe('DisconnectParticipant');
    expect(start?.next?.action.Identifier).toBe('end');
  });

  test('knows which form of an action it has', () => {
    expect(linkFlow(menu).start?.form?.name).toBe('menu');
  });

  test('is linked once as long as the document is kept', () => {
    expect(linkFlow(menu)).toBe(linkFlow(menu));
    expect(linkFlow({ ...menu })).not.toBe(linkFlow(menu));
  });

  test('has no step where a target is missing, and none at all without a start', () => {
    const broken: FlowDocument = {
      Version: '2019-10-30',
      StartAction: 'a',
      Actions: [{ Identifier: 'a', Type: 'MessageParticipant', Transitions: { NextAction: 'gone' } }],
    };
    expect(linkFlow(broken).start?.next).toBeUndefined();
    expect(linkFlow({ ...broken, StartAction: 'gone' }).start).toBeUndefined();
  });

  test('leaves out a condition whose operator Connect does not know', () => {
    const odd = document([step('Compare', { ComparisonValue: 'a' }, { when: [['Resembles', 'a', []]] })]);
    expect(linkFlow(odd).start?.conditions).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('links an action that is called %s', (Identifier) => {
    const odd: FlowDocument = {
      Version: '2019-10-30',
      StartAction: Identifier,
      Actions: [{ Identifier, Type: 'DisconnectParticipant' }],
    };
    expect(linkFlow(odd).start?.action.Identifier).toBe(Identifier);
  });
});
