import { readFileSync } from 'node:fs';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Annotations as CoreAnnotations } from 'aws-cdk-lib/core';
import { disconnect, inboundFlow, playPrompt, rawAction } from '../../lib/build';
import { ContactFlowModule, InboundFlow } from '../../lib/constructs';
import type { FlowDocument } from '../../lib/language';
import { greeting, queueNamed, type SmallCentre, smallCentre } from './small-centre';

const ship = ({ stack, instance }: SmallCentre, content: FlowDocument, name = 'Main line'): InboundFlow =>
  new InboundFlow(stack, 'MainLine', { instance, name, content });

/** The line of this file where something stands first, imports aside. */
const sourceOf = (pattern: RegExp): number =>
  readFileSync(__filename, 'utf8')
    .split('\n')
    .findIndex((line) => pattern.test(line)) + 1;

const synthesisOf =
  ({ app }: SmallCentre) =>
  () =>
    app.synth();

const broken: FlowDocument = {
  Version: '2019-10-30',
  StartAction: 'Greet',
  Actions: [
    { Identifier: 'Greet', Type: 'PlayPrompt', Parameters: { Text: 'Hello.' }, Transitions: { NextAction: 'Nowhere' } },
    { Identifier: 'Bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: { NextAction: 'Greet' } },
  ],
};

const messageOf = (synthesis: () => unknown): string => {
  try {
    synthesis();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('A bad flow fails the synthesis with construct, flow, action, line, what, why and fix, all findings together', () => {
  const centre = smallCentre();
  ship(centre, broken);

  const message = messageOf(synthesisOf(centre));
  expect(message).toContain('[Centre/MainLine] Flow "Main line" has 3 errors:');
  expect(message).toMatch(/ {2}\d\. Connect has no action type "PlayPrompt"\.\n/);
  expect(message).toMatch(/leads to "Nowhere", and no action has that identifier\.\n {5}Why: .+\n {5}Fix: /);
  expect(message).toMatch(/At: {3}action "Bye", Actions\[1\]\S*, test\/constructs\/flow-check\.test\.ts:\d+:\d+/);
});

test('A flow written with the builder is reported at the line of the step', () => {
  const centre = smallCentre();
  const flow = inboundFlow('Main line', { onError: [disconnect()] }, [
    playPrompt('Hello.'),
    rawAction({ Type: 'PlayPrompt' }),
    disconnect(),
  ]);
  const { stack, instance } = centre;
  new InboundFlow(stack, 'MainLine', { instance, flow });

  const line = sourceOf(/rawAction\(/);
  expect(messageOf(synthesisOf(centre))).toMatch(
    new RegExp(`At: {3}action "PlayPrompt", \\S+, test/constructs/flow-check\\.test\\.ts:${line}:`),
  );
});

test('Every flow of an app is reported at once', () => {
  const centre = smallCentre();
  ship(centre, broken);
  new InboundFlow(centre.stack, 'Night', { instance: centre.instance, name: 'Night', content: broken });

  const message = messageOf(synthesisOf(centre));
  expect(message).toContain('[Centre/MainLine] Flow "Main line"');
  expect(message).toContain('[Centre/Night] Flow "Night"');
});

test('A module is checked as a module', () => {
  const { app, stack, instance } = smallCentre();
  new ContactFlowModule(stack, 'Module', { instance, name: 'Module', content: broken });

  expect(messageOf(() => app.synth())).toContain('[Centre/Module] Flow "Module" has');
});

test('References to other resources are no findings', () => {
  const centre = smallCentre();
  const billing = queueNamed(centre, 'Billing');
  ship(centre, greeting(`The queue is ${billing.queueArn}`));

  expect(synthesisOf(centre)).not.toThrow();
});

/** An action that nothing leads to. */
const withRest: FlowDocument = {
  ...greeting('Hello.'),
  Actions: [
    ...greeting('Hello.').Actions,
    { Identifier: 'Rest', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};

test('What only surprises is a warning with the id of its rule', () => {
  const centre = smallCentre();
  ship(centre, withRest);

  Annotations.fromStack(centre.stack).hasWarning(
    '/Centre/MainLine',
    Match.stringLikeRegexp(
      'Flow "Main line", action "Rest", .*flow-check.test.ts.*cdk-connect-flows:unreachable-action',
    ),
  );
});

test('A warning can be acknowledged', () => {
  const centre = smallCentre();
  const flow = ship(centre, withRest);
  CoreAnnotations.of(flow).acknowledgeWarning('cdk-connect-flows:unreachable-action', 'Kept for the next season.');

  Annotations.fromStack(centre.stack).hasNoWarning('/Centre/MainLine', Match.stringLikeRegexp('unreachable-action'));
});

test('A name of more than 127 characters fails the synthesis', () => {
  const centre = smallCentre();
  ship(centre, greeting('Hello.'), 'M'.repeat(128));

  expect(synthesisOf(centre)).toThrow(
    /\[Centre\/MainLine\] The name "M+…" has 128 characters; Connect takes up to 127/,
  );
});

test('A name that CloudWatch does not show is a warning', () => {
  const centre = smallCentre();
  ship(centre, greeting('Hello.'), 'Grüße (neu)');

  Annotations.fromStack(centre.stack).hasWarning(
    '/Centre/MainLine',
    Match.stringLikeRegexp('CloudWatch shows no metrics for "Grüße \\(neu\\)" because of "ü", "ß", "\\(", "\\)"'),
  );
});

test.each([
  ['is known', 'x'.repeat(256_001)],
  ['is filled in by the deployment', ''],
])('Content of more than 256,000 characters fails the synthesis when it %s', (_, text) => {
  const centre = smallCentre();
  ship(centre, greeting(text || `${queueNamed(centre, 'Billing').queueArn} ${'x'.repeat(256_001)}`));

  expect(synthesisOf(centre)).toThrow(/256,?000/);
});
