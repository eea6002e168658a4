import fc from 'fast-check';
import { hookedIn, withOverrides } from '../../../lib/constructs/overrides/with-overrides';
import { EVENT_HOOK_NAMES, JOURNEY_HOOKS } from '../../../lib/journey';
import { type FlowDocument, LIMITS } from '../../../lib/language';
import { check } from '../../../lib/validate';
import { arn, greeting } from '../small-centre';

const named = (end: string, name?: string) => ({ arn: arn('contact-flow', end), name });
const whisper = named('1', 'Whisper');
const music = named('2', 'Music');
const rules = {
  arn: 'arn:aws:lambda:eu-central-1:111122223333:function:rules',
  name: 'Rules',
  hooks: ['AgentWhisper', 'CustomerQueue'],
} as const;

const outline = ({ StartAction, Actions }: FlowDocument) => [
  StartAction,
  ...Actions.map(({ Identifier, Transitions = {} }) => {
    const { NextAction, Errors = [], Conditions = [] } = Transitions;
    const ways = [
      NextAction,
      ...Errors.map((error) => `${error.ErrorType} ${error.NextAction}`),
      ...Conditions.map(({ Condition, NextAction: next }) => `${Condition.Operands} ${next}`),
    ];
    return `${Identifier} → ${ways.join(', ')}`;
  }),
];

describe('A flow with overrides', () => {
  test('sets one hook after the other, and then goes on as it was written, whatever becomes of them', () => {
    const document = withOverrides(greeting('Hello.'), 'CONTACT_FLOW', {
      hooks: [
        ['AgentWhisper', whisper],
        ['CustomerQueue', music],
      ],
    });

    expect(outline(document)).toEqual([
      'Override agent whisper',
      'Override agent whisper → Override customer queue, NoMatchingError Override customer queue',
      'Override customer queue → Greet, NoMatchingError Greet',
      'Greet → Bye, NoMatchingError Bye',
      'Bye → ',
    ]);
    expect([...hookedIn(document)]).toEqual([
      ['AgentWhisper', whisper.arn],
      ['CustomerQueue', music.arn],
    ]);
  });

  test('asks the rules after it has set what stands without them', () => {
    const document = withOverrides(greeting('Hello.'), 'CONTACT_FLOW', { hooks: [['AgentWhisper', whisper]], rules });

    expect(outline(document)).toEqual([
      'Override agent whisper',
      'Override agent whisper → Ask for overrides, NoMatchingError Ask for overrides',
      'Ask for overrides → Is there a rule for agent whisper, NoMatchingError Greet',
      'Is there a rule for agent whisper → Override agent whisper by rule, NoMatchingCondition Override agent whisper by rule, none Is there a rule for customer queue',
      'Override agent whisper by rule → Is there a rule for customer queue, NoMatchingError Is there a rule for customer queue',
      'Is there a rule for customer queue → Override customer queue by rule, NoMatchingCondition Override customer queue by rule, none Greet',
      'Override customer queue by rule → Greet, NoMatchingError Greet',
      'Greet → Bye, NoMatchingError Bye',
      'Bye → ',
    ]);
  });

  test('is what it was where there is nothing to override', () => {
    const document = greeting('Hello.');
    expect(withOverrides(document, 'CONTACT_FLOW', { hooks: [] })).toBe(document);
    expect(withOverrides(document, 'CONTACT_FLOW', { hooks: [], rules: { ...rules, hooks: [] } })).toBe(document);
  });

  test('keeps its own identifiers, and new ones stay the same whatever else is overridden', () => {
    const own = JSON.parse(JSON.stringify(greeting('Hello.')).replaceAll('Greet', 'Override agent whisper'));
    const one = withOverrides(own, 'CONTACT_FLOW', { hooks: [['AgentWhisper', whisper]] });
    const two = withOverrides(greeting('Hello.'), 'CONTACT_FLOW', {
      hooks: [
        ['CustomerQueue', music],
        ['AgentWhisper', whisper],
      ],
    });

    expect(one.Actions.map(({ Identifier }) => Identifier)).toEqual([
      'Override agent whisper 2',
      'Override agent whisper',
      'Bye',
    ]);
    expect(two.Actions[1]?.Identifier).toBe('Override agent whisper');
  });

  test('shows the new blocks in a row above its own, with the names of what they set', () => {
    const metadata = {
      ActionMetadata: { Greet: { position: { x: 200, y: -40.5 } }, Bye: { Position: { X: 1, Y: 300 } } },
    };
    const document = withOverrides({ ...greeting('Hello.'), Metadata: metadata }, 'CONTACT_FLOW', {
      hooks: [['AgentWhisper', whisper]],
      rules,
    });

    expect(document.Metadata?.ActionMetadata).toMatchObject({
      ...metadata.ActionMetadata,
      'Override agent whisper': {
        position: { x: 250, y: -240.5 },
        parameters: { EventHooks: { AgentWhisper: { displayName: 'Whisper' } } },
      },
      'Ask for overrides': { position: { x: 500, y: -240.5 } },
    });
  });

  test('is a flow that the checker has nothing against', () => {
    const hook = fc.constantFrom(...JOURNEY_HOOKS);
    const some = fc.uniqueArray(hook);
    fc.assert(
      fc.property(some, some, (hooks, byRule) => {
        const document = withOverrides(greeting('Hello.'), 'CONTACT_FLOW', {
          hooks: hooks.map((each, i) => [each, named(`${i + 1}`)] as const),
          rules: { ...rules, hooks: byRule },
        });
        expect(check(document, { type: 'CONTACT_FLOW' })).toEqual([]);
        for (const { Identifier } of document.Actions) {
          expect(Identifier.length).toBeLessThanOrEqual(LIMITS.identifierCharacters);
        }
      }),
    );
  });
});

test('Hooks of a document are found by name, and nothing else is taken for one', () => {
  const hooks = Object.fromEntries(EVENT_HOOK_NAMES.map((hook) => [hook, `$.Attributes.${hook}`]));
  const odd = { ...hooks, Sing: 'flow', AgentHold: 7 };
  const document = {
    ...greeting('Hello.'),
    Actions: [
      { Identifier: 'a', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: odd } },
      { Identifier: 'b', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: 'none' } },
      { Identifier: 'c', Type: 'UpdateContactEventHooks' },
    ],
  } as FlowDocument;

  expect([...hookedIn(document)].map(([hook]) => hook)).toEqual(
    EVENT_HOOK_NAMES.filter((hook) => hook !== 'AgentHold'),
  );
});
