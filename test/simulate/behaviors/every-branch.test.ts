import { ACTIONS, type Channel } from '../../../lib/language';
import { flow, hangUp, setQueue, step } from '../script';
import { play } from '../world';
import { CONTACT_RUNS } from './branch-runs/contact';
import { FLOW_CONTROL_RUNS } from './branch-runs/flow-control';
import { INTERACTION_RUNS } from './branch-runs/interaction';
import { PARTICIPANT_RUNS } from './branch-runs/participant';
import { FAULT, type Runs, type Type } from './branch-runs/setting';
import { type Branch, branchesOf, branchesTaken, SIMULATED } from './branches';

const RUNS: Runs = { ...FLOW_CONTROL_RUNS, ...CONTACT_RUNS, ...PARTICIPANT_RUNS, ...INTERACTION_RUNS };

/** What the runs of a type reach: by itself, or only because the world says that the action fails. */
const reachedBy = async (type: Type): Promise<ReadonlyMap<Branch, 'itself' | 'a fault'>> => {
  const reached = new Map<Branch, 'itself' | 'a fault'>();
  for (const run of RUNS[type] ?? [])
    await run(({ action, exit, result }) => {
      if (action.Type !== type) return;
      for (const branch of branchesTaken(action, exit))
        if (result !== FAULT) reached.set(branch, 'itself');
        else if (!reached.has(branch)) reached.set(branch, 'a fault');
    });
  return reached;
};

const MARKS = { itself: '✓', 'a fault': '✓ (fault)', nothing: '✗' } as const;

describe('Every way out of every action type that is simulated', () => {
  const summary: string[] = [];
  let wanted = 0;
  let missing = 0;

  test.each(SIMULATED)('%s', async (type) => {
    const reached = await reachedBy(type);
    const all = branchesOf(type);
    const missed = all.filter((branch) => !reached.has(branch));
    wanted += all.length;
    missing += missed.length;
    const marked = all.map((branch) => `${MARKS[reached.get(branch) ?? 'nothing']} ${branch}`);
    summary.push(`${type.padEnd(42)} ${marked.join(', ')}`);
    expect(missed).toEqual([]);
  });

  test('every documented type is simulated', () => {
    const documented = Object.keys(ACTIONS).filter((type) => ACTIONS[type as Type].evidence === 'documented');
    expect(SIMULATED).toEqual(expect.arrayContaining(documented));
  });

  afterAll(() => {
    const share = ((wanted - missing) / Math.max(1, wanted)) * 100;
    process.stdout.write(`${summary.join('\n')}\n${wanted - missing} of ${wanted} branches: ${share.toFixed(1)} %\n`);
  });
});

const off = SIMULATED.flatMap((type) =>
  Object.entries(ACTIONS[type].channels)
    .filter(([, support]) => support !== 'works')
    .map(([channel, support]) => [type, channel as Channel, support] as const),
);

/** How the action leaves on a channel. */
const exitOn = async (type: Type, channel: Channel): Promise<string | undefined> => {
  const exits: string[] = [];
  await play(
    [step(type), hangUp()],
    { channel },
    {},
    { onStep: ({ action, exit }) => action.Type === type && exits.push(exit) },
  );
  return exits[0];
};

describe('Off its channels', () => {
  test.each(off)('%s on %s: %s', async (type, channel, support) => {
    expect(await exitOn(type, channel)).toMatch(
      support === 'no effect' ? /^next$/ : /^(NoMatchingError|ChannelMismatch|InvalidCallbackNumber)$/,
    );
  });
});

describe('In a module', () => {
  test('a block that the running flow does not have leaves by its error branch', async () => {
    const modules = [
      flow('Queueing', 'MODULE', [{ ...step('UpdateContactTargetQueue', { QueueId: 'any' }), id: 'set' }]),
    ];
    const invoke = step('InvokeFlowModule', { FlowModuleId: modules[0]?.arn ?? '' });
    const whisper = flow('Whisper', 'AGENT_WHISPER', [invoke]);
    const script = [
      step('UpdateContactEventHooks', { EventHooks: { AgentWhisper: whisper.arn } }),
      setQueue('Sales'),
      step('TransferContactToQueue'),
    ];
    const { transcript } = await play(script, { agents: [{ name: 'ana' }] }, { flows: [whisper], modules });
    expect(transcript.map(({ text }) => text).join()).toContain('does not work in AGENT_WHISPER flows');
  });
});
