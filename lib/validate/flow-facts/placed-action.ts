import type {
  ActionForm,
  ActionSpec,
  ConditionTransition,
  ErrorTransition,
  JsonObject,
  Transitions,
  WireAction,
} from '../../language';
import { isObject } from '../described-values';
import { type CompiledForm, type CompiledRow, rowOf } from './compiled-row';

const NOTHING = {};
const NONE: readonly never[] = [];

const objectOr = <T extends object>(value: unknown, otherwise: T): T => (isObject(value) ? (value as T) : otherwise);

/** A list of objects; whatever else stands in it counts as an empty object, so that positions stay. */
const objectsIn = <T extends object>(value: unknown): readonly T[] => {
  if (!Array.isArray(value) || value.length === 0) return NONE;
  for (const entry of value) {
    if (!isObject(entry)) return value.map((found) => objectOr(found, NOTHING as T));
  }
  return value;
};

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An action with its place, and with empty containers where the document leaves them out or holds something else. */
export class PlacedAction {
  readonly action: WireAction;
  readonly id: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly next: string | undefined;
  readonly errors: readonly ErrorTransition[];
  readonly conditions: readonly ConditionTransition[];
  /** Undefined for a type that Connect does not know. */
  readonly spec: ActionSpec | undefined;
  /** The form that its parameters choose. */
  readonly form: ActionForm | undefined;
  readonly row: CompiledRow | undefined;
  readonly compiledForm: CompiledForm | undefined;

  constructor(
    action: WireAction,
    readonly index: number,
  ) {
    this.action = objectOr(action, NOTHING as WireAction);
    this.id = textOr(this.action.Identifier);
    this.type = textOr(this.action.Type);
    this.parameters = objectOr(this.action.Parameters, NOTHING);
    const transitions: Transitions = objectOr(this.action.Transitions, NOTHING);
    this.next = transitions.NextAction;
    this.errors = objectsIn(transitions.Errors);
    this.conditions = objectsIn(transitions.Conditions);
    this.row = rowOf(this.type);
    this.spec = this.row?.spec;
    this.compiledForm = this.row?.formOf(this.parameters);
    this.form = this.compiledForm?.form;
  }

  /** `Actions[3]` */
  get path(): string {
    return `Actions[${this.index}]`;
  }
}

/** An action of a type in the table. */
export interface KnownAction extends PlacedAction {
  readonly spec: ActionSpec;
  readonly form: ActionForm;
  readonly row: CompiledRow;
  readonly compiledForm: CompiledForm;
}
