import { type ActionForm, formOf } from '../action-form';
import type { ActionSpec } from '../action-spec';
import { specOf } from '../actions';
import type { ComparisonOperator } from '../condition';
import type { ConditionTransition, Json, Transitions } from '../document';
import type { ErrorType } from '../error-type';
import { type Draft, error, type Way } from './draft';
import { queueMetricOf } from './flow-control-modules';
import { NOTES } from './notes';
import type { OldBranch, OldModule } from './old-export';
import type { AddNote } from './old-parameters';

const WAYS: Readonly<Record<string, Way>> = {
  Success: 'next',
  Error: error('NoMatchingError'),
  NoMatch: error('NoMatchingCondition'),
  Timeout: error('InputTimeLimitExceeded'),
  AtCapacity: error('QueueAtCapacity'),
  CallFailure: error('CallFailed'),
};

/** Comparisons as the designer spells them; those with "or equal" follow the names of the wire. */
const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  Equals: 'Equals',
  GreaterThan: 'NumberGreaterThan',
  GreaterThanOrEqualTo: 'NumberGreaterOrEqualTo',
  GreaterOrEqualTo: 'NumberGreaterOrEqualTo',
  GreaterThanOrEquals: 'NumberGreaterOrEqualTo',
  LessThan: 'NumberLessThan',
  LessThanOrEqualTo: 'NumberLessOrEqualTo',
  LessOrEqualTo: 'NumberLessOrEqualTo',
  LessThanOrEquals: 'NumberLessOrEqualTo',
  StartsWith: 'TextStartsWith',
  EndsWith: 'TextEndsWith',
  Contains: 'TextContains',
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** What targets are made of: where an old branch leads now, and where one leads that led nowhere. */
export interface Targets {
  readonly of: (id: string | undefined) => string | undefined;
  readonly end: () => string;
}

const NEEDED_CONDITION_TARGETS = ['NoMatchingError', 'NoMatchingCondition'] as const;

/** Collects the ways out of one action from the branches of its module. */
class Exits {
  private next: string | undefined;
  private readonly errors = new Map<ErrorType, string>();
  private readonly conditions: ConditionTransition[] = [];
  private readonly form: ActionForm;

  constructor(
    private readonly draft: Draft,
    private readonly spec: ActionSpec,
    private readonly targets: Targets,
    private readonly note: AddNote,
  ) {
    this.form = formOf(spec, draft.parameters);
  }

  transitions(branches: readonly OldBranch[]): Transitions {
    for (const branch of branches) this.add(branch);
    this.fillErrors();
    this.fillConditions();
    const next = this.nextAction();
    return {
      ...(next === undefined ? {} : { NextAction: next }),
      ...(this.conditions.length === 0 ? {} : { Conditions: this.conditions }),
      ...(this.errors.size === 0 ? {} : { Errors: this.errorBranches() }),
    };
  }

  private add(branch: OldBranch): void {
    const way = this.wayOf(branch);
    const target = this.targetOf(branch);
    if (way === undefined) return;
    if (way === 'next') this.addNext(branch, target);
    else if ('error' in way) this.addError(branch, way.error, target);
    else this.addCondition(branch, way.operator, way.operand, target);
  }

  private wayOf(branch: OldBranch): Way | undefined {
    const { condition, conditionType, conditionValue, transition } = branch;
    const known = own(this.draft.ways ?? {}, condition) ?? own(WAYS, condition);
    if (known !== undefined) return known;
    const metric = queueMetricOf(condition);
    if (condition !== 'Evaluate' && metric === undefined) return this.leaveOut(branch);
    if (metric !== undefined && metric !== this.draft.parameters?.MetricType) {
      this.note(NOTES.severalMetrics(condition, transition ?? ''));
      return undefined;
    }
    return this.comparison(conditionType, conditionValue, transition ?? '');
  }

  private comparison(type: Json | undefined, value: Json | undefined, target: string): Way | undefined {
    const operator = own(OPERATORS, typeof type === 'string' ? type : 'Equals');
    const isValue = value !== undefined && value !== null && typeof value !== 'object';
    if (operator !== undefined && isValue) return { operator, operand: String(value) };
    this.note(NOTES.unknownComparison(type, value, target));
    return undefined;
  }

  private targetOf({ condition, transition }: OldBranch): string {
    const target = this.targets.of(transition);
    if (target !== undefined) return target;
    const end = this.targets.end();
    this.note(NOTES.danglingBranch(condition, transition, end));
    return end;
  }

  private leaveOut({ condition, transition }: OldBranch): undefined {
    this.note(NOTES.unknownBranch(condition, transition ?? '', this.draft.type));
  }

  private addNext(branch: OldBranch, target: string): void {
    if (this.next === undefined) this.next = target;
    else this.leaveOut(branch);
  }

  private addError(branch: OldBranch, type: ErrorType, target: string): void {
    const { required, optional = [] } = this.form.errors;
    const isAllowed = [...required, ...optional].includes(type);
    if (isAllowed && !this.errors.has(type)) this.errors.set(type, target);
    else this.leaveOut(branch);
  }

  private addCondition(branch: OldBranch, Operator: ComparisonOperator, operand: string, NextAction: string): void {
    const { conditions } = this.form;
    if (conditions === null || !conditions.operators.includes(Operator)) this.leaveOut(branch);
    else this.conditions.push({ NextAction, Condition: { Operator, Operands: [operand] } });
  }

  /** Where a branch leads that the old module did not have: where others lead that are not the good way on. */
  private fallback(): string {
    const known = NEEDED_CONDITION_TARGETS.map((type) => this.errors.get(type)).find((target) => target !== undefined);
    const any = [...this.errors.values()][0] ?? this.conditions.at(-1)?.NextAction;
    return known ?? this.next ?? any ?? this.targets.end();
  }

  private fillErrors(): void {
    for (const type of this.form.errors.required) {
      if (this.errors.has(type)) continue;
      const target = this.fallback();
      this.errors.set(type, target);
      this.note(NOTES.filledBranch(type, target));
    }
  }

  private fillConditions(): void {
    for (const operand of this.form.conditions?.required ?? []) {
      if (this.conditions.some(({ Condition }) => Condition.Operands.includes(operand))) continue;
      const target = this.fallback();
      this.conditions.push({ NextAction: target, Condition: { Operator: 'Equals', Operands: [operand] } });
      this.note(NOTES.filledBranch(operand, target));
    }
  }

  private doneLooping(): string | undefined {
    return this.conditions.find(({ Condition }) => Condition.Operands.includes('DoneLooping'))?.NextAction;
  }

  /** Where every exit is a branch the console copies the target of one of them. */
  private nextAction(): string | undefined {
    if (this.next !== undefined) return this.next;
    const copied = this.errors.get(this.draft.nextCopies ?? 'NoMatchingError') ?? this.doneLooping();
    if (this.spec.next === 'optional') return copied;
    const isCopy = this.form.conditions !== null || this.draft.leavesFlow === true;
    if (isCopy && copied !== undefined) return copied;
    const target = this.fallback();
    this.note(NOTES.filledBranch('NextAction', target));
    return target;
  }

  private errorBranches(): Transitions['Errors'] {
    return Array.from(this.errors, ([ErrorType, NextAction]) => ({ NextAction, ErrorType }));
  }
}

/** The transitions of an action from the branches of its module, with those that the service asks for today. */
export const transitionsOf = (draft: Draft, module: OldModule, targets: Targets, note: AddNote): Transitions => {
  const spec = specOf(draft.type);
  if (spec === undefined) return {};
  if (spec.next !== 'refused') return new Exits(draft, spec, targets, note).transitions(module.branches);
  if (module.branches.length > 0) note(NOTES.exitsOfAnEnd(module));
  return {};
};
