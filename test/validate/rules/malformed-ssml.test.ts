import { ssmlFaultOf } from '../../../lib/validate/ssml';
import { action, flowOf, found, say, TOKEN } from '../small-flows';

test.each([
  '<speak>Hello.</speak>',
  '<break time="1s"/>',
  '<speak><amazon:effect name="whispered">Hello</amazon:effect> $.Attributes.name &amp; more.</speak>',
  '<speak><!-- a remark --><p>One</p><p>Two</p></speak>',
  'No markup at all',
])('%p is well-formed', (text) => {
  expect(ssmlFaultOf(text)).toBeUndefined();
});

test.each([
  ['<speak>Hello.', '<speak> is not closed'],
  ['<speak><p>Hello.</speak></p>', '</speak> closes what is not open'],
  ['<speak>Hello.</speak></speak>', '</speak> closes what is not open'],
  ['<speak>You & me</speak>', 'it holds an "&" that is not written as "&amp;"'],
  ['<speak>1 < 2</speak>', 'it holds a "<" or ">" that belongs to no tag'],
])('%p is not', (text, fault) => {
  expect(ssmlFaultOf(text)).toBe(fault);
});

test('Plain text may hold what would be markup', () => {
  expect(found('malformed-ssml', flowOf(say('Fish & chips < 5')))).toEqual([]);
  expect(found('malformed-ssml', flowOf(say('<speak>Fish & chips</speak>')))).toHaveLength(1);
});

test('What is filled in later may be well-formed', () => {
  expect(found('malformed-ssml', flowOf(action('MessageParticipant', { SSML: `<speak>${TOKEN}` })))).toEqual([]);
});

test('Very long and very deep markup is read in one go', () => {
  expect(ssmlFaultOf('<p>'.repeat(100_000))).toBe('<p> is not closed');
  expect(ssmlFaultOf(`<p ${'x'.repeat(200_000)}`)).toBeDefined();
});
