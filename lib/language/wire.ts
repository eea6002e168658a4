import type { ParameterSpec, ParameterSpecs } from './action-spec';
import type { ActionTable, ActionType } from './actions';
import type { Json, Transitions, WireAction } from './document';
import type { ErrorType } from './error-type';
import type { FlowScope } from './flow-type';

/** A JSONPath that stands for a value known only while the flow runs. */
export type JsonPath = `$.${string}`;

type Dynamic<P> = P extends { from: 'static' } ? never : JsonPath;

type TextOf<P> = P extends { oneOf: readonly (infer V)[] } ? V | Dynamic<P> : string;

type ListOf<P> = P extends { fields: infer F extends ParameterSpecs } ? readonly FieldsOf<F>[] : readonly TextOf<P>[];

type KindOf<P extends ParameterSpec> = P['value'] extends 'text'
  ? TextOf<P>
  : P['value'] extends 'integer'
    ? `${number}` | number | Dynamic<P>
    : P['value'] extends 'number'
      ? number
      : P['value'] extends 'boolean'
        ? boolean
        : P['value'] extends 'map'
          ? { readonly [key: string]: string }
          : P['value'] extends 'wrappedMap'
            ? { readonly [key: string]: { readonly Value: string } }
            : P['value'] extends 'list'
              ? ListOf<P>
              : P extends { fields: infer F extends ParameterSpecs }
                ? FieldsOf<F>
                : Json;

type RequiredNames<F> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F];

type FieldsOf<F extends ParameterSpecs> = { readonly [K in RequiredNames<F> & keyof F]: KindOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredNames<F>>]?: KindOf<F[K]>;
};

/** The parameters of an action type as its row describes them. */
export type ParametersOf<T extends ActionType> = FieldsOf<ActionTable[T]['parameters']>;

type NamesIn<E, K extends string> = E extends { readonly [P in K]: readonly (infer N)[] } ? N & ErrorType : never;

/** The error types that a row lets its action declare, in any of its forms. */
export type ErrorsOf<T extends ActionType> =
  | NamesIn<ActionTable[T]['errors'], 'required'>
  | NamesIn<ActionTable[T]['errors'], 'optional'>
  | (ActionTable[T] extends { forms: infer F }
      ? {
          [K in keyof F]: F[K] extends { errors: infer E } ? NamesIn<E, 'required'> | NamesIn<E, 'optional'> : never;
        }[keyof F]
      : never);

/** Where an action of this type may stand. */
export type LegalIn<T extends ActionType> = ActionTable[T]['flowTypes'][number] & FlowScope;

/** An action of a known type, typed by its row. */
export interface ActionOf<T extends ActionType> extends Omit<WireAction, 'Type' | 'Parameters'> {
  readonly Type: T;
  readonly Parameters?: ParametersOf<T>;
  readonly Transitions?: Transitions;
}
