import {
  again,
  answers,
  checkHours,
  contact,
  createCallback,
  disconnect,
  inboundFlow,
  invoke,
  lambdaFunction,
  menu,
  oneOf,
  playPrompt,
  setCallbackNumber,
  setWhispers,
  text,
  transferToQueue,
  when,
} from '../../lib/build';

const ARN = 'arn:aws:connect:us-east-1:123456789012:instance/6a5b8ae1-3f0c-4a34-9d5b-2f1d7c3a9e10';

export const centre = {
  billing: { queueArn: `${ARN}/queue/2d1b-billing`, queueName: 'Billing' },
  vip: { queueArn: `${ARN}/queue/9c41-vip`, queueName: 'VIP' },
  office: { hoursOfOperationArn: `${ARN}/operating-hours/77aa`, hoursName: 'Office' },
  lookUp: lambdaFunction(
    'arn:aws:lambda:us-east-1:123456789012:function:look-up',
    answers({ tier: oneOf('gold', 'standard'), name: text }),
    'look-up',
  ),
  billingWhisper: { contactFlowArn: `${ARN}/contact-flow/31f0`, flowName: 'Billing whisper' },
  connectedTone: `${ARN}/contact-flow/52ab`,
};

type Centre = typeof centre;

const sorry = [playPrompt('Sorry, something went wrong.'), disconnect()];

const outages = [playPrompt('There are no outages.'), disconnect()];

const offerCallback = (c: Centre) => [
  playPrompt('Everybody is busy. We call you back.'),
  setCallbackNumber(contact.customerNumber, { invalidNumber: sorry, notDialable: sorry }),
  createCallback({ queue: c.billing }),
  disconnect(),
];

export const mainLine = (c: Centre) =>
  inboundFlow('Main line', { onError: sorry, description: 'The first thing that callers hear.' }, [
    playPrompt('Thanks for calling Northwind.'),
    invoke(c.lookUp, { parameters: { channel: contact.channel }, timeLimitSeconds: 4 }),
    setWhispers({ agent: c.billingWhisper, customer: c.connectedTone }),
    checkHours(c.office, {
      open: [
        menu('For billing press 1, for outages press 2.', {
          1: [transferToQueue(c.billing, { atCapacity: offerCallback(c) })],
          2: [
            when(c.lookUp.result.tier, { gold: [transferToQueue(c.vip, { atCapacity: sorry })], otherwise: outages }),
          ],
          timeout: again({ times: 2, finally: sorry }),
          noMatch: again({ times: 2, first: [playPrompt('That is not a choice.')], finally: sorry }),
        }),
      ],
      closed: [playPrompt('We are closed.'), disconnect()],
    }),
  ]);
