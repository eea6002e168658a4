import {
  INITIATION_METHODS,
  type InitiationMethod,
  isKnownInitiationMethod,
  JOURNEYS,
  parseInitiationMethod,
} from '../../lib/journey';
import { CHANNELS } from '../../lib/language';

const METHODS = Object.entries(INITIATION_METHODS);

describe('Initiation methods', () => {
  test.each([
    ['Inbound', 'INBOUND'],
    ['Queue_Transfer', 'QUEUE_TRANSFER'],
    ['callback_customer_first_dialed', 'CALLBACK_CUSTOMER_FIRST_DIALED'],
    [' api ', 'API'],
  ])('"%s", as some page or event spells it, is %s', (spelling, method) => {
    expect(parseInitiationMethod(spelling)).toBe(method);
  });

  test.each([[''], ['   '], [undefined], [null], [7], [{}]])('%p is no method', (nothing) => {
    expect(parseInitiationMethod(nothing)).toBeUndefined();
  });

  test('A method that AWS adds tomorrow is read like any other, and known to be unknown', () => {
    const tomorrow: InitiationMethod | undefined = parseInitiationMethod('Teleportation');
    expect(tomorrow).toBe('TELEPORTATION');
    expect(isKnownInitiationMethod('TELEPORTATION')).toBe(false);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is no known method', (name) => {
    expect(isKnownInitiationMethod(name)).toBe(false);
  });

  test("The API's enum has twelve values", () => {
    expect(
      METHODS.filter(([, { inApi }]) => inApi)
        .map(([method]) => method)
        .sort(),
    ).toEqual([
      'AGENT_REPLY',
      'API',
      'CALLBACK',
      'DISCONNECT',
      'EXTERNAL_OUTBOUND',
      'FLOW',
      'INBOUND',
      'MONITOR',
      'OUTBOUND',
      'QUEUE_TRANSFER',
      'TRANSFER',
      'WEBRTC_API',
    ]);
  });

  test('Preview campaigns and customer-first callbacks are seen on records only', () => {
    expect(METHODS.filter(([, { inApi }]) => !inApi).map(([method]) => method)).toEqual([
      'CAMPAIGN_PREVIEW',
      'CALLBACK_CUSTOMER_FIRST_QUEUED',
      'CALLBACK_CUSTOMER_FIRST_DIALED',
    ]);
  });

  test.each(METHODS)('%s has a journey on each of its channels and on no other', (method, { channels }) => {
    const rows = new Set(JOURNEYS.filter((row) => row.method === method).map(({ channel }) => channel));
    expect(CHANNELS.filter((channel) => rows.has(channel))).toEqual(
      CHANNELS.filter((channel) => (channels as readonly string[]).includes(channel)),
    );
  });

  test.each(['TRANSFER', 'CALLBACK', 'QUEUE_TRANSFER', 'DISCONNECT', 'EXTERNAL_OUTBOUND'] as const)(
    'A %s contact stands in the chain of an earlier one',
    (method) => {
      expect(INITIATION_METHODS[method].follows).toBe('chain');
    },
  );

  test.each(['INBOUND', 'OUTBOUND', 'API', 'WEBRTC_API', 'CAMPAIGN_PREVIEW'] as const)(
    'A %s contact is the first of its chain',
    (method) => {
      expect(INITIATION_METHODS[method].follows).toBe('nothing');
    },
  );

  test.each(['AGENT_REPLY', 'FLOW'] as const)(
    'A %s email is related to an earlier contact without a chain',
    (method) => {
      expect(INITIATION_METHODS[method]).toMatchObject({ follows: 'related', channels: ['EMAIL'] });
    },
  );

  test('Callbacks are for calls only', () => {
    expect(METHODS.filter(([method]) => method.startsWith('CALLBACK')).map(([, { channels }]) => channels)).toEqual([
      ['VOICE'],
      ['VOICE'],
      ['VOICE'],
    ]);
  });
});
