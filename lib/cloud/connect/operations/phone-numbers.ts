import { AwsError } from '../../aws-error';
import { arnIn } from '../../environment';
import { idOf } from '../collection';
import type { ConnectState, Handlers, PhoneNumber } from '../connect-state';
import { namedFlow } from '../named-flow';
import { pageOf } from '../paging';
import { invalidParameter, invalidRequest } from '../refusals';

/** Numbers that regulators keep for stories, by country: the start, and how many digits follow. */
const FICTIONAL: Readonly<Record<string, readonly [start: string, digits: number]>> = {
  AU: ['+6125550', 4],
  DE: ['+493023125', 3],
  FR: ['+3319900', 4],
  GB: ['+441632960', 3],
  US: ['+155555501', 2],
};

const DIGITS_IN_ALL = 11;
const MOST_OFFERED = 10;

const rangeOf = (country: string, prefix: string | undefined): readonly [string, number] => {
  const known = Object.hasOwn(FICTIONAL, country) ? FICTIONAL[country] : undefined;
  if (known !== undefined && (prefix === undefined || known[0].startsWith(prefix))) return known;
  if (prefix !== undefined) return [prefix, Math.max(2, DIGITS_IN_ALL - prefix.length + 1)];
  const countries = Object.keys(FICTIONAL).join(', ');
  throw invalidParameter(`This cloud has numbers of ${countries}; for ${country} give PhoneNumberPrefix, like +35320.`);
};

/** Numbers that nobody has, the same ones each time. */
const available = (connect: ConnectState, country: string, prefix: string | undefined): readonly string[] => {
  const [start, digits] = rangeOf(country, prefix);
  const taken = new Set([...connect.phoneNumbers.values()].map(({ number }) => number));
  const all = Array.from({ length: taken.size + MOST_OFFERED }, (_, i) => `${start}${String(i).padStart(digits, '0')}`);
  return all.filter((number) => !taken.has(number)).slice(0, MOST_OFFERED);
};

const numberAt = (connect: ConnectState, reference: string): PhoneNumber => {
  const number = connect.phoneNumbers.get(idOf(reference));
  if (number !== undefined) return number;
  throw new AwsError('ResourceNotFoundException', `There is no phone number ${reference}.`, 404);
};

/** A number that was offered and is still free. */
const offerOf = (connect: ConnectState, number: string) => {
  if ([...connect.phoneNumbers.values()].some((each) => each.number === number)) {
    throw invalidParameter(`The phone number ${number} is claimed already.`);
  }
  const offer = connect.offers.get(number);
  if (offer !== undefined) return offer;
  throw new AwsError(
    'ResourceNotFoundException',
    `The phone number ${number} was not offered; search for one first.`,
    404,
  );
};

const targetOf = (connect: ConnectState, arn: string | undefined, id: string | undefined) => {
  const reference = arn ?? id;
  if (reference === undefined) throw invalidRequest('Give TargetArn or InstanceId.');
  return connect.instance(reference);
};

const described = (connect: ConnectState, number: PhoneNumber) => ({
  PhoneNumberId: number.id,
  PhoneNumberArn: number.arn,
  PhoneNumber: number.number,
  PhoneNumberCountryCode: number.countryCode as 'US',
  PhoneNumberType: number.type as 'DID',
  PhoneNumberDescription: number.description,
  TargetArn: connect.instance(number.instanceId).arn,
  InstanceId: number.instanceId,
});

const sorted = ({ phoneNumbers }: ConnectState): readonly PhoneNumber[] =>
  [...phoneNumbers.values()].sort((a, b) => a.number.localeCompare(b.number));

export const phoneNumberOperations = {
  SearchAvailablePhoneNumbers: (connect, input) => {
    const { PhoneNumberCountryCode, PhoneNumberType, PhoneNumberPrefix, TargetArn, InstanceId } = input;
    targetOf(connect, TargetArn, InstanceId);
    const numbers = available(connect, PhoneNumberCountryCode, PhoneNumberPrefix);
    for (const number of numbers)
      connect.offers.set(number, { country: PhoneNumberCountryCode, type: PhoneNumberType });
    const offered = numbers.map((PhoneNumber) => ({ PhoneNumber, PhoneNumberCountryCode, PhoneNumberType }));
    const { page, NextToken } = pageOf(offered, input, connect.settings.pageSize);
    return { AvailableNumbersList: page, NextToken };
  },

  ClaimPhoneNumber: (connect, { TargetArn, InstanceId, PhoneNumber: number, PhoneNumberDescription, Tags }) => {
    const instance = targetOf(connect, TargetArn, InstanceId);
    const { country, type } = offerOf(connect, number);
    const id = connect.environment.identifiers.uuid('phone-number', number);
    const arn = arnIn(connect.environment, 'connect', `phone-number/${id}`);
    connect.phoneNumbers.set(id, {
      id,
      arn,
      number,
      countryCode: country,
      type,
      instanceId: instance.id,
      description: PhoneNumberDescription,
      flowId: undefined,
      tags: { ...Tags },
    });
    return { PhoneNumberId: id, PhoneNumberArn: arn };
  },

  DescribePhoneNumber: (connect, { PhoneNumberId }) => {
    const number = numberAt(connect, PhoneNumberId);
    const ClaimedPhoneNumberSummary = {
      ...described(connect, number),
      PhoneNumberStatus: { Status: 'CLAIMED' as const },
      Tags: { ...number.tags },
    };
    return { ClaimedPhoneNumberSummary };
  },

  ListPhoneNumbers: (connect, input) => {
    const { id } = connect.instance(input.InstanceId);
    const all = sorted(connect).filter(({ instanceId }) => instanceId === id);
    const summaries = all.map((number) => ({
      Id: number.id,
      Arn: number.arn,
      PhoneNumber: number.number,
      PhoneNumberType: number.type as 'DID',
      PhoneNumberCountryCode: number.countryCode as 'US',
    }));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { PhoneNumberSummaryList: page, NextToken };
  },

  ListPhoneNumbersV2: (connect, input) => {
    const target = input.TargetArn ?? input.InstanceId;
    const id = target === undefined ? undefined : connect.instance(target).id;
    const all = sorted(connect).filter(({ instanceId }) => [undefined, instanceId].includes(id));
    const summaries = all.map((number) => described(connect, number));
    const { page, NextToken } = pageOf(summaries, input, connect.settings.pageSize);
    return { ListPhoneNumbersSummaryList: page, NextToken };
  },

  UpdatePhoneNumber: (connect, { PhoneNumberId, TargetArn, InstanceId }) => {
    const number = numberAt(connect, PhoneNumberId);
    const instance = targetOf(connect, TargetArn, InstanceId);
    if (instance.id !== number.instanceId) number.flowId = undefined;
    number.instanceId = instance.id;
    return { PhoneNumberId: number.id, PhoneNumberArn: number.arn };
  },

  UpdatePhoneNumberMetadata: (connect, { PhoneNumberId, PhoneNumberDescription }) => {
    numberAt(connect, PhoneNumberId).description = PhoneNumberDescription;
    return {};
  },

  ReleasePhoneNumber: (connect, { PhoneNumberId }) => {
    connect.phoneNumbers.delete(numberAt(connect, PhoneNumberId).id);
    return {};
  },

  AssociatePhoneNumberContactFlow: (connect, { PhoneNumberId, InstanceId, ContactFlowId }) => {
    const number = numberAt(connect, PhoneNumberId);
    const instance = connect.instance(InstanceId);
    if (number.instanceId !== instance.id) throw invalidRequest(`${number.number} does not belong to the instance.`);
    number.flowId = namedFlow(connect, instance, ContactFlowId, 'CONTACT_FLOW').id;
    return {};
  },

  DisassociatePhoneNumberContactFlow: (connect, { PhoneNumberId, InstanceId }) => {
    connect.instance(InstanceId);
    numberAt(connect, PhoneNumberId).flowId = undefined;
    return {};
  },
} satisfies Handlers;
