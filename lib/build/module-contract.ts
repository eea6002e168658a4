import type { JsonObject } from '../language/document';
import { type AnswerFields, type ResultOf, referencesTo } from './answers';
import { FlowBuildError } from './flow-build-error';
import { wrongCount } from './messages';
import { type Reference, reference, under } from './references/reference';

/** What a module and the flows that run it agree on. */
export interface ModuleContract<I extends AnswerFields, R extends AnswerFields, B extends string> {
  /** Read inside the module. */
  readonly input: ResultOf<I>;
  /** Read by the flow that ran the module, until it runs another one. */
  readonly result: ResultOf<R>;
  /** By which branch the module returned, e.g. for `when`. */
  readonly branch: Reference<B | 'Success' | 'Error'>;
  /** The module's `Settings`, as the console exports them. */
  readonly settings: JsonObject;
}

/** A contract of any kind. */
export interface AnyModuleContract {
  readonly settings: JsonObject;
}

interface Terms<I extends AnswerFields, R extends AnswerFields, B extends string> {
  readonly input?: I;
  readonly result?: R;
  /** Branches besides `Success` and `Error`; up to eight. */
  readonly branches?: readonly B[];
}

const MOST_BRANCHES = 8;

const moduleInput = under('Modules.Input');
const moduleResult = under('Modules.ResultData');

const settingsOf = (branches: readonly string[]): JsonObject => ({
  InputParameters: [],
  OutputParameters: [],
  Transitions: ['Success', 'Error', ...branches].map((name) => ({
    DisplayName: name,
    ReferenceName: name,
    Description: '',
  })),
});

/**
 * Declares a module's input, result and branches once, so that both sides read them typed:
 * `moduleContract({ input: { account: text }, result: { verified: oneOf('yes', 'no') }, branches: ['Locked'] })`.
 *
 * How a flow hands the input over, and how a module writes its result and picks a branch, is unpublished: draw that part
 * in the designer. So `Settings` name the branches, and their lists of parameters stay empty.
 */
export const moduleContract = <
  I extends AnswerFields = Record<never, never>,
  R extends AnswerFields = Record<never, never>,
  const B extends string = never,
>({
  input,
  result,
  branches = [],
}: Terms<I, R, B>): ModuleContract<I, R, B> => {
  if (branches.length > MOST_BRANCHES) {
    throw new FlowBuildError(wrongCount('branches of a module', branches.length, [0, MOST_BRANCHES]), {});
  }
  return {
    input: referencesTo((input ?? {}) as I, moduleInput),
    result: referencesTo((result ?? {}) as R, moduleResult),
    branch: reference('$.Modules.Result'),
    settings: settingsOf(branches),
  };
};
