import type { ConnectCallRecord } from '../../lib/cloud';
import { newDeployment, synthesised } from './deployed-centre';

interface Written {
  readonly flowId: string;
  readonly content: string;
}

/** What calls wrote into flows, oldest first. */
const written = (calls: readonly ConnectCallRecord[], operation: ConnectCallRecord['operation']): readonly Written[] =>
  calls
    .filter((call) => call.operation === operation)
    .map(({ input, output }) => {
      const { ContactFlowId, Content } = { ...(output as object), ...(input as object) } as Record<string, string>;
      return { flowId: ContactFlowId ?? '', content: Content ?? '' };
    });

const contents = (all: readonly Written[], flowId: string): readonly string[] =>
  all.filter((each) => each.flowId === flowId).map(({ content }) => content);

test('A flow that is created with a stub never holds it again, whatever is deployed later', async () => {
  const calls: ConnectCallRecord[] = [];
  const {
    cloud,
    deploy,
    delete: remove,
  } = await newDeployment(await synthesised(), {
    onConnectCall: (call) => calls.push(call),
  });
  try {
    expect(await deploy('first')).toBe('CREATE_COMPLETE');
    const [created, given] = [written(calls, 'CreateContactFlow'), written(calls, 'UpdateContactFlowContent')];
    const stubbed = created.filter(({ flowId }) => contents(given, flowId).length > 0);
    expect(stubbed).not.toEqual([]);

    calls.length = 0;
    expect(await deploy('broken')).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await deploy('changed')).toBe('UPDATE_COMPLETE');
    expect(await deploy('first')).toBe('UPDATE_COMPLETE');
    expect(await remove()).toBe('gone');
    const later = written(calls, 'UpdateContactFlowContent');
    for (const { flowId, content: stub } of stubbed) {
      expect(contents(later, flowId)).not.toContain(stub);
      const [first] = contents(given, flowId);
      const changed = contents(later, flowId)[0];
      // The failing update, its rollback, the one that works, and the way back.
      expect(contents(later, flowId)).toEqual([changed, first, changed, first]);
      expect(changed).not.toBe(first);
    }
  } finally {
    await cloud.stop();
  }
}, 120_000);
