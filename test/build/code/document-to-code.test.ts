import {
  again,
  attribute,
  checkHours,
  contact,
  customerHoldFlow,
  disconnect,
  type Flow,
  flowModule,
  goTo,
  inboundFlow,
  invoke,
  label,
  loop,
  loopPrompts,
  menu,
  playPrompt,
  rawAction,
  returnFromModule,
  setAttributes,
  setVoice,
  transferToQueue,
  when,
} from '../../../lib/build';
import { differenceBetween, documentToCode } from '../../../lib/build/code';
import type { FlowDocument, WireAction } from '../../../lib/language';
import { documentOf } from './run-code';

const QUEUE = 'arn:aws:connect:us-east-1:123456789012:instance/i/queue/q';
const office = {
  hoursOfOperationArn: 'arn:aws:connect:us-east-1:123456789012:instance/i/operating-hours/h',
  hoursName: 'Office',
};
const billing = { queueArn: `${QUEUE}1`, queueName: 'Billing' };
const outages = { queueArn: `${QUEUE}2`, queueName: 'Outages' };
const lookUp = { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:look-up', functionName: 'look-up' };

const sorry = [playPrompt('Sorry, something went wrong.'), disconnect()];
const goodbye = [playPrompt('Goodbye.'), disconnect()];

const mainLine = inboundFlow('Main line', { onError: sorry, description: 'What everybody hears' }, [
  setVoice('Joanna', { engine: 'Neural', language: 'en-GB' }),
  playPrompt('Welcome to Northwind.'),
  invoke(lookUp, { timeLimitSeconds: 3, onError: [] }),
  when(attribute('tier'), {
    gold: [setAttributes({ greeting: `Hello $.Attributes.name` }), playPrompt('Thank you for being with us so long.')],
    otherwise: [],
  }),
  checkHours(office, { closed: [playPrompt('We are closed.'), disconnect()] }),
  menu('For billing, press 1. For outages, press 2.', {
    1: [transferToQueue(billing, { atCapacity: goodbye })],
    2: [transferToQueue(outages, { atCapacity: goodbye })],
    timeout: again({ times: 2, first: [playPrompt('We did not hear you.')], finally: goodbye }),
    noMatch: again({ times: 2, finally: goodbye }),
  }),
]);

/** The document as the designer would have it: with identifiers that say nothing. */
const anonymous = ({ document }: Flow): FlowDocument => {
  const ids = new Map(
    document.Actions.map(({ Identifier }, index) => [
      Identifier,
      `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    ]),
  );
  const text = JSON.stringify(document, (_key, value) =>
    typeof value === 'string' ? (ids.get(value) ?? value) : value,
  );
  const named = JSON.parse(text) as FlowDocument;
  const shown = (document.Metadata?.ActionMetadata ?? {}) as Record<string, never>;
  const metadata = Object.fromEntries(Object.entries(shown).map(([id, value]) => [ids.get(id) ?? id, value]));
  return { ...named, Metadata: { ...named.Metadata, ActionMetadata: metadata } };
};

const codeOf = (flow: Flow): string => documentToCode(flow.document, { type: flow.type }).code;

test('A flow of the designer becomes a script', () => {
  expect(documentToCode(anonymous(mainLine), { type: 'CONTACT_FLOW' })).toMatchSnapshot();
});

test('With bindings it becomes a function of what it names', () => {
  expect(documentToCode(anonymous(mainLine), { type: 'CONTACT_FLOW', bindings: true }).code).toMatchSnapshot();
});

test.each([true, false])('What the code builds is equal to the original (bindings: %s)', (bindings) => {
  const document = anonymous(mainLine);
  const { code, notes } = documentToCode(document, { type: 'CONTACT_FLOW', bindings });
  expect(differenceBetween(document, documentOf(code))).toBeUndefined();
  expect(notes).toEqual([]);
});

test('Code that was built once comes back without names that the builder gives anyway', () => {
  expect(codeOf(mainLine)).not.toContain('named(');
});

const withIds = (...ids: readonly string[]): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: ids[0] ?? '',
  Actions: ids.map(
    (Identifier, index): WireAction => ({
      Identifier,
      Type: index === ids.length - 1 ? 'DisconnectParticipant' : 'UpdateFlowLoggingBehavior',
      Parameters: index === ids.length - 1 ? {} : { FlowLoggingBehavior: 'Enabled' },
      Transitions: index === ids.length - 1 ? {} : { NextAction: ids[index + 1] },
    }),
  ),
});

describe('Identifiers', () => {
  const document = withIds('Log it', 'bad/name', '0b1f6bb0-7f3e-4d8b-9a63-3d5b4d5f1f10');

  test('that are words are kept, where a step can carry them', () => {
    const { code } = documentToCode(document, { type: 'CONTACT_FLOW' });
    expect(code).toContain("named('Log it', setLogging('Enabled'))");
    expect(code).not.toContain('bad/name');
    expect(code).not.toContain('0b1f6bb0');
  });

  test('are all kept, or none, if asked', () => {
    expect(documentToCode(document, { type: 'CONTACT_FLOW', keepNames: 'all' }).code).toContain("named('0b1f6bb0");
    expect(documentToCode(document, { type: 'CONTACT_FLOW', keepNames: 'none' }).code).not.toContain('named(');
  });
});

test('Actions that no path leads to are left out, and named', () => {
  const { Actions, ...rest } = withIds('a b', 'c d');
  const document = { ...rest, Actions: [...Actions, { ...Actions[0], Identifier: 'lost' } as WireAction] };
  const { code, notes } = documentToCode(document, { type: 'CONTACT_FLOW' });
  expect(notes).toEqual(['Left out, as no path leads there: "lost".']);
  expect(differenceBetween(document, documentOf(code))).toBeUndefined();
});

test('A target that is not there stays a target that is not there', () => {
  const document = { ...withIds('a b', 'c d'), Actions: withIds('a b', 'c d').Actions.slice(0, 1) };
  const { code, notes } = documentToCode(document, { type: 'CONTACT_FLOW' });
  expect(code).toContain("missing('c d')");
  expect(notes).toEqual(['Led to, but not there: "c d".']);
  expect(differenceBetween(document, documentOf(code))).toBeUndefined();
});

test('What no typed step says keeps its exact JSON', () => {
  const flow = inboundFlow('Odd', { onError: [] }, [
    rawAction({ Type: 'Brand-new', Parameters: { Deep: { List: [1, null, true] } } }, { errors: { Odd: [] } }),
    disconnect(),
  ]);
  const { code, notes } = documentToCode(flow.document, { type: 'CONTACT_FLOW' });
  expect(code).toContain("rawAction({ Type: 'Brand-new', Parameters: { Deep: { List: [1, null, true] } } }");
  expect(notes).toEqual(['Kept as the exact JSON, as no typed step says the same: "Brand-new".']);
  expect(differenceBetween(flow.document, documentOf(code))).toBeUndefined();
});

test('A way back that no loop can say becomes a label', () => {
  const flow = inboundFlow('Round', { onError: [] }, [
    label('top'),
    menu('Again?', { 1: [goTo('top')], timeout: [disconnect()], noMatch: [], onError: [disconnect()] }),
    disconnect(),
  ]);
  expect(codeOf(flow)).toMatch(/label\('.+'\)[\s\S]+goTo\('/);
});

test('Loops and retries are written as such', () => {
  const flow = inboundFlow('Loops', { onError: sorry }, [
    loop(3, [menu('One?', { 1: [disconnect()], timeout: [], noMatch: [] })]),
    playPrompt(`Goodbye ${contact.customerNumber}.`),
    disconnect(),
  ]);
  expect(codeOf(flow)).toContain('loop(3, [');
  expect(codeOf(flow)).not.toContain('goTo');
  expect(codeOf(mainLine)).toContain('again({ times: 2,');
});

test('Every type of flow has its function', () => {
  const module = flowModule('Part', { onError: [returnFromModule()] }, [playPrompt('Hello.'), returnFromModule()]);
  expect(codeOf(module)).toContain("export const part = flowModule('Part', {");
  const hold = customerHoldFlow('Hold', [loopPrompts(['Please hold.'])]);
  expect(codeOf(hold)).toContain("export const hold = customerHoldFlow('Hold', [loopPrompts('Please hold.')]);");
});

test('Settings of a module that say more than usual are kept', () => {
  const settings = { InputParameters: [{ Name: 'tier' }], OutputParameters: [], Transitions: [] };
  const module = flowModule('Part', { onError: [returnFromModule()] }, [returnFromModule()]);
  const document = { ...module.document, Settings: settings };
  expect(documentOf(documentToCode(document, { type: 'MODULE' }).code).Settings).toEqual(settings);
});
