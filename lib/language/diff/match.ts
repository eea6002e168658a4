import type { Node, Side } from './side';

/** Contexts reach one action further with every round; longer chains of equal actions are paired as they are read. */
const MOST_ROUNDS = 24;
/** Branches to look at in all rounds together: far more than two flows have, and done in about a second. */
const MOST_BRANCHES = 1_000_000;

const pair = (before: Node, after: Node): void => {
  before.match = after;
  after.match = before;
};

const unmatched = (nodes: readonly Node[]): readonly Node[] => nodes.filter(({ match }) => match === undefined);

const grouped = (nodes: readonly Node[], keyOf: (node: Node) => string): ReadonlyMap<string, readonly Node[]> => {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return groups;
};

type Pairing = (before: readonly Node[], after: readonly Node[]) => void;

const pairInOrder: Pairing = (before, after) => {
  before.slice(0, after.length).forEach((node, i) => {
    pair(node, after[i] as Node);
  });
};

const pairIfOnly: Pairing = (before, after) => {
  if (before.length === 1 && after.length === 1) pairInOrder(before, after);
};

/** Pairs unmatched actions that share a key. */
const pairBy = (before: Side, after: Side, keyOf: (node: Node) => string, pairing: Pairing): void => {
  const others = grouped(unmatched(after.nodes), keyOf);
  for (const [key, group] of grouped(unmatched(before.nodes), keyOf)) pairing(group, others.get(key) ?? []);
};

/** Numbers that are the same on both sides for the same action, so that contexts are short texts. */
class Numbers {
  private readonly byText = new Map<string, number>();
  private readonly byNode = new Map<Node, number>();

  ofText(text: string): number {
    const number = this.byText.get(text) ?? this.byText.size;
    this.byText.set(text, number);
    return number;
  }

  /** A matched action counts as itself, any other one as what it consists of. */
  of(node: Node): string {
    const { match } = node;
    if (match === undefined) return `content ${this.ofText(node.content)}`;
    const number = this.byNode.get(node) ?? this.byNode.get(match) ?? this.byNode.size;
    this.byNode.set(node, number);
    return `action ${number}`;
  }
}

const contextOf = (numbers: Numbers, { byId }: Side) => {
  return (node: Node): string => {
    const leads = node.ways.map(({ key, target }) => {
      const reached = byId.get(target);
      return `${numbers.ofText(key)}>${reached === undefined ? JSON.stringify(target) : numbers.of(reached)}`;
    });
    const comes = node.entries.map(({ from, key }) => `${numbers.of(from)}>${numbers.ofText(key)}`);
    return [numbers.ofText(node.content), leads.sort().join(), comes.sort().join()].join('|');
  };
};

const roundsFor = (before: Side, after: Side): number => {
  const branches = [...before.nodes, ...after.nodes].reduce((sum, { ways }) => sum + ways.length + 1, 0);
  return Math.min(MOST_ROUNDS, Math.ceil(MOST_BRANCHES / (branches + 1)));
};

const matchedIn = ({ nodes }: Side): number => nodes.filter(({ match }) => match !== undefined).length;

/** Pairs what has the same content and the same neighbours, round after round: each pair tells more about its neighbours. */
const pairByContext = (before: Side, after: Side): void => {
  const numbers = new Numbers();
  const rounds = roundsFor(before, after);
  for (let round = 0, last = -1; round < rounds && matchedIn(before) !== last; round += 1) {
    last = matchedIn(before);
    const contexts = new Map<Node, string>();
    for (const side of [before, after]) {
      const context = contextOf(numbers, side);
      for (const node of unmatched(side.nodes)) contexts.set(node, context(node));
    }
    pairBy(before, after, (node) => contexts.get(node) ?? '', pairIfOnly);
  }
};

const isTelling = ({ action, ways }: Node): boolean =>
  ways.length > 0 || Object.keys(action.Parameters ?? {}).length > 0;

const couldBe = (before: Node | undefined, after: Node | undefined): before is Node =>
  before !== undefined &&
  after !== undefined &&
  before.match === undefined &&
  after.match === undefined &&
  before.action.Type === after.action.Type;

/** Pairs actions of one type to which the same branch of the same action leads, onwards from there. */
const pairAlongBranches = (before: Side, after: Side): void => {
  const open: Node[] = before.nodes.filter(({ match }) => match !== undefined);
  const follow = (from: string | undefined, to: string | undefined): void => {
    const old = before.byId.get(from ?? '');
    const now = after.byId.get(to ?? '');
    if (!couldBe(old, now)) return;
    pair(old, now as Node);
    open.push(old);
  };
  follow(before.document.StartAction, after.document.StartAction);
  for (const node of open) {
    const others = new Map(node.match?.ways.map(({ key, target }) => [key, target]));
    for (const { key, target } of node.ways) follow(target, others.get(key));
  }
};

const idAndCount = () => {
  const seen = new Map<string, number>();
  return ({ action: { Identifier } }: Node): string => {
    const count = seen.get(Identifier) ?? 0;
    seen.set(Identifier, count + 1);
    return `${count} ${Identifier}`;
  };
};

const pairByIdentifier = (before: Side, after: Side, accept: (old: Node, now: Node) => boolean): void => {
  const keyOf = idAndCount();
  const others = new Map(after.nodes.map((node) => [keyOf(node), node]));
  const keyOfOld = idAndCount();
  for (const old of before.nodes) {
    const now = others.get(keyOfOld(old));
    if (now === undefined || old.match !== undefined || now.match !== undefined) continue;
    if (accept(old, now)) pair(old, now);
  }
};

/**
 * Finds the same actions in both flows: by identifier; then renamed ones by content and neighbours, by content, and by the
 * branch that leads to them; at last what kept its identifier and became another type.
 */
export const match = (before: Side, after: Side): void => {
  pairByIdentifier(before, after, (old, now) => old.action.Type === now.action.Type);
  pairByContext(before, after);
  pairBy(
    before,
    after,
    ({ content }) => content,
    (old, now) => {
      pairInOrder(old.filter(isTelling), now.filter(isTelling));
    },
  );
  pairAlongBranches(before, after);
  pairByIdentifier(before, after, () => true);
};
