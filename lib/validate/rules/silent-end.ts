import type { ActionType, Channel } from '../../language';
import { compare, flow, say } from '../example-flow';
import { withoutHaving } from '../flow-facts/history';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachOf, type PlacedAction, type Subject } from '../subject';

const ENDS: readonly ActionType[] = ['DisconnectParticipant', 'EndFlowExecution'];
const NOBODY_LISTENS: ReadonlySet<Channel | undefined> = new Set(['TASK', 'EMAIL'] as const);

const speaks = ({ spec }: PlacedAction): boolean => spec?.participant === 'listens' || spec?.participant === 'answers';

/** The ends of an inbound flow that speaks to somebody at all. */
const endsOf = (subject: Subject): readonly PlacedAction[] => {
  const { type, channel } = subject.context;
  if (type !== 'CONTACT_FLOW' || NOBODY_LISTENS.has(channel) || !subject.actions.some(speaks)) return [];
  return ENDS.flatMap((end) => subject.ofType(end));
};

export const silentEnd: Rule = {
  name: 'silent-end',
  severity: 'note',
  evidence: 'assumed',
  summary: 'A way through an inbound flow ends without a word to the customer.',
  examples: {
    failing: flow(compare('tier', '$.Attributes.tier', ['gold'], 'thanks'), say('thanks', 'Thank you.')),
    passing: flow(say('thanks', 'Thank you.')),
    context: { type: 'CONTACT_FLOW' },
  },
  find: inEachOf(
    (subject) => withoutHaving(subject, 'spokenTo', endsOf(subject)),
    (placed) => [{ path: '', ...MESSAGES.silentEnd(placed) }],
  ),
};
