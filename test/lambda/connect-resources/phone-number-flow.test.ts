import { CONNECT_RESOURCES } from '../../../lib/runtime/connect-resources';
import { ConnectInMemory } from './connect-in-memory';
import { type Event, invoke, Killed } from './provider';
import { S3InMemory } from './s3-in-memory';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';
const NUMBERS = 'arn:aws:connect:eu-central-1:111122223333:phone-number';

/** Two flows, and more numbers than a page of associations shows. */
const account = () => {
  const connect = new ConnectInMemory(INSTANCE);
  const [day, night] = ['Day', 'Night'].map((name) => connect.create(name, 'CONTACT_FLOW', name).arn) as [
    string,
    string,
  ];
  for (const id of ['n1', 'n2']) connect.phoneNumbers.set(id, night);
  connect.phoneNumbers.set('n3', undefined);
  return { cloud: { connect, s3: new S3InMemory() }, connect, day, night };
};

const leading = (FlowArn: string, number = 'n3') => ({
  InstanceArn: INSTANCE,
  PhoneNumberArn: `${NUMBERS}/${number}`,
  FlowArn,
});

const event = (RequestType: Event['RequestType'], properties: object, old?: object): Event => ({
  RequestType,
  RequestId: 'r1',
  StackId: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Centre/6c0e',
  LogicalResourceId: 'Hotline',
  ResourceType: CONNECT_RESOURCES.phoneNumberFlow,
  ...(RequestType !== 'Create' && { PhysicalResourceId: `${NUMBERS}/n3` }),
  ResourceProperties: properties,
  ...(old && { OldResourceProperties: old }),
});

describe('A phone number', () => {
  test('leads to a flow, then to another one, then nowhere', async () => {
    const { cloud, connect, day, night } = account();
    const { answer } = await invoke(cloud, event('Create', leading(day)));
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: `${NUMBERS}/n3` });
    expect(connect.phoneNumbers.get('n3')).toBe(day);

    await invoke(cloud, event('Update', leading(night), leading(day)));
    expect(connect.phoneNumbers.get('n3')).toBe(night);

    await invoke(cloud, event('Delete', leading(night)));
    expect([...connect.phoneNumbers.values()]).toEqual([night, night, undefined]);
  });

  test('that takes the place of another one is a resource of its own, so that the other one is let go', async () => {
    const { cloud, day } = account();
    const { answer } = await invoke(cloud, event('Update', leading(day, 'n2'), leading(day)));
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: `${NUMBERS}/n2` });
  });

  test('that somebody has led elsewhere in the meantime stays there', async () => {
    const { cloud, connect, day, night } = account();
    connect.phoneNumbers.set('n3', night);
    await invoke(cloud, event('Delete', leading(day)));
    expect(connect.phoneNumbers.get('n3')).toBe(night);
  });

  test('that was released in the meantime does not keep anything from being deleted', async () => {
    const { cloud, connect, day } = account();
    connect.phoneNumbers.delete('n3');
    const { answer } = await invoke(cloud, event('Delete', leading(day)));
    expect(answer.Status).toBe('SUCCESS');
  });

  test('that does not lead to a flow that is not there says why', async () => {
    const { cloud } = account();
    const { answer } = await invoke(cloud, event('Create', leading(`${INSTANCE}/contact-flow/gone`)));
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'ResourceNotFoundException: There is no flow gone.' });
  });

  test.each([
    ['timed out after it took effect', 'after', () => Object.assign(new Error('No.'), { name: 'TimeoutError' })],
    ['was throttled', 'before', () => Object.assign(new Error('No.'), { name: 'ThrottlingException' })],
    ['took effect as the function ended', 'after', () => new Killed()],
  ] as const)('is led and let go where each call in turn %s', async (_what, moment, error) => {
    const { cloud, connect, day } = account();
    let last = 0;
    for (const RequestType of ['Create', 'Delete'] as const) {
      for (let number = 1; number <= 4; number++) {
        if (RequestType === 'Delete') connect.phoneNumbers.set('n3', day);
        let calls = 0;
        connect.interfere = (_name, when) => {
          if (when === 'before') calls += 1;
          if (when === moment && calls === number) throw error();
        };
        const { answer } = await invoke(cloud, event(RequestType, leading(day)));
        last = Math.max(last, calls);
        expect([answer.Status, connect.phoneNumbers.get('n3')]).toEqual([
          'SUCCESS',
          RequestType === 'Create' ? day : undefined,
        ]);
      }
    }
    expect(last).toBeGreaterThanOrEqual(3);
  });
});

describe('A phone number that was there already', () => {
  /** One that the night flow answers. */
  const adopted = (FlowArn: string, number = 'n1') => ({ ...leading(FlowArn, number), Bucket: 'originals' });

  test('gets back the flow that it had, however often it was led elsewhere', async () => {
    const { cloud, connect, day, night } = account();
    const other = connect.create('Other', 'CONTACT_FLOW', 'Other').arn;
    await invoke(cloud, event('Create', adopted(day)));
    await invoke(cloud, event('Create', adopted(day)));
    await invoke(cloud, event('Update', adopted(other), adopted(day)));
    expect(connect.phoneNumbers.get('n1')).toBe(other);
    await invoke(cloud, event('Delete', adopted(other)));
    expect([connect.phoneNumbers.get('n1'), cloud.s3.versions]).toEqual([night, []]);
  });

  test('leads nowhere again where it led nowhere before, or to a flow that is gone', async () => {
    const { cloud, connect, day, night } = account();
    for (const number of ['n1', 'n3']) await invoke(cloud, event('Create', adopted(day, number)));
    connect.delete(night);
    for (const number of ['n1', 'n3']) await invoke(cloud, event('Delete', adopted(day, number)));
    expect(['n1', 'n3'].map((number) => connect.phoneNumbers.get(number))).toEqual([undefined, undefined]);
  });

  test('keeps the flow that it had where that is the one it was given', async () => {
    const { cloud, connect, night } = account();
    await invoke(cloud, event('Create', adopted(night)));
    await invoke(cloud, event('Delete', adopted(night)));
    expect(connect.phoneNumbers.get('n1')).toBe(night);
  });

  test('is as it was when an update to it fails, as nobody comes back for it', async () => {
    const { cloud, connect, day, night } = account();
    await invoke(cloud, event('Create', adopted(day, 'n3')));
    let asked = 0;
    connect.interfere = (name, when) => {
      const isAsked = name === 'AssociatePhoneNumberContactFlowCommand' && when === 'after';
      asked += isAsked ? 1 : 0;
      if (isAsked && asked === 1) throw Object.assign(new Error('No.'), { name: 'InvalidParameterException' });
    };
    const { answer } = await invoke(cloud, event('Update', adopted(day, 'n1'), adopted(day, 'n3')));
    expect(answer).toMatchObject({ Status: 'FAILED', PhysicalResourceId: `${NUMBERS}/n3` });
    expect([connect.phoneNumbers.get('n1'), connect.phoneNumbers.get('n3')]).toEqual([night, day]);
  });

  test.each(['before', 'after'] as const)('is given back where the function ends %s any call', async (moment) => {
    const { cloud, connect, day, night } = account();
    for (let number = 1; number <= 12; number++) {
      let calls = 0;
      const interfere = (_name: string, when: 'before' | 'after') => {
        if (when === 'before') calls += 1;
        if (when === moment && calls === number) throw new Killed();
      };
      connect.interfere = interfere;
      cloud.s3.interfere = interfere;
      await invoke(cloud, event('Create', adopted(day)));
      expect(connect.phoneNumbers.get('n1')).toBe(day);
      await invoke(cloud, event('Delete', adopted(day)));
      expect([number, connect.phoneNumbers.get('n1'), cloud.s3.versions]).toEqual([number, night, []]);
    }
  });
});
