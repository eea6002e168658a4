import type { Centre, CentreFlow } from '../../../lib/analyse';
import { directoryOf } from '../../../lib/analyse/directory';
import { Foresight } from '../../../lib/analyse/flow/foresight';
import { programOf, type Step } from '../../../lib/analyse/flow/program';
import { programsOf, relevantPaths } from '../../../lib/analyse/flow/relevance';
import {
  endFlow,
  flow,
  goTo,
  hangUp,
  loopPrompts,
  moduleArn,
  type Script,
  say,
  setAttributes,
  setHook,
  step,
  toQueue,
} from '../../simulate/script';
import { centreOf, main, whisper } from '../small-centre';

const foresightOf = (centre: Centre): Foresight =>
  new Foresight(directoryOf(centre), relevantPaths(centre, programsOf(centre)), false);

const stepsOf = (each: CentreFlow): readonly Step[] => programOf(each).steps;

const matters = (script: Script, modules: readonly CentreFlow[] = []): readonly boolean[] => {
  const flows = [main(script)];
  const foresight = foresightOf(centreOf(flows, { modules }));
  return stepsOf(flows[0] as CentreFlow).map((each) => foresight.matters(each));
};

const call = (name: string) => step('InvokeFlowModule', { FlowModuleId: moduleArn(name) });

describe('A step makes a difference', () => {
  test('as long as a queue, a hook or another flow can come', () => {
    expect(matters([say('Hello.'), setHook('AgentWhisper', 'A'), say('Bye.'), hangUp()])).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(matters([say('Hello.'), toQueue()])[0]).toBe(true);
  });

  test('not for hooks of the agent workspace', () => {
    expect(matters([setHook('DefaultAgentUI', 'A')])[0]).toBe(false);
  });

  test('for attributes only where something compares them', () => {
    const set = setAttributes({ tier: 'gold' });
    expect(matters([set, hangUp()])[0]).toBe(false);
    const flows = [main([set, hangUp()]), whisper('A', [step('Compare', { ComparisonValue: '$.Attributes.tier' })])];
    const foresight = foresightOf(centreOf(flows));
    expect(foresight.matters(stepsOf(flows[0] as CentreFlow)[0] as Step)).toBe(true);
  });

  test('through a module that sets a hook, and through one that nobody knows', () => {
    const modules = [flow('Hooks', 'MODULE', [setHook('AgentWhisper', 'A')]), flow('Talk', 'MODULE', [say('Hello.')])];
    expect(matters([call('Hooks'), hangUp()], modules)[0]).toBe(true);
    expect(matters([call('Talk'), hangUp()], modules)[0]).toBe(false);
    expect(matters([call('Gone'), hangUp()], modules)[0]).toBe(true);
  });
});

describe('A flow', () => {
  const foresight = foresightOf(centreOf([]));
  const start = (each: CentreFlow): Step => stepsOf(each)[0] as Step;

  test('ends where any of its ways does', () => {
    expect(foresight.ends(start(main([say('Hello.')])))).toBe(true);
  });

  test('may go round and round', () => {
    const round = flow('Round', 'CUSTOMER_HOLD', [
      step('GetParticipantInput', {}, { id: 'again', errors: { NoMatchingError: [goTo('again')] } }),
      goTo('again'),
    ]);
    expect(foresight.ends(start(round))).toBe(false);
    expect(foresight.ends(start(flow('Loop', 'CUSTOMER_HOLD', [loopPrompts('Wait.'), endFlow()])))).toBe(true);
  });
});

test('Answers are kept as long as something still reads them', () => {
  const each = main([
    step('InvokeLambdaFunction', { LambdaFunctionARN: 'x' }),
    step('Compare', { ComparisonValue: '$.External.tier' }),
    toQueue(),
  ]);
  const foresight = foresightOf(centreOf([each]));
  const [lookUp, compare, queue] = stepsOf(each) as [Step, Step, Step];
  expect([lookUp, compare, queue].map((at) => foresight.isRead('External.tier', at))).toEqual([true, true, false]);
  expect(foresight.stillRead(lookUp)).toEqual(['External.tier']);
});
