import type { Json } from '../document';
import type { OldModule, OldParameter } from './old-export';

/** Something of an old export that the new flow says otherwise, or not at all. */
export interface ConversionNote {
  /** Identifier of the module (and of its action); null for the export as a whole. */
  readonly module: string | null;
  readonly what: string;
  readonly why: string;
  /** What to do about it, where something can be done. */
  readonly instead?: string;
}

export type Message = Omit<ConversionNote, 'module'>;

const LONGEST = 60;

const shown = (value: Json | undefined): string => {
  const text = typeof value === 'object' && value !== null ? '{…}' : JSON.stringify(value ?? null);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
};

const called = ({ type, target }: OldModule): string => (target === undefined ? type : `${type} (${target})`);

/** Every sentence of the converter. */
export const NOTES = {
  leftOverParameter: (module: OldModule, { name, value, namespace }: OldParameter, type: string): Message => ({
    what: `The parameter ${name} of ${called(module)} (${shown(value)}${namespace ? ` from ${shown(namespace)}` : ''}) is left out.`,
    why: `${type} has no parameter for it that is published.`,
    instead: 'Set it in the designer, if the flow still needs it.',
  }),
  unknownKey: (key: string, where: string): Message => ({
    what: `The key ${JSON.stringify(key)} of ${where} is left out.`,
    why: 'No old export was seen to have it, so its meaning is not known.',
  }),
  emptyResource: (parameter: string, name: string | undefined): Message => ({
    what: `${parameter} is empty${name === undefined ? '' : `; the export only names "${name}"`}.`,
    why: 'The export holds no ARN for it, and the Flow language takes no names.',
    instead: `Put the ARN${name === undefined ? '' : ` of "${name}"`} into ${parameter}.`,
  }),
  missingValue: (parameter: string, value: string): Message => ({
    what: `${parameter} is set to ${JSON.stringify(value)}.`,
    why: 'The export gives no value, and the service asks for one.',
    instead: 'Check that this is what the flow needs.',
  }),
  severalValues: (name: string): Message => ({
    what: `${name} was given more than once; the last value counts.`,
    why: 'The Flow language takes one.',
  }),
  unknownNamespace: (namespace: Json, reference: string): Message => ({
    what: `The namespace ${shown(namespace)} was taken as ${reference}.`,
    why: 'This namespace is not among those whose JSONPath is known.',
    instead: 'Check the reference.',
  }),
  noReference: (key: string, reference: string): Message => ({
    what: `The system attribute ${JSON.stringify(key)} was taken as ${reference}.`,
    why: 'No JSONPath is known for it.',
    instead: 'Check the reference.',
  }),
  unknownBranch: (branch: string, target: string, type: string): Message => ({
    what: `The branch ${branch} (to "${target}") is left out.`,
    why: `${type} has no such branch in the form that its parameters choose.`,
  }),
  unknownComparison: (comparison: Json | undefined, value: Json | undefined, target: string): Message => ({
    what: `The condition ${shown(comparison)} ${shown(value)} (to "${target}") is left out.`,
    why: 'This comparison has no operator in the Flow language that is published.',
    instead: 'Add a condition that says the same.',
  }),
  filledBranch: (branch: string, target: string): Message => ({
    what: `The branch ${branch} was added; it leads to "${target}".`,
    why: 'The service asks for it today, and the old module had no such branch.',
    instead: 'Let it lead elsewhere, if the flow needs that.',
  }),
  danglingBranch: (branch: string, target: string | undefined, end: string): Message => ({
    what: `The branch ${branch} leads to "${end}".`,
    why: target ? `It led to "${target}", which is not in the export.` : 'It led nowhere.',
  }),
  noEqualModule: (module: OldModule, target: string): Message => ({
    what: `The module ${called(module)} is left out; what led to it goes on to "${target}".`,
    why: 'No action type is known to do the same.',
    instead: 'Add what it did to the new flow.',
  }),
  endsOtherwise: (type: string, instead: string, flowType: string): Message => ({
    what: `${type} became ${instead}.`,
    why: `The service refuses ${type} in a flow of type ${flowType}.`,
  }),
  exitsOfAnEnd: (module: OldModule): Message => ({
    what: `The branches of ${called(module)} are left out.`,
    why: 'It ends the flow, so none of them can be taken.',
  }),
  secondIdentifier: (id: string, instead: string): Message => ({
    what: `A second module with the identifier "${id}" became "${instead}".`,
    why: 'Identifiers are unique; branches lead to the first one.',
  }),
  noStart: (id: string): Message => ({
    what: `The flow starts at "${id}".`,
    why: 'The export names no start, or one that is not in it.',
  }),
  addedEnd: (id: string): Message => ({
    what: `The action "${id}" was added, which ends the flow.`,
    why: 'Some branch led nowhere, or the service asks for one that the export does not have.',
  }),
  unknownType: (type: Json | undefined): Message => ({
    what: `The flow is taken as CONTACT_FLOW.`,
    why: type === undefined ? 'The export does not say its type.' : `${shown(type)} is no type of flow that is known.`,
  }),
  milliseconds: (parameter: string, value: number): Message => ({
    what: `${parameter}: ${value} milliseconds were rounded up to whole seconds.`,
    why: 'The Flow language counts this in seconds.',
  }),
  outOfRange: (parameter: string, value: number, taken: number): Message => ({
    what: `${parameter}: ${value} became ${taken}.`,
    why: 'The service takes no other value.',
  }),
  staticNumber: (value: string): Message => ({
    what: `The callback number ${shown(value)} is written out.`,
    why: 'The service was seen to refuse a number that is no reference.',
    instead: 'Set a contact attribute to the number and refer to that.',
  }),
  severalMetrics: (branch: string, target: string): Message => ({
    what: `The condition on ${branch} (to "${target}") is left out.`,
    why: 'CheckMetricData looks at one metric, and the first condition of this module is about another.',
    instead: 'Add a second CheckMetricData.',
  }),
  queueOfTransfer: (name: string): Message => ({
    what: `The ${name} of the transfer is left out.`,
    why: 'TransferContactToQueue takes no queue; the contact goes to its working queue.',
    instead: 'Put a UpdateContactTargetQueue before it.',
  }),
  assumedPhoneFormat: (): Message => ({
    what: 'The number that the customer enters is taken as E.164.',
    why: 'The export does not say which format it has.',
    instead: 'Set InputValidation.PhoneNumberValidation.',
  }),
} as const;
