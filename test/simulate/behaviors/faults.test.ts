import type { WorldFault } from '../../../lib/simulate';
import { flow, functionArn, hangUp, moduleArn, type Script, say, setAttributes, step } from '../script';
import { hearing, lambda, play, texts } from '../world';

const failing = (...faults: readonly WorldFault[]) => ({ faults });
const tagging: Script = [
  {
    ...step('TagContact', { Tags: { a: '1' } }, { errors: { NoMatchingError: [say('No tag.'), hangUp()] } }),
    id: 'tag',
  },
  say('Tagged.'),
  hangUp(),
];

describe('A fault of the world', () => {
  test.each<[string, WorldFault, string]>([
    ['of an action type', { action: 'TagContact', error: 'NoMatchingError' }, 'No tag.'],
    ['of one action', { action: 'tag', error: 'NoMatchingError' }, 'No tag.'],
    ['of whatever can fail so, once', { error: 'NoMatchingError', times: 1 }, 'No tag.'],
    ['in one flow', { flow: 'Entry', action: 'TagContact', error: 'NoMatchingError' }, 'No tag.'],
    ['in another flow', { flow: 'Other', action: 'TagContact', error: 'NoMatchingError' }, 'Tagged.'],
    ['that the action does not know', { action: 'TagContact', error: 'QueueAtCapacity' }, 'Tagged.'],
    ['of another type', { action: 'UntagContact', error: 'NoMatchingError' }, 'Tagged.'],
  ])('%s', async (_what, fault, said) => {
    expect((await hearing(tagging, {}, failing(fault))).at(-1)).toBe(said);
  });

  test('says why, where the world says it', async () => {
    const result = await play(tagging, {}, failing({ error: 'NoMatchingError', because: 'throttled', times: 1 }));
    expect(texts(result).join()).toContain('takes its NoMatchingError branch: throttled');
  });

  test('strikes as often as it says, anew in each run', async () => {
    const retried: Script = [
      step('TagContact', { Tags: { a: '1' } }, { errors: { NoMatchingError: [say('Again.'), ...tagging] } }),
    ];
    const world = failing({ action: 'TagContact', error: 'NoMatchingError', times: 1 });
    expect(await hearing(retried, {}, world)).toEqual(['Again.', 'Tagged.']);
    expect(await hearing(retried, {}, world)).toEqual(['Again.', 'Tagged.']);
  });

  test('is found in a module by the name of the module', async () => {
    const modules = [flow('Tagging', 'MODULE', tagging)];
    const script = [step('InvokeFlowModule', { FlowModuleId: moduleArn('Tagging') }), hangUp()];
    const fault: WorldFault = { flow: 'Tagging', action: 'TagContact', error: 'NoMatchingError' };
    expect(await hearing(script, {}, { modules, ...failing(fault) })).toEqual(['No tag.']);
  });

  test('of a case that is not linked leaves the case written', async () => {
    const create = step(
      'CreateCase',
      { CaseTemplateId: 'complaint', LinkContactToCase: 'true', CaseRequestFields: { title: 'Broken' } },
      { errors: { ContactNotLinked: [say('$.Case.title, not linked.'), hangUp()] } },
    );
    const caseTemplates = [{ arn: 'complaint', name: 'Complaint' }];
    const fault: WorldFault = { action: 'CreateCase', error: 'ContactNotLinked' };
    expect(await hearing([create, hangUp()], {}, { caseTemplates, ...failing(fault) })).toEqual([
      'Broken, not linked.',
    ]);
  });

  test('of a Lambda function takes the answer of the call before away', async () => {
    const call = (then: Script = []) =>
      step(
        'InvokeLambdaFunction',
        { LambdaFunctionARN: functionArn('Look up') },
        { errors: { NoMatchingError: then } },
      );
    const script = [call(), { ...call([say('[$.External.tier]'), hangUp()]), id: 'second' }, hangUp()];
    const functions = [lambda('Look up', () => ({ tier: 'gold' }))];
    const fault: WorldFault = { action: 'second', error: 'NoMatchingError' };
    expect(await hearing(script, {}, { functions, ...failing(fault) })).toEqual(['[]']);
  });
});

describe('Attributes', () => {
  test('are set all or none of them, and have names without dots', async () => {
    const failed = [say('[$.Attributes.a]'), hangUp()];
    expect(await hearing([setAttributes({ a: '1', 'b.c': '2' }, failed), hangUp()])).toEqual(['[]']);
  });

  test('of the flow have 32 KB too', async () => {
    const big = step(
      'UpdateFlowAttributes',
      { FlowAttributes: { a: { Value: '1' }, big: { Value: 'x'.repeat(33 * 1024) } } },
      { errors: { NoMatchingError: [say('[$.FlowAttributes.a]'), hangUp()] } },
    );
    expect(await hearing([big, hangUp()])).toEqual(['[]']);
  });

  test('of a tag are six at most, system tags aside', async () => {
    const six = Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [`t${i}`, 'x']));
    const seventh = step(
      'TagContact',
      { Tags: { t7: 'x' } },
      { errors: { NoMatchingError: [say('Full.'), hangUp()] } },
    );
    const same = step('TagContact', { Tags: { t6: 'y' } });
    expect(await hearing([step('TagContact', { Tags: six }), same, say('$.Tags.t6'), seventh])).toEqual(['y', 'Full.']);
  });

  test('References are read by name', async () => {
    const set = step('UpdateContactData', { References: { ticket: { Type: 'URL', Value: 'https://example.com/7' } } });
    expect(await hearing([set, say('$.References.ticket.Value $.References.ticket.Type'), hangUp()])).toEqual([
      'https://example.com/7 URL',
    ]);
  });
});
