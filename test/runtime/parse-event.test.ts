import { parseContactFlowEvent } from '../../lib/runtime';
import { sampleEvent } from './sample-events';

const contactOf = (contactData: Readonly<Record<string, unknown>>) => {
  const reading = parseContactFlowEvent(JSON.parse(JSON.stringify(sampleEvent(contactData))));
  if (!reading.ok) throw new Error(reading.problem);
  return reading.event.Details.ContactData;
};

describe('The event of a Lambda block', () => {
  test('keeps what Connect sent', () => {
    const contact = contactOf({});
    expect(contact).toMatchObject({
      Channel: 'VOICE',
      InitiationMethod: 'INBOUND',
      Queue: { Name: 'Billing' },
      MediaStreams: { Customer: { Audio: { StartTimestamp: '1700000001000' } } },
      References: { ticket: { Type: 'url', Value: 'https://example.com/t/42' } },
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
    });
  });

  test('keeps fields that AWS adds later', () => {
    expect(contactOf({ Weather: 'rain' })).toHaveProperty('Weather', 'rain');
  });

  test('has method and channel in upper case, known or not', () => {
    expect(contactOf({ Channel: 'Voice', InitiationMethod: 'webrtc_api' })).toMatchObject({
      Channel: 'VOICE',
      InitiationMethod: 'WEBRTC_API',
    });
    expect(contactOf({ Channel: 'fax', InitiationMethod: 'PIGEON' })).toMatchObject({
      Channel: 'FAX',
      InitiationMethod: 'PIGEON',
    });
  });

  test('has no queue before one is set', () => {
    expect(contactOf({ Queue: null }).Queue).toBeNull();
    expect(contactOf({ Queue: { ARN: '', Name: '', OutboundCallerId: {} } }).Queue).toBeNull();
  });

  test('of a task has no endpoints', () => {
    expect(contactOf({ CustomerEndpoint: null, SystemEndpoint: undefined })).toMatchObject({
      CustomerEndpoint: null,
      SystemEndpoint: null,
    });
  });

  test('has no audio while streaming is off, however that is written', () => {
    expect(contactOf({ MediaStreams: { Customer: { Audio: null } } }).MediaStreams).toEqual({
      Customer: { Audio: null },
    });
    expect(contactOf({ MediaStreams: { Customer: { Audio: 'None' } } }).MediaStreams?.Customer?.Audio).toBeNull();
    expect(contactOf({ MediaStreams: undefined }).MediaStreams).toBeNull();
  });

  test('has attributes that are text, and an empty one stays', () => {
    expect(contactOf({ Attributes: { count: 1, empty: '', nested: { a: 1 }, no: null } }).Attributes).toEqual({
      count: '1',
      empty: '',
    });
  });

  test('takes hostile attribute names for ordinary keys', () => {
    const attributes = JSON.parse('{"__proto__": "a", "constructor": "b", "hasOwnProperty": "c"}') as object;
    const input = { Details: { ContactData: { Attributes: attributes } } };
    const reading = parseContactFlowEvent(input);
    expect(reading.ok && Object.entries(reading.event.Details.ContactData.Attributes)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['hasOwnProperty', 'c'],
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('does not take inherited parts for its own', () => {
    const input = Object.create({ Details: { ContactData: {} } }) as unknown;
    expect(parseContactFlowEvent(input).ok).toBe(false);
  });

  test('may lack nearly everything', () => {
    const reading = parseContactFlowEvent({ Details: { ContactData: {}, Parameters: 'none' } });
    expect(reading).toMatchObject({
      ok: true,
      event: {
        Name: 'ContactFlowEvent',
        Details: { ContactData: { ContactId: null, Channel: null, Attributes: {} }, Parameters: {} },
      },
    });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ContactFlowEvent'],
    ['a list', [sampleEvent()]],
    ['an event of another service', { source: 'aws.connect', detail: { contactId: 'c-1' } }],
    ['one without contact data', { Details: { Parameters: {} } }],
    ['one whose contact data is a list', { Details: { ContactData: [] } }],
  ])('is not %s', (_, input) => {
    expect(parseContactFlowEvent(input)).toEqual({ ok: false, problem: expect.stringContaining('A flow sends') });
  });
});
