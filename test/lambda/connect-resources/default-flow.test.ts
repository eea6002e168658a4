import { flowThatOnlyEnds, write } from '../../../lib/language';
import { CONNECT_RESOURCES, type DefaultFlowProperties } from '../../../lib/runtime/connect-resources';
import { ConnectInMemory } from './connect-in-memory';
import { type Cloud, type Event, invoke } from './provider';
import { S3InMemory } from './s3-in-memory';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
const NAME = 'Default agent whisper';

/** A whisper that says something. */
const whisper = (Text: string): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'Say',
    Actions: [
      { Identifier: 'Say', Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction: 'End' } },
      { Identifier: 'End', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  });

const ORIGINAL = whisper('$.Queue.Name');

interface DefaultCloud extends Cloud {
  readonly content: () => string;
  readonly edit: (content: string) => void;
}

const cloudWithDefaults = (): DefaultCloud => {
  const connect = new ConnectInMemory(INSTANCE);
  for (const name of ['Sample whisper', 'Old whisper', NAME]) connect.create(name, 'AGENT_WHISPER', ORIGINAL);
  const flow = connect.named(NAME);
  if (flow === undefined) throw new Error('There is no default.');
  return {
    connect,
    s3: new S3InMemory(),
    content: () => flow.content,
    edit: (content) => {
      flow.content = content;
    },
  };
};

const holding = (Content: string, more: Partial<DefaultFlowProperties> = {}): DefaultFlowProperties => ({
  InstanceArn: INSTANCE,
  DefaultFlow: NAME,
  Content,
  Bucket: 'originals',
  ...more,
});

const event = (
  RequestType: Event['RequestType'],
  ResourceProperties: object,
  OldResourceProperties?: object,
  PhysicalResourceId = 'physical',
): Event => ({
  RequestType,
  RequestId: 'r1',
  StackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Centre/6c0e',
  LogicalResourceId: 'Default',
  ResourceType: CONNECT_RESOURCES.defaultFlow,
  ...(RequestType !== 'Create' && { PhysicalResourceId }),
  ResourceProperties,
  ...(OldResourceProperties && { OldResourceProperties }),
});

const ONE = whisper('One.');
const TWO = whisper('Two.');

describe('A default flow that is replaced', () => {
  test('is found by its type and exact name, and holds the new content', async () => {
    const cloud = cloudWithDefaults();
    const { answer } = await invoke(cloud, event('Create', holding(ONE)));

    expect(answer).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: `Centre/6c0e/Default/${INSTANCE.slice(-36)}/default-agent-whisper`,
      Data: { FlowArn: cloud.connect.named(NAME)?.arn, ConsoleEdit: 'none' },
    });
    expect(cloud.content()).toBe(ONE);
    expect(cloud.connect.named('Sample whisper')?.content).toBe(ORIGINAL);
  });

  test('keeps its original, and only that, however often it is replaced', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    await invoke(cloud, event('Create', holding(ONE)));
    await invoke(cloud, event('Update', holding(TWO), holding(ONE)));

    expect(cloud.content()).toBe(TWO);
    expect([...cloud.s3.objects.values()].map((text) => JSON.parse(text))).toEqual([
      { flowArn: cloud.connect.named(NAME)?.arn, content: ORIGINAL },
    ]);
  });

  test('is as it was after it was deleted, and nothing is left in the bucket', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    await invoke(cloud, event('Update', holding(TWO), holding(ONE)));
    const { answer } = await invoke(cloud, event('Delete', holding(TWO)));

    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'physical' });
    expect(cloud.content()).toBe(ORIGINAL);
    expect(cloud.s3.versions).toEqual([]);
  });

  test('is left alone by deleting what was never made', async () => {
    const cloud = cloudWithDefaults();
    const { answer } = await invoke(cloud, event('Delete', holding(ONE)));

    expect(answer.Status).toBe('SUCCESS');
    expect(cloud.connect.calls).toEqual([]);
  });

  test('is not written back where nothing had been changed', async () => {
    const cloud = cloudWithDefaults();
    await invoke(
      cloud,
      event('Create', holding('{ "Version": "2019-10-30", "REFUSED": 1, "StartAction": "", "Actions": [] }')),
    );
    cloud.connect.calls.splice(0);
    const { answer } = await invoke(cloud, event('Delete', holding(ONE)));

    expect(answer.Status).toBe('SUCCESS');
    expect(cloud.connect.calls).toEqual(['DescribeContactFlowCommand']);
    expect(cloud.s3.versions).toEqual([]);
  });

  test('goes with its instance', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    cloud.connect.flows.clear();
    const { answer } = await invoke(cloud, event('Delete', holding(ONE)));

    expect(answer.Status).toBe('SUCCESS');
    expect(cloud.s3.versions).toEqual([]);
  });

  test('that is new to its instance is waited for', async () => {
    const cloud = cloudWithDefaults();
    const flow = cloud.connect.named(NAME);
    if (flow) flow.name = 'not there yet';
    let lists = 0;
    cloud.connect.interfere = (name) => {
      if (name === 'ListContactFlowsCommand') lists += 1;
      if (lists > 8 && flow) flow.name = NAME;
    };
    const { answer } = await invoke(cloud, event('Create', holding(ONE)));

    expect(answer.Status).toBe('SUCCESS');
  });

  test('that was renamed is named in the failure', async () => {
    const cloud = cloudWithDefaults();
    const flow = cloud.connect.named(NAME);
    if (flow) flow.name = 'Our whisper';
    const { answer } = await invoke(cloud, event('Create', holding(ONE)));

    expect(answer.Reason).toContain(
      'The instance has no AGENT_WHISPER flow called "Default agent whisper", only "Sample whisper", "Old whisper", "Our whisper".',
    );
  });
});

describe('Content of another type', () => {
  test.each([
    [
      'has an action that may not stand there',
      JSON.stringify(flowThatOnlyEnds('CONTACT_FLOW')),
      'The content for "Default agent whisper" is no AGENT_WHISPER flow: "end" (DisconnectParticipant) may not stand in one.',
    ],
    [
      'was saved as something else',
      write({ ...(JSON.parse(ONE) as object), Metadata: { type: 'customerWhisper' } } as never),
      'it was saved as a flow of the type CUSTOMER_WHISPER. Nothing was changed.',
    ],
    ['is no flow at all', '{ "Version": 1 ', 'The content for "Default agent whisper"'],
  ])('is refused before anything is touched, as it %s', async (_why, content, reason) => {
    const cloud = cloudWithDefaults();
    const { answer } = await invoke(cloud, event('Create', holding(content)));

    expect(answer.Status).toBe('FAILED');
    expect(answer.Reason).toContain(reason);
    expect(cloud.connect.calls).toEqual([]);
    expect(cloud.s3.versions).toEqual([]);
  });

  test('or for a default flow that there is not is refused as well', async () => {
    const properties = { ...holding(ONE), DefaultFlow: 'Default agents whisper' };
    const { answer } = await invoke(cloudWithDefaults(), event('Create', properties));

    expect(answer.Reason).toBe(
      'No default flow is called "Default agents whisper"; "Default agent whisper" may be meant.',
    );
  });
});

describe('A default flow that was edited in the console', () => {
  const EDITED = whisper('Edited by hand.');

  test('is replaced at the next update, and what was made of it is kept', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    cloud.edit(EDITED);
    const { answer, warnings } = await invoke(cloud, event('Update', holding(TWO), holding(ONE)));

    const key = answer.Data?.ConsoleEdit ?? '';
    expect(key).toMatch(/\/default-agent-whisper\/edited\/[0-9a-f]{16}\.json$/);
    expect(JSON.parse(cloud.s3.objects.get(key) ?? '')).toMatchObject({ content: EDITED });
    expect(warnings).toEqual([{ flowArn: cloud.connect.named(NAME)?.arn, kept: key }]);
    expect(cloud.content()).toBe(TWO);
  });

  test('still gets its original back, not the edit', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    cloud.edit(EDITED);
    await invoke(cloud, event('Update', holding(TWO), holding(ONE)));
    await invoke(cloud, event('Delete', holding(TWO)));

    expect(cloud.content()).toBe(ORIGINAL);
    expect(cloud.s3.versions).toEqual([]);
  });

  test('counts as unedited where only boxes were moved', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    cloud.edit(JSON.stringify({ ...JSON.parse(ONE), Metadata: { entryPointPosition: { x: 1, y: 2 } } }));
    const { answer } = await invoke(cloud, event('Update', holding(TWO), holding(ONE)));

    expect(answer.Data?.ConsoleEdit).toBe('none');
  });

  test('counts as unedited where the edit is what the update brings', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    cloud.edit(TWO);
    const { answer } = await invoke(cloud, event('Update', holding(TWO), holding(ONE)));

    expect(answer.Data?.ConsoleEdit).toBe('none');
  });

  test('does not have its replacement taken for an original that was lost', async () => {
    const cloud = cloudWithDefaults();
    await invoke(cloud, event('Create', holding(ONE)));
    cloud.s3.versions.splice(0);
    await invoke(cloud, event('Update', holding(TWO), holding(ONE)));

    expect(cloud.s3.versions).toEqual([]);
    expect(cloud.content()).toBe(TWO);
  });
});

describe('Another instance than before', () => {
  const elsewhere = INSTANCE.replace(/1$/, '2');

  test('has its own original, and the old instance gets its back afterwards', async () => {
    const cloud = cloudWithDefaults();
    const before = await invoke(cloud, event('Create', holding(ONE)));
    const { physicalId } = { physicalId: before.answer.PhysicalResourceId };
    // One Connect stands for both instances here, so that the flow is there with the first replacement in it.
    cloud.edit(ORIGINAL);
    const now = holding(TWO, { InstanceArn: elsewhere });
    const { answer } = await invoke(cloud, event('Update', now, holding(ONE), physicalId));

    expect(answer.PhysicalResourceId).not.toBe(physicalId);
    expect(cloud.s3.objects.size).toBe(2);
    await invoke(cloud, event('Delete', holding(ONE), undefined, physicalId));
    expect(cloud.s3.objects.size).toBe(1);
  });

  test('is left as it was where the update fails, under the old id', async () => {
    const cloud = cloudWithDefaults();
    const refused = JSON.stringify({ ...JSON.parse(TWO), Settings: { REFUSED: true } });
    const now = holding(refused, { InstanceArn: elsewhere });
    const { answer } = await invoke(cloud, event('Update', now, holding(ONE), 'old'));

    expect(answer).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'old' });
    expect(cloud.content()).toBe(ORIGINAL);
    expect(cloud.s3.versions).toEqual([]);
  });
});
