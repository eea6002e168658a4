import {
  disconnect,
  flowModule,
  inboundFlow,
  invokeModule,
  moduleContract,
  oneOf,
  playPrompt,
  returnFromModule,
  text,
  when,
} from '../../lib/build';
import { moduleOf } from './module-of';
import { exits } from './wire';

const identify = moduleContract({
  input: { account: text },
  result: { verified: oneOf('yes', 'no') },
  branches: ['Locked'],
});

test('A module reads its input and its caller the result by names that are declared once', () => {
  expect(identify.input.account.path).toBe('$.Modules.Input.account');
  expect(identify.result.verified.path).toBe('$.Modules.ResultData.verified');
});

test('The settings of a module name its branches as the console exports them', () => {
  const script = [playPrompt(`Account ${identify.input.account}.`), returnFromModule()] as const;
  const flow = flowModule('Identify', { onError: [returnFromModule()], contract: identify }, script);
  expect(flow.document.Settings).toEqual({
    InputParameters: [],
    OutputParameters: [],
    Transitions: [
      { DisplayName: 'Success', ReferenceName: 'Success', Description: '' },
      { DisplayName: 'Error', ReferenceName: 'Error', Description: '' },
      { DisplayName: 'Locked', ReferenceName: 'Locked', Description: '' },
    ],
  });
});

test('A module without a contract has the two branches of every module', () => {
  expect(moduleOf(playPrompt('Hello.')).document.Settings).toHaveProperty('Transitions.length', 2);
});

test('The caller branches on how the module returned', () => {
  const locked = [playPrompt('Locked.'), disconnect()];
  const script = [
    invokeModule({ contactFlowModuleArn: 'arn:module' }),
    when(identify.branch, { Locked: locked, otherwise: [] }),
    disconnect(),
  ] as const;
  const flow = inboundFlow('Line', { onError: locked }, script);
  expect(exits(flow, 'Check Modules Result')).toMatchObject({
    Locked: 'Play prompt Locked',
    NoMatchingCondition: 'Disconnect',
  });
});

test('A module has eight branches of its own at most', () => {
  const branches = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  expect(() => moduleContract({ branches })).toThrow('9 branches of a module are given.');
});
