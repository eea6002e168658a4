import { CfnContactFlow, CfnHoursOfOperation, CfnQueue } from 'aws-cdk-lib/aws-connect';
import { App, Stack } from 'aws-cdk-lib/core';
import {
  attribute,
  checkHours,
  disconnect,
  inboundFlow,
  menu,
  playPrompt,
  setAttributes,
  setLogging,
  transferToFlow,
  transferToQueue,
  when,
} from '../lib/build';
import { InboundFlow, Instance } from '../lib/constructs';
import { type FlowDocument, write } from '../lib/language';
import { interleaved } from './timing';

const FLOWS = 60;
const WARM_UP = 100;
const LIMIT = 1.2;

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

/** What stands in ready flows for what they refer to: hours, a queue and another flow of their stack. */
const MARKS = { hours: '<the hours>', queue: '<the queue>', next: '<the next>' } as const;

type References = { readonly [M in keyof typeof MARKS]: string };

const sorry = [playPrompt('Sorry, please call again.'), disconnect()];

/** Fourteen actions, with references to hours, a queue and another flow. */
const line = (number: number): FlowDocument =>
  inboundFlow(`Line ${number}`, { onError: sorry }, [
    setLogging('Enabled'),
    setAttributes({ line: `${number}` }),
    playPrompt(`This is line ${number}.`),
    checkHours(MARKS.hours, { closed: [playPrompt('We are closed.'), disconnect()] }),
    menu('For sales, press 1. For everything else, press 2.', {
      1: [transferToQueue(MARKS.queue, { atCapacity: sorry })],
      2: [transferToFlow(MARKS.next)],
      timeout: sorry,
      noMatch: [when(attribute('line'), { 7: sorry, otherwise: [disconnect()] })],
    }),
  ]).document;

const DOCUMENTS = Array.from({ length: FLOWS }, (_, number) => line(number));
const TEXTS = DOCUMENTS.map((document) => write(document, { indent: 'compact' }));

const newStack = (): Stack =>
  new Stack(new App(), 'Centre', { env: { account: '111122223333', region: 'eu-central-1' } });

const synthesise = (stack: Stack): void => {
  (stack.node.root as App).synth();
};

const MARK = /<the (hours|queue|next)>/g;

const filled = (text: string, references: References): string =>
  text.replace(MARK, (_, mark: keyof References) => references[mark]);

/** A stack with what the flows refer to. */
const centre = (stack: Stack): References => {
  const open = { instanceArn: INSTANCE, name: 'Office', timeZone: 'UTC', config: [] };
  const hours = new CfnHoursOfOperation(stack, 'Hours', open).attrHoursOfOperationArn;
  const sales = { instanceArn: INSTANCE, name: 'Sales', hoursOfOperationArn: hours };
  return { hours, queue: new CfnQueue(stack, 'Queue', sales).attrQueueArn, next: `${INSTANCE}/contact-flow/first` };
};

/** What one would write without us: ready strings. */
const bare = (): void => {
  const stack = newStack();
  let references = centre(stack);
  TEXTS.forEach((text, number) => {
    const content = filled(text, references);
    const flow = { instanceArn: INSTANCE, name: `Line ${number}`, type: 'CONTACT_FLOW', content };
    references = { ...references, next: new CfnContactFlow(stack, `Line${number}`, flow).attrContactFlowArn };
  });
  synthesise(stack);
};

const isMarked = (value: unknown): boolean => typeof value === 'string' && value.startsWith('<the ');

/** The document of a flow with its references, as the builder gives it. */
const written = (document: FlowDocument, references: References): FlowDocument => ({
  ...document,
  Actions: document.Actions.map((action) => {
    const entries = Object.entries(action.Parameters ?? {});
    if (!entries.some(([, value]) => isMarked(value))) return action;
    const parameters = entries.map(([key, value]) => [
      key,
      isMarked(value) ? filled(String(value), references) : value,
    ]);
    return { ...action, Parameters: Object.fromEntries(parameters) };
  }),
});

/** The same flows as documents through our constructs: checked, and looked through for circles. */
const ours = (): void => {
  const stack = newStack();
  const instance = Instance.fromInstanceArn(stack, 'Instance', INSTANCE);
  let references = centre(stack);
  DOCUMENTS.forEach((document, number) => {
    const content = written(document, references);
    const flow = new InboundFlow(stack, `Line${number}`, { instance, name: `Line ${number}`, content });
    references = { ...references, next: flow.contactFlowArn };
  });
  synthesise(stack);
};

// As in tests; the validation of the CDK is the same for both, and takes longer than all else.
process.env.CDK_VALIDATION ??= 'false';
for (let i = 0; i < WARM_UP; i++) for (const work of [bare, ours]) work();
const [bareMilliseconds = Number.NaN, oursMilliseconds = Number.NaN] = interleaved(bare, ours);
const ratio = oursMilliseconds / bareMilliseconds;
console.log(`${FLOWS} flows as bare CfnContactFlow: ${bareMilliseconds.toFixed(1)} ms`);
console.log(
  `the same through our constructs: ${oursMilliseconds.toFixed(1)} ms, ${ratio.toFixed(2)} times (at most ${LIMIT})`,
);
