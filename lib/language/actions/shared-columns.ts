import type { ActionSpec, ParameterSpec, ParameterSpecs } from '../action-spec';

/** Every type of flow but campaigns, whose block set is unpublished. */
export const EVERY_FLOW_TYPE = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
] as const;

/** Every type of flow, and modules. */
export const EVERYWHERE = [...EVERY_FLOW_TYPE, 'MODULE'] as const;

export const ON_EVERY_CHANNEL = {
  VOICE: 'works',
  CHAT: 'works',
  TASK: 'works',
  EMAIL: 'works',
} as const satisfies ActionSpec['channels'];

/** How conversational analytics redacts what it keeps; calls and chats alike. */
export const REDACTION = {
  value: 'object',
  from: 'either',
  fields: {
    Enabled: { value: 'text', from: 'static', oneOf: ['True', 'False'] },
    RedactionResults: { value: 'text', from: 'either', oneOf: ['RedactedAndOriginal', 'RedactedOnly'] },
    RedactionMaskMode: {
      value: 'text',
      from: 'static',
      oneOf: ['PII', 'EntityType'],
      note: 'default PII',
    },
    RedactionEntities: {
      value: 'list',
      from: 'static',
      oneOf: [
        'BANK_ACCOUNT_NUMBER',
        'BANK_ROUTING',
        'CREDIT_DEBIT_NUMBER',
        'CREDIT_DEBIT_CVV',
        'CREDIT_DEBIT_EXPIRY',
        'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
        'PIN',
        'SWIFT_CODE',
        'CA_HEALTH_NUMBER',
        'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
        'CA_SOCIAL_INSURANCE_NUMBER',
        'SSN',
        'UK_NATIONAL_INSURANCE_NUMBER',
        'PASSPORT_NUMBER',
        'DRIVER_ID',
        'IN_AADHAAR',
        'NAME',
        'AGE',
        'EMAIL',
        'PHONE',
        'ADDRESS',
        'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
        'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
        'IN_PERMANENT_ACCOUNT_NUMBER',
        'IN_NREGA',
        'AWS_ACCESS_KEY',
        'AWS_SECRET_KEY',
        'IP_ADDRESS',
        'MAC_ADDRESS',
        'PASSWORD',
        'URL',
        'USERNAME',
        'LICENSE_PLATE',
        'VEHICLE_IDENTIFICATION_NUMBER',
        'IN_VOTER_NUMBER',
        'DATE_TIME',
        'AGENT_DISPLAY_NAME',
        'CUSTOMER_DISPLAY_NAME',
        'ATTACHMENT_NAME',
      ],
      entries: { least: 1 },
      note: 'Absent = all PII; an empty array is refused.',
    },
  },
} as const satisfies ParameterSpec;

/** A prompt: one of four ways to say something. */
export const MESSAGE = {
  PromptId: {
    value: 'text',
    from: 'either',
    note: 'Prompt id or ARN; whole value static or one JSONPath. Mutually exclusive with Text, SSML and Media.',
  },
  Text: {
    value: 'text',
    from: 'either',
    message: 'plain',
    note: 'Plain text (console also writes <speak> markup here). 6,000 characters in total / 3,000 billed at most. An empty string is refused by the service on GetParticipantInput.',
  },
  SSML: { value: 'text', from: 'either', message: 'SSML', note: 'SSML markup. Voice only.' },
  Media: {
    value: 'object',
    from: 'either',
    fields: {
      Uri: {
        value: 'text',
        from: 'either',
        note: 'Location of the file; JSONPath may be embedded inside the URI.',
      },
      SourceType: { value: 'text', from: 'static', required: true, oneOf: ['S3'] },
      MediaType: { value: 'text', from: 'static', required: true, oneOf: ['Audio'] },
    },
    note: 'External audio.',
  },
} as const satisfies ParameterSpecs;
