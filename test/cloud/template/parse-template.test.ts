import { parseTemplate } from '../../../lib/cloud/cloudformation/template/parse-template';

const YAML = `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Name: { Type: String, Default: Office }
Conditions:
  Named: !Not [!Equals [!Ref Name, '']]
Resources:
  Queue:
    Type: AWS::Connect::Queue
    DependsOn: Hours
    Properties:
      Name: !Sub '\${Name} queue'
      HoursOfOperationArn: !GetAtt Hours.HoursOfOperationArn
      Description: !Join
        - ' '
        - - !Ref Name
          - queue
      Tags: !If [Named, [{ Key: a, Value: b }], !Ref AWS::NoValue]
  Hours:
    Type: AWS::Connect::HoursOfOperation
    DeletionPolicy: Retain
Outputs:
  Arn: { Value: !GetAtt [Queue, QueueArn], Export: { Name: QueueArn } }
`;

test('YAML with short forms reads as what the short forms stand for', () => {
  const { resources, conditions, outputs } = parseTemplate(YAML);
  expect(resources.get('Queue')).toMatchObject({
    type: 'AWS::Connect::Queue',
    dependsOn: ['Hours'],
    properties: {
      Name: { 'Fn::Sub': `\${Name} queue` },
      HoursOfOperationArn: { 'Fn::GetAtt': ['Hours', 'HoursOfOperationArn'] },
      Description: { 'Fn::Join': [' ', [{ Ref: 'Name' }, 'queue']] },
      Tags: { 'Fn::If': ['Named', [{ Key: 'a', Value: 'b' }], { Ref: 'AWS::NoValue' }] },
    },
  });
  expect(resources.get('Hours')?.deletionPolicy).toBe('Retain');
  expect(conditions).toEqual({ Named: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Name' }, ''] }] } });
  expect(outputs.get('Arn')).toMatchObject({ value: { 'Fn::GetAtt': ['Queue', 'QueueArn'] }, exportName: 'QueueArn' });
});

test.each([
  ['{"Resources":{}}', 'Template format error: At least one Resources member must be defined.'],
  ['{"Resources":', 'Template format error: JSON not well-formed.'],
  ['Resources: [', 'Template format error: YAML not well-formed.'],
  ['{"Resources":{"A":{}}}', 'Every Resources object must contain a Type member.'],
  ['{"Resources":{"A-B":{"Type":"AWS::CDK::Metadata"}}}', 'Resource name A-B is non alphanumeric.'],
  ['{"Resources":{"A":{"Type":"T","Propertys":{}}}}', 'Invalid attribute Propertys of resource A.'],
  ['{"Resources":{"A":{"Type":"T","DeletionPolicy":"Keep"}}}', 'Unrecognized DeletionPolicy "Keep" for resource A'],
  ['{"Outputs":{"O":{}},"Resources":{"A":{"Type":"T"}}}', 'Output O is malformed.'],
  ['{"Extra":1,"Resources":{"A":{"Type":"T"}}}', 'Invalid template property or properties [Extra]'],
  ['{"Transform":"X","Resources":{"A":{"Type":"T"}}}', 'carries out no Transform'],
])('%s is refused', (text, message) => {
  expect(() => parseTemplate(text)).toThrow(message);
});

test('A template of more than a million characters is refused', () => {
  expect(() => parseTemplate(`{"Description":"${'a'.repeat(1_000_000)}"}`)).toThrow('it may have 1000000');
});

test('A name that every object has is a name like any other', () => {
  const { resources } = parseTemplate(
    '{"Resources":{"constructor":{"Type":"AWS::CDK::Metadata","Properties":{"__proto__":{"a":1}}}}}',
  );
  expect(resources.get('constructor')?.type).toBe('AWS::CDK::Metadata');
  expect(({} as { a?: number }).a).toBeUndefined();
});
