import { flowArn, goTo, setHook, setQueue, step, toQueue } from '../../../simulate/script';
import { canRun, centreOf, main, whisper } from '../../small-centre';

const DEFAULT = 'default "Default agent whisper"';
const announced = (name: string) => [setHook('AgentWhisper', name), toQueue()];

const heard = (script: Parameters<typeof main>[0], options = {}) =>
  canRun(
    centreOf([main([setQueue('Sales'), ...script]), whisper('A'), whisper('B')]),
    'agent whisper flow',
    undefined,
    options,
  );

const address = '$.CustomerEndpoint.Address';

describe('Check contact attributes', () => {
  test('takes any branch that a value may meet', () => {
    const when = [
      ['Equals', '1', announced('A')],
      ['TextStartsWith', '+49', announced('B')],
    ] as const;
    const check = step('Compare', { ComparisonValue: address }, { when, errors: { NoMatchingCondition: [toQueue()] } });
    expect(heard([check])).toEqual([DEFAULT, 'hook "A"', 'hook "B"']);
  });

  test('takes no branch that an earlier one takes away', () => {
    const when = [
      ['Equals', '1', announced('A')],
      ['Equals', '1', announced('B')],
    ] as const;
    const check = step('Compare', { ComparisonValue: address }, { when, errors: { NoMatchingCondition: [toQueue()] } });
    expect(heard([check])).toEqual([DEFAULT, 'hook "A"']);
  });

  test('remembers what it found when it is asked again', () => {
    const again = step(
      'Compare',
      { ComparisonValue: address },
      { when: [['Equals', '2', announced('B')]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    const check = step(
      'Compare',
      { ComparisonValue: address },
      { when: [['Equals', '1', [again]]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    expect(heard([check])).toEqual([DEFAULT]);
  });

  test('marks a branch of which nobody could think of a value as unproven', () => {
    const impossible = step(
      'Compare',
      { ComparisonValue: address },
      { when: [['NumberLessThan', '2', announced('A')]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    const check = step(
      'Compare',
      { ComparisonValue: address },
      { when: [['NumberGreaterThan', '5', [impossible]]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    expect(heard([check])).toEqual([DEFAULT, 'hook "A", unproven']);
  });

  test('knows the channel, the method and the queue', () => {
    const by = (value: string, operand: string) =>
      step(
        'Compare',
        { ComparisonValue: value },
        { when: [['Equals', operand, announced('A')]], errors: { NoMatchingCondition: [toQueue()] } },
      );
    expect(heard([by('$.Channel', 'VOICE')])).toEqual(['hook "A"']);
    expect(heard([by('$.InitiationMethod', 'API')])).toEqual([DEFAULT]);
    expect(heard([by('$.Queue.Name', 'Sales')])).toEqual(['hook "A"']);
    expect(heard([by('$.Queue.Name', 'Support')])).toEqual([DEFAULT]);
  });

  test('does not know attributes with which a request may start', () => {
    const by = step(
      'Compare',
      { ComparisonValue: '$.Attributes.tier' },
      { when: [['Equals', 'gold', announced('A')]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    const entry = { method: 'API', flow: flowArn('Main') } as const;
    const centre = centreOf([main([setQueue('Sales'), by]), whisper('A')]);
    expect(heard([by])).toEqual([DEFAULT]);
    expect(canRun(centre, 'agent whisper flow', 'API VOICE', { entry })).toEqual([DEFAULT, 'hook "A"']);
    const known = { entry: { ...entry, attributes: { tier: 'gold' } } };
    expect(canRun(centre, 'agent whisper flow', 'API VOICE', known)).toEqual(['hook "A"']);
  });
});

describe('Loop', () => {
  const loop = (count: string, body: Parameters<typeof main>[0], then = [toQueue()]) =>
    step(
      'Loop',
      { LoopCount: count },
      {
        id: 'loop',
        when: [
          ['Equals', 'ContinueLooping', [...body, goTo('loop')]],
          ['Equals', 'DoneLooping', then],
        ],
      },
    );

  test('is done once it went round as often as its count says', () => {
    const set = setHook('AgentWhisper', 'A');
    expect(heard([loop('1', [set])])).toEqual(['hook "A"']);
    expect(heard([loop('0', [set])])).toEqual([DEFAULT]);
  });

  test('keeps what each round found', () => {
    const set = setHook('AgentWhisper', 'A', [goTo('loop')]);
    expect(heard([loop('2', [set])])).toEqual([DEFAULT, 'hook "A"']);
  });

  test('with a count that is only known at run time may go round or not', () => {
    expect(heard([loop('$.CustomerEndpoint.Address', [setHook('AgentWhisper', 'A')])])).toEqual([DEFAULT, 'hook "A"']);
  });

  test('with a count that is none fails', () => {
    expect(heard([{ ...loop('many', announced('A')), errors: { NoMatchingError: announced('B') } }])).toEqual([
      'hook "B"',
    ]);
  });
});
