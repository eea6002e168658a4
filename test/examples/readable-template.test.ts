// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written this way
import { App, CfnOutput, Fn, Stack } from 'aws-cdk-lib/core';
import { agentWhisperFlow, endFlow, playPrompt } from '../../lib/build';
import { DefaultFlows, InboundFlow, Instance } from '../../lib/constructs';
import type { Template } from '../../lib/simulate';
import { goingTo } from '../constructs/deployment/centre';
import { INSTANCE_ARN } from '../constructs/small-centre';
import { asYaml, differences, readableTemplate } from './readable-template';

const readable = (make: (stack: Stack) => void) => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true } });
  const stack = new Stack(app, 'Centre');
  make(stack);
  return readableTemplate(app.synth().getStackArtifact(stack.artifactId).template as Template);
};

const circle = (stack: Stack): void => {
  const instance = Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN);
  const day = new InboundFlow(stack, 'Day', { instance, flow: () => goingTo('Day', night) });
  const night = new InboundFlow(stack, 'Night', { instance, flow: () => goingTo('Night', day) });
};

const replaced = (stack: Stack): void => {
  const flow = agentWhisperFlow('Whisper', { onError: [endFlow()] }, [playPrompt('A caller.'), endFlow()]);
  const instance = Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN);
  new DefaultFlows(stack, 'Defaults', { instance, flows: { 'Default agent whisper': flow } });
};

/** What stands at the place of a template at which there is a flow. */
const contentsIn = (template: object): readonly [string, string][] =>
  Object.entries(template).flatMap(([name, { Type, Properties }]) =>
    Properties?.Content === undefined ? [] : [[`${Type} ${name}`, asYaml(Properties.Content)] as [string, string]],
  );

describe('A template that is shown to people', () => {
  test('has the contents that flows get afterwards as documents, with the names of what they go on to', () => {
    const [stub, night, later] = contentsIn(readable(circle)).toSorted();
    expect(stub?.[1]).toMatch(/StartAction: end\nActions:\n {2}- Identifier: end\n/);
    expect(night?.[1]).toContain('ContactFlowId: <Day.ContactFlowArn>');
    expect(later?.[0]).toMatch(/^Custom::ConnectFlowContent /);
    expect(later?.[1]).toContain('ContactFlowId: <Night.ContactFlowArn>');
  });

  test('has the contents of replaced default flows as documents', () => {
    const [[name, content] = []] = contentsIn(readable(replaced));
    expect(name).toMatch(/^Custom::ConnectDefaultFlow Defaults\/Default agent whisper/);
    expect(content).toContain('Parameters: { Text: A caller. }');
  });

  test('names what functions of CloudFormation refer to', () => {
    const output = (value: string) => readable((stack) => new CfnOutput(stack, 'It', { value }))['Outputs/It'];
    expect(output(Fn.sub('${AWS::Region}-${!Literal}'))).toEqual({ Value: '<AWS::Region>-${!Literal}' });
    expect(output(Fn.importValue('queue'))).toEqual({ Value: '<imported queue>' });
    expect(output(Fn.select(4, Fn.split(':', Fn.ref('AWS::StackId'))))).toEqual({
      Value: { 'Fn::Select': [4, { 'Fn::Split': [':', '<AWS::StackId>'] }] },
    });
  });

  test('is compared with another one by resources and by values, the same difference once', () => {
    const before = { Gone: {}, A: { Arn: 'x', Tags: [] }, B: { Arn: 'x', Size: 20 } };
    const after = { A: { Arn: 'y' }, B: { Arn: 'y', Size: '20' }, New: {} };
    expect(differences(before, after)).toEqual({
      gone: ['Gone'],
      added: ['New'],
      changed: [
        { was: 'x', is: 'y', at: ['A › Arn', 'B › Arn'] },
        { was: [], is: '(nothing)', at: ['A › Tags'] },
        { was: 20, is: '20', at: ['B › Size'] },
      ],
    });
  });
});
