import { redact, redactText } from '../../lib/runtime';

describe('A log line', () => {
  test.each([
    ['E.164', '+15555550100', '[phone …00]'],
    ['spaces', '+49 151 0000 0001', '[phone …01]'],
    ['an American way', 'from 555-555-0123 today', 'from [phone …23] today'],
    ['a German way', '0151/1234567', '[phone …67]'],
    ['digits only', 'id 4568459', 'id [phone …59]'],
    ['Arabic digits', '٠١٢٣٤٥٦٧', '[phone …٦٧]'],
  ])('shows only the end of a phone number written with %s', (_, text, shown) => {
    expect(redactText(text)).toBe(shown);
  });

  test.each(['ana@example.com', 'a.b+tag@mail.example.co.uk', 'jürgen@bücher.example', '15555550100@example.com'])(
    'does not show the address %s',
    (address) => {
      expect(redactText(`to ${address}, please`)).toBe('to [e-mail], please');
    },
  );

  test.each([
    '0b6f1d7e-1111-4222-8333-a00000000002',
    '12345678-1234-1234-1234-123456789012',
    'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001/contact-flow/1',
    'arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:journey-rules',
    'extension 123456',
  ])('keeps %s readable', (text) => {
    expect(redactText(text)).toBe(text);
  });

  test('shows no number that stands beside an ARN', () => {
    expect(redactText('arn:aws:connect:eu-central-1:111122223333:instance/i,+15555550100')).toBe(
      'arn:aws:connect:eu-central-1:111122223333:instance/i,[phone …00]',
    );
  });

  test('is redacted at any depth, keys and numbers too', () => {
    expect(redact({ a: [{ '+15555550100': 'x' }, 15555550100, 42, null, true], b: 'ana@example.com' })).toEqual({
      a: [{ '[phone …00]': 'x' }, '[phone …00]', 42, null, true],
      b: '[e-mail]',
    });
  });

  test('is redacted in linear time', () => {
    const megabyte = ['a', '1.', '+', 'arn:aws', 'a@', '(', '0b6f1d7e-', '1 (.'].map((part) =>
      part.repeat(1_000_000 / part.length),
    );
    expect(megabyte.map((text) => redactText(text).length > 0)).not.toContain(false);
  }, 5_000);
});
