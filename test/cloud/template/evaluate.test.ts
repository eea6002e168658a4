import { evaluate, type Scope } from '../../../lib/cloud/cloudformation/template/evaluate';
import { TEMPLATE_FUNCTIONS } from '../../../lib/cloud/cloudformation/template/functions';
import { NO_VALUE, UNKNOWN, type Value } from '../../../lib/cloud/cloudformation/template/value';
import type { Json } from '../../../lib/language';

const NAMES = new Map<string, Value>([
  ['AWS::Region', 'eu-west-2'],
  ['AWS::NoValue', NO_VALUE],
  ['Queue', 'queue-1'],
  ['Later', UNKNOWN],
  ['Letters', ['a', 'b', 'c']],
]);

const scope: Scope = {
  functions: TEMPLATE_FUNCTIONS,
  ref: (name) => NAMES.get(name) ?? 'unnamed',
  attribute: (logicalId, name) => (logicalId === 'Later' ? UNKNOWN : `${logicalId}.${name}`),
  condition: (name) => name === 'Holds',
  mapping: (path) => (path.join() === 'Sizes,eu-west-2,small' ? 5 : undefined),
  imported: (name) => `import of ${name}`,
  dynamic: (service, reference) => `<${service} ${reference}>`,
};

/** A variable in the text of an Fn::Sub. */
const slot = (name: string): string => ['${', name, '}'].join('');

const evaluated = (value: Json): Value => evaluate(value, scope);

test.each<[string, Json, Value]>([
  ['Ref gives what a name stands for', { Ref: 'Queue' }, 'queue-1'],
  ['Fn::GetAtt takes a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue.Arn'],
  ['Fn::GetAtt takes a text', { 'Fn::GetAtt': 'Queue.Data.Arn' }, 'Queue.Data.Arn'],
  ['Fn::Join puts values together', { 'Fn::Join': ['-', ['a', { Ref: 'Queue' }, 3]] }, 'a-queue-1-3'],
  ['Fn::Join takes a list that a name stands for', { 'Fn::Join': ['+', { Ref: 'Letters' }] }, 'a+b+c'],
  ['Fn::Split takes a text apart', { 'Fn::Split': ['/', 'a/b/c'] }, ['a', 'b', 'c']],
  ['Fn::Select picks one, counted from 0', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  [
    'Fn::Sub puts names into a text',
    { 'Fn::Sub': [slot('AWS::Region'), slot('Queue'), slot('Queue.Arn')].join(':') },
    'eu-west-2:queue-1:Queue.Arn',
  ],
  ['Fn::Sub takes variables of its own', { 'Fn::Sub': [`${slot('Name')}!`, { Name: { Ref: 'Queue' } }] }, 'queue-1!'],
  [
    'Fn::Sub leaves what is escaped',
    { 'Fn::Sub': `${slot('!Literal')} ${slot('Queue')}` },
    `${slot('Literal')} queue-1`,
  ],
  [
    'Fn::If picks by a condition',
    [{ 'Fn::If': ['Holds', 'yes', 'no'] }, { 'Fn::If': ['Other', 'yes', 'no'] }],
    ['yes', 'no'],
  ],
  ['Fn::FindInMap looks up', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 5],
  ['Fn::Base64 encodes', { 'Fn::Base64': 'Hello' }, 'SGVsbG8='],
  [
    'Fn::ImportValue reads an export',
    { 'Fn::ImportValue': { 'Fn::Sub': `other-${slot('Queue')}` } },
    'import of other-queue-1',
  ],
  ['Fn::GetAZs names zones', { 'Fn::GetAZs': '' }, ['eu-west-2a', 'eu-west-2b', 'eu-west-2c']],
  ['AWS::NoValue takes a property away', { kept: 1, gone: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
  ['AWS::NoValue takes an entry away', ['a', { Ref: 'AWS::NoValue' }], ['a']],
  ['a dynamic reference is looked up', 'key {{resolve:ssm:/path}}', 'key <ssm /path>'],
  ['a dynamic reference may be put together', { 'Fn::Join': ['', ['{{resolve:ssm:', '/path', '}}']] }, '<ssm /path>'],
  ['an object with other keys is no call', { Ref: 'Queue', More: 1 }, { Ref: 'Queue', More: 1 }],
])('%s', (_title, value, expected) => {
  expect(evaluated(value)).toEqual(expected);
});

test.each<[string, Json]>([
  ['Fn::Join', { 'Fn::Join': ['', ['a', { Ref: 'Later' }]] }],
  ['Fn::Sub', { 'Fn::Sub': `a ${slot('Later')}` }],
  ['Fn::Split', { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Later', 'Arn'] }] }],
  ['Fn::Select', { 'Fn::Select': [0, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Later', 'Arn'] }] }] }],
  ['Fn::Base64', { 'Fn::Base64': { Ref: 'Later' } }],
])('%s of something that is not there yet is not known', (_name, value) => {
  expect(evaluated(value)).toBe(UNKNOWN);
});

test.each<[Json, string]>([
  [{ 'Fn::Nothing': [] }, 'Template error: the embedded cloud does not know the function Fn::Nothing'],
  [{ 'Fn::Select': [7, ['a']] }, 'Template error: Fn::Select cannot select nonexistent value at index 7'],
  [{ 'Fn::Join': ['', 'text'] }, 'Template error: Fn::Join requires a list'],
  [{ 'Fn::FindInMap': ['Sizes', 'mars', 'small'] }, 'Template error: Unable to get mapping for Sizes::mars::small'],
  [{ 'Fn::GetAtt': ['Queue'] }, 'Template error: every Fn::GetAtt object requires two non-empty parameters'],
])('%j is refused in CloudFormation words', (value, message) => {
  expect(() => evaluated(value)).toThrow(message);
});
