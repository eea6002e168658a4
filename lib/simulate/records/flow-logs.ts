import type { Json, JsonObject } from '../../language';
import type { Contact } from '../contact';
import type { StepTaken } from '../kernel';
import type { World } from '../world';
import type { FlowLog } from './flow-log';
import { loggedParameters } from './log-parameters';
import { loggedAs } from './logged-as';
import type { RecordedStep } from './record-steps';
import { exact } from './timestamps';

export interface FlowLogOptions {
  /** Logs every flow, as if each set its logging behaviour; otherwise only what flows switched on. @default false */
  readonly all?: boolean;
}

type Step = StepTaken & Partial<RecordedStep>;

/** Whether logging is on for a contact: it stays on in later flows, and contacts take it over from the one before. */
class LoggingBehavior {
  readonly #on = new Map<string, boolean>();

  isOn({ id, previous }: Contact): boolean {
    const known = this.#on.get(id);
    if (known !== undefined) return known;
    const inherited = previous !== null && this.isOn(previous);
    this.#on.set(id, inherited);
    return inherited;
  }

  /** A line is written when its block is done: the block that switches logging on is logged, the one that ends it is not. */
  follow({ contact, action, given, exit }: Step): void {
    if (action.Type !== 'UpdateFlowLoggingBehavior' || exit !== 'next') return;
    const { FlowLoggingBehavior } = given ?? action.Parameters ?? {};
    this.#on.set(contact.id, FlowLoggingBehavior === 'Enabled');
  }
}

const OPERATORS: Readonly<Record<string, string>> = {
  TextStartsWith: 'StartsWith',
  TextEndsWith: 'EndsWith',
  TextContains: 'Contains',
  NumberGreaterThan: 'GreaterThan',
  NumberGreaterOrEqualTo: 'GreaterThanOrEqualTo',
  NumberLessThan: 'LessThan',
  NumberLessOrEqualTo: 'LessThanOrEqualTo',
};

type Outcome = Pick<FlowLog, 'Parameters' | 'Results' | 'ExternalResults'>;

/** A comparison is logged condition by condition, up to the one that holds. */
const comparisons = ({ action, exit, result }: Step): readonly Outcome[] => {
  const lines: Outcome[] = [];
  for (const { Condition } of action.Transitions?.Conditions ?? []) {
    const operator = String(Condition?.Operator);
    const operand = String(Condition?.Operands?.[0] ?? '');
    const holds = exit === `${operator} ${operand}`;
    const ComparisonMethod = OPERATORS[operator] ?? operator;
    lines.push({
      Parameters: { ComparisonMethod, Value: result ?? '', SecondValue: operand },
      Results: String(holds),
    });
    if (holds) break;
  }
  return lines;
};

const isError = ({ action, exit }: Step): boolean =>
  exit.endsWith('Error') || (action.Transitions?.Errors ?? []).some(({ ErrorType }) => ErrorType === exit);

const LAMBDA_FAILED = 'The Lambda Function Returned An Error.';

const results = (step: Step): string | undefined => {
  const { action, exit, result } = step;
  if (exit === 'next' || exit === 'end') return undefined;
  if (!isError(step)) return result ?? exit;
  if (action.Type === 'InvokeLambdaFunction') return LAMBDA_FAILED;
  if (exit.endsWith('TimeLimitExceeded')) return 'Timeout';
  return exit === 'NoMatchingError' ? 'Error' : exit;
};

const outcomes = (step: Step, world: World): readonly Outcome[] => {
  const { action, answer } = step;
  const given: JsonObject = step.given ?? action.Parameters ?? {};
  if (action.Type === 'Compare') return comparisons(step);
  const left: { readonly Results?: string; readonly ExternalResults?: Json } = {
    ...(results(step) !== undefined && { Results: results(step) }),
    ...(answer !== undefined && { ExternalResults: answer }),
  };
  return loggedParameters(action.Type, given, world).map((Parameters) => ({ Parameters, ...left }));
};

const lines = (step: Step, world: World): readonly FlowLog[] => {
  const { contact, flow, action, at, given } = step;
  const head = {
    ContactId: contact.id,
    ContactFlowId: flow.arn,
    ContactFlowName: flow.name,
    ContactFlowModuleType: loggedAs(action.Type, given ?? action.Parameters ?? {}),
    Identifier: action.Identifier,
    Timestamp: exact(at),
  };
  return outcomes(step, world).map((outcome) => ({ ...head, ...outcome }));
};

/** The flow log of a run: what flows did, while logging is on; nothing that happens outside flows is in it. */
export const flowLogs = (
  steps: readonly Step[],
  world: World,
  { all = false }: FlowLogOptions = {},
): readonly FlowLog[] => {
  const logging = new LoggingBehavior();
  return steps.flatMap((step) => {
    logging.follow(step);
    return all || logging.isOn(step.contact) ? lines(step, world) : [];
  });
};
