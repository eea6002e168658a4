import type { LegalIn } from '../../language/wire';
import { onError, onErrorType, onResult, plan, step } from '../place-step';
import type { Reference } from '../reference';
import type { Branch, OnError, Step } from '../step';
import { messageOf, type Prompt, showsPrompt } from './prompts';

type Asking = LegalIn<'GetParticipantInput'>;
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Key = Digit | `${Digit}` | '*' | '#';

/** Where the keys of a menu lead. */
export type MenuBranches<T extends Asking> = { readonly [K in Key]?: Branch<T> } & {
  /** Nothing was pressed in time. */
  readonly timeout: Branch<T>;
  /** A key without a branch was pressed. */
  readonly noMatch: Branch<T>;
} & OnError<T>;

interface MenuOptions {
  /** How long Connect waits for the first key; 5 unless said otherwise. */
  readonly timeLimitSeconds?: number;
}

/** Every key in the order of a telephone's. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

/** Asks for one key and branches on it. Voice only: on other channels it leaves by its error branch. */
export const menu = <T extends Asking>(
  prompt: Prompt,
  branches: MenuBranches<T>,
  options: MenuOptions = {},
): Step<T> => {
  const message = messageOf(prompt);
  const given = { ...message.parameters, StoreInput: false, InputTimeLimitSeconds: options.timeLimitSeconds ?? 5 };
  const keys: { readonly [K in Key]?: Branch<T> } = branches;
  const action = plan('GetParticipantInput', given, {
    block: 'Get customer input',
    words: message.words,
    ways: [
      ...KEYS.map((key) => (keys[key] === undefined ? [] : onResult(key, keys[key]))),
      onErrorType('timeout', 'InputTimeLimitExceeded', branches.timeout),
      onErrorType('no match', 'NoMatchingCondition', branches.noMatch),
      onError(branches),
    ],
    next: { copyOf: 'NoMatchingCondition' },
    metadata: showsPrompt(message),
  });
  return step(menu, [action], [message.handle]);
};

interface Entry<T extends Asking> extends OnError<T> {
  /** Time to the first digit; 5 unless said otherwise. When it runs out, the stored input is `Timeout`. */
  readonly timeLimitSeconds?: number;
  /** Time from digit to digit. */
  readonly interdigitTimeLimitSeconds?: number;
  /** Up to five keys that end the entry. */
  readonly terminator?: string;
  /** Lets `*` be part of the entry instead of starting it over. */
  readonly disableCancelKey?: boolean;
}

interface Digits {
  readonly maximumLength: number;
  /** Keeps card numbers and the like out of logs and attributes. */
  readonly encryption?: { readonly keyId: string | Reference; readonly publicKey: string | Reference };
  readonly phoneNumber?: never;
  readonly invalidNumber?: never;
}

interface PhoneNumber<T extends Asking> {
  /** International, or local to a country of two letters. */
  readonly phoneNumber: 'E164' | { readonly local: string };
  readonly invalidNumber: Branch<T>;
  readonly maximumLength?: never;
  readonly encryption?: never;
}

export type StoreInputOptions<T extends Asking> = Entry<T> & (Digits | PhoneNumber<T>);

const validationOf = ({ maximumLength, phoneNumber }: StoreInputOptions<never>) => {
  if (phoneNumber === undefined) return { CustomValidation: { MaximumLength: maximumLength } };
  if (phoneNumber === 'E164') return { PhoneNumberValidation: { NumberFormat: 'E164' } };
  return { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: phoneNumber.local } };
};

const dtmfOf = (options: Entry<never>) => {
  const { terminator, disableCancelKey, interdigitTimeLimitSeconds } = options;
  const given = [terminator, disableCancelKey, interdigitTimeLimitSeconds];
  if (given.every((value) => value === undefined)) return undefined;
  return {
    InputTerminationSequence: terminator,
    DisableCancelKey: disableCancelKey,
    InterdigitTimeLimitSeconds: interdigitTimeLimitSeconds,
  };
};

/** Asks for several digits and keeps them as `contact.storedInput`. A caller who enters nothing is no error. */
export const storeInput = <T extends Asking>(prompt: Prompt, options: StoreInputOptions<T>): Step<T> => {
  const message = messageOf(prompt);
  const { encryption, invalidNumber, timeLimitSeconds = 5 } = options;
  const given = {
    ...message.parameters,
    StoreInput: true,
    InputTimeLimitSeconds: timeLimitSeconds,
    InputValidation: validationOf(options),
    InputEncryption: encryption && { EncryptionKeyId: encryption.keyId, Key: encryption.publicKey },
    DTMFConfiguration: dtmfOf(options),
  };
  const action = plan('GetParticipantInput', given, {
    block: 'Store customer input',
    words: message.words,
    ways: [onErrorType('invalid number', 'InvalidPhoneNumber', invalidNumber), onError(options)],
    metadata: showsPrompt(message),
  });
  return step(storeInput, [action], [message.handle]);
};
