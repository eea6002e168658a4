import { CfnPhoneNumber } from 'aws-cdk-lib/aws-connect';
import { type IResource, RemovalPolicy, Resource, Token } from 'aws-cdk-lib/core';
import type { aws_connect } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { nearest } from '../language';
import { phoneNumberIdOf } from './arn';
import type { IContactFlow } from './contact-flow';
import type { IInstance } from './instance';
import { answerWith } from './phone-number-flow';

/** A number that customers call. */
export interface IPhoneNumber extends IResource, aws_connect.IPhoneNumberRef {
  /** @attribute */
  readonly phoneNumberArn: string;
  /** @attribute */
  readonly phoneNumberId: string;

  /** Lets calls to the number run a flow. Each number has one; one that exists already leaves the flow that it had, and gets it back. */
  answerWith(flow: IContactFlow<'CONTACT_FLOW'>): void;
}

const PHONE_NUMBER_TYPES = [
  'DID',
  'TOLL_FREE',
  'UIFN',
  'SHARED',
  'THIRD_PARTY_DID',
  'THIRD_PARTY_TF',
  'SHORT_CODE',
] as const;

/** Direct inward dialling for a number of a place, toll-free where the callee pays, and the rarer kinds. */
export type PhoneNumberType = (typeof PHONE_NUMBER_TYPES)[number];

export interface PhoneNumberProps {
  readonly instance: IInstance;

  /** Cannot be changed later without a new number. */
  readonly type: PhoneNumberType;

  /** ISO 3166 alpha-2, e.g. `DE`. Cannot be changed later without a new number. */
  readonly country: string;

  /** How the number is to start, e.g. `+4930`. Cannot be changed later without a new number. @default - any number */
  readonly prefix?: `+${string}`;

  /** @default - none */
  readonly description?: string;

  /** What calls to the number run; see also `answerWith`. @default - none */
  readonly flow?: IContactFlow<'CONTACT_FLOW'>;

  /**
   * What happens when the number leaves the stack, or a new one takes its place. A number that was released may be out of
   * reach for 180 days, and then go to somebody else.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE: only a creation that fails lets it go
   */
  readonly removalPolicy?: RemovalPolicy;
}

abstract class PhoneNumberBase extends Resource implements IPhoneNumber {
  abstract readonly phoneNumberArn: string;
  abstract readonly phoneNumberId: string;
  protected abstract readonly instanceArn: string | undefined;
  /** Claimed by this stack, so that its calls ran nothing before. */
  protected abstract readonly isNew: boolean;

  get phoneNumberRef(): aws_connect.PhoneNumberReference {
    return { phoneNumberArn: this.phoneNumberArn };
  }

  answerWith(flow: IContactFlow<'CONTACT_FLOW'>): void {
    const { phoneNumberArn, instanceArn, isNew } = this;
    answerWith({ construct: this, phoneNumberArn, instanceArn, isNew }, flow);
  }
}

class ImportedPhoneNumber extends PhoneNumberBase {
  readonly phoneNumberId: string;
  protected readonly instanceArn = undefined;
  protected readonly isNew = false;

  constructor(
    scope: Construct,
    id: string,
    readonly phoneNumberArn: string,
  ) {
    const phoneNumberId = phoneNumberIdOf(phoneNumberArn);
    super(scope, id, { environmentFromArn: phoneNumberArn });
    this.phoneNumberId = phoneNumberId;
  }
}

const LONGEST_DESCRIPTION = 500;

const isKnown = (text: string | undefined): text is string => text !== undefined && !Token.isUnresolved(text);

const typeProblem = ({ type }: PhoneNumberProps): string | undefined => {
  if (!isKnown(type) || PHONE_NUMBER_TYPES.includes(type)) return undefined;
  const meant = nearest(String(type), PHONE_NUMBER_TYPES) ?? PHONE_NUMBER_TYPES.join('", "');
  return `no phone number is of the type "${type}". Write "${meant}".`;
};

const countryProblem = ({ country }: PhoneNumberProps): string | undefined => {
  if (!isKnown(country) || (/^[A-Z]{2}$/.test(country) && country !== 'UK')) return undefined;
  const meant = country.toUpperCase() === 'UK' ? 'GB' : country.toUpperCase();
  const hint = /^[A-Z]{2}$/.test(meant) ? `"${meant}"` : 'two capital letters, as "DE" for Germany';
  return `"${country}" is no country code of ISO 3166. Write ${hint}.`;
};

const prefixProblem = ({ prefix }: PhoneNumberProps): string | undefined =>
  !isKnown(prefix) || /^\+[1-9]\d{0,14}$/.test(prefix)
    ? undefined
    : `no number starts with "${prefix}". Write + and digits only, country first: "+4930".`;

const descriptionProblem = ({ description }: PhoneNumberProps): string | undefined => {
  if (!isKnown(description) || (description !== '' && description.length <= LONGEST_DESCRIPTION)) return undefined;
  return `the description has ${description.length} characters; Connect takes 1 to ${LONGEST_DESCRIPTION}.`;
};

const checkProps = (path: string, props: PhoneNumberProps): void => {
  const problem = typeProblem(props) ?? countryProblem(props) ?? prefixProblem(props) ?? descriptionProblem(props);
  if (problem !== undefined) throw new Error(`${path}: ${problem}`);
};

/** A number that customers call. The service chooses it out of those that are free. */
export class PhoneNumber extends PhoneNumberBase {
  /** A number that was claimed already. */
  static fromPhoneNumberArn(scope: Construct, id: string, phoneNumberArn: string): IPhoneNumber {
    return new ImportedPhoneNumber(scope, id, phoneNumberArn);
  }

  readonly phoneNumberArn: string;
  readonly phoneNumberId: string;
  /** The number itself, in E.164 form; only the deployment knows it. @attribute */
  readonly phoneNumber: string;
  protected readonly instanceArn: string;
  protected readonly isNew = true;

  constructor(scope: Construct, id: string, props: PhoneNumberProps) {
    super(scope, id);
    checkProps(this.node.path, props);
    const { instance, type, country: countryCode, prefix, description } = props;
    const targetArn = instance.instanceArn;
    const resource = new CfnPhoneNumber(this, 'Resource', { targetArn, type, countryCode, prefix, description });
    resource.applyRemovalPolicy(props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.instanceArn = targetArn;
    this.phoneNumberArn = resource.attrPhoneNumberArn;
    this.phoneNumberId = phoneNumberIdOf(this.phoneNumberArn);
    this.phoneNumber = resource.attrAddress;
    if (props.flow !== undefined) this.answerWith(props.flow);
  }
}
