import { existsSync } from 'node:fs';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { disconnect, inboundFlow, invoke, playPrompt, setWhispers, when } from '../../lib/build';
import {
  AgentWhisperFlow,
  CustomerQueueFlow,
  CustomerWhisperFlow,
  InboundFlow,
  type JourneyRule,
  JourneyRulesFunction,
  Queue,
} from '../../lib/constructs';
import { JOURNEY_HOOKS } from '../../lib/journey';
import { parsePolicy, SAFE_ANSWER } from '../../lib/runtime';
import { arn, greeting, type SmallCentre, smallCentre } from './small-centre';

const flowsIn = ({ stack }: SmallCentre) => ({
  callbackWhisper: AgentWhisperFlow.fromContactFlowArn(stack, 'CallbackWhisper', arn('contact-flow', '1')),
  beep: CustomerWhisperFlow.fromContactFlowArn(stack, 'Beep', arn('contact-flow', '2')),
  music: CustomerQueueFlow.fromContactFlowArn(stack, 'Music', arn('contact-flow', '3')),
});

const rulesOf = (centre: SmallCentre): readonly JourneyRule[] => {
  const { callbackWhisper, beep, music } = flowsIn(centre);
  const billing = Queue.fromQueueArn(centre.stack, 'Billing', arn('queue', '4'));
  return [
    { name: 'Callbacks', when: { methods: ['CALLBACK'] }, hooks: { AgentWhisper: callbackWhisper } },
    { name: 'Billing', when: { queues: [billing, 'Payments'], channels: ['VOICE'] }, hooks: { CustomerQueue: music } },
    { name: 'Everybody', hooks: { CustomerWhisper: beep } },
  ];
};

const policyIn = ({ stack }: SmallCentre): unknown => {
  const [fn] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'));
  return JSON.parse(fn?.Properties.Environment.Variables.JOURNEY_POLICY);
};

test('The rules reach the function with ARNs where flows and queues were named', () => {
  const centre = smallCentre();
  new JourneyRulesFunction(centre.stack, 'Rules', { instance: centre.instance, rules: rulesOf(centre) });

  const policy = policyIn(centre);
  expect(policy).toEqual({
    rules: [
      { name: 'Callbacks', when: { methods: ['CALLBACK'] }, hooks: { AgentWhisper: arn('contact-flow', '1') } },
      {
        name: 'Billing',
        when: { channels: ['VOICE'], queues: [arn('queue', '4'), 'Payments'] },
        hooks: { CustomerQueue: arn('contact-flow', '3') },
      },
      { name: 'Everybody', hooks: { CustomerWhisper: arn('contact-flow', '2') } },
    ],
  });
  expect(parsePolicy(policy)).toMatchObject({ ok: true });
});

test('A flow of the same stack is referred to', () => {
  const { stack, instance } = smallCentre();
  const whisper = new AgentWhisperFlow(stack, 'Whisper', {
    instance,
    content: {
      ...greeting('Gold.'),
      Actions: greeting('Gold.').Actions.map((action) =>
        action.Identifier === 'Bye' ? { ...action, Type: 'EndFlowExecution' } : action,
      ),
    },
  });
  new JourneyRulesFunction(stack, 'Rules', { instance, rules: [{ name: 'All', hooks: { AgentWhisper: whisper } }] });

  const whisperArn = { 'Fn::GetAtt': [Match.stringLikeRegexp('Whisper'), 'ContactFlowArn'] };
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { JOURNEY_POLICY: { 'Fn::Join': ['', Match.arrayWith([whisperArn])] } } },
  });
});

test('The function answers what its declaration says', () => {
  const centre = smallCentre();
  const { result } = new JourneyRulesFunction(centre.stack, 'Rules', { instance: centre.instance, rules: [] });

  expect(Object.keys(result).sort()).toEqual(Object.keys(SAFE_ANSWER).sort());
  expect(result.AgentWhisper.path).toBe('$.External.AgentWhisper');
});

test('The hooks that rules may name are those of the journeys', () => {
  const hooks: Record<keyof JourneyRule['hooks'], true> = {
    CustomerQueue: true,
    AgentWhisper: true,
    CustomerWhisper: true,
    CustomerHold: true,
    AgentHold: true,
    CustomerRemaining: true,
    PauseContact: true,
    ResumeContact: true,
  };

  expect(Object.keys(hooks).sort()).toEqual([...JOURNEY_HOOKS].sort());
});

test('A flow sets the hooks that the function tells, and waits for it', () => {
  const { stack, instance } = smallCentre();
  const rules = new JourneyRulesFunction(stack, 'Rules', { instance, rules: [] });
  const { recognised, AgentWhisper } = rules.result;
  const flow = inboundFlow('Main line', { onError: [disconnect()] }, [
    invoke(rules, { parameters: { flowType: 'CONTACT_FLOW' } }),
    when(recognised, { true: [setWhispers({ agent: AgentWhisper })], false: [playPrompt('Hello.')] }),
    disconnect(),
  ]);
  new InboundFlow(stack, 'MainLine', { instance, flow });

  Template.fromStack(stack).hasResource('AWS::Connect::ContactFlow', {
    DependsOn: [Match.stringLikeRegexp('RulesAssociation')],
  });
});

test('A rule that can never take effect fails the synthesis', () => {
  const centre = smallCentre();
  const { stack, instance, app } = centre;
  const { music } = flowsIn(centre);
  const rules: JourneyRule[] = [{ name: 'Monitored', when: { methods: ['MONITOR'] }, hooks: { CustomerQueue: music } }];
  new JourneyRulesFunction(stack, 'Rules', { instance, rules });

  expect(() => app.synth()).toThrow(/\[Centre\/Rules\] .*CustomerQueue never takes effect for MONITOR/);
});

test('More rules than the environment of a function holds fail the synthesis', () => {
  const centre = smallCentre();
  const { stack, instance, app } = centre;
  const { beep } = flowsIn(centre);
  const rules = Array.from({ length: 40 }, (_, i) => ({ name: `Rule ${i}`, hooks: { CustomerWhisper: beep } }));
  new JourneyRulesFunction(stack, 'Rules', { instance, rules });

  expect(() => app.synth()).toThrow('Lambda takes 4096 bytes of environment variables');
});

test('The source of the function is there', () => {
  expect(existsSync('lambda/journey-rules/index.ts')).toBe(true);
});
