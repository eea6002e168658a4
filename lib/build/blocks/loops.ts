import type { FlowScope } from '../../language/flow-type';
import type { LegalIn } from '../../language/wire';
import { onError, onResult, plan, step } from '../place-step';
import type { Way } from '../plan';
import type { Reference } from '../reference';
import { type Again, type AnyScript, type End, type OnError, PLAN, type Script, type Step } from '../step';
import { writtenBy } from '../written';

/** How often a loop runs, 0 to 100. */
type Times = number | Reference;

interface AgainOptions<T extends FlowScope> {
  readonly times: Times;
  /** What the customer hears before the step is tried again. */
  readonly first?: Script<T>;
  /** What happens when all attempts are used up. */
  readonly finally: Script<T>;
  readonly doneFirst?: boolean;
}

interface LoopOptions<T extends FlowScope> extends OnError<T> {
  /** Writes the condition for the end before the one for another round, as some exports do; it makes no difference. */
  readonly doneFirst?: boolean;
}

/**
 * As a branch: back to the step that holds the branch, `times` times. Branches given the same `again` object count
 * together; two calls count apart.
 */
export const again = <T extends FlowScope>(options: AgainOptions<T>): Again<T> => {
  const { times, first = [], finally: last, doneFirst } = options;
  return { times: typeof times === 'number' ? times : times.path, first, last, doneFirst };
};

/** Runs a script a number of times and then goes on. To leave it early, let a path of the script end. */
export const loop = <T extends LegalIn<'Loop'>>(
  times: Times,
  body: Script<T>,
  options: LoopOptions<T> = {},
): Step<T> => {
  const looping = { operator: 'Equals', operand: 'ContinueLooping' };
  const rounds: (readonly Way[])[] = [
    [{ name: 'loop', condition: looping, to: body, back: 'self' }],
    onResult('DoneLooping', undefined, 'done'),
  ];
  const action = plan(
    'Loop',
    { LoopCount: times },
    {
      words: typeof times === 'number' ? `${times} times` : '',
      ways: [...(options.doneFirst ? rounds.reverse() : rounds), onError(options)],
      next: { copyOf: 'DoneLooping' },
      optionalCatchAll: false,
    },
  );
  return step(loop, [action]);
};

/** A place that `goTo` leads to: the step after it. For the rare path that no script, `again` or `loop` can say. */
export const label = <T extends FlowScope>(name: string): Step<T> => ({
  [PLAN]: { kind: 'label', label: name, written: writtenBy(label) },
});

/** Goes on at a label of the same flow, before or after. Nothing guards against going round for ever. */
export const goTo = <T extends FlowScope>(name: string): End<T> =>
  ({ [PLAN]: { kind: 'goTo', label: name, written: writtenBy(goTo) } }) as unknown as End<T>;

/**
 * Goes on with a script whose every path ends. Like a branch, and unlike `...script`, it is written once in the flow
 * however many steps lead to it.
 */
export const continueWith = <T extends FlowScope>(script: Script<T>): End<T> =>
  ({
    [PLAN]: { kind: 'continue', script: script as AnyScript, written: writtenBy(continueWith) },
  }) as unknown as End<T>;
