import fc from 'fast-check';
import { cloudUnderTest, StackUnderTest, stopClouds, type TemplateParts } from './cloud-under-test';

afterAll(stopClouds);

const COUNT = 6;

/** One of the notes that a template may have: its text, its name, and the earlier notes that it refers to. */
interface Note {
  readonly isThere: boolean;
  readonly text: number;
  readonly name: number;
  readonly refersTo: readonly number[];
}

const note = fc.record({
  isThere: fc.boolean(),
  text: fc.nat(2),
  name: fc.nat(2),
  refersTo: fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: 3 }),
});

const notes = fc.array(note, { minLength: COUNT, maxLength: COUNT });

const textOf = (all: readonly Note[], i: number): unknown => {
  const { text, refersTo } = all[i] as Note;
  const others = refersTo.filter((other) => other < i && all[other]?.isThere).map((other) => ({ Ref: `N${other}` }));
  return { 'Fn::Join': ['+', [`text ${text}`, ...others]] };
};

/** Notes that refer to each other; a changed name needs a new note, which those that refer to it follow. */
const templateOf = (all: readonly Note[], more: Readonly<Record<string, object>> = {}): TemplateParts => {
  const entries = all.flatMap(({ isThere, name }, i) => {
    const Properties = { Type: 'String', Name: `/note/${i}/${name}`, Value: textOf(all, i) };
    return isThere ? [[`N${i}`, { Type: 'AWS::SSM::Parameter', Properties }] as const] : [];
  });
  const Anchor = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/anchor', Value: 'x' } };
  return { Resources: { Anchor, ...Object.fromEntries(entries), ...more } };
};

const failingAfter = (id: string) => ({
  Failing: {
    Type: 'AWS::SSM::Parameter',
    DependsOn: id,
    Properties: { Type: 'String', Name: '/anchor', Value: 'taken' },
  },
});

const lastOf = (all: readonly Note[]): string => {
  const last = all.findLastIndex(({ isThere }) => isThere);
  return last < 0 ? 'Anchor' : `N${last}`;
};

describe('Whatever is deployed', () => {
  test('a failure at its end leaves the cloud as it was before, and a deletion leaves nothing', async () => {
    const cloud = await cloudUnderTest();
    const empty = cloud.state();
    await fc.assert(
      fc.asyncProperty(notes, notes, async (first, second) => {
        const stack = new StackUnderTest(cloud);
        await stack.deploy(templateOf(first));
        const before = cloud.state();
        expect(await stack.deploy(templateOf(second, failingAfter(lastOf(second))))).toBe('UPDATE_ROLLBACK_COMPLETE');
        expect(cloud.state()).toBe(before);
        await stack.delete();
        expect(cloud.state()).toBe(empty);
      }),
      { numRuns: 15 },
    );
  });

  test('an update comes to what a first deployment of the same template comes to', async () => {
    const [changed, fresh] = [await cloudUnderTest(), await cloudUnderTest()];
    const texts = (state: string) => JSON.parse(state).ssm;
    await fc.assert(
      fc.asyncProperty(notes, notes, async (first, second) => {
        const [old, young] = [new StackUnderTest(changed), new StackUnderTest(fresh)];
        await old.deploy(templateOf(first));
        const { Status } = await old.plan(templateOf(second));
        if (Status !== 'FAILED') expect(await old.deploy(templateOf(second))).toBe('UPDATE_COMPLETE');
        await young.deploy(templateOf(second));
        expect(texts(changed.state())).toEqual(texts(fresh.state()));
        await old.delete();
        await young.delete();
      }),
      { numRuns: 15 },
    );
  });
});
