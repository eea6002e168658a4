import { waits } from '../../examples/many-contacts/many-contacts';

test('Two agents cannot keep up with a call every 45 seconds: callers wait longer and longer', async () => {
  const seconds = await waits(8);
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  expect(seconds.at(-1)).toBeGreaterThan(300);
});
