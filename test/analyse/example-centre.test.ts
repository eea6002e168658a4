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

/** What is heard instead of a flow that the example names; what takes an outage is nobody's choice. */
const insteadOf = ({
  source,
  flow,
  takesOutage,
}: StageRun): 'default' | 'replaced' | 'none' | 'unknown' | undefined => {
  if (takesOutage) return undefined;
  if (source === 'default' && flow.kind === 'flow') return flow.isReplacedDefault ? 'replaced' : 'default';
  return flow.kind === 'flow' ? undefined : flow.kind === 'none' ? 'none' : 'unknown';
};

/** Stages at which something else than a flow that the example names can run. */
const notNamed = (changed: Centre): ReadonlySet<string> => {
  const entryPoints = ENTRIES.map((text) => entryPointIn(changed, text));
  return new Set(
    analyse(changed, { entryPoints }).entryPoints.flatMap(({ entryPoint, contacts }) =>
      contacts.flatMap((contact) =>
        contact.stages.flatMap(({ stage, runs }) =>
          runs.flatMap((run) => {
            const what = insteadOf(run);
            const where = `${entryPoint.name}: ${contactTitle(contact)}: ${stageTitle(stage)}`;
            return what === undefined ? [] : [`${where} (${what})`];
          }),
        ),
      ),
    ),
  );
};

const CALLS = ['Appointment', 'Billing', 'Main line'];

/** Agents and tasks wait in the queue flow that replaces the default one. */
const REPLACED = [
  'Appointment: TRANSFER VOICE (agent): customer queue flow (replaced)',
  'Appointment: TRANSFER VOICE (queue): customer queue flow (replaced)',
  'Billing: TRANSFER VOICE (agent): customer queue flow (replaced)',
  'Billing: TRANSFER VOICE (queue): customer queue flow (replaced)',
  'Chat: TRANSFER CHAT (agent): customer queue flow (replaced)',
  'Chat: TRANSFER CHAT (queue): customer queue flow (replaced)',
  'Main line: TRANSFER VOICE (agent): customer queue flow (replaced)',
  'Main line: TRANSFER VOICE (queue): customer queue flow (replaced)',
  'Task: API TASK: customer queue flow (replaced)',
  'Task: TRANSFER TASK (agent): customer queue flow (replaced)',
  'Task: TRANSFER TASK (queue): customer queue flow (replaced)',
];

/** The contact of a call to somebody outside has no flow, so that nothing can name the hold flow of whom it connects. */
const CALLS_OUTSIDE = CALLS.map(
  (entry) => `${entry}: EXTERNAL_OUTBOUND VOICE: agent hold flow of the destination agent (default)`,
);

describe('The matrix of the example', () => {
  test('shows no default but the replaced ones, and one that nothing can name', () => {
    expect([...notNamed(centre)].sort()).toEqual([...REPLACED, ...CALLS_OUTSIDE].sort());
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

/** What is heard only now. */
const added = (changed: Centre): readonly string[] => {
  const before = new Set([...REPLACED, ...CALLS_OUTSIDE]);
  return [...notNamed(changed)].filter((each) => !before.has(each)).sort();
};

/** The other stages of a list, whatever the contacts. */
const stagesOf = (list: readonly string[], isLeftOut: (stage: string) => boolean): readonly string[] =>
  [...new Set(list.filter((each) => !isLeftOut(each)).map((each) => each.split(': ').at(-1) ?? ''))].sort();

describe('Taking one override out of the example shows exactly that stage', () => {
  test('the queue flow of the main line, which no longer moves anybody to another queue', () => {
    expect(added(withoutHook('Main line', 'CustomerQueue'))).toEqual([
      'Main line: INBOUND VOICE: customer queue flow (replaced)',
    ]);
  });

  test('the agent whisper of the main line, whatever the rules say', () => {
    expect(added(withoutHook('Main line', 'AgentWhisper'))).toEqual([
      'Main line: CALLBACK VOICE: agent whisper flow (replaced)',
      'Main line: INBOUND VOICE: agent whisper flow (replaced)',
      'Main line: QUEUE_TRANSFER VOICE: agent whisper flow (replaced)',
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
      'Main line: EXTERNAL_OUTBOUND VOICE: customer hold flow beside the transfer (default)',
      'Main line: INBOUND VOICE: customer hold flow (default)',
      'Main line: QUEUE_TRANSFER VOICE: customer hold flow (default)',
      'Main line: TRANSFER VOICE (agent): customer hold flow beside the transfer (default)',
      'Main line: TRANSFER VOICE (queue): customer hold flow beside the transfer (default)',
    ]);
    expect(added(withoutHook('Main line', 'AgentHold'))).toEqual([
      'Main line: INBOUND VOICE: agent hold flow (default)',
      'Main line: QUEUE_TRANSFER VOICE: agent hold flow (default)',
    ]);
  });

  test('the disconnect flow that the queue flow sets, without which no contact of the main line starts so', () => {
    const changed = withoutHook('Waiting', 'CustomerRemaining');
    const [mainLine] = analyse(changed, { entryPoints: [entryPointIn(changed, 'Main line')] }).entryPoints;
    expect(mainLine?.contacts.map(({ method }) => method)).not.toContain('DISCONNECT');
    expect(added(changed)).toEqual([]);
  });

  test('the whispers of the chat and of the task, which have no defaults', () => {
    expect(added(withoutHook('Chat', 'AgentWhisper'))).toEqual(['Chat: API CHAT: agent whisper flow (none)']);
    expect(added(withoutHook('Chat', 'CustomerWhisper'))).toEqual(['Chat: API CHAT: customer whisper flow (none)']);
    expect(added(withoutHook('Task', 'AgentWhisper'))).toEqual(['Task: API TASK: agent whisper flow (none)']);
    expect(added(withoutHook('Chat', 'CustomerQueue'))).toEqual(['Chat: API CHAT: customer queue flow (replaced)']);
  });

  test('the whisper that the agent transfer flow sets, from wherever the transfer starts', () => {
    const whispers = added(withoutHook('Agent transfer', 'AgentWhisper'));
    expect(whispers).toEqual([
      'Appointment: TRANSFER VOICE (agent): agent whisper flow (replaced)',
      'Billing: TRANSFER VOICE (agent): agent whisper flow (replaced)',
      'Chat: TRANSFER CHAT (agent): agent whisper flow (none)',
      'Main line: TRANSFER VOICE (agent): agent whisper flow (replaced)',
      'Task: TRANSFER TASK (agent): agent whisper flow (none)',
    ]);
  });

  test('the outbound whisper flow of the billing queue', () => {
    const queues = centre.queues.map((queue) => ({ ...queue, outboundWhisperFlow: undefined }));
    const whispers = (stage: string) => stage.includes('outbound whisper');
    expect(added({ ...centre, queues }).filter(whispers)).toEqual([
      'Appointment: CALLBACK VOICE: outbound whisper flow (default)',
      'Billing: OUTBOUND VOICE: outbound whisper flow (default)',
      'Main line: CALLBACK VOICE: outbound whisper flow (default)',
    ]);
    // It sets the hold flows of calls that agents make.
    expect(stagesOf(added({ ...centre, queues }), whispers)).toEqual([
      'agent hold flow (default)',
      'customer hold flow (default)',
      'customer hold flow beside the transfer (default)',
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

  const HOOKED_BY_TRANSFER_FLOWS = [
    'agent hold flow of the destination agent (default)',
    'agent hold flow of the source agent (default)',
    'agent whisper flow (none)',
    'agent whisper flow (replaced)',
    'customer hold flow (default)',
    'customer hold flow beside the transfer (default)',
    'customer whisper flow (default)',
    'customer whisper flow (none)',
  ];

  test.each([
    ['a queue', 'Outages desk', 'queue'],
    ['an agent', 'Ben', 'agent'],
  ])('the transfer flow of a quick connect to %s, and with it the hooks that it set', (_kind, name, variant) => {
    const changed = added(withoutFlowOf(name));
    const transfers = (stage: string) => stage.includes('transfer flow');
    expect(changed.filter(transfers)).toEqual(
      TRANSFERS.map((transfer) => `${transfer} (${variant}): ${variant} transfer flow (default)`),
    );
    expect(stagesOf(changed, transfers)).toEqual(HOOKED_BY_TRANSFER_FLOWS);
  });
});
