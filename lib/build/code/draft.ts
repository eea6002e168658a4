import type { FlowDocument } from '../../language/document';
import type { FlowScope } from '../../language/flow-type';
import type { Code } from './code';
import { type FlowGraph, graphOf, type Node } from './graph';
import { handlerOf } from './handler';
import { Region } from './region';
import { Retries } from './retries';
import { type Material, ScriptWriter } from './script-writer';
import { type ErrorStyle, errorStyleOf, type Step, StepMaker } from './steps';

/** A flow as scripts, before anything in it has a name. */
export interface Draft {
  readonly graph: FlowGraph;
  readonly steps: ReadonlyMap<number, Step>;
  readonly style: ErrorStyle;
  readonly main: Code;
  readonly onError?: Code;
  /** Scripts that stand under a name, by the number of their first action. */
  readonly constants: ReadonlyMap<number, Code>;
  /** Steps that `goTo` leads to. */
  readonly labels: ReadonlySet<number>;
}

/** More rounds than any flow has needed; then everything that several paths lead to becomes a constant. */
const MOST_ROUNDS = 12;

export const labelName = (node: number): string => `#${node}`;

const isLoop = (steps: ReadonlyMap<number, Step>) => (node: number) => {
  const code = steps.get(node)?.code;
  if (code?.kind !== 'call' || code.name !== 'loop') return false;
  const [, , options] = code.args;
  return options?.kind !== 'object' || options.entries.every(([key]) => key === 'doneFirst');
};

const written = (
  material: Material,
  start: number,
  handler: number | undefined,
  isConstant: (node: number) => boolean,
) => {
  const writer = new ScriptWriter(material, isConstant);
  const onError = handler === undefined ? undefined : writer.constant(handler);
  const main = writer.write(start);
  return { writer, main, onError };
};

const settled = (material: Material, start: number, handler: number | undefined) => {
  const constants = new Set(handler === undefined ? [] : [handler]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = written(material, start, handler, (node) => constants.has(node));
    if (result.writer.clashes.size === 0) return result;
    for (const node of result.writer.clashes) constants.add(node);
  }
  const isShared = (node: number): boolean => material.region.entries(node) > 1 || node === handler;
  return written(material, start, handler, isShared);
};

/** Turns the graph of a document into scripts. */
export const draftOf = (
  document: FlowDocument,
  scope: FlowScope,
  mayJoin: (first: Node, second: Node) => boolean,
): Draft => {
  const graph = graphOf(document);
  const handler = handlerOf(graph);
  const style = errorStyleOf(graph, handler);
  const steps = new StepMaker(graph, document, scope, style).steps(mayJoin);
  const roots = handler === undefined ? [graph.start] : [handler.entry, graph.start];
  const region = new Region(
    steps,
    roots.filter((node) => steps.has(node)),
  );
  const retries = new Retries(steps, region, isLoop(steps));
  const material: Material = { steps, region, retries, missing: graph.missing, labelOf: labelName };
  const { writer, main, onError } = settled(material, graph.start, handler?.entry);
  return { graph, steps, style, main, onError, constants: writer.constants, labels: writer.labels };
};
