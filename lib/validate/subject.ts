import type { FlowDocument, WireAction } from '../language';
import { type FlowGraph, graphOf } from './flow-facts/flow-graph';
import { type ParameterFacts, parameterFactsOf } from './flow-facts/parameter-facts';
import { type KnownAction, PlacedAction } from './flow-facts/placed-action';
import { type Read, readsOf } from './flow-facts/reads';
import type { CheckContext } from './issue';
import type { Finding } from './rule';

export type { KnownAction, PlacedAction };

const NOTHING: readonly PlacedAction[] = [];

/** A flow under check. What several rules ask for is worked out once, when the first one asks. */
export class Subject {
  readonly actions: readonly PlacedAction[];
  /** The first action of each identifier. */
  readonly byId: ReadonlyMap<string, PlacedAction>;
  private readonly byType: ReadonlyMap<string, readonly PlacedAction[]>;
  private foundGraph: FlowGraph | undefined;
  private foundParameters: ParameterFacts | undefined;
  private foundReads: readonly Read[] | undefined;

  constructor(
    readonly document: FlowDocument,
    readonly context: CheckContext,
  ) {
    const given: unknown = document.Actions;
    this.actions = Array.isArray(given) ? given.map((action: WireAction, i) => new PlacedAction(action, i)) : [];
    this.byId = firstOfEach(this.actions);
    this.byType = groupedByType(this.actions);
  }

  /** The actions of one type. */
  ofType(type: string): readonly PlacedAction[] {
    return this.byType.get(type) ?? NOTHING;
  }

  /** The ways through the flow. */
  get graph(): FlowGraph {
    this.foundGraph ??= graphOf(this);
    return this.foundGraph;
  }

  /** What is noteworthy about the parameters of all actions. */
  get parameters(): ParameterFacts {
    this.foundParameters ??= parameterFactsOf(this.actions);
    return this.foundParameters;
  }

  /** Every reference in the parameters. */
  get reads(): readonly Read[] {
    this.foundReads ??= readsOf(this.parameters.dynamicTexts);
    return this.foundReads;
  }
}

const firstOfEach = (actions: readonly PlacedAction[]): ReadonlyMap<string, PlacedAction> => {
  const byId = new Map<string, PlacedAction>();
  for (const placed of actions) if (!byId.has(placed.id)) byId.set(placed.id, placed);
  return byId;
};

const groupedByType = (actions: readonly PlacedAction[]): ReadonlyMap<string, readonly PlacedAction[]> => {
  const byType = new Map<string, PlacedAction[]>();
  for (const placed of actions) {
    const others = byType.get(placed.type);
    if (others === undefined) byType.set(placed.type, [placed]);
    else others.push(placed);
  }
  return byType;
};

export const subjectOf = (document: FlowDocument, context: CheckContext): Subject => new Subject(document, context);

export const isKnown = (placed: PlacedAction): placed is KnownAction => placed.spec !== undefined;

/** A finding in an action, whose path starts there; '' is the action itself. */
export const foundIn = (placed: PlacedAction, finding: Finding): Finding => ({
  action: placed.id,
  more: placed.spec?.page,
  ...finding,
  path: finding.path === '' ? placed.path : `${placed.path}.${finding.path}`,
});

/** A rule that looks at every action by itself; undefined says that there is nothing to find. */
export const inEachAction = (find: (placed: PlacedAction, subject: Subject) => Iterable<Finding> | undefined) =>
  inEachOf((subject) => subject.actions, find);

/** A rule that looks at some actions by themselves. */
export const inEachOf =
  <A extends PlacedAction>(
    actionsOf: (subject: Subject) => readonly A[],
    find: (placed: A, subject: Subject) => Iterable<Finding> | undefined,
  ) =>
  (subject: Subject): readonly Finding[] => {
    const found: Finding[] = [];
    for (const placed of actionsOf(subject)) {
      const findings = find(placed, subject);
      if (findings === undefined) continue;
      for (const finding of findings) found.push(foundIn(placed, finding));
    }
    return found;
  };

/** A rule that looks at every action of a known type by itself. */
export const inEachKnownAction = (find: (placed: KnownAction, subject: Subject) => Iterable<Finding> | undefined) =>
  inEachAction((placed, subject) => (isKnown(placed) ? find(placed, subject) : undefined));

/** The error branches that an action may have in the form in which it is written. */
export const allowedErrors = ({ form: { errors } }: KnownAction): readonly string[] => [
  ...errors.required,
  ...(errors.optional ?? []),
];
