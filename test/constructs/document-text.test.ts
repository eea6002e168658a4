import { Aws, Lazy, Token } from 'aws-cdk-lib/core';
import { documentText } from '../../lib/constructs/document-text';
import { type FlowDocument, read, write } from '../../lib/language';
import { greeting, queueNamed, smallCentre } from './small-centre';

/** What a template gets of a flow that says a text, and what it refers to. */
const written = (say: (centre: ReturnType<typeof smallCentre>) => unknown) => {
  const centre = smallCentre();
  const document = JSON.parse(JSON.stringify(greeting('?')), (_, value) =>
    value === '?' ? say(centre) : value,
  ) as FlowDocument;
  const { property, text, references } = documentText(centre.stack, document);
  const [resolved, fromText] = [property, text].map((each) => centre.stack.resolve(each));
  expect(resolved).toEqual(fromText);
  return { resolved, references: [...references].map(({ node }) => node.path) };
};

/** The text that a deployment makes of a value. */
const deployed = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join'?: [string, unknown[]] };
  return join === undefined ? 'FILLED-IN' : join[1].map(deployed).join(join[0]);
};

const spokenIn = (value: unknown): unknown =>
  (JSON.parse(deployed(value)) as FlowDocument).Actions[0]?.Parameters?.Text;

describe('The text of a document', () => {
  test('without references is the document', () => {
    const { stack } = smallCentre();
    const document = greeting('Hello.');
    const text = write(document, { indent: 'compact' });
    expect(documentText(stack, document)).toEqual({ text, property: text, references: new Set() });
  });

  test('keeps how it was spelt, with references in it', () => {
    const { stack } = smallCentre();
    const spelling = write(greeting(`<${Aws.REGION}>`), { indent: 'compact' }).replace('<', '\\u003c');
    expect(deployed(stack.resolve(documentText(stack, read(spelling)).property))).toContain(
      '"Text":"\\u003cFILLED-IN>"',
    );
  });

  test('tells what it refers to', () => {
    const { resolved, references } = written((centre) => `To ${queueNamed(centre, 'Billing').queueArn}.`);
    expect(spokenIn(resolved)).toBe('To FILLED-IN.');
    expect(references).toEqual(['Centre/Billing/Resource']);
  });

  test('tells what it refers to through other values', () => {
    const { resolved, references } = written((centre) => {
      const billing = queueNamed(centre, 'Billing');
      return Lazy.string({ produce: () => `queue ${billing.queueArn}` });
    });
    expect(spokenIn(resolved)).toBe('queue FILLED-IN');
    expect(references).toEqual(['Centre/Billing/Resource']);
  });

  test.each([
    ['a text with quotes', 'He said "hello".\n'],
    ['a text with a backslash', 'C:\\flows'],
  ])('stays JSON where a reference turns out to be %s', (_what, said) => {
    expect(spokenIn(written(() => Lazy.string({ produce: () => said })).resolved)).toBe(said);
  });

  test('stays JSON where such a text holds a reference', () => {
    const { resolved } = written((centre) => {
      const billing = queueNamed(centre, 'Billing');
      return Lazy.string({ produce: () => `"${billing.queueArn}"` });
    });
    expect(spokenIn(resolved)).toBe('"FILLED-IN"');
  });

  test('takes numbers and lists that are known later', () => {
    expect(spokenIn(written(() => Token.asNumber(Lazy.number({ produce: () => 7 }))).resolved)).toBe(7);
    expect(spokenIn(written(() => Lazy.list({ produce: () => ['a', 'b'] })).resolved)).toEqual(['a', 'b']);
  });

  test('is the same where one reference stands twice', () => {
    const { resolved, references } = written((centre) => {
      const { queueArn } = queueNamed(centre, 'Billing');
      return `${queueArn} and ${queueArn}`;
    });
    expect(spokenIn(resolved)).toBe('FILLED-IN and FILLED-IN');
    expect(references).toHaveLength(1);
  });
});
