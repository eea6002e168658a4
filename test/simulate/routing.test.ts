import { setQueue, step, toQueue } from './script';
import { ANA, play, queue, secondsUntil, smallCentre, texts } from './world';

const spanishFor = (seconds?: number) =>
  step('UpdateContactRoutingCriteria', {
    RoutingCriteria: {
      Steps: [
        {
          Expression: {
            AttributeCondition: {
              Name: 'Language',
              Value: 'Spanish',
              ProficiencyLevel: 3,
              ComparisonOperator: 'NumberGreaterOrEqualTo',
            },
          },
          ...(seconds === undefined ? {} : { Expiry: { DurationInSeconds: seconds } }),
        },
      ],
    },
  });

const world = (level?: number) => ({
  queues: [queue('Sales')],
  agents: smallCentre().agents.map((agent) => ({
    ...agent,
    queues: 'every queue' as const,
    ...(level === undefined ? {} : { proficiencies: { Language: { Spanish: level } } }),
  })),
});

const script = (seconds?: number) => [spanishFor(seconds), setQueue('Sales'), toQueue()];

describe('Routing criteria', () => {
  test('offer a contact to an agent who meets them', async () => {
    expect(secondsUntil(await play(script(), { agents: [ANA] }, world(4)), 'accepts the contact')).toBe(3);
  });

  test('keep a contact from an agent who does not', async () => {
    expect(texts(await play(script(), { agents: [ANA] }, world(2)))).not.toContain('accepts the contact');
  });

  test('hold no longer than their step says', async () => {
    expect(secondsUntil(await play(script(30), { agents: [ANA] }, world(2)), 'accepts the contact')).toBe(33);
  });
});
