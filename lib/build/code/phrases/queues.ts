import { type Code, call, json, list, object, options } from '../code';
import {
  errorBranch,
  integerOf,
  onError,
  type PairPhrase,
  type Phrase,
  resultBranch,
  textOf,
  type Wire,
} from '../phrase';
import { resource, textCode } from '../values';
import { caseCodes } from './branching';

/** A queue, or the queue of an agent. */
const targetOf = ({ parameters, shown }: Wire): Code | undefined => {
  if (parameters.QueueId !== undefined) return resource('queue', parameters.QueueId, shown('QueueId'));
  const agent = resource('agent', parameters.AgentId, shown('AgentId'));
  return agent && object(['agent', agent]);
};

const setWorkingQueue: Phrase = (wire) => {
  const target = targetOf(wire);
  return target && call('setWorkingQueue', target, options(['onError', onError(wire)]));
};

const full = (wire: Wire): Code | undefined => {
  const atCapacity = errorBranch(wire, 'QueueAtCapacity');
  return atCapacity && object(['atCapacity', atCapacity], ['onError', onError(wire)]);
};

const transferToWorkingQueue: Phrase = (wire) => {
  const branches = full(wire);
  return branches && call('transferToWorkingQueue', branches);
};

const moveToQueue: Phrase = (wire) => {
  const target = targetOf(wire);
  const branches = full(wire);
  return target && branches && call('moveToQueue', target, branches);
};

/** Both steps that are one in a script, if their errors lead to the same place. */
export const transferToQueue: PairPhrase = (first, second) => {
  const target = targetOf(first);
  const branches = full(second);
  return target && branches && call('transferToQueue', target, branches);
};

const priority: Phrase = (wire) => {
  const number = integerOf(wire.parameters.QueuePriority);
  return number === undefined ? undefined : call('setPriority', json(number));
};

const queueTime: Phrase = (wire) => {
  const seconds = integerOf(wire.parameters.QueueTimeAdjustmentSeconds);
  return seconds === undefined ? undefined : call('adjustQueueTime', json(seconds));
};

const whose = ({ parameters, shown }: Wire): readonly (readonly [string, Code | undefined])[] => [
  ['queue', resource('queue', parameters.QueueId, shown('QueueId'))],
  ['agent', resource('agent', parameters.AgentId, shown('AgentId'))],
];

const STAFFING: Readonly<Record<string, string>> = {
  NumberOfAgentsAvailable: 'available',
  NumberOfAgentsStaffed: 'staffed',
  NumberOfAgentsOnline: 'online',
};

const staffing: Phrase = (wire) => {
  const agents = STAFFING[textOf(wire.parameters.MetricType) ?? ''];
  const none = errorBranch(wire, 'NoMatchingCondition');
  if (agents === undefined || none === undefined) return undefined;
  const some = resultBranch(wire, '0', { optional: true });
  const branches = object(['some', some], ['none', none], ['onError', onError(wire)]);
  return call('checkStaffing', object(['agents', json(agents)], ...whose(wire)), branches);
};

const STATUS: Readonly<Record<string, string>> = {
  NumberOfContactsInQueue: 'contactsInQueue',
  OldestContactInQueueAgeSeconds: 'oldestContactAge',
};

const queueStatus: Phrase = (wire) => {
  const metric = STATUS[textOf(wire.parameters.MetricType) ?? ''];
  const cases = caseCodes(wire.conditions);
  const otherwise = errorBranch(wire, 'NoMatchingCondition');
  if (metric === undefined || cases === undefined || cases.length === 0 || otherwise === undefined) return undefined;
  const branches = object(['otherwise', otherwise], ['onError', onError(wire)]);
  return call('checkQueueStatus', object(['metric', json(metric)], ...whose(wire)), list(cases), branches);
};

const CHANNELS = new Set(['Voice', 'Chat']);

const getMetrics: Phrase = (wire) => {
  const channel = textOf(wire.parameters.QueueChannel);
  if (channel !== undefined && !CHANNELS.has(channel) && !channel.startsWith('$.')) return undefined;
  const said =
    channel === undefined || CHANNELS.has(channel) ? channel && json(channel) : call('reference', json(channel));
  return call('getMetrics', options(...whose(wire), ['channel', said || undefined], ['onError', onError(wire)]));
};

const setCallbackNumber: Phrase = (wire) => {
  const number = textOf(wire.parameters.CallbackNumber);
  const invalidNumber = errorBranch(wire, 'InvalidCallbackNumber');
  const notDialable = errorBranch(wire, 'CallbackNumberNotDialable');
  if (!number?.startsWith('$.') || invalidNumber === undefined || notDialable === undefined) return undefined;
  const branches = object(['invalidNumber', invalidNumber], ['notDialable', notDialable]);
  return call('setCallbackNumber', textCode(number), branches);
};

const unless = (value: number | undefined, usual: number): Code | undefined =>
  value === undefined || value === usual ? undefined : json(value);

const createCallback: Phrase = (wire) => {
  const { parameters, shown } = wire;
  const caller = textOf(parameters.CallerId);
  return call(
    'createCallback',
    options(
      ...whose(wire),
      ['delaySeconds', unless(integerOf(parameters.InitialCallDelaySeconds), 5)],
      ['attempts', unless(integerOf(parameters.MaximumConnectionAttempts), 1)],
      ['retryDelaySeconds', unless(integerOf(parameters.RetryDelaySeconds), 600)],
      ['flow', resource('flow', parameters.ContactFlowId, shown('ContactFlowId'), "'CONTACT_FLOW'")],
      ['callerNumber', caller === undefined ? undefined : textCode(caller)],
      ['onError', onError(wire)],
    ),
  );
};

export const QUEUE_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  UpdateContactTargetQueue: [setWorkingQueue],
  TransferContactToQueue: [transferToWorkingQueue],
  DequeueContactAndTransferToQueue: [moveToQueue],
  UpdateContactRoutingBehavior: [priority, queueTime],
  CheckMetricData: [staffing, queueStatus],
  GetMetricData: [getMetrics],
  UpdateContactCallbackNumber: [setCallbackNumber],
  CreateCallbackContact: [createCallback],
};
