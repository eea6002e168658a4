import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListExportsCommand,
  ListStacksCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { clientSettings, cloudUnderTest, stopClouds } from './cloud-under-test';

afterAll(stopClouds);

const TEMPLATE = `
Description: A note
Parameters:
  Text: { Type: String, Default: one }
  Secret: { Type: String, NoEcho: true, Default: hidden }
Resources:
  Note:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: /note, Value: !Ref Text }
Outputs:
  Note: { Value: !GetAtt Note.Value, Export: { Name: note } }
`;

const StackName = 'Notes';

const ready = async () => {
  const cloud = await cloudUnderTest();
  const client = new CloudFormationClient(clientSettings(cloud));
  await client.send(new CreateStackCommand({ StackName, TemplateBody: TEMPLATE }));
  return { cloud, client };
};

const update = (value: string) =>
  new UpdateStackCommand({
    StackName,
    UsePreviousTemplate: true,
    Parameters: [{ ParameterKey: 'Text', ParameterValue: value }],
  });

describe('A stack that is made and changed without change sets', () => {
  test('is what its template and parameters say', async () => {
    const { client } = await ready();
    await client.send(update('two'));
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    expect(stack).toMatchObject({ StackStatus: 'UPDATE_COMPLETE', Description: 'A note' });
    expect(stack?.Outputs).toEqual([{ OutputKey: 'Note', OutputValue: 'two', ExportName: 'note' }]);
    expect(stack?.Parameters).toEqual([
      { ParameterKey: 'Text', ParameterValue: 'two' },
      { ParameterKey: 'Secret', ParameterValue: '****' },
    ]);
  });

  test('is left alone where nothing would change', async () => {
    const { client } = await ready();
    await expect(client.send(update('one'))).rejects.toThrow('No updates are to be performed.');
  });

  test('is not made twice', async () => {
    const { client } = await ready();
    const again = new CreateStackCommand({ StackName, TemplateBody: TEMPLATE });
    await expect(client.send(again)).rejects.toMatchObject({ name: 'AlreadyExistsException' });
  });

  test('is not deleted while it is protected', async () => {
    const { client } = await ready();
    const protect = (EnableTerminationProtection: boolean) =>
      client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection }));
    await protect(true);
    await expect(client.send(new DeleteStackCommand({ StackName }))).rejects.toThrow(
      'Stack [Notes] cannot be deleted while TerminationProtection is enabled',
    );
    await protect(false);
    await client.send(new DeleteStackCommand({ StackName }));
    expect((await client.send(new ListStacksCommand({}))).StackSummaries).toEqual([]);
  });
});

test('What a stack is made of can be read', async () => {
  const { client } = await ready();
  expect((await client.send(new GetTemplateCommand({ StackName }))).TemplateBody).toBe(TEMPLATE);
  const summary = await client.send(new GetTemplateSummaryCommand({ StackName }));
  expect(summary).toMatchObject({ ResourceTypes: ['AWS::SSM::Parameter'], Description: 'A note' });
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName }));
  expect(StackResources.map(({ PhysicalResourceId }) => PhysicalResourceId)).toEqual(['/note']);
  const { Exports = [] } = await client.send(new ListExportsCommand({}));
  expect(Exports.map(({ Name, Value }) => `${Name}=${Value}`)).toEqual(['note=one']);
});

test('A secret that a template refers to comes from the option, and is missed where it is not there', async () => {
  const password =
    '{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-2:111122223333:secret:ana-AbCdEf:SecretString:password::}}';
  const Resources = {
    Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/note', Value: password } },
  };
  const deployWith = async (secrets: Record<string, string>) => {
    const cloud = await cloudUnderTest({ secrets });
    const client = new CloudFormationClient(clientSettings(cloud));
    await client.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify({ Resources }) }));
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return { cloud, status: stack?.StackStatus };
  };
  const { cloud, status } = await deployWith({ ana: '{"password":"let me in"}' });
  expect([status, cloud.state().includes('let me in')]).toEqual(['CREATE_COMPLETE', true]);
  expect((await deployWith({})).status).toBe('ROLLBACK_COMPLETE');
});
