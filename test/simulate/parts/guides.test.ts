import { flow, setHook, setQueue, toQueue } from '../script';
import { ANA, play, texts } from '../world';

const flows = [flow('Guide', 'CONTACT_FLOW', []), flow('Wrap up', 'CONTACT_FLOW', [])];
const script = [
  setHook('DefaultAgentUI', 'Guide'),
  setHook('DisconnectAgentUI', 'Wrap up'),
  setQueue('Sales'),
  toQueue(),
];
const leaves = { does: 'hangs up', who: 'customer' } as const;

describe('A guide in the agent workspace', () => {
  test('is not played, and the transcript says where it would begin', async () => {
    const result = await play(script, { agents: [ANA], moves: [leaves] }, { flows });
    expect(texts(result).filter((text) => text.startsWith('shows the guide'))).toEqual([
      'shows the guide "Guide" in the workspace of ana, which is not played',
      'shows the guide "Wrap up" in the workspace of ana, which is not played',
    ]);
  });

  test('does not begin where no agent was connected', async () => {
    const result = await play(script, { customer: { hangsUpAfterSeconds: 5 } }, { flows });
    expect(texts(result).join()).not.toContain('shows the guide');
  });
});
