import type { JsonObject } from '../../../lib/language';
import {
  flow,
  hangUp,
  loopPrompts,
  promptArn,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
} from '../script';
import { ANA, heardBy, hearing, linksOf, play, secondsUntil, texts } from '../world';

const branch = (text: string): Script => [say(text), hangUp()];
const errors = { NoMatchingError: branch('Error.') };

describe('Play prompt', () => {
  test('speaks text, and takes the longer the more there is to say', async () => {
    const short = await play([say('Hi.'), say('Next.'), hangUp()]);
    const long = await play([say('A'.repeat(150)), say('Next.'), hangUp()]);
    expect(secondsUntil(short, 'Next.')).toBe(1);
    expect(secondsUntil(long, 'Next.')).toBe(10);
  });

  test('speaks SSML without its marks, and keeps its pauses', async () => {
    const ssml = step('MessageParticipant', {
      SSML: '<speak>One <break time="2s"/> two <break time="500ms"/></speak>',
    });
    const result = await play([ssml, say('Next.'), hangUp()]);
    expect(heardBy(result, 'Customer')[0]).toBe('“One two”');
    expect(secondsUntil(result, 'Next.')).toBe(3.5);
  });

  test('takes text for SSML only where it says so', async () => {
    expect(await hearing([say('<speak>Hello <break time="1s"/>there</speak>'), hangUp()])).toEqual(['Hello there']);
    expect(await hearing([say('Fewer than <5>, more than 3'), hangUp()])).toEqual(['Fewer than <5>, more than 3']);
  });

  test('plays a prompt from the library by its name', async () => {
    const prompts = [{ arn: promptArn('Jingle'), name: 'Jingle.wav' }];
    const jingle = step('MessageParticipant', { PromptId: promptArn('Jingle') });
    expect(await hearing([jingle, hangUp()], {}, { prompts })).toEqual(['[plays Jingle.wav]']);
  });

  test('plays audio from S3', async () => {
    const media = step('MessageParticipant', {
      Media: { Uri: 's3://bucket/$.Attributes.lang/hello.wav', SourceType: 'S3', MediaType: 'Audio' },
    });
    expect(await hearing([setAttributes({ lang: 'de' }), media, hangUp()])).toEqual([
      '[plays s3://bucket/de/hello.wav]',
    ]);
  });

  test('without a message leaves by its error branch', async () => {
    expect(await hearing([step('MessageParticipant', {}, { errors }), hangUp()])).toEqual(['Error.']);
  });

  test('takes no time on a chat', async () => {
    expect(secondsUntil(await play([say('A'.repeat(150)), say('Next.'), hangUp()], { channel: 'CHAT' }), 'Next.')).toBe(
      0,
    );
  });
});

describe('Loop prompts', () => {
  const waiting: Script = [setHook('CustomerQueue', 'Waiting'), setQueue('Sales'), toQueue()];
  const loops = (parameters: JsonObject, then: Script = []) =>
    step('MessageParticipantIteratively', parameters, {
      when: [['Equals', 'MessagesInterrupted', then]],
      errors,
    });
  const inQueue = (script: Script) => play(waiting, {}, { flows: [flow('Waiting', 'CUSTOMER_QUEUE', script)] });
  const Messages = [{ Text: 'One.' }, { Text: 'Two.' }];

  test('plays its messages in turn', async () => {
    expect(heardBy(await inQueue([loops({ Messages })]), 'Customer')).toEqual(['“One.”', '“Two.”']);
  });

  test('is interrupted after its time', async () => {
    const result = await inQueue([
      loops({ Messages, InterruptFrequencySeconds: '45' }, [say('Press 1.'), loopPrompts('Music.')]),
    ]);
    expect(secondsUntil(result, 'Press 1.')).toBe(45);
  });

  test('is interrupted in the middle of a message', async () => {
    const long = [{ Text: 'A'.repeat(600) }];
    const result = await inQueue([
      loops({ Messages: long, InterruptFrequencySeconds: '5' }, [say('Press 1.'), loopPrompts('Music.')]),
    ]);
    expect(secondsUntil(result, 'Press 1.')).toBe(5);
  });

  test('stops when an agent has accepted and heard the whisper', async () => {
    const result = await play(
      waiting,
      { agents: [ANA] },
      { flows: [flow('Waiting', 'CUSTOMER_QUEUE', [loops({ Messages })])] },
    );
    expect(result.contacts[0]?.runs[1]?.end).toBe(result.contacts[0]?.dequeued);
  });

  test('without messages leaves by its error branch', async () => {
    expect(heardBy(await inQueue([loops({ Messages: [] })]), 'Customer')).toEqual(['“Error.”']);
  });
});

describe('Get customer input: a menu', () => {
  const menu = step(
    'GetParticipantInput',
    { Text: 'Press 1 or 2.', StoreInput: 'False', InputTimeLimitSeconds: '7' },
    {
      when: [
        ['Equals', '1', branch('One.')],
        ['Equals', '#', branch('Hash.')],
      ],
      errors: {
        InputTimeLimitExceeded: branch('Too late.'),
        NoMatchingCondition: branch('No such key.'),
        NoMatchingError: branch('Error.'),
      },
    },
  );
  const pressing = (...presses: string[]) => hearing([menu], { customer: { presses } });

  test('follows the key that was pressed', async () => {
    expect(await pressing('1')).toEqual(['Press 1 or 2.', 'One.']);
    expect(await pressing('#')).toEqual(['Press 1 or 2.', 'Hash.']);
  });

  test('leaves by "no match" for a key without a branch', async () => {
    expect(await pressing('9')).toEqual(['Press 1 or 2.', 'No such key.']);
  });

  test('leaves by "timeout" when nothing is pressed, after its time', async () => {
    const result = await play([menu]);
    expect(texts(result)).toContain('“Too late.”');
    expect(secondsUntil(result, 'Too late.')).toBe(8);
  });

  test('is an error on a chat', async () => {
    expect(await hearing([menu], { channel: 'CHAT', customer: { presses: ['1'] } })).toEqual(['Error.']);
  });

  test('takes one key; the next menu takes the next', async () => {
    const twice = step('GetParticipantInput', menu.parameters, {
      when: [['Equals', '1', [menu]]],
      errors: menu.errors ?? {},
    });
    expect(await hearing([twice], { customer: { presses: ['1', '9'] } })).toContain('No such key.');
  });

  test('that the agent hears takes no key of the customer', async () => {
    const whisper = flow('Whisper', 'AGENT_WHISPER', [menu]);
    const script = [setHook('AgentWhisper', 'Whisper'), setQueue('Sales'), toQueue()];
    const result = await play(script, { agents: [ANA], customer: { presses: ['1'] } }, { flows: [whisper] });
    expect(heardBy(result, 'ana')).toContain('“Too late.”');
  });
});

describe('Store customer input', () => {
  const store = (more: JsonObject = {}, invalid: Script = branch('Invalid.')) =>
    step(
      'GetParticipantInput',
      { Text: 'Your number?', StoreInput: 'True', InputTimeLimitSeconds: '7', ...more },
      { errors: { NoMatchingError: branch('Error.'), InvalidPhoneNumber: invalid } },
    );
  const tell = [say('[$.StoredCustomerInput]'), hangUp()];
  const entering = (step_: ReturnType<typeof store>, ...presses: string[]) =>
    hearing([step_, ...tell], { customer: { presses } });
  const phone = (NumberFormat: string): JsonObject => ({
    InputValidation: {
      PhoneNumberValidation: { NumberFormat, ...(NumberFormat === 'Local' && { CountryCode: 'US' }) },
    },
  });
  const CUSTOM = { InputValidation: { CustomValidation: { MaximumLength: '20' } } };

  test('stores what was entered', async () => {
    expect(await entering(store(CUSTOM), '12345')).toEqual(['Your number?', '[12345]']);
  });

  test('stores the word Timeout when nothing was entered, and goes on by success', async () => {
    expect(await entering(store(CUSTOM))).toEqual(['Your number?', '[Timeout]']);
  });

  test.each([
    ['Local', '5555550123', '[+15555550123]'],
    ['Local', '12', 'Invalid.'],
    ['E164', '+15555550123', '[+15555550123]'],
    ['E164', '123', 'Invalid.'],
  ])('checks a phone number of format %s: %s', async (format, digits, said) => {
    expect((await entering(store(phone(format)), digits))[1]).toBe(said);
  });

  test('takes a time-out for no invalid phone number', async () => {
    expect(await entering(store(phone('Local')))).toEqual(['Your number?', '[Timeout]']);
  });

  test('tells how many digits were entered', async () => {
    const said = async (digits: string) =>
      texts(await play([store(CUSTOM), hangUp()], { customer: { presses: [digits] } }));
    expect(await said('7')).toContain('enters • (1 digit)');
    expect(await said('12')).toContain('enters •• (2 digits)');
  });

  test('does not write what was entered into the transcript', async () => {
    const result = await play([store(CUSTOM), hangUp()], { customer: { presses: ['4929123412341234'] } });
    expect(JSON.stringify(result.transcript.map(({ text }) => text))).not.toContain('4929');
  });
});

describe('Get customer input: a bot', () => {
  const bot = step(
    'ConnectParticipantWithLexBot',
    { Text: 'How can I help?', LexV2Bot: { AliasArn: 'arn:aws:lex:eu-central-1:111122223333:bot-alias/A/B' } },
    {
      when: [['Equals', 'Billing', branch('Intent $.Lex.IntentName.')]],
      errors: { NoMatchingCondition: branch('No intent.'), NoMatchingError: branch('Error.') },
    },
  );

  test('follows the intent', async () => {
    expect(await hearing([bot], { customer: { says: ['Billing'] } })).toEqual(['How can I help?', 'Intent Billing.']);
  });

  test('leaves by "no match" for an intent without a branch', async () => {
    expect(await hearing([bot], { customer: { says: ['Weather'] } })).toEqual(['How can I help?', 'No intent.']);
  });

  test('leaves by its error branch when nothing is said', async () => {
    expect(await hearing([bot])).toEqual(['How can I help?', 'Error.']);
  });

  test('leaves by its time-out branch, where it has one', async () => {
    const patient = { ...bot, errors: { ...bot.errors, InputTimeLimitExceeded: branch('Too late.') } };
    expect(await hearing([patient], { channel: 'CHAT' })).toEqual(['How can I help?', 'Too late.']);
  });

  test('works on a chat', async () => {
    expect(await hearing([bot], { channel: 'CHAT', customer: { says: ['Billing'] } })).toContain('Intent Billing.');
  });
});

describe('Show view', () => {
  const view = step(
    'ShowView',
    { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '60' },
    {
      when: [['Equals', 'Submit', branch('Submitted.')]],
      errors: { TimeLimitExceeded: branch('Too late.'), NoMatchingCondition: branch('Other.'), ...errors },
    },
  );

  test('follows the action that was chosen', async () => {
    expect(await hearing([view], { channel: 'CHAT', customer: { says: ['Submit'] } })).toEqual(['Submitted.']);
  });

  test('runs into its time limit when nothing is chosen', async () => {
    expect(secondsUntil(await play([view], { channel: 'CHAT' }), 'Too late.')).toBe(60);
  });
});

describe('Transfer to phone number', () => {
  const transfer = (resumes: string) =>
    step(
      'TransferParticipantToThirdParty',
      {
        ThirdPartyPhoneNumber: '$.Attributes.number',
        ThirdPartyConnectionTimeLimitSeconds: '30',
        ContinueFlowExecution: resumes,
      },
      {
        errors: {
          CallFailed: branch('Call failed.'),
          ConnectionTimeLimitExceeded: branch('No answer.'),
          NoMatchingError: branch('Error.'),
        },
      },
    );
  const script = (resumes: string): Script => [
    setAttributes({ number: '+15555550177' }),
    transfer(resumes),
    say('Welcome back.'),
    hangUp(),
  ];

  test('puts the caller through for good, on a contact of its own', async () => {
    const result = await play(script('False'));
    expect(texts(result)).toContain('calls +15555550177');
    expect(texts(result)).toContain('Customer and +15555550177 talk');
    expect(texts(result)).not.toContain('“Welcome back.”');
    expect(linksOf(result)).toEqual([
      'C1 INBOUND initial - previous - next C2',
      'C2 EXTERNAL_OUTBOUND initial C1 previous C1 next -',
    ]);
    expect(result.contacts.map(({ state }) => state)).toEqual(['ended', 'ended']);
  });

  test('gives the caller back when the flow is to resume', async () => {
    expect(await hearing(script('True'))).toEqual(['Welcome back.']);
  });

  test('leaves by its branch when the third party does not answer in time', async () => {
    const result = await play(script('True'), { customer: { thirdPartyAnswers: false } });
    expect(secondsUntil(result, 'No answer.')).toBe(30);
  });
});

describe('Disconnect', () => {
  test('ends the contact, and what stands behind it is not played', async () => {
    const result = await play([say('Goodbye.'), hangUp()]);
    expect(result.contacts[0]).toMatchObject({ state: 'ended', disconnectReason: 'CONTACT_FLOW_DISCONNECT' });
  });
});
