import { type EventHook, JOURNEY_HOOKS } from '../../journey';
import type { CentreFlow, CentreQueue } from '../centre';
import { type Named, Names } from './named';
import { type Value, Values } from './value';
import { isOfContact, type Variable } from './variables';

/** What is known of a contact at some point. Equal facts are the same object. */
export interface Facts {
  readonly id: number;
  /** By position in `JOURNEY_HOOKS`. */
  readonly hooks: readonly Named<CentreFlow>[];
  readonly queue: Named<CentreQueue>;
  /** Sorted. What stands in none was never set. */
  readonly variables: readonly Variable[];
  readonly values: readonly Value[];
  /** Some of the variables belong to a flow or module. */
  readonly hasLocals: boolean;
  /** Other contacts of the chain may write its attributes meanwhile. */
  readonly shared: boolean;
  /** The contact may have begun with attributes that nobody foresaw. */
  readonly anyAttributes: boolean;
}

/** What makes the values of a variable that several ways lead to. */
const joinedIn = (variable: Variable): string => `joined in ${variable}`;

type Made = Omit<Facts, 'id' | 'hasLocals'>;

const hookIndex = new Map(JOURNEY_HOOKS.map((hook, i) => [hook, i]));

/** Hooks that name no stage of a journey have no place in facts. */
export const indexOfHook = (hook: EventHook): number | undefined => hookIndex.get(hook);

const NOTHING: readonly never[] = [];

/** Makes all facts once, and what they are made of. */
export class FactBook {
  readonly flows = new Names<CentreFlow>();
  readonly queues = new Names<CentreQueue>();
  readonly values = new Values();
  private readonly made = new Map<string, Facts>();
  private readonly changes = new Map<Facts, Map<string, Facts>>();
  private readonly noHooks = JOURNEY_HOOKS.map(() => this.flows.unset);

  /** A contact of which nothing was set yet. */
  fresh(facts: Partial<Pick<Made, 'queue' | 'shared' | 'anyAttributes'>> = {}): Facts {
    return this.keep({
      hooks: this.noHooks,
      queue: this.queues.unset,
      variables: NOTHING,
      values: NOTHING,
      shared: false,
      anyAttributes: false,
      ...facts,
    });
  }

  with(facts: Facts, changes: Partial<Made>): Facts {
    return this.keep({ ...facts, ...changes });
  }

  withHook(facts: Facts, index: number, flow: Named<CentreFlow>): Facts {
    if (facts.hooks[index] === flow) return facts;
    return this.once(facts, `h${index},${flow.id}`, () => this.with(facts, { hooks: facts.hooks.with(index, flow) }));
  }

  withoutHooks(facts: Facts): Facts {
    return this.with(facts, { hooks: this.noHooks });
  }

  /** Forgets what the other hooks name. */
  keepingHooks(facts: Facts, hooks: readonly EventHook[]): Facts {
    const kept = (hook: EventHook, i: number) =>
      (hooks.includes(hook) ? facts.hooks[i] : undefined) ?? this.flows.unset;
    return this.with(facts, { hooks: JOURNEY_HOOKS.map(kept) });
  }

  withQueue(facts: Facts, queue: Named<CentreQueue>): Facts {
    return facts.queue === queue ? facts : this.with(facts, { queue });
  }

  get(facts: Facts, variable: Variable): Value | undefined {
    return facts.variables.length === 0 ? undefined : facts.values[facts.variables.indexOf(variable)];
  }

  withVariable(facts: Facts, variable: Variable, value: Value): Facts {
    if (this.get(facts, variable) === value) return facts;
    return this.once(facts, `${variable}=${value.id}`, () =>
      this.withVariables(facts, [...entries(facts).filter(([each]) => each !== variable), [variable, value]]),
    );
  }

  /** Leaves out the variables that do not pass. */
  keeping(facts: Facts, passes: (variable: Variable, value: Value) => boolean): Facts {
    const { variables, values } = facts;
    if (variables.every((variable, i) => passes(variable, values[i] as Value))) return facts;
    return this.withVariables(
      facts,
      entries(facts).filter(([variable, value]) => passes(variable, value)),
    );
  }

  /** Gives every variable another name or value. */
  mapped(facts: Facts, change: (variable: Variable, value: Value) => readonly [Variable, Value]): Facts {
    if (facts.variables.length === 0) return facts;
    return this.withVariables(
      facts,
      entries(facts).map(([variable, value]) => change(variable, value)),
    );
  }

  /** What holds on either of two ways. */
  join(one: Facts, other: Facts): Facts {
    if (one === other) return one;
    const variables = [...new Set([...one.variables, ...other.variables])];
    const values = variables.map((variable) => [variable, this.eitherOf(variable, one, other)] as const);
    const joined = this.withVariables(one, this.withoutOlder(values, one, other));
    return this.keep({
      ...joined,
      hooks: one.hooks.map((hook, i) => this.flows.either(hook, other.hooks[i] as Named<CentreFlow>)),
      queue: this.queues.either(one.queue, other.queue),
      shared: one.shared || other.shared,
      anyAttributes: one.anyAttributes || other.anyAttributes,
    });
  }

  private eitherOf(variable: Variable, one: Facts, other: Facts): Value {
    const [a, b] = [one, other].map((facts) => this.get(facts, variable) ?? this.neverSet(variable));
    return a && b ? this.values.either(a, b, joinedIn(variable)) : this.values.anything('');
  }

  /** Copies of what was joined before in a variable that is joined anew are no copies any longer. */
  private withoutOlder(values: readonly (readonly [Variable, Value])[], one: Facts, other: Facts) {
    const anew = new Set(
      values
        .filter(([variable]) => this.get(one, variable) !== this.get(other, variable))
        .map(([each]) => joinedIn(each)),
    );
    return values.map(([variable, value]) => {
      const isOlder = value.kind === 'unknown' && value.origin !== joinedIn(variable) && anew.has(value.origin ?? '');
      return [variable, isOlder ? this.values.withoutOrigin(value) : value] as const;
    });
  }

  /** What no flow has set is empty where flows alone can set it, else anything. */
  private neverSet(variable: Variable): Value | undefined {
    return isOfContact(variable) ? undefined : this.values.unset;
  }

  /** A change that was made before leads to the same facts. */
  private once(facts: Facts, change: string, make: () => Facts): Facts {
    const changes = this.changes.get(facts) ?? new Map<string, Facts>();
    this.changes.set(facts, changes);
    const known = changes.get(change);
    if (known !== undefined) return known;
    const made = make();
    changes.set(change, made);
    return made;
  }

  private withVariables(facts: Facts, listed: readonly (readonly [Variable, Value])[]): Facts {
    const sorted = [...listed].sort(([a], [b]) => a - b);
    return this.with(facts, {
      variables: sorted.map(([variable]) => variable),
      values: sorted.map(([, value]) => value),
    });
  }

  private keep(made: Made): Facts {
    const key = keyOf(made);
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const { hooks, queue, variables, values, shared, anyAttributes } = made;
    const hasLocals = !variables.every(isOfContact);
    const facts = { id: this.made.size, hooks, queue, variables, values, hasLocals, shared, anyAttributes };
    this.made.set(key, facts);
    return facts;
  }
}

const entries = ({ variables, values }: Facts): readonly (readonly [Variable, Value])[] =>
  variables.map((variable, i) => [variable, values[i] as Value]);

const keyOf = ({ hooks, queue, variables, values, shared, anyAttributes }: Made): string => {
  let key = `${queue.id}${shared ? 's' : ''}${anyAttributes ? 'a' : ''}`;
  for (const { id } of hooks) key += `,${id}`;
  for (let i = 0; i < variables.length; i++) key += `;${variables[i]}=${values[i]?.id}`;
  return key;
};
