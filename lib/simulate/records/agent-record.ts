import type { Contact, Spell } from '../contact';
import type { AgentRecord } from './contact-record';
import { afterContactWorkOf, agentLeftAt, holdsOf, pausedMilliseconds } from './facts';
import { secondsBetween, wholeSecond, wholeSecondOrNull } from './timestamps';

type HoldFigures = Pick<
  AgentRecord,
  | 'AgentInteractionDuration'
  | 'CustomerHoldDuration'
  | 'AgentInitiatedHoldDuration'
  | 'LongestHoldDuration'
  | 'NumberOfHolds'
>;

const lengths = (holds: readonly Spell[], until: number): readonly number[] =>
  holds.map(({ start, end }) => (end ?? until) - start);

/** Interaction and hold are the two parts of the time with the agent; both are open while that lasts. */
const holdFigures = (holds: readonly Spell[], from: number, until: number | null): HoldFigures => {
  const NumberOfHolds = holds.length;
  if (until === null)
    return {
      AgentInteractionDuration: null,
      CustomerHoldDuration: null,
      AgentInitiatedHoldDuration: null,
      LongestHoldDuration: null,
      NumberOfHolds,
    };
  const whole = secondsBetween(from, until);
  const each = lengths(holds, until);
  const held = Math.min(whole, Math.floor(each.reduce((sum, length) => sum + length, 0) / 1000));
  return {
    AgentInteractionDuration: whole - held,
    CustomerHoldDuration: held,
    AgentInitiatedHoldDuration: held,
    LongestHoldDuration: Math.min(held, Math.floor(Math.max(0, ...each) / 1000)),
    NumberOfHolds,
  };
};

type WorkFigures = Pick<
  AgentRecord,
  'AfterContactWorkStartTimestamp' | 'AfterContactWorkEndTimestamp' | 'AfterContactWorkDuration'
>;

const workFigures = (work: Spell | null): WorkFigures => ({
  AfterContactWorkStartTimestamp: wholeSecondOrNull(work?.start ?? null),
  AfterContactWorkEndTimestamp: wholeSecondOrNull(work?.end ?? null),
  AfterContactWorkDuration: work === null || work.end === null ? null : secondsBetween(work.start, work.end),
});

const pausedSeconds = (contact: Contact): number | null => {
  const paused = pausedMilliseconds(contact);
  return paused === null ? null : Math.floor(paused / 1000);
};

const preview = ({
  preview: looked,
}: Contact): Pick<AgentRecord, 'AcceptedByAgentTimestamp' | 'PreviewEndTimestamp'> =>
  looked === null
    ? {}
    : {
        AcceptedByAgentTimestamp: wholeSecond(looked.start),
        ...(looked.end !== null && { PreviewEndTimestamp: wholeSecond(looked.end) }),
      };

/** The agent block: there once the contact was connected to an agent. */
export const agentRecord = (contact: Contact): AgentRecord | null => {
  const agent = contact.agent;
  const { connectedToAgent } = contact;
  if (agent === null || connectedToAgent === null) return null;
  return {
    ARN: agent.arn,
    Username: agent.name,
    ...preview(contact),
    ConnectedToAgentTimestamp: wholeSecond(connectedToAgent),
    ...holdFigures(holdsOf(contact), connectedToAgent, agentLeftAt(contact)),
    ...workFigures(afterContactWorkOf(contact)),
    AgentPauseDuration: pausedSeconds(contact),
    HierarchyGroups: null,
    RoutingProfile: null,
  };
};
