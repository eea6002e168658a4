import { type App, Stack } from 'aws-cdk-lib/core';
import {
  agentWhisperFlow,
  customerQueueFlow,
  disconnect,
  endFlow,
  inboundFlow,
  loopPrompts,
  playPrompt,
  setWhispers,
  transferToQueue,
} from '../../../lib/build';
import { DefaultFlows, InboundFlow } from '../../../lib/constructs';
import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';
import { simulate, type Template, TemplateError, type World, worldFromTemplates } from '../../../lib/simulate';
import { LATER_CONTENTS } from '../../../lib/simulate/template/later-contents';
import { indexWorld } from '../../../lib/simulate/world';
import { goingTo, stacksOf } from '../../constructs/deployment/centre';
import { ENV, queueNamed, smallCentre } from '../../constructs/small-centre';
import { heardBy } from '../world';

const quietly = { onError: [endFlow()] };
const hangingUp = { onError: [disconnect()] };

const worldOf = (app: App): World =>
  worldFromTemplates(stacksOf(app).map(({ name, template }) => ({ name, template: template as Template })));

const calling = async (app: App, flow: string): Promise<readonly string[]> =>
  heardBy(await simulate(worldOf(app), { start: { method: 'INBOUND', flow } }), 'Customer');

test('The custom resources have the types that the constructs write', () => {
  expect(LATER_CONTENTS).toEqual(CONNECT_RESOURCES);
});

describe('Flows that name each other', () => {
  test('play what they get afterwards, under the names that they get', async () => {
    const { app, stack, instance } = smallCentre();
    const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(stack, 'Night', { instance, flow: () => goingTo('Night', undefined, day) });

    expect(worldOf(app).flows.map(({ name }) => name)).toEqual(['Day', 'Night']);
    expect(await calling(app, 'Day')).toEqual(['“This is Day.”', '“This is Night.”']);
  });

  test('do so across stacks', async () => {
    const { app, stack, instance } = smallCentre();
    const other = new Stack(app, 'Other', { env: ENV });
    const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
    const night = new InboundFlow(other, 'Night', { instance, flow: () => goingTo('Night', undefined, day) });

    expect(await calling(app, 'Day')).toEqual(['“This is Day.”', '“This is Night.”']);
  });
});

describe('A default flow that is replaced', () => {
  const centre = () => {
    const made = smallCentre();
    const { stack, instance } = made;
    const sales = queueNamed(made, 'Sales');
    const toSales = inboundFlow('Main', hangingUp, [transferToQueue(sales, { atCapacity: [disconnect()] })]);
    new InboundFlow(stack, 'Main', { instance, flow: toSales });
    return made;
  };

  test('is heard at its stage', async () => {
    const { app, stack, instance } = centre();
    new DefaultFlows(stack, 'Defaults', {
      instance,
      flows: {
        'Default customer queue': customerQueueFlow('Waiting', quietly, [loopPrompts(['Somebody comes soon.'])]),
      },
    });
    expect(await calling(app, 'Main')).toContain('“Somebody comes soon.”');
  });

  test('is the flow that its ARN names, also in another stack', () => {
    const { app, stack, instance } = centre();
    const defaults = new DefaultFlows(stack, 'Defaults', {
      instance,
      flows: { 'Default agent whisper': agentWhisperFlow('Whisper', quietly, [playPrompt('A caller.'), endFlow()]) },
    });
    const other = new Stack(app, 'Other', { env: ENV });
    const whispered = inboundFlow('Whispered', hangingUp, [
      setWhispers({ agent: defaults.flow('Default agent whisper') }),
      disconnect(),
    ]);
    new InboundFlow(other, 'Whispered', { instance, flow: whispered });

    const { flow, flowNamed } = indexWorld(worldOf(app));
    const hooks = flowNamed('Whispered')?.document.Actions[0]?.Parameters?.EventHooks ?? {};
    const [whisper] = Object.values(hooks);
    expect(flow(String(whisper))).toBe(flowNamed('Default agent whisper'));
  });

  test('has to be a default flow', () => {
    const Replacement = { Type: LATER_CONTENTS.defaultFlow, Properties: { DefaultFlow: 'Default agent wisper' } };
    const read = () => worldFromTemplates([{ name: 'Centre', template: { Resources: { Replacement } } }]);
    expect(read).toThrow(TemplateError);
    expect(read).toThrow(/"Replacement" of stack "Centre" replaces "Default agent wisper".*"Default agent whisper"/);
  });
});
