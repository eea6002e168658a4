import { disconnect, inboundFlow, menu, playPrompt } from '../../../lib/build';
import { differenceBetween } from '../../../lib/build/code';
import type { FlowDocument, JsonObject, WireAction } from '../../../lib/language';

const { document } = inboundFlow('Main', { onError: [disconnect()] }, [
  menu('One or two?', { 1: [playPrompt('One.')], 2: [playPrompt('Two.')], timeout: [], noMatch: [] }),
  disconnect(),
]);

const changed = (type: string, change: (action: WireAction) => object): FlowDocument => {
  const at = document.Actions.findIndex(({ Type }) => Type === type);
  return {
    ...document,
    Actions: document.Actions.map((action, index) => (index === at ? { ...action, ...change(action) } : action)),
  };
};

const transitions = (change: JsonObject) => (action: WireAction) => ({
  Transitions: { ...action.Transitions, ...change },
});

test('A flow equals itself under other identifiers, in another order, without what the designer keeps', () => {
  const renamed = JSON.parse(JSON.stringify(document).replaceAll('Play prompt', 'Say')) as FlowDocument;
  const other = { ...renamed, Actions: renamed.Actions.toReversed(), Metadata: undefined };
  expect(differenceBetween(document, other)).toBeUndefined();
});

test('Empty lists, parameters and transitions equal ones that are left out', () => {
  const other = changed('DisconnectParticipant', () => ({
    Parameters: undefined,
    Transitions: { Errors: [], Conditions: [] },
  }));
  expect(differenceBetween(document, other)).toBeUndefined();
});

test.each<[string, FlowDocument, RegExp]>([
  ['a parameter', changed('MessageParticipant', () => ({ Parameters: { Text: 'One!' } })), /parameters/],
  [
    'the spelling of a value',
    changed('GetParticipantInput', ({ Parameters }) => ({ Parameters: { ...Parameters, InputTimeLimitSeconds: 5 } })),
    /parameters/,
  ],
  ['a type', changed('DisconnectParticipant', () => ({ Type: 'EndFlowExecution' })), /has become/],
  ['an error', changed('MessageParticipant', transitions({ Errors: [] })), /error branches/],
  [
    'the order of conditions',
    changed('GetParticipantInput', ({ Transitions }) => ({
      Transitions: { ...Transitions, Conditions: Transitions?.Conditions?.toReversed() },
    })),
    /conditions/,
  ],
  [
    'what comes next',
    changed('MessageParticipant', transitions({ NextAction: document.StartAction })),
    /What comes after/,
  ],
  ['the settings', { ...document, Settings: { InputParameters: [{ Name: 'a' }] } }, /settings/],
])('%s makes a difference', (_what, other, sentence) => {
  expect(differenceBetween(document, other)).toMatch(sentence);
});
