import type { JsonObject } from '../../../language/document';
import { type Code, call, json, object, options, type Resource } from '../code';
import { errorBranch, integerOf, objectOf, onError, type Phrase, place, textOf, type Wire } from '../phrase';
import { resource, textCode, textMap } from '../values';
import { promptCode } from './prompts';

/** A time limit, unless it is what the builder takes without one. */
const limit = (value: JsonObject[string] | undefined, usual: number): Code | undefined => {
  const seconds = integerOf(value);
  return seconds === undefined || seconds === usual ? undefined : json(seconds);
};

const branches = (wire: Wire, ...more: (readonly [string, Code | undefined])[]): Code =>
  object(...wire.conditions.map(({ label, target }) => [label, place(target)] as const), ...more, [
    'onError',
    onError(wire),
  ]);

const menu: Phrase = (wire) => {
  const prompt = promptCode(wire.parameters, wire.shown);
  const timeout = errorBranch(wire, 'InputTimeLimitExceeded');
  const noMatch = errorBranch(wire, 'NoMatchingCondition');
  if (prompt === undefined || timeout === undefined || noMatch === undefined) return undefined;
  const given = options(['timeLimitSeconds', limit(wire.parameters.InputTimeLimitSeconds, 5)]);
  return call('menu', prompt, branches(wire, ['timeout', timeout], ['noMatch', noMatch]), given);
};

const numberCode = (validation: JsonObject): Code | undefined => {
  const format = objectOf(validation.PhoneNumberValidation);
  if (format === undefined) return undefined;
  const country = textOf(format.CountryCode);
  return country === undefined ? json('E164') : object(['local', json(country)]);
};

const storeInput: Phrase = (wire) => {
  const prompt = promptCode(wire.parameters, wire.shown);
  const validation = objectOf(wire.parameters.InputValidation);
  if (prompt === undefined || validation === undefined) return undefined;
  const keys = objectOf(wire.parameters.DTMFConfiguration) ?? {};
  const encryption = objectOf(wire.parameters.InputEncryption);
  const length = integerOf(objectOf(validation.CustomValidation)?.MaximumLength);
  const terminator = textOf(keys.InputTerminationSequence);
  const cancel = textOf(keys.DisableCancelKey)?.toLowerCase();
  const given = object(
    ['maximumLength', length === undefined ? undefined : json(length)],
    ['phoneNumber', numberCode(validation)],
    ['timeLimitSeconds', limit(wire.parameters.InputTimeLimitSeconds, 5)],
    ['interdigitTimeLimitSeconds', limit(keys.InterdigitTimeLimitSeconds, Number.NaN)],
    ['terminator', terminator === undefined ? undefined : json(terminator)],
    ['disableCancelKey', cancel === undefined ? undefined : json(cancel === 'true')],
    [
      'encryption',
      encryption &&
        object(
          ['keyId', textCode(textOf(encryption.EncryptionKeyId) ?? '')],
          ['publicKey', textCode(textOf(encryption.Key) ?? '')],
        ),
    ],
    ['invalidNumber', errorBranch(wire, 'InvalidPhoneNumber')],
    ['onError', onError(wire)],
  );
  return call('storeInput', prompt, given);
};

const BOT: Resource['kind'] = 'bot';

const lexBot: Phrase = (wire) => {
  const prompt = promptCode(wire.parameters, wire.shown);
  const bot = resource(BOT, objectOf(wire.parameters.LexV2Bot)?.AliasArn, wire.shown('botName'));
  const otherwise = errorBranch(wire, 'NoMatchingCondition');
  if (prompt === undefined || bot === undefined || otherwise === undefined) return undefined;
  const attributes = objectOf(wire.parameters.LexSessionAttributes);
  const time = integerOf(objectOf(wire.parameters.LexTimeoutSeconds)?.Text);
  const to = object(
    ['intents', object(...wire.conditions.map(({ label, target }) => [label, place(target)] as const))],
    ['timeout', errorBranch(wire, 'InputTimeLimitExceeded')],
    ['otherwise', otherwise],
    ['onError', onError(wire)],
  );
  const given = options(
    ['sessionAttributes', attributes && textMap(attributes)],
    ['chatTimeLimitSeconds', time === undefined ? undefined : json(time)],
  );
  return call('lexBot', bot, prompt, to, given);
};

const showView: Phrase = (wire) => {
  const { ViewResource, ViewData, InvocationTimeLimitSeconds, SensitiveDataConfiguration } = wire.parameters;
  const view = resource('view', objectOf(ViewResource)?.Id, wire.shown('ViewResource'));
  const otherwise = errorBranch(wire, 'NoMatchingCondition');
  const timeout = errorBranch(wire, 'TimeLimitExceeded');
  if (view === undefined || otherwise === undefined || timeout === undefined) return undefined;
  const version = textOf(objectOf(ViewResource)?.Version);
  const actions = wire.conditions.map(({ label, target }) => [label, place(target)] as const);
  const to = object(
    ['actions', actions.length === 0 ? undefined : object(...actions)],
    ['otherwise', otherwise],
    ['timeout', timeout],
    ['onError', onError(wire)],
  );
  const given = options(
    ['version', version === undefined ? undefined : json(version)],
    ['timeLimitSeconds', limit(InvocationTimeLimitSeconds, 400)],
    ['isSensitive', SensitiveDataConfiguration === undefined ? undefined : json(true)],
    ['data', ViewData === undefined ? undefined : json(ViewData)],
  );
  return call('showView', view, to, given);
};

export const INPUT_PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  GetParticipantInput: [menu, storeInput],
  ConnectParticipantWithLexBot: [lexBot],
  ShowView: [showView],
};
