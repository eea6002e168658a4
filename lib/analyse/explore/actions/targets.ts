import type { Json, JsonObject } from '../../../language';
import type { CentreFlow, CentreQueue } from '../../centre';
import type { Facts } from '../../facts/facts';
import { type Single, singles } from '../../facts/named';
import { textsOf } from '../../facts/value';
import { evaluate } from '../evaluate';
import { flowNamed, queueNamed } from '../options';
import type { Turn } from '../turn';

/** What an action may mean by a parameter; nothing where it surely fails. */
export type Targets<T> = readonly Single<T>[];

const targets = <T>(
  turn: Turn,
  value: Json | undefined,
  named: (text: string) => Single<T>,
  unknown: (reference: string) => Single<T>,
): Targets<T> => {
  const found = evaluate(turn, value);
  const texts = textsOf(found);
  if (texts === undefined) return [unknown(found.kind === 'unknown' ? found.reference : '')];
  return texts.filter((text) => text !== '').map(named);
};

export const flowsMeant = (turn: Turn, value: Json | undefined): Targets<CentreFlow> => {
  const { exploration } = turn;
  return targets(
    turn,
    value,
    (text) => flowNamed(exploration, text),
    (reference) => exploration.book.flows.unknown(reference),
  );
};

/** Every agent has a queue, which names no outbound whisper flow. */
const AGENT_QUEUE: CentreQueue = { arn: 'agent queue', name: 'of an agent' };

export const agentQueue = ({ exploration: { book } }: Turn): Single<CentreQueue> => book.queues.known(AGENT_QUEUE);

/** The queue that an action names, or the working queue. */
export const queuesMeant = (turn: Turn, { queue }: Facts = turn.facts): Targets<CentreQueue> => {
  const { QueueId, AgentId } = turn.parameters as JsonObject;
  const { exploration } = turn;
  if (AgentId !== undefined) return [agentQueue(turn)];
  if (QueueId === undefined) return singles(queue).filter(({ kind }) => kind !== 'unset');
  return targets(
    turn,
    QueueId,
    (text) => queueNamed(exploration, text),
    (reference) => exploration.book.queues.unknown(reference),
  );
};
