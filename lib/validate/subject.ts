import {
  type ActionForm,
  type ActionSpec,
  type ConditionTransition,
  type ErrorTransition,
  type FlowDocument,
  formOf,
  type JsonObject,
  specOf,
  type WireAction,
} from '../language';
import type { CheckContext } from './issue';
import type { Finding } from './rule';

/** An action with its place, and with empty containers where the document leaves them out. */
export interface PlacedAction {
  readonly action: WireAction;
  readonly id: string;
  readonly type: string;
  /** `Actions[3]` */
  readonly path: string;
  readonly parameters: JsonObject;
  readonly next: string | undefined;
  readonly errors: readonly ErrorTransition[];
  readonly conditions: readonly ConditionTransition[];
}

/** An action of a type in the table. */
export interface KnownAction extends PlacedAction {
  readonly spec: ActionSpec;
  /** The form that its parameters choose. */
  readonly form: ActionForm;
}

/** A flow under check. */
export interface Subject {
  readonly document: FlowDocument;
  readonly context: CheckContext;
  readonly actions: readonly (PlacedAction | KnownAction)[];
  /** The first action of each identifier. */
  readonly byId: ReadonlyMap<string, PlacedAction>;
}

const place = (action: WireAction, index: number): PlacedAction | KnownAction => {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions ?? {};
  const parameters = action.Parameters ?? {};
  const spec = specOf(action.Type);
  const placed: PlacedAction = {
    action,
    id: action.Identifier,
    type: action.Type,
    path: `Actions[${index}]`,
    parameters,
    next: NextAction,
    errors: Errors,
    conditions: Conditions,
  };
  return spec === undefined ? placed : { ...placed, spec, form: formOf(spec, parameters) };
};

export const subjectOf = (document: FlowDocument, context: CheckContext): Subject => {
  const actions = document.Actions.map(place);
  const byId = new Map<string, PlacedAction>();
  for (const placed of actions) if (!byId.has(placed.id)) byId.set(placed.id, placed);
  return { document, context, actions, byId };
};

export const isKnown = (placed: PlacedAction | KnownAction): placed is KnownAction => 'spec' in placed;

/** What a rule says of one action; its paths start at the action, and '' is the action itself. */
type FindIn<A extends PlacedAction> = (placed: A, subject: Subject) => Iterable<Finding>;

const placeFinding = (finding: Finding, placed: PlacedAction | KnownAction): Finding => ({
  action: placed.id,
  more: isKnown(placed) ? placed.spec.page : undefined,
  ...finding,
  path: finding.path === '' ? placed.path : `${placed.path}.${finding.path}`,
});

/** A rule that looks at every action by itself. */
export const inEachAction = (find: FindIn<PlacedAction>) =>
  function* (subject: Subject): Generator<Finding> {
    for (const placed of subject.actions) {
      for (const finding of find(placed, subject)) yield placeFinding(finding, placed);
    }
  };

/** A rule that looks at every action of a known type by itself. */
export const inEachKnownAction = (find: FindIn<KnownAction>) =>
  inEachAction((placed, subject) => (isKnown(placed) ? find(placed, subject) : []));

/** The error branches that an action may have in the form in which it is written. */
export const allowedErrors = ({ form: { errors } }: KnownAction): readonly string[] => [
  ...errors.required,
  ...(errors.optional ?? []),
];
