import {
  flow,
  hangUp,
  moduleArn,
  type Script,
  setHook,
  setQueue,
  step,
  toQueue,
  transferToFlow,
} from '../../../simulate/script';
import { canRun, centreOf, main, whisper } from '../../small-centre';

const DEFAULT = 'default "Default agent whisper"';
const A = whisper('A');
const setA = setHook('AgentWhisper', 'A');
const call = (name: string, ways = {}) => step('InvokeFlowModule', { FlowModuleId: moduleArn(name) }, ways);

const heardAfter = (module: Script, ways = {}) =>
  canRun(
    centreOf([main([setQueue('Sales'), call('Module', ways), toQueue()]), A], {
      modules: [flow('Module', 'MODULE', module)],
    }),
    'agent whisper flow',
  );

describe('A module', () => {
  test('sets hooks for the flow that calls it', () => {
    expect(heardAfter([setA])).toEqual([DEFAULT, 'hook "A"']);
    expect(heardAfter([setHook('AgentWhisper', 'A', [hangUp()])])).toEqual(['hook "A"']);
  });

  test('sends the contact to a queue itself', () => {
    expect(heardAfter([setHook('AgentWhisper', 'A', [hangUp()]), toQueue()])).toEqual(['hook "A"']);
  });

  test('comes back on any of the branches that it may return', () => {
    const branch = [setHook('AgentWhisper', 'B'), toQueue()];
    const when = [['Equals', 'Known', branch]] as const;
    const centre = centreOf(
      [
        main([
          setQueue('Sales'),
          setA,
          call('Module', { when, errors: { NoMatchingCondition: [toQueue()] } }),
          toQueue(),
        ]),
        A,
        whisper('B'),
      ],
      { modules: [flow('Module', 'MODULE', [setHook('CustomerWhisper', 'A')])] },
    );
    expect(canRun(centre, 'agent whisper flow')).toEqual(['hook "A"', 'hook "B", unproven']);
  });

  test('calls others, five deep', () => {
    const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const nested = (deep: number) =>
      names.slice(0, deep).map((name, i) => {
        const next =
          i + 1 < deep ? [call(names[i + 1] ?? '', { errors: { NoMatchingError: [toQueue()] } })] : [setA, toQueue()];
        return flow(name, 'MODULE', next);
      });
    const heard = (deep: number) =>
      canRun(centreOf([main([setQueue('Sales'), call('One')]), A], { modules: nested(deep) }), 'agent whisper flow');
    expect(heard(5)).toContain('hook "A"');
    expect(heard(6)).not.toContain('hook "A"');
  });

  test('that is not in the centre may do nothing that is known', () => {
    const centre = centreOf([main([setQueue('Sales'), setA, call('Gone'), toQueue()]), A]);
    expect(canRun(centre, 'agent whisper flow')).toEqual(['hook "A", unproven']);
  });

  test('that is only known at run time may be any of the centre', () => {
    const dynamic = step(
      'InvokeFlowModule',
      { FlowModuleId: '$.CustomerEndpoint.Address' },
      { errors: { NoMatchingError: [hangUp()] } },
    );
    const centre = centreOf([main([setQueue('Sales'), dynamic, toQueue()]), A], {
      modules: [flow('Module', 'MODULE', [setHook('AgentWhisper', 'A', [hangUp()])]), flow('Other', 'MODULE', [])],
    });
    expect(canRun(centre, 'agent whisper flow')).toEqual([`${DEFAULT}, unproven`, 'hook "A", unproven']);
  });
});

describe('Transfer to flow', () => {
  const second = flow('Second', 'CONTACT_FLOW', [setA, toQueue()]);

  test('takes hooks and the queue along', () => {
    const centre = centreOf([
      main([setQueue('Sales'), setHook('CustomerHold', 'Music'), transferToFlow('Second')]),
      second,
      A,
      flow('Music', 'CUSTOMER_HOLD', []),
    ]);
    expect(canRun(centre, 'agent whisper flow')).toEqual(['hook "A"']);
    expect(canRun(centre, 'customer hold flow')).toEqual(['hook "Music"']);
  });

  test('shows both flows at their stage, from what named the first', () => {
    const centre = centreOf([main([setQueue('Sales'), transferToFlow('Second')]), second, A]);
    expect(canRun(centre, 'inbound flow')).toEqual(['entry point "Main"', 'entry point "Second"']);
  });

  test('may lead to any flow where the name is only known at run time', () => {
    const dynamic = step('TransferToFlow', { ContactFlowId: '$.CustomerEndpoint.Address' });
    const centre = centreOf([main([setQueue('Sales'), dynamic]), second, A]);
    expect(canRun(centre, 'agent whisper flow')).toEqual(['hook "A", unproven']);
    expect(canRun(centre, 'inbound flow')).toContain(
      'entry point a flow that $.CustomerEndpoint.Address names at run time',
    );
  });

  test('leaves answers of functions behind, unless they are said to cross', () => {
    const compare = step(
      'Compare',
      { ComparisonValue: '$.External.tier' },
      { when: [['Equals', 'gold', [setA, toQueue()]]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    const lookUp = step('InvokeLambdaFunction', { LambdaFunctionARN: 'LookUp' });
    const centre = centreOf([
      main([setQueue('Sales'), lookUp, transferToFlow('Second')]),
      flow('Second', 'CONTACT_FLOW', [compare]),
      A,
    ]);
    expect(canRun(centre, 'agent whisper flow')).toEqual([DEFAULT]);
    const assumptions = { resultsCrossTransferToFlow: 'yes' } as const;
    expect(canRun(centre, 'agent whisper flow', undefined, { assumptions })).toEqual([DEFAULT, 'hook "A"']);
  });

  test('leaves flow attributes behind in any case', () => {
    const set = step('UpdateFlowAttributes', { FlowAttributes: { tier: { Value: 'gold' } } });
    const compare = step(
      'Compare',
      { ComparisonValue: '$.FlowAttributes.tier' },
      { when: [['Equals', 'gold', [setA, toQueue()]]], errors: { NoMatchingCondition: [toQueue()] } },
    );
    const centre = centreOf([
      main([setQueue('Sales'), set, transferToFlow('Second')]),
      flow('Second', 'CONTACT_FLOW', [compare]),
      A,
    ]);
    const assumptions = { resultsCrossTransferToFlow: 'yes' } as const;
    expect(canRun(centre, 'agent whisper flow', undefined, { assumptions })).toEqual([DEFAULT]);
  });

  test('that nobody leaves comes to an end all the same', () => {
    const round = (name: string, next: string) => flow(name, 'CONTACT_FLOW', [setA, transferToFlow(next)]);
    expect(canRun(centreOf([round('Main', 'Second'), round('Second', 'Main'), A]), 'inbound flow')).toEqual([
      'entry point "Main"',
      'entry point "Second"',
    ]);
  });
});

test('Disconnect ends the contact, and no agent is called', () => {
  const centre = centreOf([main([setQueue('Sales'), hangUp()])]);
  expect(canRun(centre, 'agent whisper flow')).toEqual([]);
});
