import {
  DEFAULT_FLOW_DOCUMENTS,
  DEFAULT_FLOW_NAMES,
  DEFAULT_FLOWS,
  defaultFlowOf,
  EVENT_HOOKS,
} from '../../lib/journey';
import { FLOW_TYPES, specOf } from '../../lib/language';

const typesIn = (name: (typeof DEFAULT_FLOW_NAMES)[number]) =>
  DEFAULT_FLOW_DOCUMENTS[name].Actions.map(({ Type }) => Type);

describe('The default flows of an instance', () => {
  test('There are eight, known by their exact display names', () => {
    expect([...DEFAULT_FLOW_NAMES].sort()).toEqual([
      'Default agent hold',
      'Default agent transfer',
      'Default agent whisper',
      'Default customer hold',
      'Default customer queue',
      'Default customer whisper',
      'Default outbound',
      'Default queue transfer',
    ]);
  });

  test('Every type of flow has one but inbound and campaign flows', () => {
    expect(FLOW_TYPES.filter((type) => defaultFlowOf(type) === undefined)).toEqual(['CONTACT_FLOW', 'CAMPAIGN']);
  });

  test.each(DEFAULT_FLOW_NAMES)('"%s" is replaced where flows of its type are named', (name) => {
    const { overriddenAt, flowType } = DEFAULT_FLOWS[name];
    if (overriddenAt.at === 'hook') expect(EVENT_HOOKS[overriddenAt.hook].flowType).toBe(flowType);
    else expect(overriddenAt.at).toBe(flowType === 'OUTBOUND_WHISPER' ? 'queue' : 'quick connect');
  });

  test.each(DEFAULT_FLOW_NAMES)('"%s" holds only actions that may stand in a flow of its type', (name) => {
    const { flowType } = DEFAULT_FLOWS[name];
    const strangers = typesIn(name).filter((type) => !specOf(type)?.flowTypes.includes(flowType));
    expect(strangers).toEqual([]);
  });

  test.each(DEFAULT_FLOW_NAMES)('"%s" leads from its first action to actions that it has', (name) => {
    const { StartAction, Actions } = DEFAULT_FLOW_DOCUMENTS[name];
    const ids = new Set(Actions.map(({ Identifier }) => Identifier));
    const targets = Actions.flatMap(({ Transitions: { NextAction, Errors = [], Conditions = [] } = {} }) => [
      ...(NextAction === undefined ? [] : [NextAction]),
      ...Errors.map((error) => error.NextAction),
      ...Conditions.map((condition) => condition.NextAction),
    ]);
    expect([StartAction, ...targets].filter((target) => !ids.has(target))).toEqual([]);
  });

  test.each(['Default agent hold', 'Default customer hold', 'Default customer queue'] as const)(
    '"%s" loops until the hold or the wait is over',
    (name) => {
      expect(typesIn(name)).toEqual(['MessageParticipantIteratively']);
    },
  );

  test('The agent hold repeats itself every ten seconds', () => {
    expect(JSON.stringify(DEFAULT_FLOW_DOCUMENTS['Default agent hold'])).toContain('<break time=\\"10s\\"/>');
  });

  test('The agent whisper speaks the name of the queue', () => {
    expect(DEFAULT_FLOW_DOCUMENTS['Default agent whisper'].Actions[0]).toMatchObject({
      Type: 'MessageParticipant',
      Parameters: { Text: '$.Queue.Name' },
    });
  });

  test('The customer whisper is a beep, then ends', () => {
    expect(typesIn('Default customer whisper')).toEqual(['MessageParticipant', 'EndFlowExecution']);
  });

  test('The outbound flow turns recording off and says so', () => {
    expect(typesIn('Default outbound')).toEqual([
      'UpdateContactRecordingBehavior',
      'MessageParticipant',
      'EndFlowExecution',
    ]);
  });

  test('The agent transfer goes through the queue of the chosen agent, not through the voice-only block', () => {
    expect(DEFAULT_FLOW_DOCUMENTS['Default agent transfer'].Actions).toContainEqual(
      expect.objectContaining({ Type: 'UpdateContactTargetQueue', Parameters: { AgentId: '$.Agent.ARN' } }),
    );
    expect(typesIn('Default agent transfer')).not.toContain('TransferContactToAgent');
  });

  test('The queue transfer checks hours, then staffing, then transfers', () => {
    const [first, second] = typesIn('Default queue transfer');
    expect([first, second]).toEqual(['CheckHoursOfOperation', 'CheckMetricData']);
    expect(typesIn('Default queue transfer')).toContain('TransferContactToQueue');
  });
});
