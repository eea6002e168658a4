import type { FlowDocument } from '../../language/document';
import { FlowReadError } from '../../language/flow-read-error';
import type { FlowScope } from '../../language/flow-type';
import { exitsOf } from '../../language/graph';
import { LIMITS } from '../../language/limits';
import { MODULE_SETTINGS } from '../assemble/assemble';
import type { Flow } from '../flow';
import type { Code } from './code';
import { constantNames, inOrder, isFriendly, labelNames } from './constants';
import { type Draft, draftOf } from './draft';
import { differenceBetween, sameSettings, twinsOf } from './equal';
import { evaluate } from './evaluate';
import { finished } from './finish';
import { isSame } from './form';
import { liftArns } from './lift';
import { type Constant, type FlowFacts, flowCall, ModuleText } from './module-text';
import { nameOrNot } from './name-or-not';
import { camelCase, Names, pascalCase } from './names';
import { Resources } from './resources';
import { isMixed } from './scopes';
import { VOCABULARY } from './vocabulary';

export interface CodeOptions {
  readonly type: FlowScope;
  /** Of the flow; without it what the document's metadata say. */
  readonly name?: string;
  /** Makes every queue, flow, function … that the flow names a key of a parameter, so that one flow serves every environment. */
  readonly bindings?: boolean;
  /** Where the code imports the builder from. */
  readonly importFrom?: string;
  /** Which identifiers steps keep through `named`: those that are words, or all, or none. */
  readonly keepNames?: 'friendly' | 'all' | 'none';
}

export interface WrittenCode {
  readonly code: string;
  /** What the code says otherwise than the document, and what in the document is odd: one sentence each. */
  readonly notes: readonly string[];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

interface Pieces {
  readonly draft: Draft;
  readonly facts: FlowFacts;
  readonly order: readonly number[];
}

type Finish = (code: Code) => Code;

/** Builds the flow that the code builds; undefined where it is nested too deeply for the stack of this process. */
const built = ({ draft, facts, order }: Pieces, finish: Finish): FlowDocument | undefined => {
  const values = new Map<number, unknown>();
  const around = { branch: () => [], constant: (id: number) => values.get(id) };
  try {
    for (const id of order) values.set(id, evaluate(finish(draft.constants.get(id) ?? draft.main), around));
    return (evaluate(finish(flowCall(facts, draft.main)), around) as Flow).document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const TOO_DEEP = 'The flow is nested too deeply to be built here, so that the code was not held against it.';

const comparison = (document: FlowDocument, other: FlowDocument | undefined): readonly string[] => {
  if (other === undefined) return [TOO_DEEP];
  const difference = differenceBetween(document, other);
  return difference === undefined ? [] : [`Not the same: ${difference}`];
};

/** An identifier without what the builder puts after it to tell it from others: the place, or a number. */
const contentOf = (identifier: string): string => identifier.replace(/ \d+$/, '').replace(/ - .*$/, '');

/** Identifiers that steps keep: wanted, legal, and not what the builder names them anyway. */
const keptNames = (pieces: Pieces, document: FlowDocument, finish: Finish, isWanted: (id: string) => boolean) => {
  const plain = built(pieces, finish);
  const twins = plain && twinsOf(document, plain);
  const { nodes } = pieces.draft.graph;
  return (node: number): string | undefined => {
    const identifier = nodes[node]?.action.Identifier ?? '';
    const isOwn = contentOf(twins?.get(identifier) ?? '') === contentOf(identifier);
    const isKept = isWanted(identifier) && nameOrNot(identifier) && !isOwn;
    return isKept ? identifier : undefined;
  };
};

const quoted = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(', ');

const notesOn = ({ draft }: Pieces): readonly string[] => {
  const { unreached, missing, nodes } = draft.graph;
  const raw = [...draft.steps.values()].filter(({ isRaw }) => isRaw);
  const types = [...new Set(raw.map(({ first }) => nodes[first]?.action.Type ?? ''))];
  const broken = nodes.filter(({ action, conditions, errors }) => {
    const { Conditions = [], Errors = [] } = action.Transitions ?? {};
    return conditions.length < Conditions.length || errors.length < Errors.length;
  });
  return [
    ...(unreached.length === 0 ? [] : [`Left out, as no path leads there: ${quoted(unreached)}.`]),
    ...(missing.size === 0 ? [] : [`Led to, but not there: ${quoted([...missing.values()])}.`]),
    ...(broken.length === 0
      ? []
      : [
          `Branches without a target or a condition were left out of ${quoted(broken.map(({ action }) => action.Identifier))}.`,
        ]),
    ...(types.length === 0 ? [] : [`Kept as the exact JSON, as no typed step says the same: ${quoted(types)}.`]),
  ];
};

const BUILDER_NAMED = /^(?:Set|Transfer)\b/;

/** Twice what Connect takes; nobody reads code of that length, and every step of it is tried. */
const MOST_ACTIONS = 2 * LIMITS.actionsPerFlow;

const refuseTooLarge = ({ Actions }: FlowDocument, name: string): void => {
  const branches = Actions.reduce((sum, action) => sum + exitsOf(action).length, 0);
  if (Actions.length <= MOST_ACTIONS && branches <= 10 * MOST_ACTIONS) return;
  const size = `has ${Actions.length} actions with ${branches} branches, more than the ${MOST_ACTIONS} that are written as code`;
  throw new FlowReadError(
    'too-large',
    `Flow "${name}" ${size}; Connect takes ${LIMITS.actionsPerFlow}, so split it into modules.`,
  );
};

/**
 * Turns a document into code of the builder that builds an equal one.
 *
 * @throws FlowReadError where the document has more than twice the actions that Connect takes
 */
export const documentToCode = (document: FlowDocument, options: CodeOptions): WrittenCode => {
  const { type, keepNames = 'friendly', importFrom = 'cdk-connect-flows' } = options;
  const name = options.name ?? textOf(document.Metadata?.name) ?? 'Imported flow';
  refuseTooLarge(document, name);
  const isWanted = (identifier: string): boolean =>
    keepNames === 'all' || (keepNames === 'friendly' && isFriendly(identifier));
  const draft = draftOf(
    document,
    type,
    ({ action: { Identifier } }) => !isWanted(Identifier) || BUILDER_NAMED.test(Identifier),
  );
  const pieces: Pieces = { draft, facts: factsOf(document, draft, { type, name }), order: inOrder(draft) };
  const labels = labelNames(draft);
  const labelOf = (node: number): string => labels.get(node) ?? '';
  const unnamed: Finish = (code) => finished(code, draft, { labelOf, nameOf: () => undefined });
  const nameOf = keptNames(pieces, document, unnamed, isWanted);
  const finish: Finish = (code) => finished(code, draft, { labelOf, nameOf });
  const notes = [...notesOn(pieces), ...comparison(document, built(pieces, finish))];
  return { code: textFor(pieces, finish, { ...options, importFrom, name }), notes };
};

/** Whether the builder writes these settings by itself. */
const isUsualSettings = ({ Settings }: FlowDocument, type: FlowScope): boolean =>
  sameSettings(Settings, undefined) || (type === 'MODULE' && isSame(Settings, MODULE_SETTINGS));

const factsOf = (document: FlowDocument, draft: Draft, facts: { type: FlowScope; name: string }): FlowFacts => ({
  ...facts,
  description: textOf(document.Metadata?.description),
  onError: draft.onError,
  optionalErrors: draft.onError !== undefined && !draft.style.declaresOptional ? 'undeclared' : undefined,
  settings: isUsualSettings(document, facts.type) ? undefined : document.Settings,
});

const textFor = (
  { draft, facts, order }: Pieces,
  finish: Finish,
  { bindings = false, importFrom, name }: CodeOptions & { readonly importFrom: string; readonly name: string },
): string => {
  const last: Finish = bindings ? (code) => liftArns(finish(code)) : finish;
  const names = new Names(new Set(VOCABULARY.keys()));
  const exported = names.take(camelCase(name) ?? 'importedFlow', 'Flow');
  names.take(`${pascalCase(exported)}Bindings`);
  const codes = new Map(order.map((id) => [id, last(draft.constants.get(id) ?? draft.main)]));
  const flow = last(flowCall(facts, draft.main));
  const resources = new Resources([...codes.values(), flow], names, bindings);
  const called = constantNames(draft, order, names);
  const constants = order.map((id): Constant => {
    const code = codes.get(id) ?? flow;
    return { id, name: called.get(id) ?? '', code, isMixed: isMixed(draft, code) };
  });
  const hasBindings = bindings && resources.named.length > 0;
  return new ModuleText({ exported, type: facts.type, flow, constants, resources, hasBindings, importFrom }).text();
};
