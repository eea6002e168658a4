import { formOf, specOf } from '../../language';
import type { FlowDocument } from '../../language/document';
import type { FlowScope } from '../../language/flow-type';
import { branchesOf, call, pieces } from './code';
import { type Conventions, type Form, formIfExact } from './form';
import { type FlowGraph, type Node, targetsOf } from './graph';
import { catchAllOf, type Handler } from './handler';
import type { Exit, Phrase, Wire } from './phrase';
import { pairPhraseFor, phrasesFor, raw } from './phrases';
import { shownNames } from './shown';

/** A step of the script: one action, or two that one step makes. */
export interface Step extends Form {
  readonly first: number;
  readonly last: number;
  readonly branches: readonly number[];
  readonly isRaw: boolean;
  /** True where no step may come after it, although its branches may go on. */
  readonly isEnd: boolean;
}

/** How the flow sends errors on that no step takes care of. */
export interface ErrorStyle extends Conventions {
  readonly handler?: Handler;
}

const mayCatch = ({ action }: Node): boolean => {
  const spec = specOf(action.Type);
  return spec !== undefined && (formOf(spec, action.Parameters).errors.optional ?? []).includes('NoMatchingError');
};

/** Whether optional error branches mostly stand in this flow: then they need not be written. */
export const errorStyleOf = ({ nodes }: FlowGraph, handler: Handler | undefined): ErrorStyle => {
  const optional = nodes.filter(mayCatch);
  const without = optional.filter((node) => catchAllOf(node) === undefined).length;
  const handled = optional.filter((node) => catchAllOf(node)?.target === handler?.entry).length;
  return { handler, declaresOptional: handler !== undefined && without <= handled };
};

const implicitOf = (node: Node, { handler }: ErrorStyle): Exit | undefined => {
  const exit = catchAllOf(node);
  if (exit === undefined || handler === undefined) return undefined;
  const implied = handler.within.has(node.index) ? node.next : handler.entry;
  return exit.target === implied ? exit : undefined;
};

/** Makes the steps of a flow out of its actions. */
export class StepMaker {
  readonly #shown: (identifier: string, parameter: string) => string | undefined;

  constructor(
    private readonly graph: FlowGraph,
    document: FlowDocument,
    private readonly scope: FlowScope,
    private readonly style: ErrorStyle,
  ) {
    this.#shown = shownNames(document);
  }

  /** Every step by its first action. */
  steps(mayJoin: (first: Node, second: Node) => boolean): ReadonlyMap<number, Step> {
    const steps = new Map<number, Step>();
    const entries = this.#entries();
    const joined = new Set<number>();
    for (const node of this.graph.nodes) {
      const second = this.graph.nodes[node.next ?? -1];
      const isAlone = second === undefined || entries.get(second.index) !== 1 || joined.has(node.index);
      const pair = isAlone || !mayJoin(node, second) ? undefined : this.#pair(node, second);
      if (pair !== undefined) joined.add(pair.last);
      steps.set(node.index, pair ?? this.#single(node));
    }
    for (const index of joined) steps.delete(index);
    return steps;
  }

  #entries(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>([[this.graph.start, 1]]);
    const { handler } = this.style;
    if (handler) counts.set(handler.entry, 2);
    for (const node of this.graph.nodes) {
      for (const target of new Set(targetsOf(node))) counts.set(target, (counts.get(target) ?? 0) + 1);
    }
    return counts;
  }

  #wire(node: Node, implicit: Exit | undefined): Wire {
    const { Identifier, Type, Parameters = {} } = node.action;
    const shown = (parameter: string) => this.#shown(Identifier, parameter);
    return { ...node, type: Type, parameters: Parameters, scope: this.scope, implicit, shown };
  }

  #isLegal({ action }: Node): boolean {
    return (specOf(action.Type)?.flowTypes as readonly string[] | undefined)?.includes(this.scope) ?? false;
  }

  #step(nodes: readonly Node[], form: Form, isRaw = false): Step {
    const [first, last] = [nodes[0]?.index ?? 0, nodes.at(-1)?.index ?? 0];
    const isEnd = [...pieces(form.code)].some((piece) => piece.kind === 'call' && piece.name === 'loopPrompts');
    return { ...form, first, last, branches: branchesOf(form.code).map(({ target }) => target), isRaw, isEnd };
  }

  #pair(first: Node, second: Node): Step | undefined {
    const phrase = pairPhraseFor(first.action.Type, second.action.Type);
    if (phrase === undefined || !this.#isLegal(first) || !this.#isLegal(second)) return undefined;
    const isHandled = this.style.handler?.within.has(first.index) ?? false;
    const implied = (node: Node) => (isHandled ? undefined : implicitOf(node, this.style));
    const wires = [first, second].map((node) => this.#wire(node, implied(node)));
    const [one, two] = wires;
    const code = one && two && phrase(one, two);
    const form = code && formIfExact(code, wires, this.style);
    return form && this.#step([first, second], form);
  }

  #single(node: Node): Step {
    for (const phrase of this.#isLegal(node) ? phrasesFor(node.action.Type) : []) {
      const form = this.#form(node, phrase);
      if (form !== undefined) return this.#step([node], form);
    }
    const wire = this.#wire(node, undefined);
    const code = raw(wire);
    const form = code && formIfExact(code, [wire], this.style);
    if (form === undefined) throw new Error(`no code for an action of type ${node.action.Type}`);
    return this.#step([node], form, true);
  }

  /** With as little said about errors as possible. */
  #form(node: Node, phrase: Phrase): Form | undefined {
    const implicit = implicitOf(node, this.style);
    const short = implicit && this.#exact(node, phrase, implicit);
    const isHandled = this.style.handler?.within.has(node.index) ?? false;
    if (short !== undefined && (!isHandled || short.onward === implicit?.target)) return short;
    return this.#exact(node, phrase, undefined) ?? this.#withoutErrorBranch(node, phrase);
  }

  #exact(node: Node, phrase: Phrase, implicit: Exit | undefined): Form | undefined {
    const wire = this.#wire(node, implicit);
    const code = phrase(wire);
    return code && formIfExact(code, [wire], this.style);
  }

  #withoutErrorBranch(node: Node, phrase: Phrase): Form | undefined {
    if (catchAllOf(node) !== undefined) return undefined;
    const wire = this.#wire(node, undefined);
    const code = phrase(wire);
    return code && formIfExact(call('withoutErrorBranch', code), [wire], this.style);
  }
}
