import fc from 'fast-check';
import { CONNECT_PACE, patientCalls } from '../../../lambda/connect-resources/calls';
import { StillTime } from './provider';

const failing = (name: string, more: object = {}): Error => Object.assign(new Error('No.'), { name, ...more });

const setUp = ({ deadline = Number.POSITIVE_INFINITY, random = 0.5 } = {}) => {
  const time = new StillTime();
  const options = { time, random: () => random, deadline: () => deadline };
  return { time, calls: patientCalls(options), paced: patientCalls({ ...options, pace: CONNECT_PACE }) };
};

/** A call that fails a number of times first. */
const failsFirst = (times: number, error: Error) => {
  let left = times;
  return jest.fn(async () => {
    left -= 1;
    if (left >= 0) throw error;
    return 'done';
  });
};

describe('Calls to Connect', () => {
  test('start with five at once and go on with two a second', async () => {
    const { time, paced } = setUp();
    const starts: number[] = [];
    for (let i = 0; i < 9; i++) await paced(async () => starts.push(time.now()));

    expect(starts).toEqual([0, 0, 0, 0, 0, 500, 1000, 1500, 2000]);
  });

  test('never exceed the quota in any second, whatever time passes in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3_000), { minLength: 1, maxLength: 40 }), async (gaps) => {
        const { time, paced } = setUp();
        const starts: number[] = [];
        for (const gap of gaps) {
          time.milliseconds += gap;
          await paced(async () => starts.push(time.now()));
        }
        starts.forEach((start, i) => {
          starts.slice(i).forEach((later, more) => {
            expect(more + 1).toBeLessThanOrEqual(5 + ((later - start) / 1_000) * 2 + 1e-6);
          });
        });
      }),
    );
  });
});

describe('A call that fails', () => {
  test.each([
    'ThrottlingException',
    'TooManyRequestsException',
    'InternalServiceException',
    'TimeoutError',
    'SlowDown',
  ])('with %s is made again until it succeeds', async (name) => {
    const { calls } = setUp();
    const call = failsFirst(12, failing(name));

    await expect(calls(call)).resolves.toBe('done');
    expect(call).toHaveBeenCalledTimes(13);
  });

  test('with a broken connection or any error of the server is made again', async () => {
    const { calls } = setUp();

    await expect(calls(failsFirst(2, failing('Error', { code: 'ECONNRESET' })))).resolves.toBe('done');
    await expect(calls(failsFirst(2, failing('Odd', { $metadata: { httpStatusCode: 503 } })))).resolves.toBe('done');
  });

  test('because something is not known yet is made again a few times', async () => {
    const { calls } = setUp();
    const call = failsFirst(5, failing('AccessDeniedException'));
    const hopeless = failsFirst(6, failing('ResourceNotFoundException'));

    await expect(calls(call)).resolves.toBe('done');
    await expect(calls(hopeless)).rejects.toThrow('No.');
    expect(hopeless).toHaveBeenCalledTimes(6);
  });

  test.each(['InvalidContactFlowException', 'DuplicateResourceException', 'InvalidRequestException'])(
    'with %s is not made again',
    async (name) => {
      const { calls } = setUp();
      const call = failsFirst(1, failing(name));

      await expect(calls(call)).rejects.toThrow('No.');
      expect(call).toHaveBeenCalledTimes(1);
    },
  );

  test('waits for longer and longer, up to twenty seconds, by chance', async () => {
    const { time, calls } = setUp({ random: 0.5 });
    await calls(failsFirst(8, failing('ThrottlingException')));

    expect(time.waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  test('is given up before the deadline', async () => {
    const { time, calls } = setUp({ deadline: 4_000 });
    const call = failsFirst(100, failing('ThrottlingException'));

    await expect(calls(call)).rejects.toThrow('No.');
    expect(time.now()).toBeLessThan(4_000);
    expect(call.mock.calls.length).toBeGreaterThan(3);
  });
});
