import type { JsonObject } from '../../../lib/language';
import { entryOf } from '../../../lib/simulate/behaviors/keypad';
import { international } from '../../../lib/simulate/calling-codes';
import { bufferKey } from '../../../lib/simulate/contact-settings';
import { hangUp, say, step } from '../script';
import { hearing, play, secondsUntil } from '../world';

const RULES = { mostDigits: 20, endsWith: '#', starCancels: true, pauseSeconds: 5 };

describe('An entry', () => {
  test.each([
    ['123#', {}, '123', 0],
    ['123', {}, '123', 5],
    ['12345', { mostDigits: 3 }, '123', 0],
    ['12*34#', {}, '34', 0],
    ['12*34#', { starCancels: false }, '12*34', 0],
    ['12##34##', { endsWith: '##' }, '12', 0],
    ['1,,2#', {}, '12', 2],
    ['1,,2#', { pauseSeconds: 2 }, '1', 2],
    ['1,,', { pauseSeconds: 5 }, '1', 5],
    ['*', {}, '', 5],
  ])('of the keys %s under %j is %s', (keys, rules, digits, seconds) => {
    expect(entryOf(keys, { ...RULES, ...rules })).toEqual({ digits, milliseconds: seconds * 1000 });
  });
});

test.each([
  ['5555550123', 'US', '+15555550123'],
  ['15555550123', 'us', '+15555550123'],
  ['03012345', 'DE', '+493012345'],
  ['0612345', 'IT', '+390612345'],
  ['12345', 'XX', '12345'],
  ['+4930', 'US', '+4930'],
])('%s in %s is %s', (digits, country, number) => {
  expect(international(digits, country)).toBe(number);
});

const store = (more: JsonObject) =>
  step('GetParticipantInput', { Text: 'Number?', StoreInput: 'True', InputTimeLimitSeconds: '7', ...more });
const CUSTOM = { InputValidation: { CustomValidation: { MaximumLength: '4' } } };
const told = [say('[$.StoredCustomerInput]'), hangUp()];
const entering = (more: JsonObject, keys: string) => hearing([store(more), ...told], { customer: { presses: [keys] } });

describe('Store customer input', () => {
  test('ends at its length, at its keys, or after its pause', async () => {
    expect(await entering(CUSTOM, '123456')).toContain('[1234]');
    expect(await entering({ ...CUSTOM, DTMFConfiguration: { InputTerminationSequence: '**' } }, '1**2')).toContain(
      '[1]',
    );
    expect(await entering({ ...CUSTOM, DTMFConfiguration: { InterdigitTimeLimitSeconds: '2' } }, '1,,2')).toContain(
      '[1]',
    );
  });

  test('takes its time: a second until the first key, and the pause at the end', async () => {
    const result = await play([store(CUSTOM), ...told], { customer: { presses: ['12'] } });
    expect(secondsUntil(result, '[12]')).toBe(7);
  });

  test('takes a cancelled entry for none', async () => {
    expect(await entering(CUSTOM, '12*')).toContain('[Timeout]');
    expect(await entering({ ...CUSTOM, DTMFConfiguration: { DisableCancelKey: 'True' } }, '12*#')).toContain('[12*]');
  });

  test('keeps no digits of what it encrypts', async () => {
    expect(await entering({ ...CUSTOM, InputEncryption: { EncryptionKeyId: 'k', Key: 'pem' } }, '1234')).toContain(
      '[[encrypted]]',
    );
  });

  test('keeps a phone number as is assumed', async () => {
    const phone = { InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'DE' } } };
    const run = (storedPhoneNumber: 'e164' | 'asEntered') =>
      hearing(
        [store(phone), ...told],
        { customer: { presses: ['03012345#'] } },
        {},
        { assumptions: { storedPhoneNumber } },
      );
    expect(await run('e164')).toContain('[+493012345]');
    expect(await run('asEntered')).toContain('[03012345]');
  });
});

describe('The touch-tone buffer', () => {
  const buffer = (on: string) => step('GetParticipantInput', { EnableDTMFBuffer: on });
  const news = step('MessageParticipant', { Text: 'News.', SkipWhenDTMFBufferEnabled: 'true' });
  const menu = step(
    'GetParticipantInput',
    { Text: 'Key?', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      when: [['Equals', '1', [say('One.'), store(CUSTOM), ...told]]],
      errors: { InputTimeLimitExceeded: [say('None.'), hangUp()] },
    },
  );
  /** Keys pressed while the first prompt plays. */
  const early = (script: Parameters<typeof play>[0], keys: string) =>
    play(
      script,
      {},
      {},
      {
        onStep: ({ action, contact }) => {
          if (action.Type === 'MessageParticipant') bufferKey(contact, keys);
        },
      },
    );
  const heard = async (script: Parameters<typeof play>[0], keys: string) =>
    (await early(script, keys)).transcript.filter(({ kind }) => kind === 'hears').map(({ text }) => text.slice(1, -1));

  test('keeps keys for menus and entries to come, which then play no prompt', async () => {
    expect(await heard([buffer('true'), say('Hello.'), menu], '1')).toEqual(['Hello.', 'One.', '[1]']);
  });

  test('skips prompts that are to be skipped', async () => {
    expect(await heard([buffer('true'), news, say('Hello.'), hangUp()], '1')).toEqual(['Hello.']);
    expect(await heard([news, hangUp()], '1')).toEqual(['News.']);
  });

  test('is cleared when it is switched off, and keeps nothing while it is off', async () => {
    expect(await heard([buffer('true'), say('Hello.'), buffer('false'), menu], '1')).toContain('None.');
    expect(await heard([say('Hello.'), menu], '1')).toContain('None.');
  });

  test('has room for 30 keys', async () => {
    expect(await heard([buffer('true'), say('Hello.'), menu], '1'.repeat(31))).toContain('None.');
  });
});
