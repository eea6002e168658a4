import { App, Stack } from 'aws-cdk-lib/core';
import { disconnect, type FlowHandle, inboundFlow, menu, transferToFlow } from '../../../lib/build';
import { DefaultFlows, InboundFlow, Instance } from '../../../lib/constructs';
import type { JsonObject } from '../../../lib/language';
import { transcript } from '../../../lib/report';
import {
  CONNECT_RESOURCES,
  type DefaultFlowProperties,
  type FlowContentProperties,
} from '../../../lib/runtime/connect-resources';
import { simulate, type TemplateStack, worldFromTemplates } from '../../../lib/simulate';
import { document, hangUp, INSTANCE, say, setQueue, transferToFlow as toFlow, toQueue } from '../script';
import { heardBy } from '../world';

type Inbound = FlowHandle<'CONTACT_FLOW'>;

const contactFlow = (Name: string, text: string, Type = 'CONTACT_FLOW') => ({
  Type: 'AWS::Connect::ContactFlow',
  Properties: { InstanceArn: INSTANCE, Name, Type, Content: JSON.stringify(document([say(text), hangUp()])) },
});

const contentOf = (properties: Omit<FlowContentProperties, 'FlowArn'> & { readonly FlowArn: unknown }) => ({
  Type: CONNECT_RESOURCES.flowContent,
  Properties: properties as unknown as JsonObject,
});

const replacing = (properties: Partial<DefaultFlowProperties>) => ({
  Type: CONNECT_RESOURCES.defaultFlow,
  Properties: { InstanceArn: INSTANCE, Bucket: 'originals', ...properties } as unknown as JsonObject,
});

const centre = (Resources: TemplateStack['template']['Resources']): TemplateStack => ({
  name: 'Centre',
  template: { Resources },
});

describe('A flow that gets its content afterwards', () => {
  const stub = contactFlow('Centre-Main-0123ABCD', 'I am a stub.');
  const Content = JSON.stringify(document([say('I am the flow.'), hangUp()]));

  test('has the name and the content that it ends up with', async () => {
    const later = contentOf({ FlowArn: { 'Fn::GetAtt': ['Main', 'ContactFlowArn'] }, Name: 'Main', Content });
    const world = worldFromTemplates([centre({ Main: stub, Later: later })]);
    expect(world.flows.map(({ name }) => name)).toEqual(['Main']);
    const result = await simulate(world, { start: { method: 'INBOUND', flow: 'Main' } });
    expect(heardBy(result, 'Customer')).toEqual(['“I am the flow.”']);
  });

  test('may get it from another stack', () => {
    const exporting: TemplateStack = {
      name: 'Base',
      template: {
        Resources: { Main: stub },
        Outputs: { O: { Value: { 'Fn::GetAtt': ['Main', 'ContactFlowArn'] }, Export: { Name: 'main' } } },
      },
    };
    const later = contentOf({ FlowArn: { 'Fn::ImportValue': 'main' }, Name: 'Main', Content });
    const { flows } = worldFromTemplates([centre({ Later: later }), exporting]);
    expect(flows).toMatchObject([{ name: 'Main', document: { StartAction: 'MessageParticipant-1' } }]);
    expect(JSON.stringify(flows)).toContain('I am the flow.');
  });

  test('is no part of the world where no template makes it, e.g. in a nested stack', () => {
    const later = contentOf({ FlowArn: `${INSTANCE}/contact-flow/elsewhere`, Name: 'Main', Content });
    expect(worldFromTemplates([centre({ Later: later })]).flows).toEqual([]);
  });
});

describe('Flows that name each other', () => {
  const desk = (name: string, other: Inbound) =>
    inboundFlow(name, { onError: [disconnect()] }, [
      menu(`This is the ${name}. For the other desk, press 1.`, {
        1: [transferToFlow(other)],
        timeout: [disconnect()],
        noMatch: [disconnect()],
      }),
    ]);

  /** Day and night, whose stacks may be one. */
  const deskStacks = (stackOfNight: 'Day' | 'Night'): readonly TemplateStack[] => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const stacks = [...new Set(['Day', stackOfNight])].map((name) => new Stack(app, name));
    const [first, second = first] = stacks as [Stack, Stack?];
    const instance = (stack: Stack) => Instance.fromInstanceArn(stack, `${stack.node.children.length}`, INSTANCE);
    const day: InboundFlow = new InboundFlow(first, 'DayDesk', {
      instance: instance(first),
      flow: () => desk('day desk', night),
    });
    const night: InboundFlow = new InboundFlow(second, 'NightDesk', {
      instance: instance(second),
      flow: () => desk('night desk', day),
    });
    return app.synth().stacks.map(({ stackName, template }) => ({ name: stackName, template }));
  };

  test.each(['Day', 'Night'] as const)('play what they really hold, the second in the stack %s', async (stack) => {
    const stacks = deskStacks(stack);
    expect(JSON.stringify(stacks)).toContain(CONNECT_RESOURCES.flowContent);
    const world = worldFromTemplates(stacks);
    const result = await simulate(world, {
      start: { method: 'INBOUND', flow: 'day desk' },
      customer: { presses: ['1', '1'] },
    });
    expect(heardBy(result, 'Customer')).toEqual([
      '“This is the day desk. For the other desk, press 1.”',
      '“This is the night desk. For the other desk, press 1.”',
      '“This is the day desk. For the other desk, press 1.”',
    ]);
  });
});

describe('A default flow that is replaced', () => {
  const queueing = {
    Hours: { Type: 'AWS::Connect::HoursOfOperation', Properties: { Name: 'Always', TimeZone: 'UTC', Config: [] } },
    Main: {
      Type: 'AWS::Connect::ContactFlow',
      Properties: {
        InstanceArn: INSTANCE,
        Name: 'Main',
        Type: 'CONTACT_FLOW',
        Content: JSON.stringify(document([setQueue('Sales'), toQueue()])).replaceAll(/"arn[^"]*sales"/g, '"SALES"'),
      },
    },
  };
  const Content = JSON.stringify(document([say('All of us are busy.')], 'CUSTOMER_QUEUE'));

  const playedIn = (resources: TemplateStack['template']['Resources']) => {
    const world = worldFromTemplates([centre({ ...queueing, ...resources })]);
    const sales = { arn: 'SALES', name: 'Sales' };
    return simulate({ ...world, queues: [sales] }, { start: { method: 'INBOUND', flow: 'Main' } });
  };

  test('is heard at its stage, and told as a default whose content is replaced', async () => {
    const result = await playedIn({ Queue: replacing({ DefaultFlow: 'Default customer queue', Content }) });
    expect(heardBy(result, 'Customer')).toEqual(['“All of us are busy.”']);
    expect(transcript(result)).toContain(
      'Customer queue flow "Default customer queue" plays to Customer [default: no CustomerQueue hook is set; its content is replaced]',
    );
  });

  test('leaves the other defaults as they are', async () => {
    const result = await playedIn({ Hold: replacing({ DefaultFlow: 'Default customer hold', Content }) });
    expect(heardBy(result, 'Customer')[0]).toMatch(/^“Thank you for calling/);
    expect(transcript(result)).toContain('[default: no CustomerQueue hook is set]');
  });

  test('can be named by other flows', async () => {
    const Main = contactFlow('Main', '');
    const [before = '', after = ''] = JSON.stringify(document([toFlow('Thanks')])).split(/arn[^"]*thanks/);
    const named = { 'Fn::GetAtt': ['Transfer', 'FlowArn'] };
    const world = worldFromTemplates([
      centre({
        Main: {
          ...Main,
          Properties: { ...Main.Properties, Content: { 'Fn::Join': ['', [before, named, after]] } as never },
        },
        Transfer: replacing({ DefaultFlow: 'Default queue transfer', Content }),
      }),
    ]);
    const result = await simulate(world, { start: { method: 'INBOUND', flow: 'Main' } });
    expect(heardBy(result, 'Customer')).toEqual(['“All of us are busy.”']);
  });

  test('has to be one of the eight', () => {
    expect(() =>
      worldFromTemplates([centre({ Queue: replacing({ DefaultFlow: 'Default lullaby' as never, Content }) })]),
    ).toThrow(
      /"Queue" of stack "Centre" replaces "Default lullaby", which is no default flow\. There are "Default agent hold"/,
    );
  });

  test('is read from what the construct writes', () => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const stack = new Stack(app, 'Centre');
    new DefaultFlows(stack, 'Defaults', {
      instance: Instance.fromInstanceArn(stack, 'Instance', INSTANCE),
      flows: {
        'Default agent whisper': {
          Version: '2019-10-30',
          StartAction: 'end',
          Actions: [{ Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} }],
        },
      },
    });
    const { template } = app.synth().getStackByName('Centre');
    const { flows } = worldFromTemplates([{ name: 'Centre', template }]);
    expect(flows).toMatchObject([{ name: 'Default agent whisper', type: 'AGENT_WHISPER', replacesDefault: true }]);
  });
});
