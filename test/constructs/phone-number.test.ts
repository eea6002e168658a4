import { Match, Template } from 'aws-cdk-lib/assertions';
import { RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { disconnect, inboundFlow, playPrompt } from '../../lib/build';
import { InboundFlow, Instance, PhoneNumber, type PhoneNumberProps, Queue } from '../../lib/constructs';
import { goingTo, stacksOf } from './deployment/centre';
import { arn, ENV, greeting, INSTANCE_ARN, officeHours, type SmallCentre, smallCentre } from './small-centre';

const NUMBER_ARN = 'arn:aws:connect:eu-central-1:111122223333:phone-number/0a0b0000-cccc-4ddd-8eee-000000000009';
const ASSOCIATION = 'Custom::ConnectPhoneNumberFlow';

const numberIn = ({ stack, instance }: SmallCentre, props: Partial<PhoneNumberProps> = {}) =>
  new PhoneNumber(stack, 'Hotline', { instance, type: 'DID', country: 'DE', ...props });

const mainLine = ({ stack, instance }: SmallCentre, id = 'MainLine'): InboundFlow =>
  new InboundFlow(stack, id, { instance, name: id, content: greeting('Hello.') });

/** The properties and dependencies of the association in a stack. */
const associationIn = (stack: Stack) => Object.values(Template.fromStack(stack).findResources(ASSOCIATION))[0];

describe('A phone number', () => {
  test('is claimed for its instance, and kept when it leaves the stack', () => {
    const centre = smallCentre();
    numberIn(centre, { prefix: '+4930', description: 'On every bill' });

    Template.fromStack(centre.stack).hasResource('AWS::Connect::PhoneNumber', {
      Properties: {
        TargetArn: INSTANCE_ARN,
        Type: 'DID',
        CountryCode: 'DE',
        Prefix: '+4930',
        Description: 'On every bill',
      },
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('is released where that is asked for', () => {
    const centre = smallCentre();
    numberIn(centre, { removalPolicy: RemovalPolicy.DESTROY });

    Template.fromStack(centre.stack).hasResource('AWS::Connect::PhoneNumber', { DeletionPolicy: 'Delete' });
  });

  test('without a flow needs no function', () => {
    const centre = smallCentre();
    numberIn(centre);

    Template.fromStack(centre.stack).resourceCountIs('AWS::Lambda::Function', 0);
  });

  test('is what called customers see', () => {
    const centre = smallCentre();
    const { stack, instance } = centre;
    const outboundCallerIdNumber = numberIn(centre);
    new Queue(stack, 'Sales', { instance, hours: officeHours(centre), outboundCallerIdNumber });

    Template.fromStack(stack).hasResourceProperties('AWS::Connect::Queue', {
      OutboundCallerConfig: {
        OutboundCallerIdNumberArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Hotline'), 'PhoneNumberArn'] },
      },
    });
  });

  test.each<[Partial<Record<keyof PhoneNumberProps, unknown>>, string]>([
    [{ country: 'de' }, '"de" is no country code of ISO 3166. Write "DE".'],
    [{ country: 'UK' }, '"UK" is no country code of ISO 3166. Write "GB".'],
    [{ country: 'Germany' }, 'Write two capital letters, as "DE" for Germany.'],
    [{ type: 'TOLLFREE' }, 'no phone number is of the type "TOLLFREE". Write "TOLL_FREE".'],
    [{ prefix: '030' }, 'no number starts with "030". Write + and digits only, country first: "+4930".'],
    [{ prefix: '+49 30' }, 'no number starts with "+49 30".'],
    [{ description: '' }, 'the description has 0 characters; Connect takes 1 to 500.'],
  ])('with %j is refused at once', (props, words) => {
    expect(() => numberIn(smallCentre(), props as Partial<PhoneNumberProps>)).toThrow(words);
  });

  test('that is there already is named by its ARN, which has no instance in it', () => {
    const { stack } = smallCentre();
    const number = PhoneNumber.fromPhoneNumberArn(stack, 'Hotline', NUMBER_ARN);
    expect([number.phoneNumberId, number.phoneNumberRef.phoneNumberArn]).toEqual([
      '0a0b0000-cccc-4ddd-8eee-000000000009',
      NUMBER_ARN,
    ]);
    expect(() => PhoneNumber.fromPhoneNumberArn(stack, 'Other', arn('queue', '1'))).toThrow(
      'is not the ARN of a phone number',
    );
  });
});

describe('Calls to a phone number', () => {
  test('run the flow that it is given', () => {
    const centre = smallCentre();
    numberIn(centre, { flow: mainLine(centre) });

    expect(associationIn(centre.stack)?.Properties).toEqual({
      ServiceToken: expect.anything(),
      ServiceTimeout: '1200',
      InstanceArn: INSTANCE_ARN,
      PhoneNumberArn: { 'Fn::GetAtt': [expect.stringMatching(/^Hotline/), 'PhoneNumberArn'] },
      FlowArn: { 'Fn::GetAtt': [expect.stringMatching(/^MainLine/), 'ContactFlowArn'] },
    });
  });

  test('run the flow also where the number was claimed by hand: the flow says which instance it is', () => {
    const centre = smallCentre();
    PhoneNumber.fromPhoneNumberArn(centre.stack, 'Hotline', NUMBER_ARN).answerWith(mainLine(centre));

    expect(associationIn(centre.stack)?.Properties).toMatchObject({
      InstanceArn: INSTANCE_ARN,
      PhoneNumberArn: NUMBER_ARN,
      Bucket: { Ref: expect.stringMatching(/^ConnectProviderOriginals/) },
    });
  });

  test('go on where the construct of such a number moves to another place in the stack', () => {
    const [before, after] = ['Hotline', 'Renamed'].map((id) => {
      const centre = smallCentre();
      PhoneNumber.fromPhoneNumberArn(centre.stack, id, NUMBER_ARN).answerWith(mainLine(centre));
      return Object.keys(Template.fromStack(centre.stack).findResources(ASSOCIATION));
    });
    expect(after).toEqual(before);
  });

  test('of one that was claimed by hand may be led by the function within its instance only', () => {
    const centre = smallCentre();
    PhoneNumber.fromPhoneNumberArn(centre.stack, 'Hotline', NUMBER_ARN).answerWith(
      InboundFlow.fromContactFlowArn(centre.stack, 'Flow', arn('contact-flow', '1')),
    );
    const [policy] = Object.values(
      Template.fromStack(centre.stack).findResources('AWS::IAM::Policy', {
        Properties: { PolicyName: Match.stringLikeRegexp('^ConnectProviderAccess') },
      }),
    );
    const statements = policy?.Properties.PolicyDocument.Statement as readonly Record<string, unknown>[];
    const numbers = { 'Fn::Join': ['', expect.arrayContaining([':phone-number/*'])] };
    const ofInstance = { StringEqualsIfExists: { 'connect:InstanceId': INSTANCE_ARN.split('/')[1] } };
    const kept = Array(2).fill([expect.arrayContaining([expect.stringMatching(/^s3:/)]), expect.anything(), undefined]);
    expect(statements.map(({ Action, Resource, Condition }) => [Action, Resource, Condition])).toEqual([
      ['connect:ListFlowAssociations', [INSTANCE_ARN], undefined],
      [
        'connect:AssociatePhoneNumberContactFlow',
        [INSTANCE_ARN, numbers, `${INSTANCE_ARN}/contact-flow/*`],
        ofInstance,
      ],
      ...kept,
      ['connect:DisassociatePhoneNumberContactFlow', [INSTANCE_ARN, numbers], ofInstance],
    ]);
  });

  test('never meet the stub of a flow that is part of a circle', () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const line: InboundFlow = new InboundFlow(stack, 'Line', {
      instance,
      flow: (itself) => goingTo('Line', itself),
    });
    numberIn(centre, { flow: line });

    const [{ template }] = stacksOf(app) as [ReturnType<typeof stacksOf>[number]];
    const resources = Object.entries(template.Resources ?? {});
    const content = resources.find(([, { Type }]) => Type === 'Custom::ConnectFlowContent')?.[0];
    const association = resources.find(([, { Type }]) => Type === ASSOCIATION)?.[1];
    expect(content).toBeDefined();
    expect(association?.DependsOn).toContain(content);
  });

  test('may be led to a flow that tells the caller the number itself', () => {
    const centre = smallCentre();
    const { app, stack, instance } = centre;
    const number = numberIn(centre);
    number.answerWith(
      new InboundFlow(stack, 'Line', {
        instance,
        flow: inboundFlow('Line', { onError: [disconnect()] }, [
          playPrompt(`You called ${number.phoneNumber}.`),
          disconnect(),
        ]),
      }),
    );
    expect(() => app.synth()).not.toThrow();
  });

  test('run one flow: a second one is refused, wherever in the app it is named', () => {
    const centre = smallCentre();
    const number = numberIn(centre, { flow: mainLine(centre) });
    expect(() => number.answerWith(mainLine(centre, 'Second'))).toThrow(
      'Centre/Hotline: calls to this number run the flow that Centre/Hotline names already.',
    );

    const flow = mainLine(centre, 'Third');
    PhoneNumber.fromPhoneNumberArn(centre.stack, 'Here', NUMBER_ARN).answerWith(flow);
    const there = PhoneNumber.fromPhoneNumberArn(new Stack(centre.app, 'Other', { env: ENV }), 'There', NUMBER_ARN);
    expect(() => there.answerWith(flow)).toThrow('run the flow that Centre/Here names already. Name one flow');
  });

  test('run a flow of the instance of the number', () => {
    const centre = smallCentre();
    const other = Instance.fromInstanceArn(centre.stack, 'OtherInstance', INSTANCE_ARN.replace(/1$/, '2'));
    expect(() => numberIn(centre, { instance: other, flow: mainLine(centre) })).toThrow(
      `Centre/Hotline: the number belongs to ${other.instanceArn}, and the flow to ${INSTANCE_ARN}.`,
    );
  });
});
