import { entryPointFor, entryPointsOf } from '../../lib/analyse';
import { flow, flowArn, hangUp, queueArn, say, setHook, transferToFlow } from '../simulate/script';
import { centreOf } from './small-centre';

const inbound = (name: string, ...script: Parameters<typeof flow>[2]) => flow(name, 'CONTACT_FLOW', script);

const flowsOf = (...of: Parameters<typeof entryPointsOf>): readonly string[] =>
  entryPointsOf(...of).flatMap(({ name, method, channel, flow: at }) =>
    at === undefined ? [] : [`${name}: ${method} ${channel}`],
  );

describe('Contacts of a centre start', () => {
  const main = inbound('Main', setHook('CustomerRemaining', 'Survey'), transferToFlow('Sales'));
  const sales = inbound('Sales', say('Sales.'), hangUp());
  const survey = inbound('Survey', hangUp());

  test('in inbound flows that no other flow names, and in queues that agents call from', () => {
    const entries = entryPointsOf(centreOf([main, sales, survey]));
    expect(entries).toEqual([
      { name: 'Main', method: 'INBOUND', channel: 'VOICE', flow: flowArn('Main') },
      { name: 'Sales', method: 'OUTBOUND', channel: 'VOICE', queue: queueArn('Sales') },
      { name: 'Support', method: 'OUTBOUND', channel: 'VOICE', queue: queueArn('Support') },
    ]);
  });

  test('in one flow of a circle that nothing else leads to', () => {
    const back = inbound('Back', transferToFlow('Main'));
    expect(flowsOf(centreOf([inbound('Main', transferToFlow('Back')), back]))).toEqual(['Main: INBOUND VOICE']);
  });

  test('where a phone number leads, whatever else names the flow', () => {
    const back = inbound('Back', transferToFlow('Main'));
    const centre = centreOf([back, inbound('Main', say('Hello.'), hangUp())], { calledFlows: [flowArn('Main')] });
    expect(flowsOf(centre)).toEqual(['Back: INBOUND VOICE', 'Main: INBOUND VOICE']);
  });

  test('on the channel that is known of a flow', () => {
    expect(flowsOf(centreOf([sales]), { channelOf: () => 'TASK' })).toEqual(['Sales: API TASK']);
  });
});

test('Nothing starts in a queue on a channel on which agents cannot begin', () => {
  expect(entryPointFor({ name: 'Sales', arn: queueArn('Sales') }, 'queue', 'TASK')).toBeUndefined();
});
