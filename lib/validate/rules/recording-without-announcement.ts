import type { ActionType, Json } from '../../language';
import { isObject } from '../described-values';
import { flow, say, setQueue, step, toQueue } from '../example-flow';
import { carried } from '../flow-facts/data-flow';
import { withoutHaving } from '../flow-facts/history';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { inEachOf, type PlacedAction, type Subject } from '../subject';

const RECORDING: readonly ActionType[] = [
  'UpdateContactRecordingBehavior',
  'UpdateContactRecordingAndAnalyticsBehavior',
];

/** Where a conversation begins, or the flow hands the contact on to one. */
const BEGINNINGS: readonly ActionType[] = [
  'TransferContactToQueue',
  'TransferContactToAgent',
  'TransferParticipantToThirdParty',
  'EndFlowExecution',
];

const at = (value: Json | undefined, key: string): Json | undefined => (isObject(value) ? value[key] : undefined);

/** Whether an action turns recording on or off; undefined where it does neither. */
const turnsOn = ({ type, parameters }: PlacedAction): boolean | undefined => {
  if (!(RECORDING as readonly string[]).includes(type)) return undefined;
  const behavior = parameters.RecordingBehavior ?? at(parameters.VoiceBehavior, 'VoiceRecordingBehavior');
  const recorded = at(behavior, 'RecordedParticipants');
  return Array.isArray(recorded) ? recorded.length > 0 : undefined;
};

const recordedAt = ({ graph, actions }: Subject): Int32Array => {
  const turns = actions.map(turnsOn);
  return carried(graph, 'may', 0, (facts, index) => {
    const turn = turns[index];
    return turn === undefined ? facts : Number(turn);
  });
};

const recordedInSilence = (subject: Subject): readonly PlacedAction[] => {
  if (RECORDING.every((type) => subject.ofType(type).length === 0)) return [];
  const silent = withoutHaving(
    subject,
    'spokenTo',
    BEGINNINGS.flatMap((type) => subject.ofType(type)),
  );
  if (silent.length === 0) return [];
  const recorded = recordedAt(subject);
  return silent.filter(({ index }) => recorded[index] === 1);
};

const record = step(
  'record',
  'UpdateContactRecordingBehavior',
  { RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] } },
  { NextAction: 'set queue' },
);

export const recordingWithoutAnnouncement: Rule = {
  name: 'recording-without-announcement',
  severity: 'warning',
  evidence: 'assumed',
  summary: 'Some way leads to a recorded conversation without any prompt that could have announced it.',
  off: true,
  examples: {
    failing: flow(record, setQueue('queue'), toQueue()),
    passing: flow(say('tell', 'This call is recorded.', 'record'), record, setQueue('queue'), toQueue()),
    context: { rules: { 'recording-without-announcement': 'warning' } },
  },
  find: inEachOf(recordedInSilence, (placed) => [{ path: '', ...MESSAGES.recordingWithoutAnnouncement(placed) }]),
};
