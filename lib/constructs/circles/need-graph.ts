import { CfnElement, CfnResource, Stack, type Stage } from 'aws-cdk-lib/core';
import { Dependable, type IConstruct } from 'constructs';
import { referencedIn } from '../referenced-in';
import type { PartGraph } from './circles-in';
import type { StubbedFlow } from './stubbed-flow';

/** The beginning and the end of the deployment of a stack: all its resources lie between them. */
interface StackEnds {
  readonly start: { readonly of: Stack };
  readonly end: { readonly of: Stack };
}

/** What a flow's content needs, as far as one node has to wait for it. */
interface Part {
  readonly flow: StubbedFlow;
  readonly needs: Set<object>;
}

interface Arc {
  readonly from: object;
  readonly to: object;
}

const stacksAround = (construct: IConstruct): readonly Stack[] => {
  const stacks: Stack[] = [];
  for (let stack: Stack | undefined = Stack.of(construct); stack !== undefined; stack = stack.nestedStackParent) {
    stacks.unshift(stack);
  }
  return stacks;
};

const resourcesUnder = (construct: IConstruct): readonly CfnResource[] =>
  construct.node.findAll().filter((each) => CfnResource.isCfnResource(each));

/**
 * What needs what in the stacks of a stage, with every flow of ours as its stub: nodes are resources and the beginnings and
 * ends of stacks. What the contents of flows need is kept apart, in parts.
 */
export class NeedGraph {
  private readonly stacks: readonly Stack[];
  private readonly elements = new Map<Stack, CfnElement[]>();
  private readonly ends = new Map<Stack, StackEnds>();
  private readonly byResource: ReadonlyMap<CfnElement, StubbedFlow>;
  private readonly arcs = new Map<CfnElement, readonly Arc[]>();
  private readonly expanded = new Map<object, readonly object[]>();
  private readonly parts: Part[] = [];
  private readonly partsOf = new Map<object, Part[]>();
  private readonly placed = new Map<object, object[]>();

  /** @param flows all of them with their stubs */
  constructor(
    private readonly stage: Stage,
    private readonly flows: readonly StubbedFlow[],
  ) {
    this.byResource = new Map(flows.map((flow) => [flow.resource, flow]));
    const constructs = stage.node.findAll();
    for (const each of constructs) {
      if (CfnElement.isCfnElement(each))
        this.elements.set(each.stack, [...(this.elements.get(each.stack) ?? []), each]);
    }
    this.stacks = constructs.filter((each) => Stack.isStack(each));
    for (const flow of flows) {
      for (const target of flow.needs()) this.addNeed(flow, target);
    }
  }

  /** What the contents of flows need of each other, through whatever is between them. */
  partGraph(): PartGraph {
    const at = new Map(this.parts.map((part, index) => [part, index]));
    return {
      itemOf: this.parts.map(({ flow }) => this.flows.indexOf(flow)),
      arcs: this.parts.map((part) => this.partsNeededBy(part).map((needed) => at.get(needed) ?? -1)),
    };
  }

  /**
   * The stack where the content of a flow can be given to it: the flow's own if possible, else another that it needs. In any
   * order in which the stacks can be deployed the last of those fits, so that one always does.
   */
  placeFor(flow: StubbedFlow): Stack {
    const needed = [flow.resource, ...flow.needs()].filter((each) => each.node.root === this.stage.node.root);
    const involved = [...new Set(needed.flatMap((each) => stacksAround(each).slice(0, 1)))];
    const place = involved.find((stack) => !involved.some((other) => other !== stack && this.dependsOn(other, stack)));
    if (place === undefined) throw new Error(`${flow.construct.node.path}: its stacks need each other.`);
    const others = involved.filter((stack) => stack !== place).map((stack) => this.endsOf(stack).end);
    const { start } = this.endsOf(place);
    this.placed.set(start, [...(this.placed.get(start) ?? []), ...others]);
    return place;
  }

  private addNeed(flow: StubbedFlow, target: IConstruct): void {
    const arc = this.arcTo(flow.resource, target);
    if (arc === undefined) return;
    const known = this.partsOf.get(arc.from) ?? [];
    let part = known.find((each) => each.flow === flow);
    if (part === undefined) {
      part = { flow, needs: new Set() };
      this.parts.push(part);
      this.partsOf.set(arc.from, [...known, part]);
    }
    part.needs.add(arc.to);
  }

  private endsOf(stack: Stack): StackEnds {
    const known = this.ends.get(stack) ?? { start: { of: stack }, end: { of: stack } };
    this.ends.set(stack, known);
    return known;
  }

  /** Between two stacks it is the beginning of one that waits for the end of the other. */
  private arcTo(from: IConstruct, to: IConstruct): Arc | undefined {
    const [outer, inner] = [stacksAround(from), stacksAround(to)];
    const shared = outer.findIndex((stack, depth) => stack !== inner[depth]);
    const depth = shared < 0 ? outer.length : shared;
    const [fromStack, toStack] = [outer[depth], inner[depth]];
    if (toStack === undefined && !CfnResource.isCfnResource(to)) return undefined;
    return {
      from: fromStack === undefined ? from : this.endsOf(fromStack).start,
      to: toStack === undefined ? to : this.endsOf(toStack).end,
    };
  }

  private arcsOf(element: CfnElement): readonly Arc[] {
    const known = this.arcs.get(element);
    if (known !== undefined) return known;
    const said = this.byResource.get(element)?.left ?? element._toCloudFormation();
    const targets = [...referencedIn(element, said), ...this.explicitNeeds(element)];
    const found = targets.flatMap((target) => (target === element ? [] : (this.arcTo(element, target) ?? [])));
    this.arcs.set(element, found);
    return found;
  }

  /** Dependencies that were declared on the element or on what it is a part of. */
  private explicitNeeds(element: CfnElement): readonly IConstruct[] {
    const scopes = element.node.scopes.filter(
      (scope) => scope !== this.stage && scope.node.scopes.includes(this.stage),
    );
    const declared = scopes
      .flatMap((scope) => scope.node.dependencies)
      .flatMap((dependency) => Dependable.of(dependency).dependencyRoots)
      .filter((root) => !element.node.scopes.includes(root));
    const own = CfnResource.isCfnResource(element) ? element.obtainDependencies() : [];
    return [...own, ...declared].flatMap((each) => (CfnResource.isCfnResource(each) ? [each] : resourcesUnder(each)));
  }

  private nodesAfter(node: object): readonly object[] {
    const known = this.expanded.get(node) ?? this.expand(node);
    this.expanded.set(node, known);
    return known;
  }

  private expand(node: object): readonly object[] {
    if (CfnResource.isCfnResource(node as IConstruct)) {
      const resource = node as CfnResource;
      const own = this.arcsOf(resource).flatMap(({ from, to }) => (from === node ? [to] : []));
      return [this.endsOf(resource.stack).start, ...own];
    }
    const { of: stack } = node as StackEnds['start'];
    const { start, end } = this.endsOf(stack);
    const nested = this.stacks.filter(({ nestedStackParent }) => nestedStackParent === stack);
    if (node === end) {
      const resources = (this.elements.get(stack) ?? []).filter((each) => CfnResource.isCfnResource(each));
      return [start, ...resources, ...nested.map((each) => this.endsOf(each).end)];
    }
    return this.needsOfStack(stack, start);
  }

  /** What the whole of a stack waits for. A stack that is alone waits for nothing, so that nobody has to look. */
  private needsOfStack(stack: Stack, start: object): readonly object[] {
    if (this.stacks.length < 2) return [];
    const { nestedStackParent: parent } = stack;
    const inside = this.stacks.filter((each) => stacksAround(each).includes(stack));
    const arcs = inside.flatMap((each) => this.elements.get(each) ?? []).flatMap((element) => this.arcsOf(element));
    return [
      ...(parent === undefined ? [] : [this.endsOf(parent).start]),
      ...arcs.flatMap(({ from, to }) => (from === start ? [to] : [])),
      ...stack.dependencies.map((each) => this.endsOf(each).end),
    ];
  }

  private partsNeededBy({ needs }: Part): readonly Part[] {
    const found = new Set<Part>();
    const seen = new Set<object>(needs);
    for (const node of seen) {
      for (const part of this.partsOf.get(node) ?? []) found.add(part);
      for (const next of this.nodesAfter(node)) seen.add(next);
    }
    return [...found];
  }

  /** Whether one stack waits for another, with the contents that are still part of their flows. */
  private dependsOn(stack: Stack, other: Stack): boolean {
    const { start, end } = this.endsOf(other);
    const seen = new Set<object>([this.endsOf(stack).start]);
    for (const node of seen) {
      const contents = (this.partsOf.get(node) ?? []).filter(({ flow }) => !flow.isLate);
      const next = [...this.nodesAfter(node), ...(this.placed.get(node) ?? [])];
      for (const each of [...next, ...contents.flatMap(({ needs }) => [...needs])]) seen.add(each);
    }
    return seen.has(end) || seen.has(start);
  }
}
