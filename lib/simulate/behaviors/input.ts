import { parameterAt } from '../../language';
import { international } from '../calling-codes';
import { settingsOf } from '../contact-settings';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, later, NEXT, type Outcome, result } from '../outcome';
import { messageOf, say } from '../speech';
import type { Behavior } from './behavior';
import { did, milliseconds } from './doing';
import { entryOf, type KeypadRules } from './keypad';

const INPUT_SECONDS = 5;
const PAUSE_SECONDS = 5;

const pressKey = (step: LinkedStep, execution: Execution, key: string): Outcome => {
  did(execution, `presses ${key}`);
  return step.conditions.some(({ operand }) => operand === key)
    ? result(key)
    : failed(`no branch for ${key}`, 'NoMatchingCondition');
};

const askForKey = (step: LinkedStep, execution: Execution, promptMilliseconds: number): Outcome => ({
  kind: 'listen',
  to: 'key',
  promptMilliseconds,
  patienceMilliseconds: milliseconds(step.parameters.InputTimeLimitSeconds, INPUT_SECONDS),
  heard: (key) => pressKey(step, execution, key),
  silence: () => {
    did(execution, 'presses nothing');
    return failed('nothing was pressed in time', 'InputTimeLimitExceeded');
  },
});

const rulesOf = ({ parameters, form }: LinkedStep, execution: Execution): KeypadRules => {
  const at = (path: string) => execution.text(parameterAt(parameters, path));
  const most = Number(at('InputValidation.CustomValidation.MaximumLength') || Number.NaN);
  return {
    mostDigits: most > 0 && form?.name !== 'storePhoneNumber' ? most : Number.POSITIVE_INFINITY,
    endsWith: at('DTMFConfiguration.InputTerminationSequence') || '#',
    starCancels: at('DTMFConfiguration.DisableCancelKey').toLowerCase() !== 'true',
    pauseSeconds: Number(at('DTMFConfiguration.InterdigitTimeLimitSeconds') || PAUSE_SECONDS),
  };
};

/** With the country code; telephones have no key for the plus. */
const E164 = /^\+?[1-9]\d{6,14}$/;
const LOCAL = /^\+?\d{4,15}$/;
/** North America: ten digits, with or without the leading one. */
const TEN_DIGITS = /^\+?1?[2-9]\d{9}$/;
const TEN_DIGIT_COUNTRIES: readonly string[] = ['US', 'CA', 'PR', 'DO', 'JM', 'TT'];

interface PhoneFormat {
  readonly local: boolean;
  readonly country: string;
}

const formatOf = ({ parameters }: LinkedStep): PhoneFormat => {
  const at = (key: string) => parameterAt(parameters, `InputValidation.PhoneNumberValidation.${key}`);
  return { local: at('NumberFormat') === 'Local', country: String(at('CountryCode') ?? '').toUpperCase() };
};

const isValidNumber = ({ local, country }: PhoneFormat, digits: string): boolean => {
  if (!local) return E164.test(digits);
  return (TEN_DIGIT_COUNTRIES.includes(country) ? TEN_DIGITS : LOCAL).test(digits);
};

const storedNumber = (execution: Execution, { local, country }: PhoneFormat, digits: string): string => {
  if (execution.kernel.assumption('storedPhoneNumber') === 'asEntered') return digits;
  return local ? international(digits, country) : `+${digits.replace(/^\+/, '')}`;
};

const enteredText = (digits: string): string =>
  `enters ${'•'.repeat(digits.length)} (${digits.length} ${digits.length === 1 ? 'digit' : 'digits'})`;

const store = (execution: Execution, value: string): Outcome => {
  execution.frame.results.set('StoredCustomerInput', value);
  return NEXT;
};

/** Time-outs never take an error branch here: the stored input is then the word `Timeout`. */
const timeOut = (execution: Execution): Outcome => {
  did(execution, 'enters nothing');
  return store(execution, 'Timeout');
};

/** What was encrypted cannot be read again by the flow. */
const ENCRYPTED = '[encrypted]';

const keep = (step: LinkedStep, execution: Execution, digits: string): Outcome => {
  if (step.form?.name !== 'storePhoneNumber')
    return store(execution, step.parameters.InputEncryption === undefined ? digits : ENCRYPTED);
  const format = formatOf(step);
  if (isValidNumber(format, digits)) return store(execution, storedNumber(execution, format, digits));
  store(execution, digits);
  return failed('the number is not valid', 'InvalidPhoneNumber');
};

const enter = (step: LinkedStep, execution: Execution, keys: string): Outcome => {
  const { digits, milliseconds: takes } = entryOf(keys, rulesOf(step, execution));
  if (digits === '') return later(takes, () => timeOut(execution));
  did(execution, enteredText(digits));
  return later(takes, () => keep(step, execution, digits));
};

const storeInput = (step: LinkedStep, execution: Execution, promptMilliseconds: number): Outcome => ({
  kind: 'listen',
  to: 'digits',
  promptMilliseconds,
  patienceMilliseconds: milliseconds(step.parameters.InputTimeLimitSeconds, INPUT_SECONDS),
  heard: (keys) => enter(step, execution, keys),
  silence: () => timeOut(execution),
});

/** Keys from before count at once, without the prompt: one for a menu, all of them for an entry. */
const takeBuffered = (step: LinkedStep, execution: Execution): Outcome | null => {
  const kept = execution.contact.settings?.touchTones ?? '';
  if (kept === '') return null;
  const isMenu = step.form?.name === 'menu';
  settingsOf(execution.contact).touchTones = isMenu ? kept.slice(1) : '';
  return isMenu ? pressKey(step, execution, kept.charAt(0)) : enter(step, execution, kept);
};

const switchBuffer = ({ parameters }: LinkedStep, execution: Execution): Outcome => {
  const settings = settingsOf(execution.contact);
  const on = execution.text(parameters.EnableDTMFBuffer).toLowerCase();
  if (on !== 'true' && on !== 'false') return failed('the buffer is neither to be on nor off');
  settings.touchTones = on === 'true' ? (settings.touchTones ?? '') : null;
  return NEXT;
};

const getParticipantInput: Behavior = (step, execution) => {
  if (step.form?.name === 'buffer') return switchBuffer(step, execution);
  const buffered = takeBuffered(step, execution);
  if (buffered !== null) return buffered;
  const message = messageOf(execution, step.parameters);
  if (message?.problem !== undefined) return failed(message.problem);
  const ask = step.form?.name === 'menu' ? askForKey : storeInput;
  return ask(step, execution, message === null ? 0 : say(execution, message));
};

export const INPUT_BEHAVIORS = { GetParticipantInput: getParticipantInput } satisfies Record<string, Behavior>;
