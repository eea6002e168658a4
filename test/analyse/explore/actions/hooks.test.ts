import { flow, flowArn, hangUp, say, setAttributes, setHook, setQueue, step, toQueue } from '../../../simulate/script';
import { analysed, branches, canRun, centreOf, main, runsAt, whisper } from '../../small-centre';

const DEFAULT = 'default "Default agent whisper"';

/** What agents hear where the main flow sets hooks so. */
const heard = (first: Parameters<typeof main>[0], ...others: readonly ReturnType<typeof whisper>[]) =>
  canRun(centreOf([main([setQueue('Sales'), ...first, toQueue()]), whisper('A'), ...others]), 'agent whisper flow');

describe('Set whisper flow', () => {
  test('names the flow that runs', () => {
    expect(heard([setHook('AgentWhisper', 'A')])).toEqual(['hook "A"']);
  });

  test('leaves the default to those for whom it fails', () => {
    expect(heard([setHook('AgentWhisper', 'A', [toQueue()])])).toEqual([DEFAULT, 'hook "A"']);
  });

  test('leaves it to nobody else, unless the service fails', () => {
    const [byService, byPrompt] = [[], [{ ...say('Hello.'), errors: { NoMatchingError: [toQueue()] } }]].map(
      (before) => {
        const script = [setQueue('Sales'), ...before, setHook('AgentWhisper', 'A', [toQueue()]), toQueue()];
        return runsAt(analysed(centreOf([main(script), whisper('A')])), 'agent whisper flow');
      },
    );
    const outages = (runs = byService) => runs?.map(({ source, takesOutage }) => [source, takesOutage]).sort();
    expect(outages()).toEqual([
      ['default', true],
      ['hook', false],
    ]);
    expect(outages(byPrompt)).toEqual([
      ['default', false],
      ['hook', false],
    ]);
  });

  test('names the last flow that was set', () => {
    expect(heard([setHook('AgentWhisper', 'A'), setHook('AgentWhisper', 'B')], whisper('B'))).toEqual(['hook "B"']);
  });

  test('fails with a flow of another type, and the hook stays as it was', () => {
    const script = [setHook('AgentWhisper', 'A'), setHook('AgentWhisper', 'Music', [toQueue()])];
    expect(heard(script, flow('Music', 'CUSTOMER_HOLD', []))).toEqual(['hook "A"']);
  });

  test('takes any flow, where Connect is said not to look', () => {
    const centre = centreOf([
      main([setQueue('Sales'), setHook('AgentWhisper', 'Music'), toQueue()]),
      flow('Music', 'CUSTOMER_HOLD', []),
    ]);
    const assumptions = { hookThatNamesNoFlow: 'accepts' } as const;
    expect(canRun(centre, 'agent whisper flow', undefined, { assumptions })).toEqual(['hook "Music"']);
    expect(analysed(centre, { assumptions }).assumptions).toMatchObject(assumptions);
  });

  test('may or may not take a flow that is not in the centre', () => {
    const script = [setHook('AgentWhisper', 'Gone', [toQueue()])];
    expect(heard(script)).toEqual([DEFAULT, `hook ${flowArn('Gone')}, which is not in this centre`]);
  });

  test('fails with an empty name', () => {
    const empty = step('UpdateContactEventHooks', { EventHooks: { AgentWhisper: '$.Attributes.none' } });
    expect(heard([setHook('AgentWhisper', 'A'), { ...empty, errors: { NoMatchingError: [toQueue()] } }])).toEqual([
      'hook "A"',
    ]);
  });

  test('is told as unknown, with the reference, where the flow looks the name up', () => {
    const dynamic = step('UpdateContactEventHooks', { EventHooks: { AgentWhisper: '$.External.whisper' } });
    const call = step(
      'InvokeLambdaFunction',
      { LambdaFunctionARN: 'elsewhere' },
      { errors: { NoMatchingError: [hangUp()] } },
    );
    expect(heard([call, dynamic])).toEqual(['hook a flow that $.External.whisper names at run time']);
  });

  test('names what an attribute holds on every way', () => {
    const dynamic = step('UpdateContactEventHooks', { EventHooks: { AgentWhisper: '$.Attributes.whisper' } });
    expect(heard([setAttributes({ whisper: flowArn('A') }), dynamic])).toEqual(['hook "A"']);
  });

  test('switched off, leaves the default', () => {
    const off = step('UpdateContactEventHooks', {
      EventHooksConfiguration: { AgentWhisper: { DisableExecution: 'true' } },
    });
    expect(heard([setHook('AgentWhisper', 'A'), off])).toEqual([DEFAULT]);
  });

  test('sets the hooks before the one that fails', () => {
    const both = step(
      'UpdateContactEventHooks',
      { EventHooks: { AgentWhisper: flowArn('A'), CustomerWhisper: flowArn('A') } },
      { errors: { NoMatchingError: [toQueue()] } },
    );
    expect(heard([both])).toEqual(['hook "A"']);
  });
});

test('The way to a default takes the error branch only where no other way leads there', () => {
  const menu = step(
    'GetParticipantInput',
    { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      when: [['Equals', '1', [toQueue()]]],
      errors: { NoMatchingCondition: [hangUp()], InputTimeLimitExceeded: [hangUp()] },
    },
  );
  const defaultOf = (...script: Parameters<typeof main>[0]) =>
    branches(
      runsAt(analysed(centreOf([main([setQueue('Sales'), ...script]), whisper('A')])), 'agent whisper flow').find(
        ({ source }) => source === 'default',
      ),
    );
  const set = setHook('AgentWhisper', 'A', [toQueue()]);
  expect(defaultOf(set, say('Hello.'), toQueue())).toEqual(['UpdateContactEventHooks NoMatchingError']);
  expect(defaultOf(set, menu)).toEqual(['UpdateContactEventHooks NoMatchingError']);
  const late = setHook('AgentWhisper', 'A', [toQueue()]);
  expect(defaultOf({ ...menu, errors: { ...menu.errors, NoMatchingCondition: [late, toQueue()] } })).toEqual([
    'GetParticipantInput Equals 1',
  ]);
});
