import type { Region } from './region';

/** Steps enough to be worth less nesting. */
const LONG = 3;
const MOST_VISITED = 2_000;
const MOST_MEETINGS = 8;

const reaches = (region: Region, from: number, goal: number): boolean => {
  const seen = new Set<number>();
  const open = [from];
  for (let node = open.pop(); node !== undefined && seen.size < MOST_VISITED; node = open.pop()) {
    if (node === goal) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    for (const target of region.targets(node)) if (!region.isBack(node, target)) open.push(target);
  }
  return false;
};

/** What the choice of a follower is made from. */
export interface Choice {
  readonly region: Region;
  /** Where the branches of the step lead, but for those that come back to it. */
  readonly branches: readonly number[];
  /** Where the script that holds the step goes on when it has ended. */
  readonly follow: number | undefined;
  /** Steps where several paths from this one meet for the first time, earlier ones first. */
  readonly meetings: readonly number[];
  /** Whether a branch to this step is written in its place. */
  readonly isInline: (target: number) => boolean;
}

/** Of the places where paths meet, the one that can stand after the step: nothing else leads on to it, and it is the largest. */
const meetingOf = ({ region, meetings: all }: Choice): number | undefined => {
  const meetings = all.slice(0, MOST_MEETINGS);
  const first = meetings.filter((one) => !meetings.some((other) => other !== one && reaches(region, other, one)));
  return first.toSorted((a, b) => region.size(b) - region.size(a) || region.rank(a) - region.rank(b))[0];
};

/** The one long branch among short ones, which then stands after the step instead of within it. */
const mainBranchOf = ({ region, branches, follow, isInline }: Choice): number | undefined => {
  const inline = [...new Set(branches)].filter(isInline);
  const [longest, second] = inline.toSorted((a, b) => region.size(b) - region.size(a));
  if (longest === undefined || region.size(longest) < LONG) return undefined;
  if (second !== undefined && region.size(second) >= LONG) return undefined;
  const others = inline.filter((target) => target !== longest);
  const isNeeded = follow !== undefined && others.some((target) => reaches(region, target, follow));
  return isNeeded ? undefined : longest;
};

/** Which step comes after one whose branches alone decide where it goes on. */
export const followerOf = (choice: Choice): number | undefined => {
  const { region, branches, follow } = choice;
  const meeting = meetingOf(choice);
  const leadsOut = follow !== undefined && branches.includes(follow);
  if (meeting !== undefined && (!leadsOut || reaches(region, meeting, follow))) return meeting;
  return leadsOut ? follow : (mainBranchOf(choice) ?? follow);
};
