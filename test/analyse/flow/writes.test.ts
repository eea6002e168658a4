import { directoryOf } from '../../../lib/analyse/directory';
import { indexOfHook } from '../../../lib/analyse/facts/facts';
import { programOf } from '../../../lib/analyse/flow/program';
import { allWritesOf } from '../../../lib/analyse/flow/writes';
import { flow, flowArn, moduleArn, setAttributes, setHook, step } from '../../simulate/script';
import { centreOf } from '../small-centre';

describe('Everything that a flow may set, whenever it comes to it', () => {
  const module = flow('Hooks', 'MODULE', [setHook('AgentWhisper', 'In module')]);
  const queueFlow = flow('Waiting', 'CUSTOMER_QUEUE', [
    setHook('AgentWhisper', 'Early'),
    step('UpdateContactEventHooks', { EventHooksConfiguration: { CustomerWhisper: { DisableExecution: 'true' } } }),
    setAttributes({ tier: 'gold' }),
    step('UpdateFlowAttributes', { FlowAttributes: { step: { Value: '1' } } }),
    step('InvokeFlowModule', { FlowModuleId: moduleArn('Hooks') }),
  ]);
  const directory = directoryOf(centreOf([queueFlow], { modules: [module] }));
  const writes = allWritesOf(programOf(queueFlow), directory, () => []);

  test('the hooks that it sets or switches off, in modules as well', () => {
    expect(writes.hooks.get(indexOfHook('AgentWhisper') ?? -1)).toEqual([flowArn('Early'), flowArn('In module')]);
    expect(writes.hooks.get(indexOfHook('CustomerWhisper') ?? -1)).toEqual([undefined]);
  });

  test('the attributes of the contact, and none that die with the flow', () => {
    expect([...writes.paths]).toEqual(['Attributes.tier']);
  });

  test('a module that calls itself is gone through once', () => {
    const round = flow('Round', 'MODULE', [step('InvokeFlowModule', { FlowModuleId: moduleArn('Round') })]);
    expect(allWritesOf(programOf(round), directoryOf(centreOf([], { modules: [round] })), () => []).hooks.size).toBe(0);
  });
});
