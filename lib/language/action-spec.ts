import type { Channel } from './channel';
import type { ComparisonOperator } from './condition';
import type { ErrorType } from './error-type';
import type { FlowScope } from './flow-type';

/**
 * How a value is written on the wire.
 *
 * - `text`: a string. `integer`: a whole number, which the console writes as a decimal string (`"5"`).
 * - `number` and `boolean`: real JSON numbers and booleans (rare; most booleans are `text` with `oneOf`).
 * - `map`: string to string. `wrappedMap`: string to `{ "Value": string }`.
 * - `object`: the keys of `fields`. `list`: an array of `text`, or of objects with `fields`.
 * - `json`: any JSON.
 */
export type ValueKind = 'text' | 'integer' | 'number' | 'boolean' | 'map' | 'wrappedMap' | 'object' | 'list' | 'json';

/** Whether a value is written out, or taken from a JSONPath while the flow runs. */
export type ValueSource = 'static' | 'dynamic' | 'either';

export interface ParameterSpec {
  readonly value: ValueKind;
  readonly from: ValueSource;
  /** Needed in every form of the action. */
  readonly required?: true;
  readonly oneOf?: readonly string[];
  /** Smallest and largest whole number. */
  readonly range?: readonly [min: number, max: number];
  /** Keys of an `object`, or of the objects in a `list`. */
  readonly fields?: ParameterSpecs;
  /** Keys of which exactly one must stand in the object, or in each object of the list. */
  readonly exactlyOne?: readonly string[];
  /** Fewest and most characters of a text. */
  readonly characters?: readonly [min: number, max: number];
  /** The text is spoken or shown to a participant: prompt limits hold, and an empty one is pointless or refused. */
  readonly message?: 'plain' | 'SSML';
  /** The service refuses empty text. */
  readonly filled?: true;
  /** Fewest and most entries of a list or map. */
  readonly entries?: EntryLimits;
  /** Keys of the map are names of attributes, which hold neither `$` nor `.`; a key may be one whole reference. */
  readonly keys?: 'attribute names';
  /** One live create refused the parameter, although flows that were saved hold it. */
  readonly contested?: true;
  /** What holds besides, in one sentence. */
  readonly note?: string;
}

/** How many entries a list or map may have. */
export interface EntryLimits {
  readonly least?: number;
  readonly most?: number;
  /** What the service answers otherwise; absent where no refusal is known. */
  readonly refusal?: string;
}

export interface ParameterSpecs {
  readonly [name: string]: ParameterSpec;
}

/** Which error branches an action must declare, may declare, and may not declare although others do. */
export interface ErrorSpec {
  readonly required: readonly ErrorType[];
  readonly optional?: readonly ErrorType[];
  /** Refused by the service in live checks. Anything not named in this spec is unproven. */
  readonly refused?: readonly ErrorType[];
}

export interface ConditionSpec {
  readonly operators: readonly ComparisonOperator[];
  /** What the operand is compared with. */
  readonly compared: string;
  /** Operands that must stand there. */
  readonly required?: readonly string[];
  /** True when no operand but `required` is legal. */
  readonly only?: true;
  /** Operands that can be met, none of which has to stand there. */
  readonly operands?: readonly string[];
  /** At least one condition must stand there. */
  readonly atLeastOne?: true;
}

/** When a form of an action applies: a parameter (dots nest) has a value, is there, or is not there. */
export interface FormTrigger {
  readonly parameter: string;
  readonly is?: string;
  readonly present?: boolean;
}

/** One of several forms of an action, chosen by its parameters; it replaces what the row says of errors and conditions. */
export interface FormSpec {
  readonly when: readonly FormTrigger[];
  readonly errors: ErrorSpec;
  /** Null: conditions are refused in this form. */
  readonly conditions: ConditionSpec | null;
  readonly requires?: readonly string[];
  /** Parameters that belong to other forms. */
  readonly excludes?: readonly string[];
  /** Where the form allows fewer values than the row. */
  readonly narrows?: { readonly [parameter: string]: Pick<ParameterSpec, 'oneOf' | 'range'> };
  /** JSONPaths that it fills, where they are not those of the row. */
  readonly writes?: readonly string[];
  /** What a live create answered to this form. */
  readonly refusal?: string;
}

/** What a block does on a channel: works, leaves by its error branch, or leaves by success without effect. */
export type ChannelSupport = 'works' | 'error' | 'no effect';

/** `documented`: has an action page. `observed`: seen in exports or live calls. `assumed`: one source or an inference. */
export type Evidence = 'documented' | 'observed' | 'assumed';

/** `may` do anything: what the action runs is not in the document. */
export type ParticipantPart = 'listens' | 'answers' | 'waits' | 'may do anything';

/** A row of the action table. */
export interface ActionSpec {
  readonly summary: string;
  /** What the designer calls the block (or blocks) that writes this action. */
  readonly blocks: readonly string[];
  readonly evidence: Evidence;
  /** Where to read about it. */
  readonly page: string;
  readonly parameters: ParameterSpecs;
  readonly conditions: ConditionSpec | null;
  readonly errors: ErrorSpec;
  readonly forms?: { readonly [name: string]: FormSpec };
  /**
   * `NextAction` on the wire. Terminal actions refuse it; every other one but MessageParticipantIteratively was refused
   * without it (live, 2026-09-30).
   */
  readonly next: 'required' | 'optional' | 'refused';
  /** True where success leaves this flow, so that `NextAction` is only ever a copy of a fallback. */
  readonly leavesFlow?: true;
  /** Flow types where a page allows it or real flows use it: the list for a checker that does not cry wolf. */
  readonly flowTypes: readonly FlowScope[];
  /** The part of `flowTypes` that the action's own page names; absent where both agree. */
  readonly pageFlowTypes?: readonly FlowScope[];
  /** Flow types where a live create was refused because of this action. */
  readonly refusedIn?: readonly FlowScope[];
  readonly channels: Readonly<Record<Channel, ChannelSupport>>;
  /** JSONPaths that it fills. */
  readonly writes: readonly string[];
  /** What the participant does while it runs; absent where it takes none of their time. */
  readonly participant?: ParticipantPart;
  /** How the documentation misspells its name. */
  readonly documentedAs?: string;
  readonly notes?: string;
  /** Parameter groups of which at most one may stand. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Parameter groups of which exactly one must stand. */
  readonly exactlyOne?: readonly (readonly string[])[];
}

export type ActionSpecs = { readonly [type: string]: ActionSpec };
