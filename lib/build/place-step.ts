import { type ActionType, specOf } from '../language/actions';
import type { JsonObject } from '../language/document';
import type { ErrorType } from '../language/error-type';
import type { FlowScope } from '../language/flow-type';
import type { Handle } from './handles';
import type { ActionPlan, Next, StepPlan, Way } from './plan';
import { type AnyBranch, type End, PLAN, type Step } from './step';
import { encodeFields } from './value';
import { writtenBy } from './written';

type Author = (...given: never[]) => unknown;

interface PlanOptions {
  /** Defaults to the designer's first name for the action. */
  readonly block?: string;
  readonly words?: string;
  readonly ways?: readonly (readonly Way[])[];
  readonly next?: Next;
  readonly optionalCatchAll?: boolean;
  readonly joinsOwnStep?: true;
  readonly metadata?: JsonObject;
}

const nextOf = (type: ActionType): Next => {
  const spec = specOf(type);
  if (spec?.next === 'refused') return 'none';
  return spec?.leavesFlow ? { copyOf: 'NoMatchingError' } : 'follows';
};

/** One action to be; what is not said follows from its row. */
export const plan = (type: ActionType, given: { readonly [key: string]: unknown }, options: PlanOptions = {}) => {
  const spec = specOf(type);
  const action: ActionPlan = {
    type,
    block: options.block ?? spec?.blocks[0]?.replace(/\s*\(.*/, '') ?? type,
    words: options.words ?? '',
    parameters: encodeFields(spec?.parameters ?? {}, given),
    ways: options.ways?.flat() ?? [],
    next: options.next ?? nextOf(type),
    optionalCatchAll: options.optionalCatchAll ?? true,
    joinsOwnStep: options.joinsOwnStep,
    metadata: options.metadata,
  };
  return action;
};

/** The way of an error, if the step says where it leads. */
export const onErrorType = (name: string, error: ErrorType, to: AnyBranch | undefined): readonly Way[] =>
  to === undefined ? [] : [{ name, error, to }];

/** The catch-all of a step that has its own. */
export const onError = (options: { readonly onError?: AnyBranch } | undefined): readonly Way[] =>
  onErrorType('on error', 'NoMatchingError', options?.onError);

/** The way of a result; without a script it goes on after the step. */
export const onResult = (operand: string, to: AnyBranch | undefined, name = operand): readonly Way[] => [
  { name, condition: { operator: 'Equals', operand }, to: to ?? [] },
];

const isObject = (handle: object | undefined): handle is object => handle !== undefined;

const NOTHING: readonly object[] = [];

const stepOf = (author: Author, actions: readonly ActionPlan[], handles: readonly (Handle | undefined)[]) => {
  const step: StepPlan = {
    kind: 'actions',
    actions,
    uses: handles.length === 0 ? NOTHING : handles.map((handle) => handle?.handle).filter(isObject),
    written: writtenBy(author),
  };
  return { [PLAN]: step };
};

/** A step of one or more actions; `author` is the function that the script calls, so that its line is remembered. */
export const step = <T extends FlowScope>(
  author: Author,
  actions: readonly ActionPlan[],
  handles: readonly (Handle | undefined)[] = [],
): Step<T> => stepOf(author, actions, handles);

/** A step after which nothing comes. */
export const end = <T extends FlowScope>(
  author: Author,
  actions: readonly ActionPlan[],
  handles: readonly (Handle | undefined)[] = [],
): End<T> => stepOf(author, actions, handles) as unknown as End<T>;

/** What the designer shows for a parameter that names a resource. */
export const shows = (parameter: string, handle: Handle | undefined): JsonObject =>
  handle?.name === undefined ? {} : { parameters: { [parameter]: { displayName: handle.name } } };
