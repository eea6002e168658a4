import { parameterValue, stackParameters } from '../../../lib/cloud/cloudformation/template/parameters';
import { parseTemplate } from '../../../lib/cloud/cloudformation/template/parse-template';

const templateWith = (Parameters: object) =>
  parseTemplate(JSON.stringify({ Parameters, Resources: { A: { Type: 'AWS::CDK::Metadata' } } }));

const valuesOf = (parameters: object, given: Readonly<Record<string, string>> = {}) => {
  const template = templateWith(parameters);
  const all = Object.entries(given).map(([key, value]) => ({ key, value, usePrevious: false }));
  const values = stackParameters(template, all, [], (name) => `value of ${name}`);
  return Object.fromEntries(values.map((parameter) => [parameter.key, parameterValue(template, parameter)]));
};

test('A parameter is what is given, else its default', () => {
  const spec = { A: { Type: 'String', Default: 'one' }, B: { Type: 'String', Default: 'two' } };
  expect(valuesOf(spec, { B: 'given' })).toEqual({ A: 'one', B: 'given' });
});

test('Lists are lists', () => {
  expect(valuesOf({ A: { Type: 'CommaDelimitedList', Default: 'a, b' } })).toEqual({ A: ['a', 'b'] });
});

test('A parameter of Systems Manager is looked up', () => {
  const spec = { A: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' } };
  expect(valuesOf(spec)).toEqual({ A: 'value of /cdk/version' });
});

test('A previous value stays where it is asked for', () => {
  const template = templateWith({ A: { Type: 'String', Default: 'new default' } });
  const previous = [{ key: 'A', value: 'before', resolved: undefined, isSecret: false }];
  const [parameter] = stackParameters(template, [{ key: 'A', usePrevious: true }], previous, () => '');
  expect(parameter?.value).toBe('before');
});

test.each<[string, object, Record<string, string>, string]>([
  ['missing', { A: { Type: 'String' } }, {}, 'Parameters: [A] must have values'],
  ['not known', { A: { Type: 'String', Default: '' } }, { B: '1' }, 'Parameters: [B] do not exist in the template'],
  [
    'not allowed',
    { A: { Type: 'String', AllowedValues: ['x'] } },
    { A: 'y' },
    "Parameter 'A' must be one of AllowedValues",
  ],
  ['of another pattern', { A: { Type: 'String', AllowedPattern: '[a-z]+' } }, { A: '1' }, 'must match pattern [a-z]+'],
  ['too long', { A: { Type: 'String', MaxLength: 2 } }, { A: 'abc' }, 'must contain at most 2 characters'],
  ['too short', { A: { Type: 'String', MinLength: 2 } }, { A: 'a' }, 'must contain at least 2 characters'],
  ['no number', { A: { Type: 'Number' } }, { A: 'a' }, 'must be a number.'],
  ['too large', { A: { Type: 'Number', MaxValue: 3 } }, { A: '4' }, 'must be a number between'],
])('A parameter that is %s is refused', (_what, spec, given, message) => {
  expect(() => valuesOf(spec, given)).toThrow(message);
});
