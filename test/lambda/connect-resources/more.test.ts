import { type Member, type Members, moreQuickConnects } from '../../../lambda/connect-resources/more';

const QUEUE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c/queue/q1';
const arnOf = (id: string): string =>
  `arn:aws:connect:eu-central-1:111122223333:instance/5e0c/transfer-destination/${id}`;

/** A queue with some quick connects, and what is written to it. */
const queueWith = (...ids: readonly string[]) => {
  const live = new Set(ids);
  const written: string[] = [];
  const write = (verb: string, act: (key: string) => unknown) => async (_owner: string, members: readonly Member[]) => {
    for (const { key } of members) {
      act(key);
      written.push(`${verb} ${key}`);
    }
  };
  const members: Members = {
    list: async () => [...live].map((key) => ({ key })),
    add: write('add', (key) => live.add(key)),
    change: write('change', () => undefined),
    remove: write('remove', (key) => live.delete(key)),
  };
  const warnings: string[] = [];
  const handler = moreQuickConnects(members, { warn: (message) => void warnings.push(message) });
  const send = (RequestType: 'Create' | 'Update' | 'Delete', now: object, old?: object) =>
    handler({
      RequestType,
      RequestId: 'r1',
      StackId: 's1',
      LogicalResourceId: 'More',
      ResourceType: 'Custom::ConnectMoreQuickConnects',
      ResponseURL: '',
      ResourceProperties: now as never,
      ...(old && { OldResourceProperties: old as never }),
    });
  return { live, written, warnings, send };
};

const many = (listed: readonly string[], more: readonly string[]) => ({
  QueueArn: QUEUE,
  Listed: listed.map(arnOf),
  QuickConnectArns: more.map(arnOf),
});

describe('More than a resource can list', () => {
  test('is added, and only what is not there yet', async () => {
    const { written, send } = queueWith('a', 'b', 'c');
    expect(await send('Create', many(['a', 'b'], ['c', 'd']))).toEqual({ physicalId: QUEUE });
    expect(written).toEqual(['add d']);
  });

  test('changes by its differences, and what somebody else has added stays', async () => {
    const { written, live, send } = queueWith('a', 'b', 'c', 'd', 'by hand');
    await send('Update', many(['a', 'b'], ['d', 'e']), many(['a', 'b'], ['c', 'd']));
    expect(written).toEqual(['remove c', 'add e']);
    expect([...live]).toEqual(['a', 'b', 'd', 'by hand', 'e']);
  });

  test('is not taken away where the resource lists it by now', async () => {
    const { written, send } = queueWith('b', 'c', 'd');
    await send('Update', many(['b', 'c'], ['d']), many(['a', 'b'], ['c', 'd']));
    expect(written).toEqual([]);
  });

  test('is taken away again, and nothing else', async () => {
    const { live, send } = queueWith('a', 'b', 'c', 'by hand');
    await send('Delete', many(['a', 'b'], ['c', 'd']));
    expect([...live]).toEqual(['a', 'b', 'by hand']);
  });

  test('stays with a warning where the list of the resource has changed as well, and may name it', async () => {
    const { live, warnings, send } = queueWith('b', 'c');
    await send('Delete', many(['a', 'b'], ['c']));
    expect([...live]).toEqual(['b', 'c']);
    expect(warnings).toEqual(['Left as it is']);
  });
});
