import { type BranchPlace, branchesOf, type Call, type Code, call, json, list, mapCode, object } from './code';
import { followerOf } from './follow';
import type { Region } from './region';
import type { Retries } from './retries';
import type { Step } from './steps';

/** What the writer works on. */
export interface Material {
  readonly steps: ReadonlyMap<number, Step>;
  readonly region: Region;
  readonly retries: Retries;
  readonly missing: ReadonlyMap<number, string>;
  readonly labelOf: (node: number) => string;
}

/** How much may stand within a branch, by how deep the branch is. */
const LONGEST_WITHIN = [40, 16, 6, 2];

/** Where a script stands. */
interface Setting {
  /** Where it goes on when it falls off its end. */
  readonly follow?: number;
  readonly depth: number;
}

/** Writes scripts for one choice of constants; what turns out to need a constant as well is told. */
export class ScriptWriter {
  readonly constants = new Map<number, Code>();
  readonly labels = new Set<number>();
  /** Steps that stand in a script although something leads to them that can only name a constant. */
  readonly clashes = new Set<number>();
  readonly #placed = new Set<number>();
  readonly #open: { readonly node: number; readonly write: () => Code }[] = [];
  readonly #meetings = new Map<number, number[]>();

  constructor(
    private readonly material: Material,
    private readonly isConstant: (node: number) => boolean,
  ) {
    const { region } = material;
    for (const node of region.order) {
      if (region.entries(node) < 2 || isConstant(node)) continue;
      const meetings = this.#meetings.get(region.above(node));
      if (meetings) meetings.push(node);
      else this.#meetings.set(region.above(node), [node]);
    }
  }

  /** The whole flow from a step on, and every constant that it needs. */
  write(start: number): Code {
    const script = this.material.steps.has(start) ? this.#script(start, { depth: 0 }) : this.#missing(start);
    this.finish();
    return this.constants.has(start) ? { kind: 'constant', id: start } : list(script);
  }

  /** A constant and every one that it needs. */
  constant(node: number): Code {
    if (!this.constants.has(node)) this.#later(node, () => list(this.#script(node, { depth: 0 })));
    if (this.#placed.has(node)) this.clashes.add(node);
    return { kind: 'constant', id: node };
  }

  finish(): void {
    for (let next = this.#open.shift(); next !== undefined; next = this.#open.shift())
      this.constants.set(next.node, next.write());
  }

  #later(node: number, write: () => Code): void {
    this.constants.set(node, list([]));
    this.#open.push({ node, write });
  }

  #missing(node: number): readonly Code[] {
    return [call('missing', json(this.material.missing.get(node) ?? ''))];
  }

  #goTo(node: number): Call {
    this.labels.add(node);
    return call('goTo', json(this.material.labelOf(node)));
  }

  #script(start: number, { follow, depth }: Setting): readonly Code[] {
    const { steps, region } = this.material;
    const items: Code[] = [];
    let node = start;
    for (;;) {
      const step = steps.get(node);
      if (step === undefined) return [...items, ...this.#missing(node)];
      const onward = step.onward ?? this.#follower(step, follow);
      items.push({ kind: 'step', node, code: this.#filled(step, { follow: onward, depth }) });
      if (onward === undefined || onward === follow) return items;
      if (region.isBack(node, onward)) return [...items, this.#goTo(onward)];
      if (!this.#mayStandAfter(step, onward)) return [...items, call('continueWith', this.constant(onward))];
      if (region.entries(onward) > 1) this.#place(onward);
      node = onward;
    }
  }

  #place(node: number): void {
    this.#placed.add(node);
    if (this.constants.has(node)) this.clashes.add(node);
  }

  #follower(step: Step, follow: number | undefined): number | undefined {
    const { region, retries } = this.material;
    if (step.branches.length === 0) return undefined;
    if (step.isEnd) return follow;
    const branches = branchesOf(step.code).flatMap(({ back, target }) => (back ? [] : [target]));
    const meetings = (this.#meetings.get(step.first) ?? []).filter((node) => !retries.isOf(node, step.first));
    const isInline = (target: number): boolean =>
      target !== follow && this.#isInline(step, target) && !retries.isOf(target, step.first);
    return followerOf({ region, branches, follow, meetings, isInline });
  }

  #isInline(step: Step, target: number): boolean {
    const { region, steps } = this.material;
    const isOwn = region.entries(target) === 1 && !region.isBack(step.first, target);
    return isOwn && steps.has(target) && !this.isConstant(target);
  }

  #mayStandAfter(step: Step, onward: number): boolean {
    const { region, steps } = this.material;
    if (!steps.has(onward)) return true;
    return region.above(onward) === step.first && !this.isConstant(onward);
  }

  #filled(step: Step, setting: Setting): Code {
    return mapCode(withoutEmpty(step.code, setting.follow), (piece) =>
      piece.kind === 'branch' ? this.#branch(step, piece, setting) : piece,
    );
  }

  #branch(step: Step, { target, back }: BranchPlace, { follow, depth }: Setting): Code {
    const { region, retries, steps } = this.material;
    const after = back ? step.first : follow;
    if (target === after) return list([]);
    if (!steps.has(target)) return list(this.#missing(target));
    if (region.isBack(step.first, target)) return list([this.#goTo(target)]);
    const setting = { follow: after, depth: depth + 1 };
    if (retries.isOf(target, step.first)) return this.#retry(target, step.first, setting);
    if (!this.#isInline(step, target)) return this.constant(target);
    return this.#inline(target, setting, () => list(this.#script(target, setting)));
  }

  /** Long branches get a name of their own, so that a script can be read in one piece. */
  #inline(node: number, { depth, follow }: Setting, write: () => Code): Code {
    const longest = LONGEST_WITHIN[depth - 1] ?? 1;
    if (this.material.region.size(node) <= longest) return write();
    this.#later(node, () => list(this.#script(node, { follow, depth: 0 })));
    return { kind: 'constant', id: node };
  }

  #retry(node: number, holder: number, setting: Setting): Code {
    const write = (): Code => this.#again(node, holder, setting);
    if (this.material.region.entries(node) === 1) return write();
    if (!this.constants.has(node)) this.#later(node, write);
    return { kind: 'constant', id: node };
  }

  #again(node: number, holder: number, { follow, depth }: Setting): Code {
    const loop = this.material.steps.get(node);
    const [body = -1] = loop?.branches ?? [];
    const [times, , options] = loop?.code.kind === 'call' ? loop.code.args : [];
    const order = options?.kind === 'object' ? options.entries : [];
    if (loop?.onward === undefined) return list([]);
    const at = (target: number, after: number | undefined): Code =>
      this.#branch(loop, { kind: 'branch', target }, { follow: after, depth: depth - 1 });
    const first = body === holder ? undefined : at(body, holder);
    return call('again', object(['times', times], ['first', first], ['finally', at(loop.onward, follow)], ...order));
  }
}

/** Branches that need not be written where they go on with the next step. */
const withoutEmpty = (code: Code, follow: number | undefined): Code =>
  mapCode(code, (piece) =>
    piece.kind === 'object'
      ? { ...piece, entries: piece.entries.filter(([, value]) => !isEmpty(value, follow)) }
      : piece,
  );

const isEmpty = (value: Code, follow: number | undefined): boolean =>
  value.kind === 'branch' && value.optional === true && value.target === follow;
