const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

export const CONTACT_ID = '0b6f1d7e-1111-4222-8333-a00000000002';
export const QUEUE_ARN = `${INSTANCE}/queue/9d000000-aaaa-4bbb-8ccc-000000000009`;

export const flowArn = (name: string): string => `${INSTANCE}/contact-flow/${name}`;

/** An event as a Lambda block sends it, with other contact data or parameters where given. */
export const sampleEvent = (
  contactData: Readonly<Record<string, unknown>> = {},
  parameters: Readonly<Record<string, unknown>> = {},
) => ({
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      Attributes: { tier: 'gold', phone: '+4915100000001', mail: 'ana@example.com' },
      AwsRegion: 'eu-central-1',
      Channel: 'VOICE',
      ContactId: CONTACT_ID,
      InitialContactId: CONTACT_ID,
      PreviousContactId: CONTACT_ID,
      InitiationMethod: 'INBOUND',
      InstanceARN: INSTANCE,
      CustomerEndpoint: { Address: '+4915100000001', Type: 'TELEPHONE_NUMBER' },
      SystemEndpoint: { Address: '+49300000000', Type: 'TELEPHONE_NUMBER' },
      Queue: {
        ARN: QUEUE_ARN,
        Name: 'Billing',
        OutboundCallerId: { Address: '+49300000000', Type: 'TELEPHONE_NUMBER' },
      },
      MediaStreams: { Customer: { Audio: { StartTimestamp: '1700000001000', StreamARN: '', StopTimestamp: null } } },
      References: { ticket: { Type: 'url', Value: 'https://example.com/t/42' } },
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      Tags: { 'aws:connect:instanceId': '5e0c0000-aaaa-4bbb-8ccc-000000000001' },
      ...contactData,
    },
    Parameters: parameters,
  },
});

interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A logger that keeps its lines. */
export const keepingLogger = () => {
  const lines: LogLine[] = [];
  const at = (level: string) => (message: string, details: Record<string, unknown>) => {
    lines.push({ level, message, details });
  };
  const logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { logger, lines, called: () => lines.filter(({ level }) => level !== 'debug') };
};
