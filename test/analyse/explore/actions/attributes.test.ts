import { setAttributes, setHook, setQueue, step, toQueue } from '../../../simulate/script';
import { canRun, centreOf, main, whisper } from '../../small-centre';

const DEFAULT = 'default "Default agent whisper"';

const compare = (value: string, operand: string) =>
  step(
    'Compare',
    { ComparisonValue: value },
    {
      when: [['Equals', operand, [setHook('AgentWhisper', 'A', [toQueue()]), toQueue()]]],
      errors: { NoMatchingCondition: [toQueue()] },
    },
  );

const heard = (...script: Parameters<typeof main>[0]) =>
  canRun(centreOf([main([setQueue('Sales'), ...script]), whisper('A')]), 'agent whisper flow');

describe('Set contact attributes', () => {
  test('decides a comparison on every way that sets the same', () => {
    expect(heard(setAttributes({ tier: 'gold' }, [toQueue()]), compare('$.Attributes.tier', 'silver'))).toEqual([
      DEFAULT,
    ]);
  });

  test('that may fail decides nothing where it fails', () => {
    const compared = compare('$.Attributes.tier', 'gold');
    expect(heard(setAttributes({ tier: 'gold' }, [compared]), compared)).toContain(DEFAULT);
    expect(heard(setAttributes({ tier: 'gold' }), { ...compared })).toContain('hook "A"');
  });

  test('copies what is not known, and what a comparison tells of it holds for the copy', () => {
    const copied = setAttributes({ tier: '$.CustomerEndpoint.Address' }, [toQueue()]);
    const twice = step(
      'Compare',
      { ComparisonValue: '$.CustomerEndpoint.Address' },
      { when: [['Equals', '+4930', [compare('$.Attributes.tier', '+4940')]]], errors: { NoMatchingCondition: [] } },
    );
    expect(heard(copied, twice)).toEqual([DEFAULT]);
  });

  test('under a name that is only known at run time may set any of them', () => {
    const named = setAttributes({ '$.CustomerEndpoint.Address': 'gold' }, [toQueue()]);
    const other = setAttributes({ tier: 'silver' }, [toQueue()]);
    expect(heard(other, named, compare('$.Attributes.tier', 'gold'))).toEqual([DEFAULT, 'hook "A"']);
  });

  test('of an unset reference is set to nothing', () => {
    expect(heard(setAttributes({ tier: '$.External.tier' }, [toQueue()]), compare('$.Attributes.tier', ''))).toContain(
      'hook "A"',
    );
  });
});

test('Flow attributes hold as long as the flow', () => {
  const set = step(
    'UpdateFlowAttributes',
    { FlowAttributes: { step: { Value: 'one' } } },
    { errors: { NoMatchingError: [toQueue()] } },
  );
  expect(heard(set, compare('$.FlowAttributes.step', 'two'))).toEqual([DEFAULT]);
});
