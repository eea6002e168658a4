import { programOf, type Step } from '../../../lib/analyse/flow/program';
import { givesOf, pathsIn } from '../../../lib/analyse/flow/reads-and-writes';
import type { JsonObject } from '../../../lib/language';
import { type Script, step } from '../../simulate/script';
import { main } from '../small-centre';

const first = (...script: Script): Step => programOf(main(script)).steps[0] as Step;
const written = (type: string, parameters: JsonObject) => first(step(type, parameters)).writes;

describe('What an action reads in order to decide', () => {
  test.each<[string, string, JsonObject, readonly string[]]>([
    ['what it compares', 'Compare', { ComparisonValue: '$.Attributes.tier' }, ['Attributes.tier']],
    ['the queue that it names', 'TransferContactToQueue', { QueueId: '$.Attributes.queue' }, ['Attributes.queue']],
    [
      'the flows of its hooks',
      'UpdateContactEventHooks',
      { EventHooks: { AgentWhisper: '$.External.whisper' } },
      ['External.whisper'],
    ],
    ['nothing that it only says', 'MessageParticipant', { Text: 'Dear $.Attributes.name' }, []],
  ])('%s', (_what, type, parameters, paths) => {
    expect(first(step(type, parameters)).reads).toEqual(paths);
  });

  test('the operands of its conditions', () => {
    const when = [['Equals', '$.Attributes.best', []]] as const;
    const compare = step('Compare', { ComparisonValue: '$.External.tier' }, { when });
    expect(first(compare).reads).toEqual(['External.tier', 'Attributes.best']);
  });

  test('every reference in a text', () => {
    expect(pathsIn('$.Attributes.first and $.Attributes.last')).toEqual(['Attributes.first', 'Attributes.last']);
    expect(pathsIn('none')).toEqual([]);
  });
});

describe('What an action keeps for later', () => {
  test('attributes of the contact, and of the flow', () => {
    expect(written('UpdateContactAttributes', { Attributes: { tier: 'gold' } })).toEqual([['Attributes.tier', 'gold']]);
    expect(written('UpdateFlowAttributes', { FlowAttributes: { step: { Value: '1' } } })).toEqual([
      ['FlowAttributes.step', '1'],
    ]);
  });

  test('nothing of this contact where another one is meant', () => {
    expect(written('UpdateContactAttributes', { TargetContact: 'Related', Attributes: { tier: 'gold' } })).toEqual([]);
  });

  test('a task starts with the attributes that it is given', () => {
    const [task] = programOf(main([step('CreateTask', { Name: 'Call back', Attributes: { tier: 'gold' } })])).steps;
    expect(givesOf(task as Step)).toEqual([['Attributes.tier', 'gold']]);
    expect((task as Step).writes).toEqual([]);
  });
});
