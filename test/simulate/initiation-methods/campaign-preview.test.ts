import { simulate } from '../../../lib/simulate';
import { bothWays } from '../both-ways';
import { playRecorded } from '../records/run';
import { ANA, heardBy, runsOf, smallCentre, texts } from '../world';

const start = { method: 'CAMPAIGN_PREVIEW', queue: 'Sales', previewSeconds: 45, attributes: { tier: 'gold' } } as const;
const leaves = { does: 'hangs up', who: 'customer' } as const;
const scenario = { start, agents: [ANA], moves: [leaves] };

describe('A campaign call with preview', () => {
  test('tells when the agent accepted it and when the preview ended, in its record and its events', async () => {
    const { left } = await playRecorded(smallCentre(), scenario);
    expect(left.records[0]).toMatchObject({
      InitiationMethod: 'CAMPAIGN_PREVIEW',
      ConnectedToSystemTimestamp: '2026-01-05T10:00:53Z',
      Agent: { AcceptedByAgentTimestamp: '2026-01-05T10:00:03Z', PreviewEndTimestamp: '2026-01-05T10:00:48Z' },
    });
    const connected = left.events.find(({ detail }) => detail.eventType === 'CONNECTED_TO_AGENT');
    expect(connected?.detail.agentInfo).toMatchObject({
      acceptedByAgentTimestamp: '2026-01-05T10:00:03Z',
      previewEndTimestamp: '2026-01-05T10:00:48Z',
    });
  });

  test('plays nothing to the agent who looks at the customer, and nobody is called before the end of that', async () => {
    const { result } = await playRecorded(smallCentre(), scenario);
    expect(heardBy(result, 'ana')).toEqual([]);
    const order = texts(result).filter((text) => /accepts|preview|calls|answers/.test(text));
    expect(order).toEqual(['accepts the contact', 'the preview ends', 'calls +15555550100', 'answers the call']);
  });

  test('runs the outbound whisper flow, or no flow at all', async () => {
    const [asOutbound, none] = await bothWays('campaignPreviewFlows', ['asOutbound', 'none'], (assumptions) =>
      simulate(smallCentre(), scenario, { assumptions }),
    );
    expect(runsOf(asOutbound)).toEqual(['C1 OUTBOUND_WHISPER "Default outbound" → CUSTOMER']);
    expect(runsOf(none)).toEqual([]);
    expect(texts(none)).toContain('Customer and ana talk');
  });
});
