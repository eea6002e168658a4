import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';
import { ConnectInMemory } from './connect-in-memory';
import { type Cloud, type Event, invoke } from './provider';
import { S3InMemory } from './s3-in-memory';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

const cloudWith = (...stubs: readonly string[]): Cloud & { readonly arns: readonly string[] } => {
  const connect = new ConnectInMemory(INSTANCE);
  const arns = stubs.map((name) => connect.create(name, 'CONTACT_FLOW', 'stub').arn);
  return { connect, s3: new S3InMemory(), arns };
};

const event = (RequestType: Event['RequestType'], properties: object, old?: object): Event => ({
  RequestType,
  RequestId: 'r1',
  StackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Centre/6c0e',
  LogicalResourceId: 'Content',
  ResourceType: CONNECT_RESOURCES.flowContent,
  ...(RequestType !== 'Create' && { PhysicalResourceId: 'before' }),
  ResourceProperties: properties,
  ...(old && { OldResourceProperties: old }),
});

describe('The content of a flow that was created with a stub', () => {
  test('is given to it with its name, description and state', async () => {
    const cloud = cloudWith('stub-1');
    const [FlowArn = ''] = cloud.arns;
    const properties = { FlowArn, Name: 'Main line', Description: 'For all', State: 'ARCHIVED', Content: 'real' };
    const { answer } = await invoke(cloud, event('Create', properties));

    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: FlowArn });
    expect(cloud.connect.flow(FlowArn)).toMatchObject({
      name: 'Main line',
      description: 'For all',
      state: 'ARCHIVED',
      content: 'real',
    });
  });

  test('loses a description that was taken away, and is active unless it is said', async () => {
    const cloud = cloudWith('Main line');
    const [FlowArn = ''] = cloud.arns;
    cloud.connect.flow(FlowArn).description = 'Old';
    await invoke(cloud, event('Update', { FlowArn, Name: 'Main line', Content: 'real' }));

    expect(cloud.connect.flow(FlowArn)).toMatchObject({ description: '', state: 'ACTIVE' });
  });

  test('comes back when the flow is rolled back to it', async () => {
    const cloud = cloudWith('Main line');
    const [FlowArn = ''] = cloud.arns;
    const [one, two] = ['one', 'two'].map((Content) => ({ FlowArn, Name: 'Main line', Content }));
    await invoke(cloud, event('Update', two ?? {}, one));
    await invoke(cloud, event('Update', one ?? {}, two));

    expect(cloud.connect.flow(FlowArn).content).toBe('one');
  });

  test('stays when it is deleted: the flow goes too, or has a content of its own by then', async () => {
    const cloud = cloudWith('Main line');
    const [FlowArn = ''] = cloud.arns;
    cloud.connect.flow(FlowArn).content = 'its own';
    const { answer } = await invoke(cloud, event('Delete', { FlowArn, Name: 'Main line', Content: 'real' }));

    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'before' });
    expect(cloud.connect.calls).toEqual([]);
  });

  test('is given to a flow that takes the place of another one with the same name, and back', async () => {
    const cloud = cloudWith('Main line', 'stub-2');
    const [first, second] = cloud.arns.map((FlowArn) => ({ FlowArn, Name: 'Main line', Content: `for ${FlowArn}` }));
    const forth = await invoke(cloud, event('Update', second ?? {}, first));

    expect(forth.answer.PhysicalResourceId).toBe(second?.FlowArn);
    expect(cloud.connect.named('Main line')?.arn).toBe(second?.FlowArn);
    expect(cloud.connect.flow(first?.FlowArn ?? '').name).toBe('Main line (replaced 00000001)');

    await invoke(cloud, event('Update', first ?? {}, second));
    expect(cloud.connect.named('Main line')?.arn).toBe(first?.FlowArn);
  });

  test('never pushes a flow aside that is none of its own', async () => {
    const cloud = cloudWith('stub-1', 'Main line');
    const [FlowArn = ''] = cloud.arns;
    const { answer } = await invoke(cloud, event('Create', { FlowArn, Name: 'Main line', Content: 'real' }));

    expect(answer.Status).toBe('FAILED');
    expect(answer.Reason).toContain('A flow called "Main line" exists already.');
  });

  test('that Connect refuses fails with the problems that it lists', async () => {
    const cloud = cloudWith('stub-1');
    const [FlowArn = ''] = cloud.arns;
    const { answer } = await invoke(cloud, event('Create', { FlowArn, Name: 'Main line', Content: 'REFUSED' }));

    expect(answer).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'Content-r1' });
    expect(answer.Reason).toContain('Problems: Invalid Action type. Type: REFUSED, Path: Actions[0].Type; Another');
    expect(cloud.connect.flow(FlowArn).content).toBe('stub');
  });

  test('is asked for by no other kind of resource', async () => {
    const other = { ...event('Create', {}), ResourceType: 'Custom::Other' };
    const { answer } = await invoke(cloudWith(), other);

    expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'This function knows no custom resource Custom::Other.' });
  });
});
