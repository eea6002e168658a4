import {
  type ActionSpec,
  type ErrorType,
  type FlowDocument,
  formOf,
  type JsonObject,
  specOf,
  type WireAction,
} from '../../lib/language';
import type { CheckContext } from '../../lib/validate';

/** A document with one thing broken, and the rules of which one has to say so. */
export interface Mutant {
  readonly document: FlowDocument;
  readonly context?: CheckContext;
  readonly rules: readonly string[];
}

/** Breaks one aspect of a document; undefined where the document has nothing of the kind. */
export type Mutation = (document: FlowDocument) => Mutant | undefined;

interface Known {
  readonly action: WireAction;
  readonly spec: ActionSpec;
  readonly parameters: JsonObject;
  readonly index: number;
}

const known = ({ Actions }: FlowDocument): readonly Known[] =>
  Actions.flatMap((action, index) => {
    const spec = specOf(action.Type);
    return spec ? [{ action, spec, parameters: action.Parameters ?? {}, index }] : [];
  });

const replace = (document: FlowDocument, index: number, action: WireAction): FlowDocument => ({
  ...document,
  Actions: document.Actions.map((each, i) => (i === index ? action : each)),
});

type Broken = WireAction | undefined;

/** Breaks the first action (from the middle of the document on) that can be broken this way. */
const inOneAction =
  (rules: readonly string[], breakIt: (known: Known) => Broken): Mutation =>
  (document) => {
    const actions = known(document);
    const middle = Math.floor(actions.length / 2);
    for (const each of [...actions.slice(middle), ...actions.slice(0, middle)]) {
      const broken = breakIt(each);
      if (broken) return { document: replace(document, each.index, broken), rules };
    }
    return undefined;
  };

const withTransitions = (action: WireAction, change: Partial<NonNullable<WireAction['Transitions']>>): WireAction => ({
  ...action,
  Transitions: { ...action.Transitions, ...change },
});

const withParameter = (action: WireAction, name: string, value: JsonObject[string]): WireAction => ({
  ...action,
  Parameters: { ...action.Parameters, [name]: value },
});

const without = <T extends object>(object: T, key: string): T =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as T;

const misspelt = (word: string): string => `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}x`;

const dropErrorBranch = ({ action, spec, parameters }: Known): Broken => {
  const { required } = formOf(spec, parameters).errors;
  const errors = action.Transitions?.Errors ?? [];
  const [victim] = required.filter((type) => errors.some(({ ErrorType }) => ErrorType === type));
  return victim && withTransitions(action, { Errors: errors.filter(({ ErrorType }) => ErrorType !== victim) });
};

const addRefusedError = ({ action, spec, parameters }: Known): Broken => {
  const [refused] = formOf(spec, parameters).errors.refused ?? [];
  const { NextAction } = action.Transitions ?? {};
  if (refused === undefined || NextAction === undefined) return undefined;
  const Errors = [...(action.Transitions?.Errors ?? []), { ErrorType: refused as ErrorType, NextAction }];
  return withTransitions(action, { Errors });
};

const firstError = (
  action: WireAction,
  change: (entry: { ErrorType: string; NextAction: string }) => object,
): Broken => {
  const [first, ...rest] = action.Transitions?.Errors ?? [];
  return first && withTransitions(action, { Errors: [{ ...first, ...change(first) }, ...rest] });
};

const firstCondition = (action: WireAction, change: object): Broken => {
  const [first, ...rest] = action.Transitions?.Conditions ?? [];
  return (
    first &&
    withTransitions(action, { Conditions: [{ ...first, Condition: { ...first.Condition, ...change } }, ...rest] })
  );
};

const dropRequiredParameter = ({ action, spec, parameters }: Known): Broken => {
  const name = Object.keys(spec.parameters).find(
    (each) => spec.parameters[each]?.required && Object.hasOwn(parameters, each),
  );
  return name === undefined ? undefined : { ...action, Parameters: without(parameters, name) };
};

const misspellParameter = ({ action, spec, parameters }: Known): Broken => {
  const name = Object.keys(parameters).find((each) => Object.hasOwn(spec.parameters, each));
  if (name === undefined) return undefined;
  return { ...action, Parameters: { ...without(parameters, name), [misspelt(name)]: parameters[name] as string } };
};

const wrongChoice = ({ action, spec, parameters }: Known): Broken => {
  const name = Object.keys(parameters).find((each) => {
    const parameter = spec.parameters[each];
    return parameter?.oneOf && parameter.value === 'text' && typeof parameters[each] === 'string';
  });
  return name === undefined ? undefined : withParameter(action, name, 'Nonsense');
};

const outOfRange = ({ action, spec, parameters }: Known): Broken => {
  const name = Object.keys(parameters).find(
    (each) => spec.parameters[each]?.range && /^\d+$/.test(String(parameters[each])),
  );
  return name === undefined ? undefined : withParameter(action, name, '-7');
};

const addCondition = ({ action, spec, parameters }: Known): Broken => {
  const { NextAction } = action.Transitions ?? {};
  if (formOf(spec, parameters).conditions !== null || NextAction === undefined) return undefined;
  return withTransitions(action, { Conditions: [{ NextAction, Condition: { Operator: 'Equals', Operands: ['1'] } }] });
};

const dropRequiredCondition = ({ action, spec, parameters }: Known): Broken => {
  const [operand] = formOf(spec, parameters).conditions?.required ?? [];
  const conditions = action.Transitions?.Conditions ?? [];
  if (operand === undefined || conditions.length === 0) return undefined;
  return withTransitions(action, {
    Conditions: conditions.filter(({ Condition }) => Condition?.Operands?.[0] !== operand),
  });
};

const wrongKey = ({ action, spec, parameters }: Known): Broken =>
  action.Type === 'GetParticipantInput' && formOf(spec, parameters).name === 'menu'
    ? firstCondition(action, { Operands: ['AB'] })
    : undefined;

const misspellReference = ({ action, parameters }: Known): Broken => {
  const name = Object.keys(parameters).find((each) => String(parameters[each]).startsWith('$.Attributes.'));
  return name === undefined
    ? undefined
    : withParameter(action, name, String(parameters[name]).replace('$.Attributes', '$.Atributes'));
};

const twoHooks = ({ action, parameters }: Known): Broken => {
  const hooks = (parameters.EventHooks ?? {}) as JsonObject;
  const [value] = Object.values(hooks);
  return action.Type === 'UpdateContactEventHooks' && value !== undefined
    ? withParameter(action, 'EventHooks', { ...hooks, AgentHold: value, CustomerHold: value })
    : undefined;
};

const unwrapFlowAttributes = ({ action, parameters }: Known): Broken => {
  const [key] = Object.keys((parameters.FlowAttributes ?? {}) as JsonObject);
  return action.Type === 'UpdateFlowAttributes' && key !== undefined
    ? withParameter(action, 'FlowAttributes', { [key]: 'flat' })
    : undefined;
};

/** Every kind of mutation by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'drops a required error branch': inOneAction(['missing-error-branch'], dropErrorBranch),
  'adds an error branch that is refused': inOneAction(['refused-error-branch'], addRefusedError),
  'misspells an error type': inOneAction(['unknown-error-type', 'refused-error-branch'], ({ action }) =>
    firstError(action, ({ ErrorType }) => ({ ErrorType: misspelt(ErrorType) })),
  ),
  'lets an error branch dangle': inOneAction(['dangling-target'], ({ action }) =>
    firstError(action, () => ({ NextAction: 'nowhere' })),
  ),
  'lets NextAction dangle': inOneAction(['dangling-target'], ({ action }) =>
    action.Transitions?.NextAction === undefined ? undefined : withTransitions(action, { NextAction: 'nowhere' }),
  ),
  'drops NextAction': inOneAction(['missing-next-action'], ({ action, spec }) =>
    spec.next === 'required' && action.Transitions?.NextAction !== undefined
      ? { ...action, Transitions: without(action.Transitions, 'NextAction') }
      : undefined,
  ),
  'adds NextAction to a terminal action': inOneAction(['forbidden-transitions'], ({ action, spec }) =>
    spec.next === 'refused' ? withTransitions(action, { NextAction: action.Identifier }) : undefined,
  ),
  'misspells an action type': inOneAction(['unknown-action-type'], ({ action }) => ({
    ...action,
    Type: misspelt(action.Type),
  })),
  'misspells an operator': inOneAction(['unknown-operator'], ({ action }) =>
    firstCondition(action, { Operator: 'Equalz' }),
  ),
  'adds a condition where none may stand': inOneAction(['refused-condition'], addCondition),
  'drops a required condition': inOneAction(['missing-condition'], dropRequiredCondition),
  'gives a menu a key of two characters': inOneAction(['illegal-operand'], wrongKey),
  'drops a required parameter': inOneAction(['missing-parameter'], dropRequiredParameter),
  'misspells a parameter': inOneAction(['unknown-parameter'], misspellParameter),
  'gives a parameter a value that is none of its choices': inOneAction(['wrong-parameter-value'], wrongChoice),
  'puts a number out of range': inOneAction(['wrong-parameter-value'], outOfRange),
  'misspells the root of a reference': inOneAction(['unknown-reference-root'], misspellReference),
  'sets several hooks in one action': inOneAction(['event-hooks-count'], twoHooks),
  'unwraps the value of a flow attribute': inOneAction(['wrong-parameter-value'], unwrapFlowAttributes),
  'gives two actions one identifier': (document) => {
    const [first, second] = document.Actions;
    if (!first || !second) return undefined;
    return {
      document: replace(document, 1, { ...second, Identifier: first.Identifier }),
      rules: ['duplicate-identifier'],
    };
  },
  'puts a forbidden character into an identifier': (document) => {
    const [first] = document.Actions;
    return (
      first && {
        document: replace(document, 0, { ...first, Identifier: `${first.Identifier}$(1)` }),
        rules: ['illegal-identifier'],
      }
    );
  },
  'starts nowhere': (document) => ({
    document: { ...document, StartAction: 'nowhere' },
    rules: ['missing-start-action'],
  }),
  'says another version': (document) => ({
    document: { ...document, Version: '2020-01-01' },
    rules: ['wrong-version'],
  }),
  'takes it for a hold flow': (document) =>
    document.Actions.some(({ Type }) => specOf(Type)?.flowTypes.includes('CUSTOMER_HOLD') === false)
      ? { document, context: { type: 'CUSTOMER_HOLD' }, rules: ['wrong-flow-type'] }
      : undefined,
};
