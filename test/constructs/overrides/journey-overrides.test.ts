import { Match, Template } from 'aws-cdk-lib/assertions';
import { Aspects } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import {
  agentTransferFlow,
  agentWhisperFlow,
  customerQueueFlow,
  disconnect,
  endFlow,
  inboundFlow,
  outboundWhisperFlow,
  playPrompt,
  queueTransferFlow,
  setWhispers,
  setWorkingQueue,
  transferToQueue,
  transferToWorkingQueue,
} from '../../../lib/build';
import {
  AgentQuickConnect,
  AgentTransferFlow,
  AgentWhisperFlow,
  CustomerHoldFlow,
  CustomerQueueFlow,
  CustomerWhisperFlow,
  InboundFlow,
  JourneyOverrides,
  JourneyRulesFunction,
  OutboundWhisperFlow,
  Queue,
  QueueQuickConnect,
  QueueTransferFlow,
  RoutingProfile,
  User,
} from '../../../lib/constructs';
import { transcript } from '../../../lib/report';
import { simulate, worldFromTemplates } from '../../../lib/simulate';
import { arn, documentsIn, officeHours, type SmallCentre, smallCentre } from '../small-centre';

const sorry = { onError: [disconnect()] };
const quietly = { onError: [endFlow()] };

/** A centre with a queue, a flow that leads to it, and flows to override defaults with. */
const centreWith = () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const whisper = (name: string) =>
    new AgentWhisperFlow(stack, name, {
      instance,
      flow: agentWhisperFlow(name, quietly, [playPrompt(`${name}.`), endFlow()]),
    });
  const queue = new Queue(stack, 'Sales', { instance, name: 'Sales', hours: officeHours(centre) });
  const mainLine = new InboundFlow(stack, 'MainLine', {
    instance,
    flow: inboundFlow('Main line', sorry, [transferToQueue(queue, { atCapacity: [disconnect()] })]),
  });
  return { ...centre, queue, mainLine, usual: whisper('Usual whisper'), special: whisper('Special whisper') };
};

type Centre = ReturnType<typeof centreWith>;

/** The hooks that the flows of a centre set, in order, by flow. */
const hooksIn = ({ stack }: Pick<SmallCentre, 'stack'>): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(documentsIn(stack)).flatMap(([name, { Actions }]) => {
      const hooks = Actions.flatMap(({ Parameters }) => Object.entries(Parameters?.EventHooks ?? {}));
      const read = ([hook, flow]: [string, unknown]) =>
        `${hook} ${String(flow).replace(/^<(\D+?)[0-9A-F]{8}\..*$/, '$1')}`;
      return hooks.length === 0 ? [] : [[name, hooks.map(read)] as const];
    }),
  );

/** A call of the main line that an agent takes. */
const callTaken = async ({ app, stack }: Centre, rules?: object): Promise<string> => {
  const { template } = app.synth().getStackArtifact(stack.artifactId);
  const world = worldFromTemplates([{ name: 'Centre', template }], {
    functions: rules === undefined ? {} : { Rules: () => rules },
  });
  const result = await simulate(
    { ...world, agents: [{ arn: arn('agent', '1'), name: 'ana', queues: world.queues.map((queue) => queue.arn) }] },
    { start: { method: 'INBOUND', flow: 'Main line' }, agents: [{ name: 'ana' }] },
  );
  expect(result.stopped).toBeNull();
  return transcript(result);
};

describe('Overrides for a whole app', () => {
  test('are set by every flow with which a contact begins', () => {
    const centre = centreWith();
    const { app, stack, instance, queue, usual } = centre;
    new InboundFlow(stack, 'Task', { instance, flow: inboundFlow('Task', sorry, [disconnect()]) });
    new CustomerQueueFlow(stack, 'Waiting', { instance, flow: customerQueueFlow('Waiting', quietly, [endFlow()]) });
    new QueueTransferFlow(stack, 'Transfer', {
      instance,
      flow: queueTransferFlow('Transfer', sorry, [transferToQueue(queue, { atCapacity: [disconnect()] })]),
    });
    Aspects.of(app).add(new JourneyOverrides({ hooks: { AgentWhisper: usual } }));

    expect(hooksIn(centre)).toEqual({
      'Main line': ['AgentWhisper Usualwhisper'],
      Task: ['AgentWhisper Usualwhisper'],
      Transfer: ['AgentWhisper Usualwhisper'],
    });
  });

  test('are what agents hear', async () => {
    const centre = centreWith();
    Aspects.of(centre.app).add(new JourneyOverrides({ hooks: { AgentWhisper: centre.usual } }));

    expect(await callTaken(centre)).toContain('ana hears “Usual whisper.”');
  });

  test('leave the last word to a flow that sets a hook itself', () => {
    const centre = centreWith();
    const { app, stack, instance, usual, special } = centre;
    new InboundFlow(stack, 'Gold', {
      instance,
      flow: inboundFlow('Gold', sorry, [setWhispers({ agent: special }), disconnect()]),
    });
    Aspects.of(app).add(new JourneyOverrides({ hooks: { AgentWhisper: usual } }));

    expect(hooksIn(centre).Gold).toEqual(['AgentWhisper Usualwhisper', 'AgentWhisper Specialwhisper']);
  });

  test('do not make a flow hook itself, nor change flows that others hook', () => {
    const centre = centreWith();
    const { app, stack, instance, usual } = centre;
    const survey = new InboundFlow(stack, 'Survey', { instance, flow: inboundFlow('Survey', sorry, [disconnect()]) });
    Aspects.of(app).add(new JourneyOverrides({ hooks: { AgentWhisper: usual, CustomerRemaining: survey } }));

    expect(hooksIn(centre)).toEqual({ 'Main line': ['AgentWhisper Usualwhisper', 'CustomerRemaining Survey'] });
  });

  test('set on a channel what it has', () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const hold = CustomerHoldFlow.fromContactFlowArn(stack, 'Hold', arn('contact-flow', '1'));
    const beep = CustomerWhisperFlow.fromContactFlowArn(stack, 'Beep', arn('contact-flow', '2'));
    const flow = inboundFlow('Chat', sorry, [disconnect()]);
    new InboundFlow(stack, 'Chat', { instance, flow, channel: 'CHAT' });
    new InboundFlow(stack, 'Any', { instance, flow, name: 'Any' });
    Aspects.of(app).add(new JourneyOverrides({ hooks: { CustomerHold: hold, CustomerWhisper: beep } }));

    expect(hooksIn(centre)).toEqual({
      Chat: [`CustomerWhisper ${arn('contact-flow', '2')}`],
      Any: [`CustomerHold ${arn('contact-flow', '1')}`, `CustomerWhisper ${arn('contact-flow', '2')}`],
    });
  });

  test('leave alone what is excepted, with all that is under it', () => {
    const centre = centreWith();
    const { app, stack, instance, mainLine, usual } = centre;
    const old = new Construct(stack, 'Old');
    new InboundFlow(old, 'Line', { instance, flow: inboundFlow('Old line', sorry, [disconnect()]) });
    Aspects.of(app).add(new JourneyOverrides({ hooks: { AgentWhisper: usual }, except: [old, mainLine] }));

    expect(hooksIn(centre)).toEqual({});
  });
});

describe('Overrides from nearer', () => {
  test('count for the same hook, and leave the others', () => {
    const centre = centreWith();
    const { app, stack, mainLine, usual, special } = centre;
    const beep = CustomerWhisperFlow.fromContactFlowArn(stack, 'Beep', arn('contact-flow', '2'));
    Aspects.of(mainLine).add(new JourneyOverrides({ hooks: { AgentWhisper: special } }));
    Aspects.of(app).add(new JourneyOverrides({ hooks: { AgentWhisper: usual, CustomerWhisper: beep } }));

    expect(hooksIn(centre)).toEqual({
      'Main line': ['AgentWhisper Specialwhisper', `CustomerWhisper ${arn('contact-flow', '2')}`],
    });
  });

  test('reach a flow that others hook when they are meant for it', () => {
    const centre = centreWith();
    const { app, stack, instance, usual } = centre;
    const survey = new InboundFlow(stack, 'Survey', { instance, flow: inboundFlow('Survey', sorry, [disconnect()]) });
    Aspects.of(app).add(new JourneyOverrides({ hooks: { CustomerRemaining: survey } }));
    Aspects.of(survey).add(new JourneyOverrides({ hooks: { AgentWhisper: usual } }));

    expect(hooksIn(centre)).toEqual({
      'Main line': ['CustomerRemaining Survey'],
      Survey: ['AgentWhisper Usualwhisper'],
    });
  });

  test('work for flows that are written later', () => {
    const centre = centreWith();
    const { stack, instance, usual } = centre;
    const late = new InboundFlow(stack, 'Late', {
      instance,
      flow: () => inboundFlow('Late', sorry, [disconnect()]),
    });
    Aspects.of(late).add(new JourneyOverrides({ hooks: { AgentWhisper: usual } }));

    expect(hooksIn(centre)).toEqual({ Late: ['AgentWhisper Usualwhisper'] });
  });
});

describe('Rules', () => {
  const withRules = () => {
    const centre = centreWith();
    const { stack, instance, mainLine, usual, special } = centre;
    const rules = new JourneyRulesFunction(stack, 'Rules', {
      instance,
      rules: [{ name: 'Gold', when: { attributes: { tier: 'gold' } }, hooks: { AgentWhisper: special } }],
    });
    Aspects.of(mainLine).add(new JourneyOverrides({ hooks: { AgentWhisper: usual }, rules }));
    return centre;
  };

  test('are asked for the hooks that they name, after the flow has set what stands without them', () => {
    const centre = withRules();
    expect(hooksIn(centre)['Main line']).toEqual(['AgentWhisper Usualwhisper', 'AgentWhisper $.External.AgentWhisper']);
    Template.fromStack(centre.stack).hasResource('AWS::Connect::ContactFlow', {
      Properties: { Name: 'Main line' },
      DependsOn: [Match.stringLikeRegexp('^RulesAssociation')],
    });
  });

  test('decide where they name a flow', async () => {
    const centre = withRules();
    const { template } = centre.app.synth().getStackArtifact(centre.stack.artifactId);
    const world = worldFromTemplates([{ name: 'Centre', template }]);
    const AgentWhisper = world.flows.find((flow) => flow.name === 'Special whisper')?.arn;

    expect(await callTaken(centre, { AgentWhisper })).toContain('ana hears “Special whisper.”');
  });

  test.each([
    ['name none', { AgentWhisper: 'none' }],
    ['name what is no flow', { AgentWhisper: 'nothing that there is' }],
    ['do not know the hook', {}],
  ])('leave what stands without them where they %s', async (_what, rules) => {
    expect(await callTaken(withRules(), rules)).toContain('ana hears “Usual whisper.”');
  });
});

describe('Where no hook reaches', () => {
  const calling = ({ stack, instance }: SmallCentre, name: string) =>
    new OutboundWhisperFlow(stack, name, { instance, flow: outboundWhisperFlow(name, quietly, [endFlow()]) });

  const outboundFlows = ({ stack }: SmallCentre): Record<string, unknown> =>
    Object.fromEntries(
      Object.values(Template.fromStack(stack).findResources('AWS::Connect::Queue')).map(({ Properties }) => [
        Properties.Name,
        Properties.OutboundCallerConfig?.OutboundFlowArn?.['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, ''),
      ]),
    );

  test('queues get an outbound whisper, but those that have their own', () => {
    const centre = centreWith();
    const { app, stack, instance } = centre;
    const [usual, own, near] = ['Usual', 'Own', 'Near'].map((name) => calling(centre, name));
    const hours = officeHours({ ...centre, stack: new Construct(stack, 'Hours') as never });
    const named = new Queue(stack, 'Named', {
      instance,
      name: 'Named',
      hours,
      outboundWhisperFlow: own,
      outboundCallerIdName: 'Us',
    });
    const nearer = new Queue(stack, 'Nearer', { instance, name: 'Nearer', hours, outboundCallerIdName: 'Us' });
    Aspects.of(app).add(new JourneyOverrides({ outboundWhisper: usual }));
    Aspects.of(nearer).add(new JourneyOverrides({ outboundWhisper: near }));
    Aspects.of(named).add(new JourneyOverrides({ outboundWhisper: near }));

    expect(outboundFlows(centre)).toEqual({ Sales: 'Usual', Named: 'Own', Nearer: 'Near' });
    Template.fromStack(stack).hasResourceProperties('AWS::Connect::Queue', {
      Name: 'Nearer',
      OutboundCallerConfig: { OutboundCallerIdName: 'Us' },
    });
  });

  test('quick connects get a transfer flow of their kind', () => {
    const centre = centreWith();
    const { app, stack, instance, queue } = centre;
    const toAgents = new AgentTransferFlow(stack, 'ToAgents', {
      instance,
      flow: agentTransferFlow('To agents', sorry, [
        setWorkingQueue({ agent: '$.Agent.ARN' }),
        transferToWorkingQueue({ atCapacity: [disconnect()] }),
      ]),
    });
    const toQueues = new QueueTransferFlow(stack, 'ToQueues', {
      instance,
      flow: queueTransferFlow('To queues', sorry, [transferToWorkingQueue({ atCapacity: [disconnect()] })]),
    });
    const agent = User.fromUserArn(stack, 'Ben', arn('agent', '1'));
    new AgentQuickConnect(stack, 'CallBen', { instance, agent });
    new QueueQuickConnect(stack, 'CallSales', { instance, queue });
    Aspects.of(app).add(new JourneyOverrides({ transferFlows: { toAgents, toQueues } }));

    const template = Template.fromStack(stack);
    const flow = (id: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}`), 'ContactFlowArn'] });
    template.hasResourceProperties('AWS::Connect::QuickConnect', {
      QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { ContactFlowArn: flow('ToAgents') } },
    });
    template.hasResourceProperties('AWS::Connect::QuickConnect', {
      QuickConnectConfig: { QuickConnectType: 'QUEUE', QueueConfig: { ContactFlowArn: flow('ToQueues') } },
    });
  });

  test('a quick connect without any transfer flow fails the synthesis', () => {
    const { app, stack, instance } = smallCentre();
    new AgentQuickConnect(stack, 'CallBen', { instance, agent: User.fromUserArn(stack, 'Ben', arn('agent', '1')) });

    expect(() => app.synth()).toThrow(/\[Centre\/CallBen\] The quick connect has no transfer flow/);
  });

  test('profiles and users are left as they are', () => {
    const { app, stack, instance, queue } = centreWith();
    new RoutingProfile(stack, 'Profile', { instance, defaultOutboundQueue: queue });
    Aspects.of(app).add(new JourneyOverrides({}));

    expect(() => app.synth()).not.toThrow();
  });
});
