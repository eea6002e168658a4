import type { ActionTable, ActionType } from '../../language/actions';
import { specOf } from '../../language/actions';
import type { Json, JsonObject } from '../../language/document';
import type { ErrorType } from '../../language/error-type';
import type { FlowScope } from '../../language/flow-type';
import type { ErrorsOf, JsonPath, LegalIn, ParametersOf } from '../../language/wire';
import { plan, step } from '../place-step';
import type { Next, Way } from '../plan';
import type { Reference } from '../reference';
import type { AnyBranch, Branch, Step } from '../step';
import { type Case, onCases } from './branching';

/** A value of a known shape, or what stands for it in a script: a reference, a number, a boolean. */
type GivenShape<V> =
  | V
  | (JsonPath extends V ? Reference : never)
  | (Lowercase<Extract<V, string>> extends infer W ? ('true' extends W ? boolean : never) : never)
  | (V extends object ? { readonly [K in keyof V]: Given<V[K]> } : never);

/** Any JSON is taken as it is: its shape would go on for ever. */
type Given<V> = Json extends V ? V : GivenShape<V>;

/** The parameters of an action as its row describes them, under the wire's names. */
export type GivenParameters<A extends ActionType> = {
  readonly [K in keyof ParametersOf<A>]: Given<ParametersOf<A>[K]>;
};

type RequiredErrors<A extends ActionType> = ActionTable[A]['errors']['required'][number] & ErrorType;

type Demanded<A extends ActionType> = Exclude<RequiredErrors<A>, 'NoMatchingError'>;

/** Branches of an action: results in order, and errors by their type; `NoMatchingError` falls to the flow's `onError`. */
export type ActionBranches<A extends ActionType, T extends FlowScope> = {
  readonly [E in Demanded<A>]: Branch<T>;
} & { readonly [E in Exclude<ErrorsOf<A>, Demanded<A>>]?: Branch<T> } & {
  readonly results?: ActionTable[A]['conditions'] extends null ? never : readonly Case<T>[];
};

const CATCH_ALL = { copyOf: 'NoMatchingError' } as const;

/** Types of which every result is a branch, and what `NextAction` then repeats. */
const BRANCH_ONLY: { readonly [A in ActionType]?: Next } = {
  CheckHoursOfOperation: CATCH_ALL,
  CheckMetricData: CATCH_ALL,
  CheckOutboundCallStatus: CATCH_ALL,
  CheckVoiceId: CATCH_ALL,
  ShowView: CATCH_ALL,
  Wait: CATCH_ALL,
  Loop: { copyOf: 'DoneLooping' },
};

const waysOf = (branches: { readonly [error: string]: AnyBranch | undefined }): readonly Way[] =>
  Object.entries(branches).flatMap(([error, to]) => (to === undefined ? [] : [{ name: error, error, to }]));

const nextOf = (type: ActionType, ways: readonly Way[]): Next | undefined => {
  const hasNoMatch = ways.some(({ error }) => error === 'NoMatchingCondition');
  return BRANCH_ONLY[type] ?? (hasNoMatch ? { copyOf: 'NoMatchingCondition' } : undefined);
};

/**
 * Any action of the table by its wire names, for what has no function of its own:
 * `action('GetCase', { LinkContactToCase: false, … }, { NoneFound: [...], MultipleFound: [...] })`.
 */
export const action = <A extends ActionType, T extends LegalIn<A>>(
  type: A,
  parameters: GivenParameters<A>,
  branches: ActionBranches<A, T>,
): Step<T> => {
  const { results = [], ...errors } = branches as { results?: readonly Case<T>[] } & { [error: string]: Branch<T> };
  const ways = [...onCases(results), ...waysOf(errors)];
  const words = specOf(type)?.blocks[0] === undefined ? '' : type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return step(action, [plan(type, parameters, { block: words || type, ways: [ways], next: nextOf(type, ways) })]);
};

interface RawAction {
  readonly Type: string;
  readonly Parameters?: JsonObject;
}

/** A condition as it stands on the wire, for operators that have no published spelling. */
interface RawCase<T extends FlowScope> {
  readonly condition: Json;
  readonly to: Branch<T>;
}

/** Errors by their type; as a list where a type stands more than once. */
type RawErrors<T extends FlowScope> =
  | { readonly [error: string]: Branch<T> }
  | readonly (readonly [error: string, to: Branch<T>])[];

interface RawBranches<T extends FlowScope> {
  readonly results?: readonly (Case<T> | RawCase<T>)[];
  readonly errors?: RawErrors<T>;
  /** True where the action has no next action. */
  readonly isTerminal?: boolean;
}

const onRawCase = (result: Case<never> | RawCase<never>): readonly Way[] => {
  if ('operator' in result) return onCases([result]);
  return [{ name: 'result', condition: { operator: '', operand: '', wire: result.condition }, to: result.to }];
};

const entriesOf = <T extends FlowScope>(errors: RawErrors<T>) =>
  (Array.isArray(errors) ? errors : Object.entries(errors)) as readonly (readonly [string, AnyBranch])[];

/**
 * An action as it stands on the wire, for types, parameters and branches that the table does not know. Nothing is added
 * and nothing is checked.
 */
export const rawAction = <T extends FlowScope>(raw: RawAction, branches: RawBranches<T> = {}): Step<T> => {
  const { results = [], errors = {}, isTerminal = false } = branches;
  const ways = [
    ...results.flatMap(onRawCase),
    ...entriesOf(errors).map(([error, to]): Way => ({ name: error, error, to })),
  ];
  return step(rawAction, [
    {
      type: raw.Type,
      block: raw.Type,
      words: '',
      parameters: raw.Parameters ?? {},
      ways,
      next: isTerminal ? 'open' : 'follows',
      optionalCatchAll: false,
      isExact: true,
    },
  ]);
};
