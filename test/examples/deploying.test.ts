import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { Hotline } from '../../examples/deploying/hotline';
import { NightAndDay } from '../../examples/deploying/night-and-day';
import { OwnDefaults } from '../../examples/deploying/own-defaults';
import { DEFAULT_FLOW_DOCUMENTS, DEFAULT_FLOW_NAMES, DEFAULT_FLOWS } from '../../lib/journey';
import { write } from '../../lib/language';
import { Account } from '../constructs/deployment/account';
import { deploy, namedBy } from '../constructs/deployment/centre';
import { documentsIn, INSTANCE_ARN } from '../constructs/small-centre';

const newApp = (): App => new App({ context: { 'aws:cdk:bundling-stacks': [] } });

describe('The example of flows that name each other', () => {
  test('is deployed with each flow leading to the other, and to itself', async () => {
    const app = newApp();
    new NightAndDay(app, 'Desks', INSTANCE_ARN);
    const account = await deploy(app);

    expect(namedBy(account, 'day desk').toSorted()).toEqual(['day desk', 'night desk']);
    expect(namedBy(account, 'night desk').toSorted()).toEqual(['day desk', 'night desk']);
  });

  test('reads in the template as it was written', () => {
    const stack = new NightAndDay(newApp(), 'Desks', INSTANCE_ARN);
    const documents = Object.entries(documentsIn(stack)).map(([name, { Metadata, ...document }]) => [name, document]);
    expect(Object.fromEntries(documents)).toMatchSnapshot();
  });
});

describe('The example of default flows', () => {
  const accountWithDefaults = (): Account => {
    const account = new Account(INSTANCE_ARN);
    for (const name of DEFAULT_FLOW_NAMES) {
      account.connect.create(name, DEFAULT_FLOWS[name].flowType, write(DEFAULT_FLOW_DOCUMENTS[name]));
    }
    return account;
  };

  test('replaces two of them, and gives them back', async () => {
    const account = accountWithDefaults();
    const before = JSON.stringify([...account.connect.flows.values()]);
    const app = newApp();
    new OwnDefaults(app, 'Defaults', INSTANCE_ARN);
    await deploy(app, account);

    expect(account.connect.named('Default agent whisper')?.content).toContain(
      'a call from $.CustomerEndpoint.Address.',
    );
    expect(account.connect.named('Default customer hold')?.content).toContain('We are still with you.');
    await deploy(newApp(), account);
    expect(JSON.stringify([...account.connect.flows.values()])).toBe(before);
  });
});

describe('The example of phone numbers', () => {
  test('has one flow answer a number of its own and one that was claimed by hand', () => {
    const number = 'arn:aws:connect:eu-central-1:111122223333:phone-number/0a0b0000-cccc-4ddd-8eee-000000000009';
    const template = Template.fromStack(new Hotline(newApp(), 'Hotline', INSTANCE_ARN, number));
    const associations = Object.values(template.findResources('Custom::ConnectPhoneNumberFlow'));
    const [own, old] = associations.map(({ Properties }) => Properties);
    expect(own.FlowArn).toEqual(old.FlowArn);
    expect(old.PhoneNumberArn).toBe(number);
    template.hasResourceProperties('Custom::ConnectLookUp', { Kind: 'prompt', Name: 'Beep.wav' });
  });
});
