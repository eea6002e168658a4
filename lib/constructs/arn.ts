import { Fn, Token } from 'aws-cdk-lib/core';

/** Kinds of resources of an instance, as the path of their ARN spells them, and what people call them. */
const KINDS = {
  'contact-flow': 'flow',
  'flow-module': 'flow module',
  queue: 'queue',
  'operating-hours': 'hours of operation',
  prompt: 'prompt',
  'transfer-destination': 'quick connect',
  'routing-profile': 'routing profile',
  'security-profile': 'security profile',
  agent: 'user',
} as const;

export type InstanceResource = keyof typeof KINDS;

const INSTANCE_ARN = 'arn:<partition>:connect:<region>:<account>:instance/<instance id>';
const INSTANCE = /^arn:aws[-a-z0-9]*:connect:[-a-z0-9]*:\d{12}:instance\/[-a-zA-Z0-9]+$/;

const refuse = (given: string, kind: string, form: string): never => {
  throw new Error(
    `"${given}" is not the ARN of ${kind}. Give one of the form ${form}; an id alone does not say where.`,
  );
};

/** The id in the ARN of an instance. An ARN that is known already must be one. */
export const instanceIdOf = (instanceArn: string): string => {
  if (!Token.isUnresolved(instanceArn) && !INSTANCE.test(instanceArn)) {
    refuse(instanceArn, 'a Connect instance', INSTANCE_ARN);
  }
  return Fn.select(1, Fn.split(':instance/', instanceArn));
};

const PHONE_NUMBER_ARN = 'arn:<partition>:connect:<region>:<account>:phone-number/<id>';
const PHONE_NUMBER = /^arn:aws[-a-z0-9]*:connect:[-a-z0-9]*:\d{12}:phone-number\/[-a-zA-Z0-9]+$/;

/** The id in the ARN of a phone number, which stands under no instance. An ARN that is known already must be one. */
export const phoneNumberIdOf = (phoneNumberArn: string): string => {
  if (!Token.isUnresolved(phoneNumberArn) && !PHONE_NUMBER.test(phoneNumberArn)) {
    refuse(phoneNumberArn, 'a phone number', PHONE_NUMBER_ARN);
  }
  return Fn.select(1, Fn.split(':phone-number/', phoneNumberArn));
};

export interface ArnParts {
  readonly instanceArn: string;
  readonly id: string;
}

/** Instance and id in the ARN of a resource of an instance. An ARN that is known already must be of that kind. */
export const partsOf = (arn: string, kind: InstanceResource): ArnParts => {
  const [instanceArn = '', id = ''] = arn.split(`/${kind}/`);
  if (!Token.isUnresolved(arn) && !(INSTANCE.test(instanceArn) && /^[-a-zA-Z0-9]+(:[-a-zA-Z0-9]+)?$/.test(id))) {
    refuse(arn, `a ${KINDS[kind]}`, `${INSTANCE_ARN}/${kind}/<id>`);
  }
  const parts = Fn.split(`/${kind}/`, arn);
  return { instanceArn: Fn.select(0, parts), id: Fn.select(1, parts) };
};
