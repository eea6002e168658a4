import { App, Stack, Tags } from 'aws-cdk-lib/core';
import { agentWhisperFlow, endFlow, type FlowRef, playPrompt, setDisconnectFlow } from '../../../lib/build';
import { AgentWhisperFlow, type ContactFlow, InboundFlow, Instance } from '../../../lib/constructs';
import { flowThatOnlyEnds, write } from '../../../lib/language';
import { Account } from '../deployment/account';
import { deploy, goingTo, namedBy } from '../deployment/centre';
import { ENV, INSTANCE_ARN } from '../small-centre';

interface Version {
  /** What the day flow says. */
  readonly says?: string;
  readonly name?: string;
  readonly description?: string;
  readonly type?: 'inbound' | 'whisper';
  /** Whether the night leads back to the day. */
  readonly isCircle?: boolean;
  readonly tag?: string;
}

const whisper = (name: string, next: FlowRef<'CONTACT_FLOW'>) =>
  agentWhisperFlow(name, { onError: [endFlow()] }, [playPrompt('Hello.'), setDisconnectFlow(next), endFlow()]);

/** A day flow that leads to a night flow, which leads back. */
const version = ({
  says = 'Hello',
  name = 'Day',
  description,
  type = 'inbound',
  isCircle = true,
  tag,
}: Version = {}): App => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Centre', { env: ENV });
  const instance = Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN);
  if (tag !== undefined) Tags.of(app).add('commit', tag);
  const settings = { instance, name, description };
  const day: ContactFlow<'CONTACT_FLOW' | 'AGENT_WHISPER'> =
    type === 'inbound'
      ? new InboundFlow(stack, 'Day', { ...settings, flow: () => goingTo(says, night) })
      : new AgentWhisperFlow(stack, 'Day', { ...settings, flow: () => whisper(says, night) });
  const night = new InboundFlow(stack, 'Night', {
    instance,
    flow: goingTo('Night', isCircle ? day.contactFlowArn : undefined),
  });
  // Gets its content after the day flow.
  new InboundFlow(stack, 'Menu', { instance, flow: (itself) => goingTo(`Menu after ${says}`, itself), name: 'Menu' });
  return app;
};

const STUB = write(flowThatOnlyEnds('CONTACT_FLOW') as never, { indent: 'compact' });

const contentOf = (account: Account, name = 'Day'): string => account.connect.named(name)?.content ?? '';

/** What flows are given from now on. */
const watch = ({ connect }: Account) => {
  const start = connect.written.length;
  return () => connect.written.slice(start).map(({ content }) => content);
};

const stateOf = ({ connect, s3 }: Account): string =>
  JSON.stringify([[...connect.flows.values()].sort((a, b) => (a.arn < b.arn ? -1 : 1)), s3.versions]);

const failAt = (account: Account, id: RegExp): void => {
  account.refuse = (each) => {
    if (id.test(each)) throw new Error(`${each} fails.`);
  };
};

describe('A flow that was created with a stub', () => {
  test('gets new content without its stub ever coming back', async () => {
    const account = await deploy(version());
    const written = watch(account);
    await deploy(version({ says: 'Good evening' }), account);

    expect(contentOf(account)).toContain('This is Good evening.');
    expect(written()).toEqual([contentOf(account), contentOf(account, 'Menu')]);
  });

  test('gets a new name and description without its stub ever coming back', async () => {
    const account = await deploy(version());
    const written = watch(account);
    await deploy(version({ name: 'Day line', description: 'From eight to six' }), account);

    expect(account.connect.named('Day line')).toMatchObject({ description: 'From eight to six' });
    expect(written()).not.toContain(STUB);
  });

  test('is not touched by a deployment that changes nothing', async () => {
    const account = await deploy(version());
    const { calls } = account.connect;
    const before = [calls.length, stateOf(account)];
    await deploy(version(), account);

    expect([calls.length, stateOf(account)]).toEqual(before);
  });

  test('has its content again once new tags have brought the stub back', async () => {
    const account = await deploy(version({ tag: 'one' }));
    const before = contentOf(account);
    const written = watch(account);
    await deploy(version({ tag: 'two' }), account);

    expect(written()).toContain(STUB);
    expect(contentOf(account)).toBe(before);
  });

  test('has the content from before where a deployment fails after it got another one', async () => {
    const account = await deploy(version());
    const before = stateOf(account);
    const written = watch(account);
    failAt(account, /^ConnectProviderContentofCentreMenu/);
    const next = version({ says: 'Good evening', name: 'Day line', description: 'New' });
    await expect(deploy(next, account)).rejects.toThrow('fails');

    expect(written()[0]).toContain('This is Good evening.');
    expect(written()).not.toContain(STUB);
    expect(stateOf(account)).toBe(before);
  });

  test('has the content from before where the new one is refused, and the problems are told', async () => {
    const account = await deploy(version());
    const before = stateOf(account);
    await expect(deploy(version({ says: 'REFUSED' }), account)).rejects.toThrow(/Problems: Invalid Action type/);

    expect(stateOf(account)).toBe(before);
  });

  test('is deleted again where its creation fails', async () => {
    const account = new Account(INSTANCE_ARN);
    await expect(deploy(version({ says: 'REFUSED' }), account)).rejects.toThrow('Problems');

    expect(account.connect.flows.size).toBe(0);
    expect(account.stacks.size).toBe(0);
  });

  test('is deleted with its stack', async () => {
    const account = await deploy(version());
    await account.destroy('Centre');

    expect(account.connect.flows.size).toBe(0);
  });

  test('keeps its name when it becomes a flow of another type, and its number of flows', async () => {
    const account = await deploy(version());
    await deploy(version({ type: 'whisper', isCircle: true }), account);

    expect(account.connect.named('Day')?.type).toBe('AGENT_WHISPER');
    expect([...account.connect.flows.values()].map(({ name }) => name).sort()).toEqual(['Day', 'Menu', 'Night']);
    expect(namedBy(account, 'Night')).toEqual(['Day']);
  });
});

describe('A circle', () => {
  test('that closes makes a flow of it a stub for a moment, and the flow keeps its ARN', async () => {
    const account = await deploy(version({ isCircle: false }));
    const arn = account.connect.named('Day')?.arn;
    await deploy(version(), account);

    expect(account.connect.named('Day')?.arn).toBe(arn);
    expect([namedBy(account, 'Day'), namedBy(account, 'Night')]).toEqual([['Night'], ['Day']]);
  });

  test('that fails to close leaves all contents as they were', async () => {
    const account = await deploy(version({ isCircle: false }));
    const before = stateOf(account);
    failAt(account, /^ConnectProviderContent/);
    await expect(deploy(version(), account)).rejects.toThrow('fails');

    expect(stateOf(account)).toBe(before);
  });

  test('that opens leaves the flow with its content, and nothing puts the stub back', async () => {
    const account = await deploy(version());
    const written = watch(account);
    await deploy(version({ isCircle: false }), account);

    expect(namedBy(account, 'Day')).toEqual(['Night']);
    expect(written()).not.toContain(STUB);
  });
});
