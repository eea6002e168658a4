import { EVENT_HOOKS, type EventHook } from '../../../journey';
import { type Code, call, json, object, options } from '../code';
import { errorBranch, integerOf, objectOf, onError, type PairPhrase, type Phrase, type Wire } from '../phrase';
import { resource, textCode, textMap } from '../values';

const ending =
  (name: string): Phrase =>
  () =>
    call(name);

const CONTINUED = "'CONTACT_FLOW' | 'AGENT_TRANSFER' | 'QUEUE_TRANSFER'";

const transferToFlow: Phrase = (wire) => {
  const flow = resource('flow', wire.parameters.ContactFlowId, wire.shown('ContactFlowId'), CONTINUED);
  return flow && call('transferToFlow', flow, options(['onError', onError(wire)]));
};

const textOption = (value: Wire['parameters'][string] | undefined): Code | undefined =>
  typeof value === 'string' ? textCode(value) : undefined;

const transferToPhoneNumber: Phrase = (wire) => {
  const { parameters } = wire;
  const number = textOption(parameters.ThirdPartyPhoneNumber);
  const seconds = integerOf(parameters.ThirdPartyConnectionTimeLimitSeconds);
  const caller = objectOf(parameters.CallerId);
  const callFailed = errorBranch(wire, 'CallFailed');
  const notAnswered = errorBranch(wire, 'ConnectionTimeLimitExceeded');
  const resumes = callFailed !== undefined && notAnswered !== undefined;
  const given = options(
    ['timeLimitSeconds', seconds === undefined || seconds === 30 ? undefined : json(seconds)],
    ['dtmf', textOption(parameters.ThirdPartyDTMFDigits)],
    ['callerNumber', textOption(caller?.Number)],
    ['callerName', textOption(caller?.Name)],
    ['resume', resumes ? object(['callFailed', callFailed], ['notAnswered', notAnswered]) : undefined],
    ['onError', onError(wire)],
  );
  return number && call('transferToPhoneNumber', number, given);
};

const createTask: Phrase = (wire) => {
  const { parameters } = wire;
  const flow = resource('flow', parameters.ContactFlowId, wire.shown('ContactFlowId'), "'CONTACT_FLOW'");
  const attributes = objectOf(parameters.Attributes);
  const delay = integerOf(parameters.DelaySeconds);
  if (flow === undefined || typeof parameters.Name !== 'string') return undefined;
  const given = object(
    ['name', textCode(parameters.Name)],
    ['flow', flow],
    ['description', textOption(parameters.Description)],
    ['attributes', attributes && textMap(attributes)],
    ['references', parameters.References === undefined ? undefined : json(parameters.References)],
    ['templateId', typeof parameters.TaskTemplateId === 'string' ? json(parameters.TaskTemplateId) : undefined],
    ['delaySeconds', delay === undefined ? undefined : json(delay)],
    ['at', textOption(parameters.ScheduledTime)],
    ['onError', onError(wire)],
  );
  return call('createTask', given);
};

const HOOK_CALLS: Readonly<Record<string, readonly [name: string, key?: string]>> = {
  CustomerQueue: ['setQueueFlow'],
  AgentWhisper: ['setWhispers', 'agent'],
  CustomerWhisper: ['setWhispers', 'customer'],
  AgentHold: ['setHoldFlows', 'agent'],
  CustomerHold: ['setHoldFlows', 'customer'],
  CustomerRemaining: ['setDisconnectFlow'],
};

interface Hook {
  readonly hook: string;
  readonly flow: Code;
}

const hookOf = (wire: Wire): Hook | undefined => {
  const [entry, ...more] = Object.entries(objectOf(wire.parameters.EventHooks) ?? {});
  if (entry === undefined || more.length > 0 || !Object.hasOwn(EVENT_HOOKS, entry[0])) return undefined;
  const [hook, value] = entry;
  const flow = resource('flow', value, wire.shown('EventHooks'), `'${EVENT_HOOKS[hook as EventHook].flowType}'`);
  return flow && { hook, flow };
};

const setHook: Phrase = (wire) => {
  const found = hookOf(wire);
  if (found === undefined) return undefined;
  const given = options(['onError', onError(wire)]);
  const [name, key] = HOOK_CALLS[found.hook] ?? [];
  if (name === undefined) return call('setEventFlow', json(found.hook), found.flow, given);
  return call(name, key === undefined ? found.flow : object([key, found.flow]), given);
};

/** Agent and customer in one step, as both whispers and both hold flows are usually set together. */
export const setBothHooks: PairPhrase = (first, second) => {
  const [one, two] = [hookOf(first), hookOf(second)];
  const [name, agent] = HOOK_CALLS[one?.hook ?? ''] ?? [];
  const [other, customer] = HOOK_CALLS[two?.hook ?? ''] ?? [];
  if (name === undefined || name !== other || agent !== 'agent' || customer !== 'customer') return undefined;
  return call(name, object([agent, one?.flow], [customer, two?.flow]), options(['onError', onError(first)]));
};

export const TRANSFER_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  DisconnectParticipant: [ending('disconnect')],
  EndFlowExecution: [ending('endFlow')],
  EndFlowModuleExecution: [ending('returnFromModule')],
  TransferContactToAgent: [ending('transferToAgent')],
  TransferToFlow: [transferToFlow],
  TransferParticipantToThirdParty: [transferToPhoneNumber],
  CreateTask: [createTask],
  UpdateContactEventHooks: [setHook],
};
