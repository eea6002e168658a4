import type { Channel } from '../../../../lib/language';
import {
  flow,
  flowArn,
  moduleArn,
  say,
  setHook,
  setQueue,
  step,
  toQueue,
  transferToFlow,
} from '../../../simulate/script';
import { canRun, centreOf, main, whisper } from '../../small-centre';

const on = (channel: Channel, ...script: Parameters<typeof main>[0]) =>
  canRun(
    centreOf([main([setQueue('Sales'), ...script]), whisper('A'), whisper('B')]),
    'agent whisper flow',
    `API ${channel}`,
    { entry: { method: 'API', channel } },
  );

const setA = setHook('AgentWhisper', 'A');

describe('A block that does not work on a channel', () => {
  test('leaves by its error branch', () => {
    const voice = {
      ...step('TransferParticipantToThirdParty', { ThirdPartyPhoneNumber: '+1' }),
      errors: { NoMatchingError: [setA, toQueue()] },
    };
    expect(on('CHAT', voice)).toEqual(['hook "A"']);
  });

  test('fails to set a hook that has no effect there', () => {
    const hold = setHook('CustomerHold', 'A', [setA, toQueue()]);
    expect(on('TASK', hold, setHook('AgentWhisper', 'B'), toQueue())).toEqual(['hook "A"']);
  });
});

test('A block that a flow type does not have fails in a module that such a flow runs', () => {
  const transfer = { ...transferToFlow('Second'), errors: { NoMatchingError: [setHook('AgentWhisper', 'B')] } };
  const waiting = flow('Waiting', 'CUSTOMER_QUEUE', [step('InvokeFlowModule', { FlowModuleId: moduleArn('Module') })]);
  const centre = centreOf(
    [
      main([setQueue('Sales'), setA, setHook('CustomerQueue', 'Waiting'), toQueue()]),
      waiting,
      whisper('A'),
      whisper('B'),
    ],
    { modules: [flow('Module', 'MODULE', [transfer])] },
  );
  expect(canRun(centre, 'customer queue flow')).toEqual(['hook "Waiting"']);
  expect(canRun(centre, 'agent whisper flow')).toContain('hook "B"');
});

test('Prompts on a call that nobody hears fail', () => {
  const creation = flow('Creation', 'CONTACT_FLOW', [
    { ...say('Hello.'), errors: { NoMatchingError: [setHook('AgentWhisper', 'B'), toQueue()] } },
    setA,
    toQueue(),
  ]);
  const made = step('CreateCallbackContact', { InitialCallDelaySeconds: '10', ContactFlowId: flowArn('Creation') });
  const centre = centreOf([main([setQueue('Sales'), made]), creation, whisper('A'), whisper('B')]);
  expect(canRun(centre, 'agent whisper flow', 'CALLBACK VOICE')).toEqual(['hook "B"']);
});
