import type { CentreFunction, DeclaredAnswers } from '../../../../lib/analyse';
import { flowArn, functionArn, hangUp, type Script, setHook, setQueue, step, toQueue } from '../../../simulate/script';
import { analysed, branches, canRun, centreOf, main, runsAt, whisper } from '../../small-centre';

const DEFAULT = 'default "Default agent whisper"';
const dynamic = step(
  'UpdateContactEventHooks',
  { EventHooks: { AgentWhisper: '$.External.whisper' } },
  { errors: { NoMatchingError: [hangUp()] } },
);
const orDefault = { ...dynamic, errors: { NoMatchingError: [toQueue()] } };
const lookUp = step('InvokeLambdaFunction', { LambdaFunctionARN: functionArn('LookUp') });

const centreWith = (answers: DeclaredAnswers | undefined, script: Script) => {
  const functions: readonly CentreFunction[] = [{ arn: functionArn('LookUp'), name: 'LookUp', answers }];
  return centreOf([main(script), whisper('A'), whisper('B')], { functions });
};

const heard = (answers: DeclaredAnswers | undefined, options = {}, contact?: string) =>
  canRun(centreWith(answers, [setQueue('Sales'), lookUp, dynamic, toQueue()]), 'agent whisper flow', contact, options);

describe('What a function answers', () => {
  test('is not known, unless it is declared', () => {
    const unknown = 'hook a flow that $.External.whisper names at run time';
    expect(heard(undefined)).toEqual([unknown]);
    expect(heard({ other: [{ value: 'x' }] })).toEqual([unknown]);
  });

  test('is one of those that are declared', () => {
    expect(heard({ whisper: [{ value: [flowArn('A'), flowArn('B')] }] })).toEqual(['hook "A"', 'hook "B"']);
    expect(heard({ whisper: [{ value: flowArn('A') }] })).toEqual(['hook "A"']);
  });

  test('may be a flow of the wrong type, which leaves the default', () => {
    const centre = centreWith({ whisper: [{ value: flowArn('Main') }] }, [
      setQueue('Sales'),
      lookUp,
      orDefault,
      toQueue(),
    ]);
    expect(canRun(centre, 'agent whisper flow')).toEqual([DEFAULT]);
  });

  test('is that of the first case that applies: by contact', () => {
    const answers = {
      whisper: [
        { when: { contacts: [{ method: 'INBOUND', channel: 'VOICE' } as const] }, value: flowArn('A') },
        { value: flowArn('B') },
      ],
    };
    expect(heard(answers)).toEqual(['hook "A"']);
    const entry = { method: 'API' } as const;
    expect(heard(answers, { entry }, 'API VOICE')).toEqual(['hook "B"']);
  });

  test('by queue', () => {
    const answers = (queue: string) => ({
      whisper: [{ when: { queues: [queue] }, value: flowArn('A') }, { value: flowArn('B') }],
    });
    expect(heard(answers('Sales'))).toEqual(['hook "A"']);
    expect(heard(answers('Support'))).toEqual(['hook "B"']);
  });

  test('by attributes, which may be either where a request starts the contact', () => {
    const answers = {
      whisper: [{ when: { attributes: { tier: ['gold'] } }, value: flowArn('A') }, { value: flowArn('B') }],
    };
    expect(heard(answers)).toEqual(['hook "B"']);
    const entry = { method: 'API' } as const;
    expect(heard(answers, { entry }, 'API VOICE')).toEqual(['hook "A"', 'hook "B"']);
    expect(heard(answers, { entry: { ...entry, attributes: { tier: 'gold' } } }, 'API VOICE')).toEqual(['hook "A"']);
  });

  test('is gone where the next function fails', () => {
    const failing = step(
      'InvokeLambdaFunction',
      { LambdaFunctionARN: functionArn('LookUp') },
      { errors: { NoMatchingError: [orDefault, toQueue()] } },
    );
    const answers = { whisper: [{ value: flowArn('A') }] };
    expect(canRun(centreWith(answers, [setQueue('Sales'), lookUp, failing, hangUp()]), 'agent whisper flow')).toEqual([
      DEFAULT,
    ]);
  });

  test('is told nowhere but where the function succeeds, and then the way says so', () => {
    const failing = { ...lookUp, errors: { NoMatchingError: [toQueue()] } };
    const centre = centreWith({ whisper: [{ value: flowArn('A') }] }, [setQueue('Sales'), failing, dynamic, toQueue()]);
    const runs = runsAt(analysed(centre), 'agent whisper flow');
    expect(branches(runs.find(({ source }) => source === 'default'))).toEqual(['InvokeLambdaFunction NoMatchingError']);
    expect(branches(runs.find(({ source }) => source === 'hook'))).toEqual([]);
  });
});

test('A hook that is set from what a function answered is told apart by what was compared before', () => {
  const compare = step(
    'Compare',
    { ComparisonValue: '$.External.tier' },
    {
      when: [['Equals', 'gold', [setHook('AgentWhisper', 'A'), toQueue()]]],
      errors: { NoMatchingCondition: [setHook('AgentWhisper', 'B'), toQueue()] },
    },
  );
  const answers = { tier: [{ value: ['gold', 'silver'] }] };
  expect(canRun(centreWith(answers, [setQueue('Sales'), lookUp, compare]), 'agent whisper flow')).toEqual([
    'hook "A"',
    'hook "B"',
  ]);
  expect(
    canRun(centreWith({ tier: [{ value: 'gold' }] }, [setQueue('Sales'), lookUp, compare]), 'agent whisper flow'),
  ).toEqual(['hook "A"']);
});
