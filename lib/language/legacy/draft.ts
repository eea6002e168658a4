import type { ActionType } from '../actions';
import type { ComparisonOperator } from '../condition';
import type { JsonObject } from '../document';
import type { ErrorType } from '../error-type';
import type { FlowType } from '../flow-type';
import type { OldModule } from './old-export';
import type { OldParameters } from './old-parameters';

/** Where an old branch goes on the wire. */
export type Way =
  | 'next'
  | { readonly error: ErrorType }
  | { readonly operator: ComparisonOperator; readonly operand: string };

export const error = (type: ErrorType): Way => ({ error: type });

export const result = (operand: string): Way => ({ operator: 'Equals', operand });

/** An action without its identifier and targets. */
export interface Draft {
  readonly type: ActionType;
  readonly parameters?: JsonObject;
  /** Old branches by name, where they mean something else than everywhere. */
  readonly ways?: Readonly<Record<string, Way>>;
  /** The error branch whose target the console copies to NextAction, where every exit is a branch. */
  readonly nextCopies?: ErrorType;
  /** True where success leaves the flow, so that there is no branch for it. */
  readonly leavesFlow?: boolean;
  /** Names of parameters' values for the designer. */
  readonly shown?: JsonObject;
}

interface ConverterInput {
  readonly module: OldModule;
  readonly parameters: OldParameters;
  readonly flowType: FlowType;
}

export type Converter = (input: ConverterInput) => Draft;

/** The entries that have a value, in their order. */
export const present = (entries: JsonObject | Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as JsonObject;
