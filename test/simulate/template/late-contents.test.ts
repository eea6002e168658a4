import { App, Aspects, Stack } from 'aws-cdk-lib/core';
import {
  customerHoldFlow,
  disconnect,
  type FlowHandle,
  inboundFlow,
  loopPrompts,
  menu,
  playPrompt,
  transferToFlow,
} from '../../../lib/build';
import { DefaultFlows, InboundFlow, Instance } from '../../../lib/constructs';
import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';
import { simulate, stacksOfAssembly, TemplateError, type World, worldFromTemplates } from '../../../lib/simulate';
import { GIVING_CONTENT } from '../../../lib/simulate/template/late-contents';
import { INSTANCE_ARN } from '../../constructs/small-centre';
import { heardBy } from '../world';

const deployed = (write: (app: App) => void): World => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  write(app);
  return worldFromTemplates(stacksOfAssembly(app.synth().directory));
};

const sorry = [playPrompt('Sorry.'), disconnect()];

const desk = (name: string, other: FlowHandle<'CONTACT_FLOW'>) =>
  inboundFlow(name, { onError: sorry }, [
    menu(`This is the ${name}. For the other desk, press 1.`, {
      1: [transferToFlow(other)],
      timeout: sorry,
      noMatch: sorry,
    }),
  ]);

/** Two desks that lead to each other, each in a stack of its own or both in one. */
const desks = (...names: readonly [string, string]): World =>
  deployed((app) => {
    const stackOf = (name: string) => (app.node.tryFindChild(name) as Stack | undefined) ?? new Stack(app, name);
    const [one, two] = names.map(stackOf) as [Stack, Stack];
    const instance = (stack: Stack) =>
      Instance.fromInstanceArn(stack, `Instance of ${stack.node.children.length}`, INSTANCE_ARN);
    const day: InboundFlow = new InboundFlow(one, 'Day', {
      instance: instance(one),
      flow: () => desk('day desk', night),
    });
    const night: InboundFlow = new InboundFlow(two, 'Night', {
      instance: instance(two),
      flow: () => desk('night desk', day),
    });
  });

describe('Flows whose contents are given afterwards', () => {
  test.each([
    ['one stack', ['Centre', 'Centre']],
    ['two stacks', ['Days', 'Nights']],
  ] as const)('play their own contents, and never the stub: %s', async (_what, [first, second]) => {
    const world = desks(first, second);
    expect(world.flows.map(({ name }) => name).sort()).toEqual(['day desk', 'night desk']);
    const start = { method: 'INBOUND', flow: 'day desk' } as const;
    const result = await simulate(world, { start, customer: { presses: ['1', '1'] } });
    const questions = heardBy(result, 'Customer').filter((text) => text.includes('This is'));
    expect(questions.map((text) => /the (\w+) desk\./.exec(text)?.[1])).toEqual(['day', 'night', 'day']);
  });
});

describe('Default flows that are replaced', () => {
  const quietHold = customerHoldFlow('Quiet hold', [loopPrompts(['We are still with you.'])]);
  const replacing = (name: string) =>
    deployed((app) => {
      const stack = new Stack(app, 'Centre');
      const instance = Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN);
      const defaults = new DefaultFlows(stack, 'Defaults', { instance, flows: { 'Default customer hold': quietHold } });
      new InboundFlow(stack, 'Line', {
        instance,
        flow: inboundFlow('Line', { onError: sorry }, [
          playPrompt(`Hold flow: ${defaults.flow('Default customer hold').contactFlowArn}`),
          disconnect(),
        ]),
      });
      Aspects.of(stack).add({
        visit: (node) => {
          const { _cfnProperties: properties } = node as { _cfnProperties?: { DefaultFlow?: string } };
          if (properties?.DefaultFlow !== undefined) properties.DefaultFlow = name;
        },
      });
    });

  test('are flows of the world by their exact names, and known by their ARNs', async () => {
    const world = replacing('Default customer hold');
    const hold = world.flows.find(({ name }) => name === 'Default customer hold');
    expect(hold).toMatchObject({
      type: 'CUSTOMER_HOLD',
      arn: expect.stringContaining(`${INSTANCE_ARN}/contact-flow/`),
    });
    const result = await simulate(world, { start: { method: 'INBOUND', flow: 'Line' } });
    expect(heardBy(result, 'Customer')).toContain(`“Hold flow: ${hold?.arn}”`);
  });

  test('cannot have other names', () => {
    expect(() => replacing('Default customer hole')).toThrow(TemplateError);
    expect(() => replacing('Default customer hole')).toThrow(
      'replaces "Default customer hole", which is no default flow',
    );
  });
});

test('The simulator knows the custom resources by the names that the constructs give them', () => {
  expect(CONNECT_RESOURCES).toMatchObject(GIVING_CONTENT);
});
