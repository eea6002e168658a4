import { programOf } from '../../../lib/analyse/flow/program';
import { relevantPaths } from '../../../lib/analyse/flow/relevance';
import { functionArn, type Script, setAttributes, step } from '../../simulate/script';
import { centreOf, main } from '../small-centre';

const relevant = (script: Script, functions = {}) => {
  const flow = main(script);
  return [...relevantPaths({ ...centreOf([flow]), ...functions }, [programOf(flow)])].sort();
};

const compare = (value: string) => step('Compare', { ComparisonValue: value });

describe('References that make a difference', () => {
  test('are those that something compares', () => {
    expect(relevant([setAttributes({ name: '$.External.name' }), compare('$.Attributes.tier')])).toEqual([
      'Attributes.tier',
    ]);
  });

  test('and those of which they are made, through any number of copies', () => {
    const copies = [setAttributes({ first: '$.External.tier' }), setAttributes({ second: '$.Attributes.first' })];
    expect(relevant([...copies, compare('$.Attributes.second')])).toEqual([
      'Attributes.first',
      'Attributes.second',
      'External.tier',
    ]);
  });

  test('and the attributes on which a declared answer depends', () => {
    const answers = { tier: [{ when: { attributes: { member: ['yes'] } }, value: 'gold' }] };
    const functions = [{ arn: functionArn('LookUp'), name: 'LookUp', answers }];
    expect(relevant([], { functions })).toEqual(['Attributes.member']);
  });
});
