import { AwsError } from '../../aws-error';

type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;

/** The names that can be reached from one by going from each to what it depends on. */
const reachable = (from: string, dependencies: Dependencies): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [...(dependencies.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(dependencies.get(next) ?? []));
  }
  return seen;
};

const refuseCircle = (left: readonly string[], dependencies: Dependencies): never => {
  const circle = left.filter((name) => reachable(name, dependencies).has(name));
  throw new AwsError('ValidationError', `Circular dependency between resources: [${circle.join(', ')}]`);
};

/**
 * Names in an order in which each comes after all that it depends on, and otherwise as they are given.
 *
 * @throws AwsError with CloudFormation's own words where there is a circle
 */
export const ordered = (dependencies: Dependencies): readonly string[] => {
  const names = [...dependencies.keys()];
  const open = new Map(
    names.map((name) => [name, [...(dependencies.get(name) ?? [])].filter((each) => dependencies.has(each)).length]),
  );
  const users = new Map(names.map((name) => [name, [] as string[]]));
  for (const [name, needed] of dependencies) for (const each of needed) users.get(each)?.push(name);
  const position = new Map(names.map((name, i) => [name, i]));
  const ready = names.filter((name) => open.get(name) === 0);
  const order: string[] = [];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    order.push(next);
    for (const user of users.get(next) ?? []) {
      const count = (open.get(user) ?? 0) - 1;
      open.set(user, count);
      if (count === 0) ready.push(user);
    }
    ready.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  }
  const left = names.filter((name) => !order.includes(name));
  return left.length === 0 ? order : refuseCircle(left, dependencies);
};
