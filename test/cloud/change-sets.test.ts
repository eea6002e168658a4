import { cloudUnderTest, StackUnderTest, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

const note = (Value: unknown, more: object = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Name: '/note', Value, ...more },
});

const stackUnderTest = async () => new StackUnderTest(await cloudUnderTest());

const shown = ({ Changes = [] }: Awaited<ReturnType<StackUnderTest['plan']>>) =>
  Changes.map(({ ResourceChange: change }) =>
    [change?.Action, change?.LogicalResourceId, change?.Replacement].join(' ').trim(),
  );

describe('A change set', () => {
  test('for a new stack adds everything, and nothing is there before it is executed', async () => {
    const stack = await stackUnderTest();
    const changeSet = await stack.plan({ Resources: { Note: note('a') } });
    expect(shown(changeSet)).toEqual(['Add Note']);
    expect(await stack.status()).toBe('REVIEW_IN_PROGRESS');
    expect(await stack.history()).toEqual(['Centre REVIEW_IN_PROGRESS']);
  });

  test('tells additions, modifications, replacements and removals', async () => {
    const stack = await stackUnderTest();
    await stack.deploy({
      Resources: { Note: note('a'), Gone: { ...note('b'), Properties: { Type: 'String', Value: 'b' } } },
    });
    const changeSet = await stack.plan({
      Resources: {
        Note: note('c', { Name: '/other' }),
        New: { ...note('d'), Properties: { Type: 'String', Value: 'd' } },
      },
    });
    expect(shown(changeSet)).toEqual(['Modify Note True', 'Add New', 'Remove Gone']);
    expect(
      changeSet.Changes?.[0]?.ResourceChange?.Details?.map(({ Target }) => [Target?.Name, Target?.RequiresRecreation]),
    ).toEqual([
      ['Name', 'Always'],
      ['Value', 'Never'],
    ]);
  });

  test('follows a replacement to those who refer to it', async () => {
    const stack = await stackUnderTest();
    const resources = (Name: string) => ({
      Note: note('a', { Name }),
      User: { ...note(''), Properties: { Type: 'String', Name: '/user', Value: { Ref: 'Note' } } },
      Twin: {
        ...note(''),
        Properties: { Type: 'String', Name: { 'Fn::Join': ['', [{ Ref: 'Note' }, '-twin']] }, Value: 'x' },
      },
    });
    await stack.deploy({ Resources: resources('/one') });
    expect(shown(await stack.plan({ Resources: resources('/two') }))).toEqual([
      'Modify Note True',
      'Modify User False',
      'Modify Twin Conditional',
    ]);
  });

  test('without a change fails with the words that the CDK knows', async () => {
    const stack = await stackUnderTest();
    const template = { Resources: { Note: note('a') }, Outputs: { O: { Value: { Ref: 'Note' } } } };
    await stack.deploy(template);
    expect(await stack.plan({ ...template, Description: 'Told anew' })).toMatchObject({
      Status: 'FAILED',
      StatusReason: NO_CHANGES,
    });
  });

  test.each<[string, object, object]>([
    ['an output', { Outputs: { O: { Value: 'b' } } }, {}],
    ['metadata', { Resources: { Note: { ...note('a'), Metadata: { a: 1 } } } }, {}],
    ['a tag of the stack', {}, { Tags: [{ Key: 'team', Value: 'a' }] }],
  ])('with a change of %s alone can be executed', async (_what, change, options) => {
    const stack = await stackUnderTest();
    const template = { Resources: { Note: note('a') }, Outputs: { O: { Value: 'a' } } };
    await stack.deploy(template);
    expect(await stack.deploy({ ...template, ...change }, options)).toBe('UPDATE_COMPLETE');
  });

  test.each<[string, object, string]>([
    [
      'types that are not known here',
      { A: { Type: 'AWS::SQS::Queue' } },
      'Template format error: Unrecognized resource types: [AWS::SQS::Queue]. The embedded cloud makes: AWS::CDK::Metadata,',
    ],
    ['a circle', { A: note({ Ref: 'B' }), B: note({ Ref: 'A' }) }, 'Circular dependency between resources: [A, B]'],
    [
      'a reference to nothing',
      { A: note({ Ref: 'B' }) },
      'Template format error: Unresolved resource dependencies [B] in the Resources block of the template',
    ],
    [
      'an attribute that does not exist',
      { A: note('a'), B: note({ 'Fn::GetAtt': ['A', 'Arn'] }) },
      'Template error: resource A does not support attribute type Arn in Fn::GetAtt. It has: Type, Value.',
    ],
  ])('is refused for %s', async (_what, Resources, message) => {
    const stack = await stackUnderTest();
    await expect(stack.plan({ Resources: Resources as Record<string, object> })).rejects.toThrow(message);
    await expect(stack.describe()).rejects.toThrow('Stack with id Centre does not exist');
  });

  test('is refused where roles are made and nobody said that they may', async () => {
    const stack = await stackUnderTest();
    const Resources = { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } } };
    await expect(stack.plan({ Resources }, { Capabilities: [] })).rejects.toThrow(
      'Requires capabilities : [CAPABILITY_IAM]',
    );
  });

  test('is refused where a rule of the template does not hold', async () => {
    const stack = await stackUnderTest();
    const Rules = {
      Old: { Assertions: [{ Assert: { 'Fn::Contains': [['1'], '2'] }, AssertDescription: 'Too old.' }] },
    };
    await expect(stack.plan({ Resources: { Note: note('a') }, Rules })).rejects.toThrow('Too old.');
  });

  test('takes no resources whose conditions do not hold', async () => {
    const stack = await stackUnderTest();
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] }, Always: { 'Fn::Not': [{ Condition: 'Never' }] } };
    const Resources = { Yes: { ...note('a'), Condition: 'Always' }, No: { ...note('b'), Condition: 'Never' } };
    expect(shown(await stack.plan({ Resources, Conditions }))).toEqual(['Add Yes']);
  });
});
