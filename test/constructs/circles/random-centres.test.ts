import { App, Stack } from 'aws-cdk-lib/core';
import fc from 'fast-check';
import { ContactFlow, HoursOfOperation, type IHoursOfOperation, Instance, Queue } from '../../../lib/constructs';
import type { EVENT_HOOKS } from '../../../lib/journey';
import { endingOf, type FlowDocument, type WireAction } from '../../../lib/language';
import { type Account, orderOf } from '../deployment/account';
import { deploy, stacksOf } from '../deployment/centre';
import { arn, ENV, INSTANCE_ARN } from '../small-centre';

const TYPES = ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'] as const;
type Type = (typeof TYPES)[number];

interface RandomFlow {
  readonly type: Type;
  readonly stack: number;
  /** The flows that it names, by their places; an outbound whisper is named through a queue of its stack. */
  readonly names: readonly number[];
}

type Centre = readonly RandomFlow[];

const centres = (least: number, most: number, stacks: number, density: number): fc.Arbitrary<Centre> =>
  fc.integer({ min: least, max: most }).chain((size) =>
    fc.array(
      fc.record({
        type: fc.constantFrom(...TYPES),
        stack: fc.nat(stacks - 1),
        names: fc.uniqueArray(fc.nat(size - 1), { maxLength: density, size: 'max' }),
      }),
      { minLength: size, maxLength: size },
    ),
  );

const HOOK = {
  CONTACT_FLOW: 'CustomerRemaining',
  CUSTOMER_QUEUE: 'CustomerQueue',
  AGENT_WHISPER: 'AgentWhisper',
} as const satisfies Record<Exclude<Type, 'OUTBOUND_WHISPER'>, keyof typeof EVENT_HOOKS>;

/** An action that names a flow, or a queue that does. */
const naming = (type: Type, reference: string, at: number): WireAction => {
  const next = { NextAction: `${at + 1}`, Errors: [{ ErrorType: 'NoMatchingError', NextAction: `${at + 1}` }] };
  return type === 'OUTBOUND_WHISPER'
    ? { Identifier: `${at}`, Type: 'UpdateContactTargetQueue', Parameters: { QueueId: reference }, Transitions: next }
    : {
        Identifier: `${at}`,
        Type: 'UpdateContactEventHooks',
        Parameters: { EventHooks: { [HOOK[type]]: reference } },
        Transitions: next,
      };
};

/** The document of a flow, with what others are called by. */
const documentOf = (centre: Centre, at: number, referTo: (flow: number) => string, edition: number): FlowDocument => {
  const { type, names } = centre[at] as RandomFlow;
  const end = { Identifier: `${names.length}`, Type: endingOf(type) ?? '', Parameters: {}, Transitions: {} };
  return {
    Version: '2019-10-30',
    StartAction: '0',
    Metadata: { edition },
    Actions: [...names.map((to, i) => naming((centre[to] as RandomFlow).type, referTo(to), i)), end],
  };
};

const nameOf = (at: number): string => `Flow ${at}`;

const appOf = (centre: Centre, edition = 1): App => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const count = Math.max(...centre.map(({ stack }) => stack)) + 1;
  const stacks = Array.from({ length: count }, (_, i) => new Stack(app, `Stack${i}`, { env: ENV }));
  const flows: ContactFlow<Type>[] = [];
  const queues: (Queue | undefined)[] = [];
  centre.forEach(({ type, stack: index }, at) => {
    const stack = stacks[index] as Stack;
    const instance = Instance.fromInstanceArn(stack, `Instance${at}`, INSTANCE_ARN);
    const referTo = (to: number): string => queues[to]?.queueArn ?? flows[to]?.contactFlowArn ?? '';
    const flow = new ContactFlow<Type>(stack, `Flow${at}`, {
      instance,
      type,
      name: nameOf(at),
      content: () => documentOf(centre, at, referTo, edition),
    });
    flows.push(flow);
    const hours: IHoursOfOperation = HoursOfOperation.fromHoursOfOperationArn(
      stack,
      `Hours${at}`,
      arn('operating-hours', '1'),
    );
    const outboundWhisperFlow = flow as unknown as ContactFlow<'OUTBOUND_WHISPER'>;
    queues.push(
      type === 'OUTBOUND_WHISPER'
        ? new Queue(stack, `Queue${at}`, { instance, hours, name: `Queue ${at}`, outboundWhisperFlow })
        : undefined,
    );
  });
  return app;
};

const stubsIn = (app: App): readonly string[] =>
  stacksOf(app).flatMap(({ template }) =>
    Object.values(template.Resources ?? {})
      .filter(({ Type: type }) => type === 'Custom::ConnectFlowContent')
      .map(({ Properties }) => String(Properties?.Name)),
  );

/** True where no way along the arcs leads back. */
const isOrderly = (nodes: readonly number[], arcs: readonly (readonly [number, number])[]): boolean => {
  let left = nodes;
  for (;;) {
    const rest = left.filter((node) => arcs.some(([from, to]) => from === node && left.includes(to)));
    if (rest.length === left.length) return rest.length === 0;
    left = rest;
  }
};

/** Whether flows and stacks can be deployed when these flows are created with stubs. */
const canBeDeployed = (centre: Centre, stubs: ReadonlySet<number>): boolean => {
  const stackOf = (at: number): number => (centre[at] as RandomFlow).stack;
  const arcs = centre.flatMap(({ names }, from) => (stubs.has(from) ? [] : names.map((to) => [from, to] as const)));
  const within = arcs.filter(([from, to]) => stackOf(from) === stackOf(to));
  const between = arcs.filter(([from, to]) => stackOf(from) !== stackOf(to));
  return (
    isOrderly([...centre.keys()], within) &&
    isOrderly(
      [...new Set(centre.map(({ stack }) => stack))],
      between.map(([from, to]) => [stackOf(from), stackOf(to)] as const),
    )
  );
};

const fewestStubs = (centre: Centre): number => {
  const sizes = Array.from({ length: 2 ** centre.length }, (_, set) => {
    const stubs = new Set([...centre.keys()].filter((at) => (set >> at) & 1));
    return canBeDeployed(centre, stubs) ? stubs.size : centre.length;
  });
  return Math.min(...sizes);
};

const checkContents = (centre: Centre, account: Account, edition: number): void => {
  const arnOf = (at: number): string => {
    if ((centre[at] as RandomFlow).type !== 'OUTBOUND_WHISPER') return account.connect.named(nameOf(at))?.arn ?? '';
    const { resources } = account.stacks.get(`Stack${(centre[at] as RandomFlow).stack}`) ?? { resources: new Map() };
    const [queue] = [...resources.values()].filter(({ properties }) => properties.Name === `Queue ${at}`);
    return `${queue?.physicalId}.QueueArn`;
  };
  expect(account.connect.flows.size).toBe(centre.length);
  for (const at of centre.keys()) {
    expect(JSON.parse(account.connect.named(nameOf(at))?.content ?? '')).toEqual(
      documentOf(centre, at, arnOf, edition),
    );
  }
};

/** Every stack after those that it needs, and every resource after those that it refers to. */
const checkOrder = (app: App): void => {
  const stacks = stacksOf(app);
  stacks.forEach(({ needs, template }, at) => {
    const before = stacks.slice(0, at).map(({ name }) => name);
    expect(before).toEqual(expect.arrayContaining([...needs]));
    expect(() => orderOf(template)).not.toThrow();
  });
};

describe('Whatever flows name each other', () => {
  test('they are deployed, changed and deleted, and each has what it is to have', async () => {
    await fc.assert(
      fc.asyncProperty(centres(2, 60, 4, 3), async (centre) => {
        const app = appOf(centre);
        checkOrder(app);
        const account = await deploy(app);
        checkContents(centre, account, 1);
        await deploy(appOf(centre, 2), account);
        checkContents(centre, account, 2);
        await deploy(new App(), account);
        expect(account.connect.flows.size).toBe(0);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('sixty flows in one stack, too', async () => {
    await fc.assert(
      fc.asyncProperty(centres(55, 60, 1, 4), async (centre) => {
        const app = appOf(centre);
        checkOrder(app);
        checkContents(centre, await deploy(app), 1);
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  test('as few as possible are created with a stub', () => {
    fc.assert(
      fc.property(fc.oneof(centres(2, 8, 1, 2), centres(2, 7, 3, 2)), (centre) => {
        expect(stubsIn(appOf(centre))).toHaveLength(fewestStubs(centre));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
