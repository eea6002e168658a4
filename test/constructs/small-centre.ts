import { Template } from 'aws-cdk-lib/assertions';
import { App, Stack } from 'aws-cdk-lib/core';
import { HoursOfOperation, type IInstance, Instance, Queue, weekdays } from '../../lib/constructs';
import type { FlowDocument } from '../../lib/language';

export const ENV = { account: '111122223333', region: 'eu-central-1' } as const;
export const INSTANCE_ARN =
  'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001' as const;

export const arn = (kind: string, end: string): string =>
  `${INSTANCE_ARN}/${kind}/0f1e0000-bbbb-4ccc-8ddd-${end.padStart(12, '0')}`;

export interface SmallCentre {
  readonly app: App;
  readonly stack: Stack;
  readonly instance: IInstance;
}

/** A stack with an instance in it; functions are not bundled. */
export const smallCentre = (): SmallCentre => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Centre', { env: ENV });
  return { app, stack, instance: Instance.fromInstanceArn(stack, 'Instance', INSTANCE_ARN) };
};

export const officeHours = ({ stack, instance }: SmallCentre): HoursOfOperation =>
  new HoursOfOperation(stack, 'Office', { instance, timeZone: 'Europe/Berlin', week: weekdays('08:00', '18:00') });

export const queueNamed = (centre: SmallCentre, name: string): Queue =>
  new Queue(centre.stack, name, { instance: centre.instance, name, hours: officeHours(centre) });

/** A document of one action that speaks and one that hangs up. */
export const greeting = (text: string): FlowDocument => ({
  Version: '2019-10-30',
  StartAction: 'Greet',
  Actions: [
    {
      Identifier: 'Greet',
      Type: 'MessageParticipant',
      Parameters: { Text: text },
      Transitions: { NextAction: 'Bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'Bye' }] },
    },
    { Identifier: 'Bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const {
    'Fn::Join': join,
    'Fn::GetAtt': attribute,
    'Fn::ImportValue': imported,
    Ref: ref,
  } = value as Record<string, unknown[]>;
  if (join !== undefined) return (join[1] as unknown[]).map(asText).join('');
  if (imported !== undefined) return `<imported ${imported}>`;
  return attribute === undefined ? `<${ref}>` : `<${attribute.join('.')}>`;
};

/** What the templates of flows, and of what gives flows their content, have in common. */
const HOLDERS = ['AWS::Connect::ContactFlow', 'Custom::ConnectFlowContent'];

/** The documents of all flows of a stack by flow name, without stubs; a reference reads `<LogicalId.Attribute>`. */
export const documentsIn = (stack: Stack): Record<string, FlowDocument> => {
  const template = Template.fromStack(stack);
  const holders = HOLDERS.flatMap((type) => Object.entries(template.findResources(type)));
  const later = holders.flatMap(([, { Type, Properties }]) =>
    Type === HOLDERS[1] ? [String(Properties.FlowArn['Fn::GetAtt']?.[0])] : [],
  );
  return Object.fromEntries(
    holders
      .filter(([id]) => !later.includes(id))
      .map(([, { Properties }]) => [Properties.Name, JSON.parse(asText(Properties.Content))]),
  );
};
