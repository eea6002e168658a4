import type { ActionSpecs } from '../action-spec';
import { MESSAGE, ON_EVERY_CHANNEL } from './shared-columns';

const DTMF_KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;

/** Participant actions. */
export const PARTICIPANT_ACTIONS = {
  AuthenticateParticipant: {
    summary: 'Asks a chat customer to sign in through Amazon Cognito.',
    blocks: ['Authenticate Customer'],
    evidence: 'assumed',
    page: 'https://docs.aws.amazon.com/connect/latest/adminguide/authenticate-customer.html',
    parameters: {
      CognitoConfiguration: {
        value: 'object',
        from: 'either',
        required: true,
        fields: {
          UserPoolArn: { value: 'text', from: 'either', required: true },
          AppClientId: { value: 'text', from: 'either', required: true },
        },
      },
      CustomerProfilesConfiguration: {
        value: 'object',
        from: 'either',
        required: true,
        fields: {
          ObjectTypeName: {
            value: 'text',
            from: 'either',
            required: true,
            note: 'e.g. Cognito-attributes for the default template.',
          },
        },
      },
      TimeLimitMinutes: { value: 'integer', from: 'either', required: true, range: [3, 15], note: '3..15' },
    },
    conditions: { operators: ['Equals'], compared: 'outcome', required: ['OptedOut'], only: true },
    errors: { required: ['TimeLimitExceeded', 'NoMatchingError'] },
    next: 'required',
    flowTypes: ['CONTACT_FLOW', 'MODULE'],
    channels: { VOICE: 'error', CHAT: 'works', TASK: 'error', EMAIL: 'error' },
    writes: ["$.SegmentAttributes['connect:CustomerAuthentication'].*", '$.Customer.*'],
    participant: 'answers',
    notes:
      'The admin guide links a flow-language page that is not in the published topic list. Parameter names come from a builder based on designer exports.',
  },
  ConnectParticipantWithAgenticCX: {
    summary: 'Hands the conversation to an Agentic CX Designer application.',
    blocks: ['Agentic CX'],
    evidence: 'observed',
    page: 'https://docs.aws.amazon.com/connect/latest/adminguide/agentic-cx-block.html',
    parameters: {
      AgentConfiguration: {
        value: 'object',
        from: 'either',
        required: true,
        fields: {
          WorkspaceId: { value: 'text', from: 'either', required: true, note: 'Not checked at create.' },
          ApplicationId: { value: 'text', from: 'either', required: true },
          Alias: { value: 'text', from: 'either', required: true },
          ContextVariables: { value: 'map', from: 'either', entries: { most: 10 } },
        },
      },
      SpeechRecognitionConfiguration: {
        value: 'object',
        from: 'either',
        fields: {
          SpeechRecognitionEngine: {
            value: 'text',
            from: 'either',
            note: 'Transcribe and speech-to-speech exist; spellings unpublished.',
          },
        },
      },
      AudioFillerConfiguration: {
        value: 'object',
        from: 'either',
        fields: {
          Enabled: { value: 'boolean', from: 'static' },
          AudioType: { value: 'text', from: 'either', note: 'seven sounds in the designer' },
          StartDelayInMilliseconds: {
            value: 'number',
            from: 'either',
            range: [500, 5000],
            note: '500..5000, default 2500',
          },
          MinimumPlayDurationInMilliseconds: {
            value: 'number',
            from: 'either',
            range: [1000, 5000],
            note: '1000..5000, default 3000',
          },
          ResponseDeliveryDelayInMilliseconds: {
            value: 'number',
            from: 'either',
            range: [200, 1000],
            note: '200..1000, default 500',
          },
        },
      },
    },
    conditions: { operators: ['Equals'], compared: 'exit condition', required: ['Escalation'], only: true },
    errors: { required: ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'] },
    next: 'required',
    flowTypes: [
      'CONTACT_FLOW',
      'CUSTOMER_QUEUE',
      'CUSTOMER_HOLD',
      'CUSTOMER_WHISPER',
      'OUTBOUND_WHISPER',
      'AGENT_TRANSFER',
      'QUEUE_TRANSFER',
      'MODULE',
    ],
    channels: { VOICE: 'works', CHAT: 'works', TASK: 'error', EMAIL: 'error' },
    writes: ['$.AgenticCX.ContextVariables.*'],
    participant: 'answers',
    notes:
      'Next-generation instances only. NextAction = Default branch. Numbers and booleans here are real JSON numbers/booleans, unlike the rest of the language.',
  },
  ConnectParticipantWithLexBot: {
    summary: 'Runs a Lex conversation with the customer and branches on the intent.',
    blocks: ['Get customer input (Amazon Lex tab)'],
    evidence: 'documented',
    page: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-connectparticipantwithlexbot.html',
    parameters: {
      ...MESSAGE,
      LexV2Bot: {
        value: 'object',
        from: 'either',
        fields: { AliasArn: { value: 'text', from: 'either', note: 'Exactly one of LexV2Bot / LexBot.' } },
      },
      LexBot: {
        value: 'object',
        from: 'either',
        fields: {
          Name: { value: 'text', from: 'either', note: 'Lex V1.' },
          Region: { value: 'text', from: 'either' },
          Alias: { value: 'text', from: 'either' },
        },
      },
      LexSessionAttributes: { value: 'map', from: 'either' },
      LexInitializationData: {
        value: 'object',
        from: 'either',
        fields: {
          InitialMessage: {
            value: 'text',
            from: 'either',
            characters: [1, 1024],
            note: "Chat only; text up to 1,024 characters. $.Media.InitialMessage for the customer's first message.",
          },
        },
      },
      LexTimeoutSeconds: {
        value: 'object',
        from: 'either',
        fields: {
          Text: { value: 'integer', from: 'either', range: [60, 604800], note: 'Chat inactivity, 60..604800.' },
        },
      },
    },
    conditions: { operators: ['Equals'], compared: 'intent name returned by Lex' },
    errors: { required: ['NoMatchingError', 'NoMatchingCondition'], optional: ['InputTimeLimitExceeded'] },
    next: 'required',
    flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'MODULE'],
    pageFlowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
    channels: { VOICE: 'works', CHAT: 'works', TASK: 'error', EMAIL: 'error' },
    writes: [
      '$.Lex.IntentName',
      '$.Lex.Slots.*',
      '$.Lex.SessionAttributes.*',
      '$.Lex.DialogState',
      '$.Lex.IntentConfidence.Score',
      '$.Lex.SentimentResponse.*',
      '$.Lex.AlternativeIntents.*',
    ],
    participant: 'answers',
    exactlyOne: [['LexV2Bot', 'LexBot']],
    exclusive: [['PromptId', 'Text', 'SSML', 'Media']],
    notes:
      'One message property (or LexInitializationData) must be present. Sentiment override is exported as extra Compare actions chained from NoMatchingCondition (negative first). Action page says all channels; block page says task and email no.',
  },
  DisconnectParticipant: {
    summary: 'Disconnects the participant and stops the flow.',
    blocks: ['Disconnect / hang up'],
    evidence: 'documented',
    page: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-disconnectparticipant.html',
    parameters: {},
    conditions: null,
    errors: { required: [] },
    next: 'refused',
    flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'MODULE'],
    refusedIn: ['CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'],
    channels: ON_EVERY_CHANNEL,
    writes: [],
  },
  GetParticipantInput: {
    summary:
      'Collects DTMF: either one key to branch on (menu) or a string to store; also switches the touch-tone buffer.',
    blocks: ['Get customer input (DTMF tab)', 'Store customer input', 'Set Touchtone Buffer Behavior'],
    evidence: 'documented',
    page: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html',
    parameters: {
      PromptId: {
        value: 'text',
        from: 'either',
        note: 'Prompt id or ARN; whole value static or one JSONPath. Mutually exclusive with Text, SSML and Media.',
      },
      Text: {
        value: 'text',
        from: 'either',
        message: 'plain',
        filled: true,
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
      InputTimeLimitSeconds: {
        value: 'integer',
        from: 'static',
        range: [1, Number.MAX_SAFE_INTEGER],
        note: '> 0 (the designer offers 1..180, saved flows hold 300). Time to the first digit. Required in both modes (not in the buffer form).',
      },
      StoreInput: {
        value: 'text',
        from: 'static',
        oneOf: ['True', 'False', 'true'],
        note: 'False = menu form, True = store form; required in both (live). Only the buffer form writes it in lower case.',
      },
      InputValidation: {
        value: 'object',
        from: 'static',
        fields: {
          PhoneNumberValidation: {
            value: 'object',
            from: 'either',
            fields: {
              NumberFormat: { value: 'text', from: 'static', oneOf: ['Local', 'E164'] },
              CountryCode: { value: 'text', from: 'static', note: 'Two letters; needed with Local.' },
            },
          },
          CustomValidation: {
            value: 'object',
            from: 'either',
            fields: { MaximumLength: { value: 'integer', from: 'either' } },
          },
        },
        note: 'Required exactly when StoreInput is True; PhoneNumberValidation xor CustomValidation.',
      },
      InputEncryption: {
        value: 'object',
        from: 'either',
        fields: {
          EncryptionKeyId: { value: 'text', from: 'either', note: 'Only with CustomValidation (or the buffer form).' },
          Key: { value: 'text', from: 'either', note: 'PEM public key.' },
        },
      },
      DTMFConfiguration: {
        value: 'object',
        from: 'either',
        fields: {
          InputTerminationSequence: {
            value: 'text',
            from: 'either',
            characters: [1, 5],
            note: 'Up to five of 0-9 # *.',
          },
          DisableCancelKey: {
            value: 'text',
            from: 'static',
            oneOf: ['True', 'False'],
            note: 'Must be a string; a JSON boolean yields a misleading Invalid Action type error.',
          },
          InterdigitTimeLimitSeconds: { value: 'integer', from: 'either', range: [1, 20], note: '1..20, default 5' },
        },
      },
      EnableDTMFBuffer: {
        value: 'text',
        from: 'static',
        oneOf: ['true', 'false'],
        note: 'Buffer form: true starts buffering (30 characters), false stops and clears; the latter may carry StoreInput "true" and InputEncryption.',
      },
    },
    conditions: { operators: ['Equals'], compared: 'the pressed key', operands: DTMF_KEYS },
    errors: {
      required: ['NoMatchingError'],
      optional: ['NoMatchingCondition', 'InputTimeLimitExceeded', 'InvalidPhoneNumber'],
    },
    forms: {
      buffer: {
        when: [{ parameter: 'EnableDTMFBuffer', present: true }],
        errors: { required: ['NoMatchingError'] },
        conditions: null,
        writes: [],
      },
      storePhoneNumber: {
        when: [
          { parameter: 'StoreInput', is: 'True' },
          { parameter: 'InputValidation.PhoneNumberValidation', present: true },
        ],
        errors: {
          required: ['NoMatchingError'],
          optional: ['InvalidPhoneNumber'],
          refused: ['NoMatchingCondition', 'InputTimeLimitExceeded'],
        },
        conditions: null,
        requires: ['InputTimeLimitSeconds'],
        excludes: ['InputEncryption', 'InputValidation.CustomValidation'],
      },
      store: {
        when: [{ parameter: 'StoreInput', is: 'True' }],
        errors: { required: ['NoMatchingError'], refused: ['NoMatchingCondition', 'InputTimeLimitExceeded'] },
        conditions: null,
        requires: ['InputValidation', 'InputTimeLimitSeconds'],
      },
      menu: {
        when: [],
        errors: { required: ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'] },
        conditions: { operators: ['Equals'], compared: 'the pressed key', operands: DTMF_KEYS },
        requires: ['StoreInput', 'InputTimeLimitSeconds'],
        excludes: ['InputValidation', 'InputEncryption'],
        narrows: { StoreInput: { oneOf: ['True', 'False'] } },
        writes: [],
      },
    },
    next: 'required',
    flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'MODULE'],
    pageFlowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'],
    channels: { VOICE: 'works', CHAT: 'error', TASK: 'error', EMAIL: 'error' },
    writes: ['$.StoredCustomerInput'],
    participant: 'answers',
    exclusive: [['PromptId', 'Text', 'SSML', 'Media']],
    notes:
      'Store mode: a customer time-out takes SUCCESS with $.StoredCustomerInput = Timeout. One source forbids DTMFConfiguration in menu mode and InputTerminationSequence everywhere; AWS exports do carry InputTerminationSequence in store mode.',
  },
  MessageParticipant: {
    summary: 'Plays a prompt / speaks text, or sends a text message on non-voice channels.',
    blocks: ['Play prompt', 'Send message (text in chat)'],
    evidence: 'documented',
    page: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipant.html',
    parameters: {
      ...MESSAGE,
      SkipWhenDTMFBufferEnabled: {
        value: 'text',
        from: 'static',
        oneOf: ['true', 'false'],
        note: 'Skip or interrupt when the touch-tone buffer is on.',
      },
    },
    conditions: null,
    errors: { required: [], optional: ['NoMatchingError'] },
    next: 'required',
    flowTypes: [
      'CONTACT_FLOW',
      'CUSTOMER_QUEUE',
      'CUSTOMER_WHISPER',
      'AGENT_WHISPER',
      'OUTBOUND_WHISPER',
      'AGENT_TRANSFER',
      'QUEUE_TRANSFER',
      'MODULE',
    ],
    refusedIn: ['CUSTOMER_HOLD', 'AGENT_HOLD'],
    channels: { VOICE: 'works', CHAT: 'works', TASK: 'works', EMAIL: 'no effect' },
    writes: [],
    participant: 'listens',
    exactlyOne: [['PromptId', 'Text', 'SSML', 'Media']],
    notes:
      'Exactly one of PromptId/Text/SSML/Media. Non-voice channels support only Text. Email takes the error branch per the block page but the success branch per the channel table. Hold flows must use Loop prompts.',
  },
  MessageParticipantIteratively: {
    summary: 'Loops a list of messages to a waiting participant, optionally interrupting after a time.',
    blocks: ['Loop prompts'],
    evidence: 'documented',
    page: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipantiteratively.html',
    parameters: {
      Messages: {
        value: 'list',
        from: 'either',
        required: true,
        fields: {
          Text: { value: 'text', from: 'either', message: 'plain' },
          PromptId: { value: 'text', from: 'either' },
          SSML: { value: 'text', from: 'either', message: 'SSML' },
          Media: {
            value: 'object',
            from: 'either',
            fields: {
              Uri: { value: 'text', from: 'either', required: true },
              SourceType: { value: 'text', from: 'static', required: true, oneOf: ['S3'] },
              MediaType: { value: 'text', from: 'static', required: true, oneOf: ['Audio'] },
            },
          },
        },
        entries: { least: 1 },
        exactlyOne: ['Text', 'PromptId', 'SSML', 'Media'],
        note: 'Each entry exactly one of {Text},{PromptId},{SSML},{Media:{Uri,SourceType:S3,MediaType:Audio}}.',
      },
      InterruptFrequencySeconds: {
        value: 'integer',
        from: 'static',
        range: [1, Number.MAX_SAFE_INTEGER],
        note: 'Customer queue flows; pairs with the MessagesInterrupted condition.',
      },
      ContinueMessagingDuringInterrupt: {
        value: 'text',
        from: 'static',
        oneOf: ['true', 'false'],
        note: 'Undocumented; flows that AWS deploys hold "true".',
      },
    },
    conditions: null,
    errors: { required: [], optional: ['NoMatchingError'] },
    forms: {
      interrupted: {
        when: [{ parameter: 'InterruptFrequencySeconds', present: true }],
        errors: { required: [], optional: ['NoMatchingError'] },
        conditions: {
          operators: ['Equals'],
          compared: 'the result of the loop',
          required: ['MessagesInterrupted'],
          only: true,
        },
      },
    },
    next: 'optional',
    flowTypes: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD', 'MODULE'],
    channels: { VOICE: 'works', CHAT: 'error', TASK: 'error', EMAIL: 'error' },
    writes: [],
    participant: 'listens',
    notes:
      'On chat it goes straight to the error branch; without one the flow stops and the contact goes to the next agent.',
  },
  ShowView: {
    summary: 'Shows a UI view to the agent (guide) or chat customer and branches on the chosen action.',
    blocks: ['Show view'],
    evidence: 'documented',
    page: 'https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-showview.html',
    parameters: {
      ViewResource: {
        value: 'object',
        from: 'either',
        required: true,
        fields: {
          Id: { value: 'text', from: 'either', required: true, note: 'View id or ARN, may embed :version.' },
          Version: { value: 'text', from: 'static' },
        },
      },
      InvocationTimeLimitSeconds: { value: 'integer', from: 'static', required: true },
      ViewData: { value: 'json', from: 'either', note: 'Free-form, may be nested.' },
      SensitiveDataConfiguration: {
        value: 'object',
        from: 'either',
        fields: { HideResponseOn: { value: 'list', from: 'static', oneOf: ['TRANSCRIPT'] } },
      },
    },
    conditions: { operators: ['Equals'], compared: 'the view action' },
    errors: { required: ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'] },
    next: 'required',
    flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'MODULE'],
    channels: ON_EVERY_CHANNEL,
    writes: ['$.Views.Action', '$.Views.ViewResultData'],
    participant: 'answers',
    notes:
      "All three errors are required at create. Input + attributes should stay under 16 KB. Runs on the guide's own chat contact, so block page lists every contact type.",
  },
  TransferParticipantToThirdParty: {
    summary: 'Calls an external number and bridges or hands over the customer.',
    blocks: ['Transfer to phone number'],
    evidence: 'observed',
    page: 'https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-phone-number.html',
    parameters: {
      ThirdPartyPhoneNumber: { value: 'text', from: 'either', required: true, note: 'E.164 or JSONPath.' },
      ThirdPartyConnectionTimeLimitSeconds: { value: 'integer', from: 'either', required: true },
      ContinueFlowExecution: {
        value: 'text',
        from: 'static',
        required: true,
        oneOf: ['True', 'False'],
        note: 'Resume flow after disconnect.',
      },
      ThirdPartyDTMFDigits: { value: 'text', from: 'either', note: 'A comma pauses 750 ms.' },
      CallerId: {
        value: 'object',
        from: 'either',
        fields: {
          Number: { value: 'text', from: 'either' },
          Name: { value: 'text', from: 'either', note: 'Avoid ; / ? : @ & = + $ ,' },
        },
      },
    },
    conditions: null,
    errors: { required: ['NoMatchingError'], optional: ['ConnectionTimeLimitExceeded', 'CallFailed'] },
    forms: {
      resumes: {
        when: [{ parameter: 'ContinueFlowExecution', is: 'True' }],
        errors: { required: ['NoMatchingError', 'CallFailed', 'ConnectionTimeLimitExceeded'] },
        conditions: null,
      },
    },
    next: 'required',
    flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'MODULE'],
    channels: { VOICE: 'works', CHAT: 'error', TASK: 'error', EMAIL: 'error' },
    writes: [],
    participant: 'waits',
    notes: 'With ContinueFlowExecution False every export has only NoMatchingError and success ends the flow.',
  },
} as const satisfies ActionSpecs;
