import { simulate } from '../../../lib/simulate';
import { playRecorded } from '../records/run';
import { flow, setQueue, toQueue } from '../script';
import { ANA, smallCentre } from '../world';

const entry = flow('Entry', 'CONTACT_FLOW', [setQueue('Sales'), toQueue()]);
const agentGoes = { does: 'hangs up', who: 'agent' } as const;

describe('An in-app, web or video call', () => {
  test('is connected as it begins, and has a subtype of its own', async () => {
    const { left } = await playRecorded(smallCentre({ flows: [entry] }), {
      start: { method: 'WEBRTC_API', flow: 'Entry' },
      agents: [ANA],
      moves: [agentGoes],
    });
    expect(left.records[0]).toMatchObject({
      InitiationMethod: 'WEBRTC_API',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:00Z',
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WebRTC' } },
    });
    expect(await simulate(smallCentre(), { start: { method: 'WEBRTC_API', flow: 'Gone' } })).toMatchObject({
      stopped: 'There is no flow "Gone" in this world.',
    });
  });
});
