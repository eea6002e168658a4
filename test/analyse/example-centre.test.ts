import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import { analyse, type Centre, type CentreFlow, contactTitle, type StageRun, stageTitle } from '../../lib/analyse';
import { analysedCentre } from '../../lib/cli/analysed-centre';
import { entryPointIn } from '../../lib/cli/entry-option';
import type { EventHook } from '../../lib/journey';
import type { FlowDocument, WireAction } from '../../lib/language';

let centre: Centre;
beforeAll(() => {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  const app = new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } });
  new ContactCentreStack(app, 'ContactCentre');
  app.synth();
  centre = analysedCentre([outdir]);
  rmSync(outdir, { recursive: true, force: true });
}, 60_000);

const ENTRIES = ['Main line', 'Appointment=API', 'Chat=API/CHAT', 'Task=API/TASK', 'Billing=OUTBOUND'] as const;

/** What takes an outage is nobody's choice, and a default flow with other content is one of the example's own. */
const isNotOwn = ({ source, flow, takesOutage }: StageRun): boolean => {
  if (takesOutage || (flow.kind === 'flow' && flow.isReplacedDefault)) return false;
  return source === 'default' || flow.kind !== 'flow';
};

/** Stages at which something else than a flow of the example can run. */
const notOwn = (changed: Centre): ReadonlySet<string> => {
  const entryPoints = ENTRIES.map((text) => entryPointIn(changed, text));
  return new Set(
    analyse(changed, { entryPoints }).entryPoints.flatMap(({ entryPoint, contacts }) =>
      contacts.flatMap((contact) =>
        contact.stages.flatMap(({ stage, runs }) =>
          runs
            .filter(isNotOwn)
            .map(({ source }) => `${entryPoint.name}: ${contactTitle(contact)}: ${stageTitle(stage)} (${source})`),
        ),
      ),
    ),
  );
};

/** The contact of a call to somebody outside has no flow, so that nothing can name the hold flow of whom it connects. */
const CALLS_OUTSIDE = 'EXTERNAL_OUTBOUND VOICE: agent hold flow of the destination agent (default)';

/** What no flow of the example can name. */
const INTENDED: Readonly<Record<string, readonly string[]>> = {
  'Main line': [CALLS_OUTSIDE],
  Appointment: [CALLS_OUTSIDE],
  Billing: [CALLS_OUTSIDE],
};

const intended = Object.entries(INTENDED).flatMap(([entry, stages]) => stages.map((stage) => `${entry}: ${stage}`));

describe('The matrix of the example', () => {
  test('shows no default but those that are intended', () => {
    expect([...notOwn(centre)].sort()).toEqual([...intended].sort());
  });
});

const setsHook = (hook: EventHook, { Parameters = {} }: WireAction): boolean =>
  Object.hasOwn((Parameters.EventHooks ?? {}) as object, hook);

/** The document with the actions that set a hook passed by. */
const withoutHookIn = (document: FlowDocument, hook: EventHook): FlowDocument => ({
  ...document,
  Actions: document.Actions.map((action) =>
    setsHook(hook, action)
      ? { ...action, Type: 'UpdateFlowLoggingBehavior', Parameters: { FlowLoggingBehavior: 'Enabled' } }
      : action,
  ),
});

const withoutHook = (name: string, hook: EventHook): Centre => ({
  ...centre,
  flows: centre.flows.map((flow: CentreFlow) =>
    flow.name === name ? { ...flow, document: withoutHookIn(flow.document, hook) } : flow,
  ),
});

/** What was no default before. */
const added = (changed: Centre): readonly string[] => {
  const before = new Set(intended);
  return [...notOwn(changed)].filter((each) => !before.has(each)).sort();
};

describe('Taking one override out of the example shows exactly that stage', () => {
  test('the queue flow of the main line, which no longer moves anybody to another queue', () => {
    expect(added(withoutHook('Main line', 'CustomerQueue'))).toEqual([
      'Main line: INBOUND VOICE: customer queue flow (default)',
    ]);
  });

  test('the agent whisper of the main line, whatever the rules say', () => {
    expect(added(withoutHook('Main line', 'AgentWhisper'))).toEqual([
      'Main line: CALLBACK VOICE: agent whisper flow (default)',
      'Main line: INBOUND VOICE: agent whisper flow (default)',
      'Main line: QUEUE_TRANSFER VOICE: agent whisper flow (default)',
    ]);
  });

  test('the customer whisper of the main line', () => {
    expect(added(withoutHook('Main line', 'CustomerWhisper'))).toEqual([
      'Main line: INBOUND VOICE: customer whisper flow (default)',
      'Main line: QUEUE_TRANSFER VOICE: customer whisper flow (default)',
    ]);
  });

  test('the hold flows of the main line', () => {
    expect(added(withoutHook('Main line', 'CustomerHold'))).toEqual([
      'Main line: CALLBACK VOICE: customer hold flow (default)',
      'Main line: INBOUND VOICE: customer hold flow (default)',
      'Main line: QUEUE_TRANSFER VOICE: customer hold flow (default)',
    ]);
    expect(added(withoutHook('Main line', 'AgentHold'))).toEqual([
      'Main line: CALLBACK VOICE: agent hold flow (default)',
      'Main line: INBOUND VOICE: agent hold flow (default)',
      'Main line: QUEUE_TRANSFER VOICE: agent hold flow (default)',
    ]);
  });

  test('the disconnect flow of the main line, without which no contact starts so', () => {
    const changed = withoutHook('Main line', 'CustomerRemaining');
    const [mainLine] = analyse(changed, { entryPoints: [entryPointIn(changed, 'Main line')] }).entryPoints;
    expect(mainLine?.contacts.map(({ method }) => method)).not.toContain('DISCONNECT');
    expect(added(changed)).toEqual([]);
  });

  test('the whispers of the chat and of the task, which have no defaults', () => {
    expect(added(withoutHook('Chat', 'AgentWhisper'))).toEqual(['Chat: API CHAT: agent whisper flow (none)']);
    expect(added(withoutHook('Chat', 'CustomerWhisper'))).toEqual(['Chat: API CHAT: customer whisper flow (none)']);
    expect(added(withoutHook('Task', 'AgentWhisper'))).toEqual(['Task: API TASK: agent whisper flow (none)']);
    expect(added(withoutHook('Chat', 'CustomerQueue'))).toEqual(['Chat: API CHAT: customer queue flow (default)']);
  });

  test('the whisper that the agent transfer flow sets, from wherever the transfer starts', () => {
    const whispers = added(withoutHook('Agent transfer', 'AgentWhisper'));
    expect(whispers).toEqual([
      'Appointment: TRANSFER VOICE (agent): agent whisper flow (default)',
      'Billing: TRANSFER VOICE (agent): agent whisper flow (default)',
      'Chat: TRANSFER CHAT (agent): agent whisper flow (none)',
      'Main line: TRANSFER VOICE (agent): agent whisper flow (default)',
      'Task: TRANSFER TASK (agent): agent whisper flow (none)',
    ]);
  });

  test('the outbound whisper flow of the billing queue', () => {
    const queues = centre.queues.map((queue) => ({ ...queue, outboundWhisperFlow: undefined }));
    expect(added({ ...centre, queues })).toEqual([
      'Appointment: CALLBACK VOICE: outbound whisper flow (default)',
      'Billing: OUTBOUND VOICE: outbound whisper flow (default)',
    ]);
  });

  const TRANSFERS = [
    'Appointment: TRANSFER VOICE',
    'Billing: TRANSFER VOICE',
    'Chat: TRANSFER CHAT',
    'Main line: TRANSFER VOICE',
    'Task: TRANSFER TASK',
  ];

  const withoutFlowOf = (name: string): Centre => ({
    ...centre,
    quickConnects: centre.quickConnects.map((each) => (each.name === name ? { ...each, flow: undefined } : each)),
  });

  test('the transfer flow of a quick connect to a queue', () => {
    expect(added(withoutFlowOf('Outages desk'))).toEqual(
      TRANSFERS.map((transfer) => `${transfer} (queue): queue transfer flow (default)`),
    );
  });

  test('the transfer flow of a quick connect to an agent, and the whisper that it set', () => {
    const whispers = ['default', 'default', 'none', 'default', 'none'];
    expect(added(withoutFlowOf('Ben'))).toEqual(
      TRANSFERS.flatMap((transfer, i) => [
        `${transfer} (agent): agent transfer flow (default)`,
        `${transfer} (agent): agent whisper flow (${whispers[i]})`,
      ]),
    );
  });
});
