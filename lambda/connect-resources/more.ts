import type { MoreQueuesProperties, MoreQuickConnectsProperties } from '../../lib/runtime/connect-resources';
import type { CustomResourceEvent, ResourceHandler } from './custom-resource';
import { isNamed } from './failure';
import { idIn } from './ids';

/** What an owner has many of, e.g. a queue for a channel; two with the same key are the same one. */
export interface Member {
  readonly key: string;
  /** What can be said about it; another text is another setting. @default '' */
  readonly settings?: string;
}

/** The members of an owner. All of it can be done again without harm; what is too much for one call is done in several. */
export interface Members {
  list(ownerArn: string): Promise<readonly Member[]>;
  add(ownerArn: string, members: readonly Member[]): Promise<void>;
  /** Gives members other settings. */
  change(ownerArn: string, members: readonly Member[]): Promise<void>;
  remove(ownerArn: string, members: readonly Member[]): Promise<void>;
}

interface Wanted {
  readonly ownerArn: string;
  readonly more: readonly Member[];
  readonly listed: readonly Member[];
}

type Logger = { warn(message: string, details: Record<string, unknown>): void };

const holds = (members: readonly Member[], { key }: Member): boolean => members.some((each) => each.key === key);

/** Those of the first that are in the second, too. */
const among = (members: readonly Member[], others: readonly Member[]): readonly Member[] =>
  members.filter((each) => holds(others, each));

const without = (members: readonly Member[], others: readonly Member[]): readonly Member[] =>
  members.filter((each) => !holds(others, each));

/** Only differences are written; what the owner has beside the two lists is somebody else's. */
const bring = async (
  members: Members,
  { ownerArn, more, listed }: Wanted,
  before: readonly Member[],
): Promise<void> => {
  const live = await members.list(ownerArn);
  const isOther = ({ key, settings }: Member): boolean =>
    live.some((each) => each.key === key && each.settings !== settings);
  await members.remove(ownerArn, among(without(without(before, more), listed), live));
  await members.add(ownerArn, without(more, live));
  await members.change(ownerArn, more.filter(isOther));
};

/**
 * Takes away what was added. Where the owner no longer has all that it listed itself, its own list has changed, and may name
 * by now what was added here: that stays, as a contact that reaches too many agents does less harm than one that reaches none.
 */
const leave = async (members: Members, { ownerArn, more, listed }: Wanted, logger: Logger): Promise<void> => {
  try {
    const live = await members.list(ownerArn);
    const left = among(more, live);
    if (without(listed, live).length === 0) await members.remove(ownerArn, left);
    else if (left.length > 0) logger.warn('Left as it is', { ownerArn, members: left.map(({ key }) => key) });
  } catch (error) {
    if (!isNamed(error, 'ResourceNotFoundException')) throw error;
  }
};

const moreOf =
  <P>(members: Members, logger: Logger, wantedBy: (properties: P) => Wanted): ResourceHandler<P> =>
  async ({ RequestType, PhysicalResourceId, ...event }: CustomResourceEvent<P>) => {
    const wanted = wantedBy(event.ResourceProperties);
    if (RequestType === 'Delete') {
      await leave(members, wanted, logger);
      return { physicalId: PhysicalResourceId ?? wanted.ownerArn };
    }
    const before = event.OldResourceProperties && wantedBy(event.OldResourceProperties);
    await bring(members, wanted, before?.ownerArn === wanted.ownerArn ? before.more : []);
    return { physicalId: wanted.ownerArn };
  };

const queueMember = ({ QueueArn, Channel, Priority, Delay }: MoreQueuesProperties['Queues'][number]): Member => ({
  key: `${idIn(QueueArn)} ${Channel}`,
  settings: `${Priority} ${Delay}`,
});

/** Adds queues to a routing profile, a chunk at a time. */
export const moreQueues = (queues: Members, logger: Logger): ResourceHandler<MoreQueuesProperties> =>
  moreOf(queues, logger, ({ RoutingProfileArn, Queues, Listed }) => ({
    ownerArn: RoutingProfileArn,
    more: Queues.map(queueMember),
    listed: Listed.map(queueMember),
  }));

/** Adds quick connects to a queue, a chunk at a time. */
export const moreQuickConnects = (
  quickConnects: Members,
  logger: Logger,
): ResourceHandler<MoreQuickConnectsProperties> =>
  moreOf(quickConnects, logger, ({ QueueArn, QuickConnectArns, Listed }) => ({
    ownerArn: QueueArn,
    more: QuickConnectArns.map((arn) => ({ key: idIn(arn) })),
    listed: Listed.map((arn) => ({ key: idIn(arn) })),
  }));
