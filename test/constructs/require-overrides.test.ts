import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { CfnContactFlow, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { App, Aspects, Stack } from 'aws-cdk-lib/core';
import {
  agentWhisperFlow,
  disconnect,
  endFlow,
  inboundFlow,
  invoke,
  menu,
  playPrompt,
  setWhispers,
  transferToQueue,
  when,
} from '../../lib/build';
import {
  AgentWhisperFlow,
  DefaultFlows,
  InboundFlow,
  JourneyOverrides,
  JourneyRulesFunction,
  OutboundWhisperFlow,
  Queue,
  requireOverrides,
} from '../../lib/constructs';
import { arn, greeting, officeHours, queueNamed, type SmallCentre, smallCentre } from './small-centre';

const sorry = [playPrompt('Sorry.'), disconnect()];

const whisper = (text: string) => agentWhisperFlow(text, { onError: [endFlow()] }, [playPrompt(text), endFlow()]);

/** Those who press 1 are announced, those who press 2 are not. */
const half = (announced: AgentWhisperFlow, queue: Queue) =>
  inboundFlow('Main line', { onError: sorry }, [
    menu('Press 1 or 2.', {
      1: [setWhispers({ agent: announced }), transferToQueue(queue, { atCapacity: sorry })],
      2: [transferToQueue(queue, { atCapacity: sorry })],
      timeout: sorry,
      noMatch: sorry,
    }),
  ]);

const centreWith = (flow: (whisperFlow: AgentWhisperFlow, queue: Queue) => ReturnType<typeof inboundFlow>) => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const announced = new AgentWhisperFlow(stack, 'Announced', { instance, flow: whisper('A call.') });
  const queue = queueNamed(centre, 'Sales');
  const mainLine = new InboundFlow(stack, 'MainLine', { instance, flow: flow(announced, queue) });
  return { ...centre, announced, queue, mainLine };
};

const errors = ({ stack }: SmallCentre): readonly string[] =>
  Annotations.fromStack(stack)
    .findError('*', Match.anyValue())
    .map(({ id, entry }) => `${id}: ${String(entry.data)}`);

describe('A scope that requires overrides', () => {
  test('names the flow, the stage, the branch on which none is set, and how to set one', () => {
    const centre = centreWith(half);
    requireOverrides(centre.app, ['AGENT_WHISPER']);
    const [error, ...others] = errors(centre);
    expect(others).toEqual([]);
    expect(error).toMatch(
      /^\/Centre\/MainLine: The agent whisper flow of INBOUND VOICE contacts from "Main line" can be /,
    );
    expect(error).toMatch(/"Default agent whisper" \(the name of the queue\)/);
    expect(error).toMatch(/Why: No AgentWhisper hook is set\./);
    expect(error).toMatch(
      /Way: .*"Get customer input Press 1 or 2": 2 → "Transfer to queue Sales - 2" → an agent accepts/,
    );
    expect(error).toMatch(/\(test\/constructs\/require-overrides\.test\.ts:\d+:\d+\)\./);
    expect(error).toMatch(
      /Fix: Set the AgentWhisper hook \(block Set whisper flow\) on this way, before "Transfer to queue/,
    );
  });

  test('is content where every way sets one', () => {
    const centre = centreWith((announced, queue) =>
      inboundFlow('Main line', { onError: sorry }, [
        setWhispers({ agent: announced }),
        transferToQueue(queue, { atCapacity: sorry }),
      ]),
    );
    requireOverrides(centre.stack, ['AGENT_WHISPER']);
    expect(errors(centre)).toEqual([]);
  });

  test('can be satisfied with a warning', () => {
    const centre = centreWith(half);
    requireOverrides(centre.app, ['AGENT_WHISPER'], { severity: 'warning' });
    expect(errors(centre)).toEqual([]);
    Annotations.fromStack(centre.stack).hasWarning(
      '/Centre/MainLine',
      Match.stringLikeRegexp('The agent whisper flow of INBOUND'),
    );
  });

  test('asks no more of contacts than it says', () => {
    const centre = centreWith(half);
    requireOverrides(centre.app, ['AGENT_WHISPER', 'CUSTOMER_HOLD'], { methods: ['CALLBACK'] });
    expect(errors(centre)).toEqual([]);
  });

  test('looks at queues as places to call from', () => {
    const centre = centreWith(half);
    requireOverrides(centre.queue, ['OUTBOUND_WHISPER']);
    expect(errors(centre)).toEqual([
      expect.stringMatching(/^\/Centre\/Sales: The outbound whisper flow of OUTBOUND VOICE/),
    ]);
  });

  test('takes the outbound whisper that a queue names', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const outboundWhisperFlow = new OutboundWhisperFlow(stack, 'Calling', { instance, content: ending('Hello.') });
    new Queue(stack, 'Sales', { instance, hours: officeHours(centre), outboundWhisperFlow });
    requireOverrides(stack, ['OUTBOUND_WHISPER']);
    expect(errors(centre)).toEqual([]);
  });

  test('looks at one flow alone, even if another one names it', () => {
    const centre = centreWith(half);
    requireOverrides(centre.mainLine, ['CUSTOMER_QUEUE']);
    expect(errors(centre)).toEqual([expect.stringMatching(/The customer queue flow of INBOUND VOICE contacts/)]);
  });

  test('starts contacts where it is told to', () => {
    const centre = centreWith(half);
    const entryPoints = [{ method: 'API', channel: 'CHAT', flow: centre.mainLine }] as const;
    requireOverrides(centre.app, ['CUSTOMER_QUEUE'], { entryPoints });
    expect(errors(centre)).toEqual([]);
  });
});

const ending = (text: string) => ({
  ...greeting(text),
  Actions: greeting(text).Actions.map((action) =>
    action.Identifier === 'Bye' ? { ...action, Type: 'EndFlowExecution' } : action,
  ),
});

describe('What is not written with these constructs', () => {
  test('counts as well', () => {
    const centre = centreWith(half);
    const { stack, instance, queue } = centre;
    const transferFlow = new CfnContactFlow(stack, 'ToSales', {
      instanceArn: instance.instanceArn,
      name: 'To sales',
      type: 'QUEUE_TRANSFER',
      content: JSON.stringify(greeting('Just a moment.')),
    });
    new CfnQuickConnect(stack, 'Sales desk', {
      instanceArn: instance.instanceArn,
      name: 'Sales desk',
      quickConnectConfig: {
        quickConnectType: 'QUEUE',
        queueConfig: { queueArn: queue.queueArn, contactFlowArn: transferFlow.attrContactFlowArn },
      },
    });
    requireOverrides(centre.app, ['QUEUE_TRANSFER'], { methods: ['TRANSFER'] });
    expect(errors(centre)).toEqual([]);
  });

  test('is taken for a flow of yours where it is named by its ARN', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const elsewhere = AgentWhisperFlow.fromContactFlowArn(stack, 'Elsewhere', arn('contact-flow', '7'));
    const queue = queueNamed(centre, 'Sales');
    const flow = inboundFlow('Main line', { onError: sorry }, [
      setWhispers({ agent: elsewhere }),
      transferToQueue(queue, { atCapacity: sorry }),
    ]);
    new InboundFlow(stack, 'MainLine', { instance, flow });
    requireOverrides(stack, ['AGENT_WHISPER']);
    expect(errors(centre)).toEqual([]);
  });
});

describe('Overrides that do not stand in the flow itself', () => {
  const plainLine = (centre: SmallCentre) => {
    const { stack, instance } = centre;
    const queue = queueNamed(centre, 'Sales');
    const flow = inboundFlow('Main line', { onError: sorry }, [transferToQueue(queue, { atCapacity: sorry })]);
    new InboundFlow(stack, 'MainLine', { instance, flow });
  };

  test('count where an aspect sets them', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    plainLine(centre);
    const announced = new AgentWhisperFlow(stack, 'Announced', { instance, flow: whisper('A call.') });
    requireOverrides(centre.app, ['AGENT_WHISPER']);
    Aspects.of(centre.app).add(new JourneyOverrides({ hooks: { AgentWhisper: announced } }));
    expect(errors(centre)).toEqual([]);
  });

  test('are asked of every type that has a default, unless some are named', () => {
    const centre = smallCentre();
    plainLine(centre);
    requireOverrides(centre.app);
    const types = errors(centre).flatMap(
      (error) => /The (.+?) flow(?: of .+)? of (?:IN|OUT)BOUND VOICE/.exec(error)?.[1] ?? [],
    );
    expect([...new Set(types)].sort()).toEqual([
      'agent hold',
      'agent whisper',
      'customer hold',
      'customer queue',
      'customer whisper',
      'outbound whisper',
    ]);
  });

  test('count where a default flow has content of yours, and no others do', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    plainLine(centre);
    new DefaultFlows(stack, 'Defaults', { instance, flows: { 'Default agent whisper': whisper('A call.') } });
    requireOverrides(centre.app, ['AGENT_WHISPER', 'CUSTOMER_WHISPER']);
    expect(errors(centre)).toEqual([expect.stringContaining('The customer whisper flow of INBOUND VOICE')]);
  });
});

describe('Hooks from what a function answers', () => {
  const byRules = (centre: SmallCentre, rules: JourneyRulesFunction, usual: AgentWhisperFlow) => {
    const { AgentWhisper } = rules.result;
    const usually = [setWhispers({ agent: usual })];
    return inboundFlow('Main line', { onError: sorry }, [
      invoke(rules, { parameters: { flowType: 'CONTACT_FLOW' }, onError: [] }),
      when(AgentWhisper, {
        none: usually,
        otherwise: [setWhispers({ agent: AgentWhisper }, { onError: usually })],
      }),
      transferToQueue(queueNamed(centre, 'Sales'), { atCapacity: sorry }),
    ]);
  };

  test('are proven by the rules of a journey-rules function', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const gold = new AgentWhisperFlow(stack, 'Gold', { instance, flow: whisper('Gold.') });
    const usual = new AgentWhisperFlow(stack, 'Usual', { instance, flow: whisper('A call.') });
    const when = { attributes: { tier: 'gold' } };
    const rules = new JourneyRulesFunction(stack, 'Rules', {
      instance,
      rules: [{ name: 'Gold', when, hooks: { AgentWhisper: gold } }],
    });
    new InboundFlow(stack, 'MainLine', { instance, flow: byRules(centre, rules, usual) });
    requireOverrides(stack, ['AGENT_WHISPER']);
    expect(errors(centre)).toEqual([]);
  });
});

test('Flows of several stacks know each other', () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const { stack: flows, instance } = { ...smallCentre(), stack: new Stack(app, 'Flows') };
  const main = new Stack(app, 'Main');
  const announced = new AgentWhisperFlow(flows, 'Announced', { instance, flow: whisper('A call.') });
  const flow = inboundFlow('Main line', { onError: sorry }, [
    setWhispers({ agent: announced }),
    transferToQueue(arn('queue', '3'), { atCapacity: sorry }),
  ]);
  new InboundFlow(main, 'MainLine', { instance, flow });
  requireOverrides(app, ['AGENT_WHISPER']);
  expect(Annotations.fromStack(main).findError('*', Match.anyValue())).toEqual([]);
});
