import { flow, hangUp, setAttributes, setHook, setQueue, step, toQueue } from '../script';
import { ANA, play, runsOf, secondsUntil, texts } from '../world';

const DAY = 24 * 3600;
const sales = [setQueue('Sales'), toQueue()];
const task = { channel: 'TASK', agents: [ANA] } as const;
const completes = { does: 'hangs up', who: 'agent' } as const;

describe('A task that is paused', () => {
  const moves = [{ does: 'pauses' }, { does: 'resumes', afterSeconds: 600 }, completes] as const;
  const flows = [
    flow('Paused', 'CONTACT_FLOW', [setAttributes({ paused: 'yes' })]),
    flow('Resumed', 'CONTACT_FLOW', [setAttributes({ paused: 'no longer' })]),
  ];

  test('runs the event flows that are set for it', async () => {
    const script = [setHook('PauseContact', 'Paused'), setHook('ResumeContact', 'Resumed'), ...sales];
    const result = await play(script, { ...task, moves }, { flows });
    expect(runsOf(result).slice(-2)).toEqual([
      'C1 CONTACT_FLOW "Paused" → nobody',
      'C1 CONTACT_FLOW "Resumed" → nobody',
    ]);
    expect(result.contacts[0]?.attributes.get('paused')).toBe('no longer');
  });

  test('runs none where none is set', async () => {
    const result = await play(sales, { ...task, moves });
    expect(runsOf(result).filter((run) => run.includes('CONTACT_FLOW'))).toHaveLength(1);
    expect(result.contacts[0]?.pauses).toHaveLength(1);
  });

  test('is resumed by a flow with Resume contact', async () => {
    const resume = flow('Paused', 'CONTACT_FLOW', [step('ResumeContact')]);
    const script = [setHook('PauseContact', 'Paused'), ...sales];
    const result = await play(script, { ...task, moves: [{ does: 'pauses' }, completes] }, { flows: [resume] });
    const [pause] = result.contacts[0]?.pauses ?? [];
    expect(pause?.end).toBe(pause?.start);
  });

  test('ends its pause when it ends', async () => {
    const result = await play(sales, { ...task, moves: [{ does: 'pauses' }, completes] });
    const [contact] = result.contacts;
    expect(contact?.pauses[0]?.end).toBe(contact?.disconnected);
  });
});

describe('A task that nobody completes', () => {
  test('expires after seven days', async () => {
    const result = await play(sales, { channel: 'TASK' }, {}, { limitSeconds: 8 * DAY });
    expect(result.contacts[0]).toMatchObject({ disconnectReason: 'EXPIRED' });
    expect(secondsUntil(result, 'ends: EXPIRED')).toBe(7 * DAY);
  });

  test('runs its disconnect flow when it expires', async () => {
    const flows = [flow('Afterwards', 'CONTACT_FLOW', [hangUp()])];
    const script = [setHook('CustomerRemaining', 'Afterwards'), ...sales];
    const result = await play(script, { channel: 'TASK' }, { flows }, { limitSeconds: 8 * DAY });
    expect(result.contacts.map(({ method }) => method)).toEqual(['API', 'DISCONNECT']);
  });

  test('keeps no run waiting for that', async () => {
    const result = await play(sales, { channel: 'TASK' });
    expect(result.timeLimitReached).toBe(false);
    expect(texts(result).at(-1)).not.toMatch(/EXPIRED/);
  });
});
