import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import { App, CfnOutput, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { agentWhisperFlow, disconnect, endFlow, inboundFlow, playPrompt, setWhispers } from '../../lib/build';
import {
  AgentWhisperFlow,
  ConnectFlowChecks,
  type ConnectFlowChecksProps,
  ContactFlowModule,
  CustomerQueueFlow,
  type IContactFlow,
  type IInstance,
  InboundFlow,
  Instance,
} from '../../lib/constructs';
import type { FlowDocument } from '../../lib/language';
import { arn, ENV, greeting, INSTANCE_ARN } from './small-centre';

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly severity: string;
  readonly suggestedFix: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

interface Centre {
  readonly app: App;
  readonly stack: Stack;
  readonly instance: IInstance;
}

const centreWith = (props?: ConnectFlowChecksProps): Centre => {
  const app = new App();
  const stack = new Stack(app, 'Centre', { env: ENV });
  Validations.of(app).addPlugins(new ConnectFlowChecks(props));
  return { app, stack, instance: Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN) };
};

/** What the plugin reported, and whether the synthesis failed. */
const synthesisOf = ({ app }: Pick<Centre, 'app'>) => {
  const said = jest.spyOn(console, 'error').mockReturnValue(undefined);
  let message = '';
  try {
    app.synth();
  } catch (error) {
    message = (error as Error).message;
  } finally {
    said.mockRestore();
  }
  const { pluginReports } = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  const violations: readonly Violation[] = pluginReports.flatMap(
    (report: { violations: unknown }) => report.violations,
  );
  return { message, violations, rules: violations.map(({ ruleName }) => ruleName) };
};

/** What constructs say of themselves. */
const annotationsOn = (construct: IConstruct): readonly unknown[] =>
  construct.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .flatMap(({ type, data }) => (/^aws:cdk:(?:info|warning|error)$/.test(type) ? [data] : []));

/** An action that nothing leads to: a warning. */
const withRest: FlowDocument = {
  ...greeting('Hello.'),
  Actions: [
    ...greeting('Hello.').Actions,
    { Identifier: 'Rest', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};

const BROKEN: FlowDocument = { ...greeting('Hello.'), StartAction: 'Nowhere' };

const inbound = (scope: Construct, instance: IInstance, name: string, content: FlowDocument): InboundFlow =>
  new InboundFlow(scope, name, { instance, name, content });

const hooking = (flow: IContactFlow) =>
  inboundFlow('Main line', { onError: [disconnect()] }, [
    playPrompt('Hello.'),
    setWhispers({ agent: flow.contactFlowArn }),
    disconnect(),
  ]);

const queueFlow = (scope: Construct, instance: IInstance): CustomerQueueFlow =>
  new CustomerQueueFlow(scope, 'Music', {
    instance,
    name: 'Queue music',
    content: {
      Version: '2019-10-30',
      StartAction: 'Play',
      Actions: [
        {
          Identifier: 'Play',
          Type: 'MessageParticipantIteratively',
          Parameters: { Messages: [{ Text: 'Please hold the line.' }] },
          Transitions: {},
        },
      ],
    },
  });

describe('A finding', () => {
  test('fails the synthesis with the construct, the flow, what is wrong and how to mend it', () => {
    const centre = centreWith();
    inbound(centre.stack, centre.instance, 'Main line', BROKEN);

    const { message, violations } = synthesisOf(centre);
    expect(message).toContain('Centre/Main line');
    expect(message).toContain('ConnectFlowChecks::missing-start-action');
    expect(violations.find(({ ruleName }) => ruleName === 'missing-start-action')).toMatchObject({
      severity: 'error',
      description: expect.stringContaining('Flow "Main line": The flow starts at "Nowhere"'),
      suggestedFix: expect.stringMatching(/Greet/),
      violatingConstructs: [{ constructPath: 'Centre/Main line/Resource' }],
    });
  });

  test.each([BROKEN, withRest])('is not reported a second time by the construct itself', (content) => {
    const centre = centreWith();
    inbound(centre.stack, centre.instance, 'Main line', content);

    expect(synthesisOf(centre).message).not.toContain('Validation failed with the following errors');
    expect(annotationsOn(centre.stack)).toEqual([]);
  });

  test('names the line of the step where the flow was written with the builder', () => {
    const centre = centreWith();
    const { stack, instance } = centre;
    new InboundFlow(stack, 'MainLine', { instance, flow: hooking(queueFlow(stack, instance)) });

    const [violation] = synthesisOf(centre).violations.filter(({ ruleName }) => ruleName === 'wrong-hook-flow');
    expect(violation?.description).toMatch(
      /Flow "Main line" \(test\/constructs\/connect-flow-checks\.test\.ts:\d+:\d+\)/,
    );
  });

  test('that is a warning lets the synthesis pass', () => {
    const centre = centreWith();
    inbound(centre.stack, centre.instance, 'Main line', withRest);

    expect(synthesisOf(centre)).toMatchObject({ message: '', violations: [{ severity: 'warning' }] });
  });

  test('that is a warning fails the synthesis where the checks are strict', () => {
    const centre = centreWith({ strict: true });
    inbound(centre.stack, centre.instance, 'Main line', withRest);

    expect(synthesisOf(centre)).toMatchObject({
      message: expect.stringContaining('unreachable-action'),
      violations: [{ severity: 'error' }],
    });
  });

  test('can be acknowledged on the construct, errors included', () => {
    const centre = centreWith({ strict: true });
    const flow = inbound(centre.stack, centre.instance, 'Main line', withRest);
    Validations.of(flow).acknowledge({ id: 'ConnectFlowChecks::unreachable-action', reason: 'Kept for the season.' });

    expect(synthesisOf(centre)).toEqual({ message: '', violations: [], rules: [] });
  });

  test('can be allowed, and its rule turned down, by a configuration', () => {
    const rest = { rule: 'unreachable-action', flow: 'Main line', action: 'Rest', reason: 'Kept for the season.' };
    const centre = centreWith({ config: { rules: { 'missing-start-action': 'note' }, allow: [rest] } });
    inbound(centre.stack, centre.instance, 'Main line', withRest);
    inbound(centre.stack, centre.instance, 'Night', BROKEN);

    const { message, violations } = synthesisOf(centre);
    expect(message).toBe('');
    expect(violations.filter(({ description }) => description.includes('"Main line"'))).toEqual([]);
    expect(violations.find(({ ruleName }) => ruleName === 'missing-start-action')?.severity).toBe('info');
  });
});

describe('Between flows', () => {
  test('a hook with a flow of the wrong type is found', () => {
    const centre = centreWith();
    const { stack, instance } = centre;
    new InboundFlow(stack, 'MainLine', { instance, flow: hooking(queueFlow(stack, instance)) });

    expect(synthesisOf(centre).rules).toEqual(['wrong-hook-flow']);
  });

  test('a flow that hooks the right one has no findings', () => {
    const centre = centreWith();
    const { stack, instance } = centre;
    const flow = agentWhisperFlow('Whisper', { onError: [endFlow()] }, [playPrompt('A call.'), endFlow()]);
    const whisper = new AgentWhisperFlow(stack, 'Whisper', { instance, flow });
    new InboundFlow(stack, 'MainLine', { instance, flow: hooking(whisper) });
    // A report is only written where there is something to report.
    new InboundFlow(stack, 'Night', { instance, name: 'Night', content: withRest });

    expect(synthesisOf(centre).rules).toEqual(['unreachable-action']);
  });

  test.each([
    ['another stack', (app: App, _stack: Stack) => new Stack(app, 'Shared', { env: ENV })],
    ['a nested stack', (_app: App, stack: Stack) => new NestedStack(stack, 'Nested')],
  ])('a hook with a flow of %s is found', (_, place) => {
    const centre = centreWith();
    const { app, stack, instance } = centre;
    new InboundFlow(stack, 'MainLine', { instance, flow: hooking(queueFlow(place(app, stack), instance)) });

    expect(synthesisOf(centre).rules).toEqual(['wrong-hook-flow']);
  });

  test('a stack that passes on what it imports does no harm', () => {
    const centre = centreWith();
    const { app, stack, instance } = centre;
    const music = queueFlow(new Stack(app, 'Shared', { env: ENV }), instance);
    new InboundFlow(stack, 'MainLine', { instance, flow: hooking(music) });
    new CfnOutput(stack, 'Again', { value: music.contactFlowArn, exportName: 'music' });

    expect(synthesisOf(centre).rules).toEqual(['wrong-hook-flow']);
  });

  test('a hook in a nested stack with a flow of its parent is found', () => {
    const centre = centreWith();
    const { stack, instance } = centre;
    const nested = new NestedStack(stack, 'Nested');
    new InboundFlow(nested, 'MainLine', { instance, flow: hooking(queueFlow(stack, instance)) });

    expect(synthesisOf(centre).rules).toEqual(['wrong-hook-flow']);
  });

  test('a name may be there once in an instance, and once more in another', () => {
    const centre = centreWith();
    const { stack, instance } = centre;
    const second = Instance.fromInstanceArn(stack, 'Second', INSTANCE_ARN.replace(/1$/, '2'));
    new InboundFlow(stack, 'A', { instance, name: 'Main line', content: greeting('Hello.') });
    new InboundFlow(stack, 'B', { instance: second, name: 'Main line', content: greeting('Hello.') });
    new InboundFlow(stack, 'C', { instance, name: 'Main line', content: greeting('Hello.') });
    new ContactFlowModule(stack, 'D', { instance: second, name: 'Main line (module)', content: moduleDocument });

    expect(
      synthesisOf(centre).violations.map(({ ruleName, violatingConstructs: [where] }) => [
        ruleName,
        where?.constructPath,
      ]),
    ).toEqual([
      ['duplicate-flow-name', 'Centre/C/Resource'],
      ['name-hidden-from-cloudwatch', 'Centre/D/Resource'],
    ]);
  });

  test('the same flows in two stages are no duplicates where each stage has its instance', () => {
    const app = new App();
    Validations.of(app).addPlugins(new ConnectFlowChecks());
    for (const name of ['Test', 'Live']) {
      const stack = new Stack(new Stage(app, name), 'Centre', { env: ENV });
      const instance = new Instance(stack, 'Instance', { alias: `northwind-${name.toLowerCase()}` });
      inbound(stack, instance, 'Main line', withRest);
    }

    expect(synthesisOf({ app }).rules).toEqual(['unreachable-action', 'unreachable-action']);
  });
});

const moduleDocument: FlowDocument = {
  Version: '2019-10-30',
  StartAction: 'Back',
  Settings: {},
  Actions: [{ Identifier: 'Back', Type: 'EndFlowModuleExecution', Parameters: {}, Transitions: {} }],
};

test('An ARN of another instance is an error, one of the own is none', () => {
  const centre = centreWith();
  const flow = (id: string) => InboundFlow.fromContactFlowArn(centre.stack, id.slice(-40), id);
  const own = flow(arn('contact-flow', '1'));
  const foreign = flow(arn('contact-flow', '2').replace('000000000001/contact', '000000000009/contact'));
  for (const [i, target] of [own, foreign].entries()) {
    new InboundFlow(centre.stack, `Flow${i}`, { instance: centre.instance, name: `Flow ${i}`, flow: hooking(target) });
  }

  expect(synthesisOf(centre).violations).toMatchObject([
    { ruleName: 'literal-arn', severity: 'error', description: expect.stringMatching(/^Flow "Flow 1"/) },
  ]);
});

test('Flows that are plain CloudFormation resources are checked too', () => {
  const centre = centreWith();
  const common = { instanceArn: INSTANCE_ARN, type: 'CONTACT_FLOW' };
  new CfnContactFlow(centre.stack, 'Raw', { ...common, name: 'Raw', content: JSON.stringify(withRest) });
  new CfnContactFlow(centre.stack, 'Junk', { ...common, name: 'Junk', content: 'no flow' });

  const { violations } = synthesisOf(centre);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['unreadable-content', 'unreachable-action']);
  expect(violations[0]?.description).toMatch(/^Flow "Junk": Content cannot be read at line 1/);
});

test('What is deployed is checked, also where a property was overridden', () => {
  const centre = centreWith();
  const flow = inbound(centre.stack, centre.instance, 'Main line', greeting('Hello.'));
  (flow.node.defaultChild as CfnContactFlow).addPropertyOverride('Content', JSON.stringify(BROKEN));

  expect(synthesisOf(centre).rules).toContain('missing-start-action');
});

test('A flow of one stage only is left to the plugin of that stage', () => {
  const app = new App();
  const stage = new Stage(app, 'Test');
  Validations.of(stage).addPlugins(new ConnectFlowChecks());
  const build = (scope: Construct) => {
    const stack = new Stack(scope, 'Centre', { env: ENV });
    return inbound(stack, Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN), 'Main line', withRest);
  };
  build(stage);
  build(app);

  expect(synthesisOf({ app }).violations.map(({ violatingConstructs: [where] }) => where?.constructPath)).toEqual([
    'Test/Centre/Main line/Resource',
  ]);
  expect(annotationsOn(app.node.findChild('Centre'))).toEqual([expect.stringContaining('unreachable-action')]);
});

describe('The configuration of the checks', () => {
  test('is refused at once where it is wrong', () => {
    const make = () => new ConnectFlowChecks({ config: { rules: { 'literl-arn': 'off' } } });
    expect(make).toThrow(
      /The configuration of ConnectFlowChecks is no configuration:\n.* Did you mean "literal-arn"\?/,
    );
  });

  test('may stand in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'checks-'));
    const config = join(folder, 'flows.json');
    writeFileSync(config, JSON.stringify({ rules: { 'unreachable-action': 'error' } }));
    const centre = centreWith({ config });
    rmSync(folder, { recursive: true });
    inbound(centre.stack, centre.instance, 'Main line', withRest);

    expect(synthesisOf(centre).violations).toMatchObject([{ severity: 'error' }]);
  });

  test('that cannot be read is refused with its name', () => {
    expect(() => new ConnectFlowChecks({ config: 'none.json' })).toThrow(/none\.json cannot be read: .*ENOENT/);
  });
});
