import { FlowReadError, read } from '../../lib/language';

const FLOW =
  '{"Version":"2019-10-30","StartAction":"bye","Actions":[{"Identifier":"bye","Type":"DisconnectParticipant"}]}';

const refusal = (text: string, origin?: string): FlowReadError => {
  try {
    read(text, origin);
  } catch (error) {
    if (error instanceof FlowReadError) return error;
    throw error;
  }
  throw new Error('was read');
};

const withAction = (action: string): string => `{"Version":"1","StartAction":"a","Actions":[${action}]}`;

describe('Reading a flow', () => {
  test('A flow comes back as plain data', () => {
    expect(read(FLOW)).toEqual(JSON.parse(FLOW));
  });

  test('A byte order mark is passed over', () => {
    expect(read(`\ufeff${FLOW}`).StartAction).toBe('bye');
  });

  test.each([
    ['an answer of DescribeContactFlow', { ContactFlow: { Name: 'Main', Content: FLOW } }],
    ['an answer of DescribeContactFlowModule', { ContactFlowModule: { Content: FLOW } }],
    ['the ContactFlow part of an answer', { Id: 'x', Content: FLOW }],
    ['a JSON string', FLOW],
    ['an answer that was turned to a string once more', JSON.stringify({ ContactFlow: { Content: FLOW } })],
  ])('The flow inside %s is read', (_, wrapped) => {
    expect(read(JSON.stringify(wrapped)).Actions).toHaveLength(1);
  });

  test('A fault inside an answer is placed in its Content', () => {
    const { message } = refusal(JSON.stringify({ ContactFlow: { Content: '{"Version":}' } }), 'answer.json');
    expect(message).toMatch(/^answer\.json \(ContactFlow\.Content\) cannot be read at line 1, column 12: /);
  });

  test('A key named __proto__ is a key like any other', () => {
    const document = read(FLOW.replace('{', '{"__proto__":{"polluted":true},'));
    expect(Object.keys(document)).toContain('__proto__');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
  });
});

describe('Text that is not JSON', () => {
  test('The fault is named with its line and column, and with what to do', () => {
    const error = refusal('{\n  "Version": "1",\n}', 'main.json');
    expect(error).toMatchObject({ kind: 'not-json', place: { line: 2, column: 17 } });
    expect(error.message).toBe(
      'main.json cannot be read at line 2, column 17: a comma stands before "}"; remove that comma.',
    );
  });

  test.each([
    ['nothing at all', ' ', 'there is nothing in it'],
    ['a missing comma', '{"a":1 "b":2}', 'missing comma'],
    ['single quotes', "{'a':1}", 'a key in double quotes'],
    ['a string without end', '{"a":"x', 'a string has no end'],
    ['a string that ends in a backslash', '"\\', 'a string has no end'],
    ['an unknown escape', '"\\x41"', 'unknown escape'],
    ['a line end in a string', '"a\nb"', 'control character'],
    ['a leading zero', '[01]', '"," or "]"'],
    ['a bare word', '[NaN]', 'a value is expected'],
    ['a second value', '{} {}', 'one JSON value only'],
    ['a missing colon', '{"a" 1}', '":" is expected'],
    ['a text that breaks off', '{"a":', 'the end of the text'],
  ])('%s is refused', (_, text, part) => {
    const error = refusal(text);
    expect(error.kind).toBe('not-json');
    expect(error.message).toContain(part);
  });

  test('A key that stands twice in one object is refused, whatever its spelling', () => {
    expect(refusal('{"a":1,"\\u0061":2}')).toMatchObject({ kind: 'duplicate-key', place: { line: 1, column: 8 } });
    expect(refusal('{"__proto__":1,"__proto__":2}').kind).toBe('duplicate-key');
  });

  test.each(['[', '{"a":', '[{"a":'])('Endless nesting by %s ends in a message, not in a stack overflow', (opening) => {
    expect(refusal(opening.repeat(300_000)).kind).toBe('too-deep');
  });

  test('A text of many megabytes is refused unread', () => {
    expect(refusal(' '.repeat(16_000_001))).toMatchObject({ kind: 'too-large' });
  });
});

describe('JSON that is not a flow', () => {
  test.each([
    ['{"Version":"1"}', 'it has no StartAction and no Actions'],
    ['{}', 'it has no Version and no StartAction and no Actions'],
    ['[]', 'it is a list'],
    ['null', 'it is null'],
    ['7', 'it is the number 7'],
    ['{"Version":1,"StartAction":"a","Actions":[]}', 'Version must be text and is the number 1'],
    ['{"Version":"1","StartAction":"a","Actions":{}}', 'Actions must be a list and is an object'],
    [withAction('7'), 'Actions[0] must be an object and is the number 7'],
    [withAction('{"Identifier":"a"}'), 'Actions[0].Type must be text and is missing'],
    [withAction('{"Identifier":1,"Type":"Wait"}'), 'Actions[0].Identifier must be text'],
    [withAction('{"Identifier":"a","Type":"Wait","Parameters":null}'), 'Actions[0].Parameters must be an object'],
    [withAction('{"Identifier":"a","Type":"Wait","Transitions":[]}'), 'Actions[0].Transitions must be an object'],
    [
      withAction('{"Identifier":"a","Type":"Wait","Transitions":{"NextAction":null}}'),
      'Actions[0].Transitions.NextAction must be text and is null',
    ],
    [
      withAction('{"Identifier":"a","Type":"Wait","Transitions":{"Errors":[{"ErrorType":["x"]}]}}'),
      'Actions[0].Transitions.Errors[0].ErrorType must be text and is a list',
    ],
    [
      withAction('{"Identifier":"a","Type":"Wait","Transitions":{"Conditions":[{"Condition":{"Operator":{}}}]}}'),
      'Actions[0].Transitions.Conditions[0].Condition.Operator must be text and is an object',
    ],
    [
      withAction('{"Identifier":"a","Type":"Wait","Transitions":{"Errors":{}}}'),
      'Actions[0].Transitions.Errors must be a list',
    ],
    [
      withAction('{"Identifier":"a","Type":"Wait","Transitions":{"Conditions":[{"Condition":"x"}]}}'),
      'Actions[0].Transitions.Conditions[0].Condition must be an object',
    ],
  ])('%s is refused', (text, part) => {
    const error = refusal(text);
    expect(error.kind).toBe('not-a-flow');
    expect(error.message).toContain(part);
  });

  test.each([
    ['old-console-export', { modules: [], version: '1', start: 'x' }, 'describe-contact-flow'],
    ['test-case', { Version: '2019-10-30', Observations: [] }, 'native test case'],
    ['cloudformation-template', { AWSTemplateFormatVersion: '2010-09-09' }, 'AWS::Connect::ContactFlow'],
    ['cloudformation-template', { Resources: {} }, 'CloudFormation template'],
    ['lambda-event', { Name: 'ContactFlowEvent', Details: { ContactData: {} } }, 'Lambda'],
  ])('A document of kind %s is recognised, and the message says how to go on', (kind, document, part) => {
    const error = refusal(JSON.stringify(document), 'x.json');
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(/^x\.json is .*\.$/);
    expect(error.message).toContain(part);
  });

  test('A type that no table knows is read all the same', () => {
    expect(read(withAction('{"Identifier":"a","Type":"Teleport","Extra":1}')).Actions[0]).toHaveProperty('Extra', 1);
  });
});
