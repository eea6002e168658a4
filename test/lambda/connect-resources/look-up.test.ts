import { type Listed, lookUp } from '../../../lambda/connect-resources/look-up';
import type { LookUpProperties } from '../../../lib/runtime/connect-resources';

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c';

const seek = (all: readonly Listed[], sought: Partial<LookUpProperties>, RequestType: 'Create' | 'Delete' = 'Create') =>
  lookUp(
    async () => all,
    (call) => call(),
  )({
    RequestType,
    RequestId: 'r1',
    StackId: 's1',
    LogicalResourceId: 'Sales',
    ResourceType: 'Custom::ConnectLookUp',
    ResponseURL: '',
    ResourceProperties: { InstanceArn: INSTANCE, Kind: 'queue', Name: 'Sales', ...sought },
  });

const queues = (...names: readonly string[]): readonly Listed[] =>
  names.map((name, i) => ({ arn: `${INSTANCE}/queue/q${i}`, name }));

describe('Something that is looked up', () => {
  test('is found by its exact name', async () => {
    const arn = `${INSTANCE}/queue/q1`;
    expect(await seek(queues('sales', 'Sales'), {})).toEqual({ physicalId: arn, data: { Arn: arn, Id: 'q1' } });
  });

  test('that is not there is told with the nearest name that is', async () => {
    await expect(seek(queues('Sale', 'Billing'), {})).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The instance has no queue called "Sales". "Sale" may be meant.',
    });
  });

  test('and resembles nothing is told with what is there', async () => {
    await expect(seek(queues('Outages', 'Gold'), {})).rejects.toThrow('There are "Outages", "Gold".');
    await expect(seek([], { Kind: 'flow', FlowType: 'AGENT_HOLD' })).rejects.toThrow(
      'The instance has no AGENT_HOLD flow called "Sales". There are none.',
    );
  });

  test('and is there twice has to be named by its ARN', async () => {
    await expect(seek(queues('Sales', 'Sales'), {})).rejects.toThrow(
      `The instance has 2 called "Sales": ${INSTANCE}/queue/q0, ${INSTANCE}/queue/q1. Name one by its ARN.`,
    );
  });

  test('is nothing to delete', async () => {
    expect(await seek([], {}, 'Delete')).toEqual({ physicalId: 'Sales' });
  });
});
