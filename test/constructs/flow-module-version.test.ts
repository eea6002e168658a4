import { Match, Template } from 'aws-cdk-lib/assertions';
import { disconnect, inboundFlow, invokeModule } from '../../lib/build';
import { ContactFlowModule, ContactFlowModuleAlias, InboundFlow } from '../../lib/constructs';
import { greeting, smallCentre } from './small-centre';

const moduleSaying = (text: string) => {
  const centre = smallCentre();
  const { stack, instance } = centre;
  const actions = greeting(text).Actions.map((action) =>
    action.Identifier === 'Bye' ? { ...action, Type: 'EndFlowModuleExecution' } : action,
  );
  const content = { ...greeting(text), Actions: actions, Settings: {} };
  return { ...centre, module: new ContactFlowModule(stack, 'Greeting', { instance, name: 'Greeting', content }) };
};

const versionId = (text: string): string => {
  const { stack, module } = moduleSaying(text);
  module.addAlias('live');
  return Object.keys(Template.fromStack(stack).findResources('AWS::Connect::ContactFlowModuleVersion'))[0] ?? '';
};

describe('A version of a module', () => {
  test('is another resource when the content changes, and the same while it does not', () => {
    expect(versionId('Hello.')).toBe(versionId('Hello.'));
    expect(versionId('Hello.')).not.toBe(versionId('Good day.'));
  });

  test('is there only where something asks for it', () => {
    const { stack } = moduleSaying('Hello.');
    Template.fromStack(stack).resourceCountIs('AWS::Connect::ContactFlowModuleVersion', 0);
  });
});

describe('An alias of a module', () => {
  test('points at a version', () => {
    const { stack, module } = moduleSaying('Hello.');
    module.addAlias('live');
    Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlowModuleAlias', {
      Name: 'live',
      ContactFlowModuleId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Greeting'), 'ContactFlowModuleArn'] },
      ContactFlowModuleVersion: { 'Fn::GetAtt': [Match.stringLikeRegexp('^GreetingCurrentVersion'), 'Version'] },
    });
  });

  test('is what flows name: the module, and the id of the alias', () => {
    const { stack, instance, module } = moduleSaying('Hello.');
    const live = module.addAlias('live');
    const flow = inboundFlow('Main line', { onError: [disconnect()] }, [invokeModule(live), disconnect()]);
    new InboundFlow(stack, 'MainLine', { instance, flow });
    const [resource] = Object.values(Template.fromStack(stack).findResources('AWS::Connect::ContactFlow'));
    const parts = JSON.stringify(resource?.Properties.Content);
    expect(parts).toMatch(
      /"Fn::GetAtt":\["Greeting\w+","ContactFlowModuleArn"\]\},":",\{"Fn::GetAtt":\["GreetingAliaslive\w+","AliasId"\]/,
    );
  });

  test('can be of a version by number', () => {
    const { stack, module } = moduleSaying('Hello.');
    new ContactFlowModuleAlias(stack, 'Old', { module, version: 3, name: 'old' });
    Template.fromStack(stack).hasResourceProperties('AWS::Connect::ContactFlowModuleAlias', {
      ContactFlowModuleVersion: 3,
    });
  });

  test('has a name that Connect takes', () => {
    const { module } = moduleSaying('Hello.');
    expect(() => module.addAlias('not a name')).toThrow(
      /"not a name" is no name for an alias\. Use letters and digits/,
    );
  });
});
