import { Match, Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { Aspects, type IAspect, NestedStack, Stack, Tags, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import {
  agentWhisperFlow,
  customerQueueFlow,
  disconnect,
  endFlow,
  flowModule,
  inboundFlow,
  invoke,
  invokeModule,
  outboundWhisperFlow,
  playPrompt,
  queueTransferFlow,
  returnFromModule,
  setDisconnectFlow,
  setQueueFlow,
  setWhispers,
  transferToFlow,
  transferToQueue,
} from '../../../lib/build';
import {
  AgentWhisperFlow,
  ConnectFlowChecks,
  ContactFlow,
  ContactFlowModule,
  CustomerQueueFlow,
  InboundFlow,
  JourneyRulesFunction,
  OutboundWhisperFlow,
  Queue,
  QueueQuickConnect,
  QueueTransferFlow,
} from '../../../lib/constructs';
import { deploy, goingTo, namedBy, stacksOf } from '../deployment/centre';
import { documentsIn, ENV, INSTANCE_ARN, officeHours, type SmallCentre, smallCentre } from '../small-centre';

const CONTENT = 'Custom::ConnectFlowContent';
const sorry = { onError: [disconnect()] };

/** The names of the flows that get their content afterwards. */
const stubsIn = ({ stack }: Pick<SmallCentre, 'stack'>): readonly string[] =>
  Object.values(Template.fromStack(stack).findResources(CONTENT)).map(({ Properties }) => Properties.Name);

const twoFlows = () => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
  const night = new InboundFlow(stack, 'Night', { instance, flow: () => goingTo('Night', day) });
  return { ...centre, day, night };
};

describe('Flows that name each other', () => {
  test('are deployed together, and each leads to the other', async () => {
    const centre = twoFlows();
    expect(stubsIn(centre)).toEqual(['Day']);

    const account = await deploy(centre.app);
    expect(namedBy(account, 'Day')).toEqual(['Night']);
    expect(namedBy(account, 'Night')).toEqual(['Day']);
  });

  test('read in a template as they were written', () => {
    const { stack } = twoFlows();
    expect(documentsIn(stack)).toMatchSnapshot();
  });

  test('call each other by the names that they are given, or else by the ids of their constructs', () => {
    const { stack, instance } = smallCentre();
    const day = new InboundFlow(stack, 'ByDay', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(stack, 'ByNight', {
      instance,
      flow: () => goingTo('Night', day),
      name: 'Night shift',
    });
    expect([day.flowName, night.flowName]).toEqual(['ByDay', 'Night shift']);
    const identifiers = Object.values(documentsIn(stack)).flatMap(({ Actions }) =>
      Actions.map((each) => each.Identifier),
    );
    expect(identifiers).toEqual(expect.arrayContaining(['Transfer to flow ByDay', 'Transfer to flow Night shift']));
  });

  test('and do so in one direction only are deployed without further ado', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const first = new InboundFlow(stack, 'First', { instance, flow: () => goingTo('First', second) });
    const second = new InboundFlow(stack, 'Second', { instance, flow: goingTo('Second') });

    expect(first.flowName).toBe('First');
    expect(stubsIn(centre)).toEqual([]);
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 0);
  });

  test('may be documents with references in their text', async () => {
    const { app, stack, instance } = smallCentre();
    const text = (next: string) => JSON.stringify(goingTo('Any', next).document);
    const day = new InboundFlow(stack, 'Day', { instance, name: 'Day', content: () => text(night.contactFlowArn) });
    const night = new InboundFlow(stack, 'Night', { instance, name: 'Night', content: text(day.contactFlowArn) });

    expect(namedBy(await deploy(app), 'Day')).toEqual(['Night']);
  });

  test('leave what only ends a flow behind until their content is there', () => {
    const { stack } = twoFlows();
    Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlow', {
      Name: Match.stringLikeRegexp('^Centre-Day-[0-9A-F]{8}$'),
      Type: 'CONTACT_FLOW',
      Content: Match.serializedJson(
        Match.objectLike({
          Actions: [{ Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
        }),
      ),
      Description: Match.absent(),
      State: Match.absent(),
    });
  });
});

describe('A circle of flows', () => {
  test('may be one flow that starts over', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    new InboundFlow(stack, 'Menu', { instance, flow: (itself) => goingTo('Menu', itself) });

    expect(stubsIn(centre)).toEqual(['Menu']);
    expect(namedBy(await deploy(app), 'Menu')).toEqual(['Menu']);
  });

  test('may lead back by a hook', async () => {
    const { app, stack, instance } = smallCentre();
    const main = new InboundFlow(stack, 'Main', { instance, flow: () => goingTo('Main', survey) });
    const survey = new InboundFlow(stack, 'Survey', {
      instance,
      flow: inboundFlow('Survey', sorry, [setDisconnectFlow(main), disconnect()]),
    });

    const account = await deploy(app);
    expect([namedBy(account, 'Main'), namedBy(account, 'Survey')]).toEqual([['Survey'], ['Main']]);
  });

  test('may be a queue flow and a disconnect flow, of which the gentler one gets the stub', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const survey = new InboundFlow(stack, 'ASurvey', {
      instance,
      flow: () => inboundFlow('Survey', sorry, [setQueueFlow(waiting), disconnect()]),
    });
    const waiting = new CustomerQueueFlow(stack, 'Waiting', {
      instance,
      flow: customerQueueFlow('Waiting', { onError: [endFlow()] }, [setDisconnectFlow(survey), endFlow()]),
    });

    expect(stubsIn(centre)).toEqual(['Waiting']);
    const account = await deploy(app);
    expect([namedBy(account, 'Waiting'), namedBy(account, 'Survey')]).toEqual([['Survey'], ['Waiting']]);
  });

  test('may run through a queue and its outbound whisper', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const calling = new OutboundWhisperFlow(stack, 'Calling', {
      instance,
      flow: () => outboundWhisperFlow('Calling', { onError: [endFlow()] }, [setDisconnectFlow(survey), endFlow()]),
    });
    const billing = new Queue(stack, 'Billing', { instance, hours: officeHours(centre), outboundWhisperFlow: calling });
    const survey = new InboundFlow(stack, 'Survey', {
      instance,
      flow: inboundFlow('Survey', sorry, [transferToQueue(billing, { atCapacity: [disconnect()] })]),
    });

    expect(stubsIn(centre)).toEqual(['Calling']);
    expect(namedBy(await deploy(app), 'Calling')).toEqual(['Survey']);
  });

  test('may run through a quick connect that its queue offers', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const hours = officeHours(centre);
    const billing = new Queue(stack, 'Billing', { instance, hours });
    const other = new Queue(stack, 'Other', {
      instance,
      hours,
    });
    const transferFlow = new QueueTransferFlow(stack, 'Transfer', {
      instance,
      flow: queueTransferFlow('Transfer', sorry, [transferToQueue(billing, { atCapacity: [disconnect()] })]),
    });
    billing.addQuickConnects(new QueueQuickConnect(stack, 'ToOther', { instance, queue: other, transferFlow }));

    expect(stubsIn(centre)).toEqual(['Transfer']);
    expect((await deploy(app)).connect.named('Transfer')?.content).toContain('AWS::Connect::Queue/Billing');
  });

  test('may run through a module', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const ask = new ContactFlowModule(stack, 'Ask', {
      instance,
      flow: () => flowModule('Ask', { onError: [returnFromModule()] }, [setDisconnectFlow(main), returnFromModule()]),
    });
    const main = new InboundFlow(stack, 'Main', {
      instance,
      flow: inboundFlow('Main', sorry, [invokeModule(ask), disconnect()]),
    });

    expect(ask.moduleName).toBe('Ask');
    expect(stubsIn(centre)).toEqual(['Main']);
    await deploy(app);
  });

  test('may run through the rules that name a flow which asks them', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const survey = new InboundFlow(stack, 'Survey', {
      instance,
      flow: () =>
        inboundFlow('Survey', sorry, [invoke(rules, { parameters: { flowType: 'CONTACT_FLOW' } }), disconnect()]),
    });
    const rules = new JourneyRulesFunction(stack, 'Rules', {
      instance,
      rules: [{ name: 'All', hooks: { CustomerRemaining: survey } }],
    });

    expect(stubsIn(centre)).toEqual(['Survey']);
    Template.fromStack(stack).hasResource(CONTENT, {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^RulesAssociation')]),
    });
    Template.fromStack(stack).hasResource('AWS::Connect::ContactFlow', { DependsOn: Match.absent() });
    await deploy(app);
  });

  test('is broken where it was asked for, and a flow keeps its stub that asked for one', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(stack, 'Night', {
      instance,
      flow: () => goingTo('Night', day),
      contentAfterwards: true,
    });
    new InboundFlow(stack, 'Alone', { instance, flow: goingTo('Alone'), contentAfterwards: true });

    expect(stubsIn(centre)).toEqual(['Night', 'Alone']);
  });

  test('is broken behind a flow that has to wait for another one anyway', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(stack, 'Night', { instance, flow: () => goingTo('Night', day) });
    day.node.addDependency(night);

    expect(stubsIn(centre)).toEqual(['Night']);
    await deploy(app);
  });

  test('cannot be broken at a campaign flow, whose actions are unpublished', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const text = (next: string) => JSON.stringify(goingTo('Any', next).document);
    const campaign = new ContactFlow(stack, 'Campaign', {
      instance,
      type: 'CAMPAIGN',
      name: 'Campaign',
      content: () => text(main.contactFlowArn),
    });
    const main = new InboundFlow(stack, 'Main', { instance, name: 'Main', content: text(campaign.contactFlowArn) });

    expect(stubsIn(centre)).toEqual(['Main']);
  });
});

describe('Across the stacks of an app', () => {
  const acrossStacks = () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const other = new Stack(app, 'Other', { env: ENV });
    const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(other, 'Night', { instance, flow: () => goingTo('Night', day) });
    return { ...centre, other };
  };

  test('the content is given where all that it names is known', async () => {
    const { app, stack, other } = acrossStacks();
    expect(stubsIn({ stack })).toEqual([]);
    expect(stubsIn({ stack: other })).toEqual(['Day']);
    expect(stacksOf(app).map(({ name, needs }) => [name, needs])).toEqual([
      ['Centre', []],
      ['Other', ['Centre']],
    ]);

    const account = await deploy(app);
    expect([namedBy(account, 'Day'), namedBy(account, 'Night')]).toEqual([['Night'], ['Day']]);
  });

  test('stacks that need each other without a circle of flows are put in order too', async () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const other = new Stack(app, 'Other', { env: ENV });
    new InboundFlow(stack, 'A', { instance, flow: () => goingTo('A', b) });
    const c = new InboundFlow(stack, 'C', { instance, flow: goingTo('C') });
    const b = new InboundFlow(other, 'B', { instance, flow: goingTo('B') });
    new InboundFlow(other, 'D', { instance, flow: goingTo('D', c) });

    const account = await deploy(app);
    expect([namedBy(account, 'A'), namedBy(account, 'D')]).toEqual([['B'], ['C']]);
  });

  test('content goes to the stack of its flow where that can be', () => {
    const { app, stack, instance } = smallCentre();
    const other = new Stack(app, 'Other', { env: ENV });
    const end = new InboundFlow(other, 'End', { instance, flow: goingTo('End') });
    new InboundFlow(stack, 'Menu', { instance, flow: (itself) => goingTo('Menu', itself, end) });

    expect(stubsIn({ stack })).toEqual(['Menu']);
    expect(stacksOf(app).map(({ name }) => name)).toEqual(['Other', 'Centre']);
  });

  test('a nested stack and its parent may need each other', () => {
    const { app, stack, instance } = smallCentre();
    const nested = new NestedStack(stack, 'Nested');
    const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(nested, 'Night', { instance, flow: () => goingTo('Night', day) });
    app.synth();

    expect(stubsIn({ stack })).toHaveLength(1);
    expect(Object.keys(Template.fromStack(nested).findResources(CONTENT))).toEqual([]);
  });
});

describe('What gives flows their content', () => {
  test('may write the flows that it names, and no others', () => {
    const { stack } = twoFlows();
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyName: Match.stringLikeRegexp('^ConnectProviderAccess'),
      PolicyDocument: {
        Statement: [
          {
            Action: ['connect:UpdateContactFlowContent', 'connect:UpdateContactFlowMetadata'],
            Effect: 'Allow',
            Resource: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^Day'), 'ContactFlowArn'] }],
          },
        ],
      },
    });
  });

  test('may write all flows of the instance where they are too many to be named in a policy', () => {
    const { stack, instance } = smallCentre();
    for (let i = 0; i < 41; i++) {
      new InboundFlow(stack, `Flow${i}`, { instance, flow: (itself) => goingTo(`Flow ${i}`, itself) });
    }
    const [policy] = Object.values(
      Template.fromStack(stack).findResources('AWS::IAM::Policy', {
        Properties: { PolicyName: Match.stringLikeRegexp('^ConnectProviderAccess') },
      }),
    );

    expect(JSON.stringify(policy?.Properties.PolicyDocument.Statement[0].Resource)).toContain('/contact-flow/*"');
    expect(JSON.stringify(policy?.Properties.PolicyDocument).length).toBeLessThan(8_000);
  });

  test('is one function for a stack, which takes one flow after the other', () => {
    const { stack, instance } = smallCentre();
    for (const name of ['A', 'B', 'C']) {
      new InboundFlow(stack, name, { instance, flow: (itself) => goingTo(name, itself) });
    }
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::Lambda::Function', 1);
    const contents = template.findResources(CONTENT);
    const before = Object.values(contents).map(({ DependsOn }) =>
      DependsOn.filter((id: string) => Object.hasOwn(contents, id)),
    );
    expect(before.map(({ length }) => length).sort()).toEqual([0, 1, 1]);
  });

  test('is given up later than Lambda gives an event up', () => {
    const { stack } = twoFlows();
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::Lambda::Function', { Timeout: 300 });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 600,
      MaximumRetryAttempts: 1,
    });
    template.hasResourceProperties(CONTENT, { ServiceTimeout: '1200' });
  });

  test('is visited by the aspects of the app, although it is made last', () => {
    const { app, stack } = twoFlows();
    const seen: string[] = [];
    const watch: IAspect = { visit: ({ node }: IConstruct) => void seen.push(node.path) };
    Tags.of(app).add('team', 'contact-centre');
    PermissionsBoundary.of(app).apply(ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
    Aspects.of(stack).add(watch);

    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Role', {
      PermissionsBoundary: Match.anyValue(),
      Tags: [{ Key: 'team', Value: 'contact-centre' }],
    });
    expect(seen.filter((path) => path === 'Centre/ConnectProvider/Function')).toHaveLength(1);
  });

  test('gives it anew when tags change, as CloudFormation then writes the stub once more', () => {
    const { app, stack } = twoFlows();
    Tags.of(app).add('commit', 'abc');

    Template.fromStack(stack).hasResourceProperties(CONTENT, { Tags: { commit: 'abc' } });
  });
});

describe('Checks', () => {
  test('look at the content that a flow gets afterwards', () => {
    const { app, stack, instance } = smallCentre();
    const greet = inboundFlow('Menu', sorry, [playPrompt('Hello.'), disconnect()]).document;
    new InboundFlow(stack, 'Menu', {
      instance,
      name: 'Menu',
      content: () => ({ ...greet, StartAction: 'Nowhere' }),
      contentAfterwards: true,
    });

    expect(() => app.synth()).toThrow(/Flow "Menu" has \d errors?:[\s\S]*Nowhere/);
  });

  test('of the plugin find it in the template, by its own name and in whatever stack it is', () => {
    const { app, stack, instance } = smallCentre();
    Validations.of(app).addPlugins(new ConnectFlowChecks());
    const other = new Stack(app, 'Other', { env: ENV });
    const main = new InboundFlow(stack, 'Main', { instance, flow: () => goingTo('Main', whisper as never) });
    const whisper = new AgentWhisperFlow(other, 'Whisper', {
      instance,
      flow: () => agentWhisperFlow('Whisper', { onError: [endFlow()] }, [setDisconnectFlow(main), endFlow()]),
    });
    const said = jest.spyOn(console, 'error').mockReturnValue(undefined);
    let message = '';
    try {
      app.synth();
    } catch (error) {
      message = (error as Error).message;
    }
    const text = message + said.mock.calls.flat().join('\n');
    said.mockRestore();

    expect(text).toContain('wrong-target-flow');
    expect(text).not.toContain('Centre-Main-');
  });
});

test('An instance is not needed twice for what transfers, hooks and whispers name', () => {
  const { stack, instance } = smallCentre();
  const main = new InboundFlow(stack, 'Main', {
    instance,
    flow: (itself) => inboundFlow('Main', sorry, [setWhispers({ agent: whisper }), transferToFlow(itself)]),
  });
  const whisper = new AgentWhisperFlow(stack, 'Whisper', {
    instance,
    flow: agentWhisperFlow('Whisper', { onError: [endFlow()] }, [playPrompt('Hello.'), endFlow()]),
  });

  expect(main.instanceArn).toBe(INSTANCE_ARN);
  expect(Object.keys(documentsIn(stack))).toEqual(['Whisper', 'Main']);
});
