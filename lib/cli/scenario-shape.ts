import { ASSUMPTIONS, CONSULTATION_CHOICES } from '../journey';
import { FLOW_TYPES } from '../language';
import { amount, anything, byKey, either, flag, listOf, mapOf, object, oneOf, type Shape, text } from './shape';

const texts = listOf(text);

const start = byKey('method', {
  INBOUND: { 'flow!': text, channel: oneOf('VOICE', 'EMAIL'), from: text, to: text },
  WEBRTC_API: { 'flow!': text, from: text, to: text },
  API: {
    'channel!': oneOf('VOICE', 'CHAT', 'TASK', 'EMAIL'),
    'flow!': text,
    queue: text,
    to: text,
    attributes: mapOf(text),
    timeouts: object({
      customerIdleMinutes: amount,
      customerDisconnectMinutes: amount,
      agentIdleMinutes: amount,
      agentDisconnectMinutes: amount,
    }),
    expiresAfterSeconds: amount,
    ringTimeoutSeconds: amount,
    campaign: text,
  },
  OUTBOUND: { 'agent!': text, queue: text, channel: oneOf('VOICE', 'EMAIL'), to: text },
  CAMPAIGN_PREVIEW: { 'queue!': text, to: text, campaign: text, attributes: mapOf(text), previewSeconds: amount },
});

const customer = object({
  presses: texts,
  says: texts,
  answersCalls: flag,
  missesCalls: amount,
  answersAfterSeconds: amount,
  hangsUpAfterSeconds: amount,
  thirdPartyAnswers: flag,
});

const agent = object({
  'name!': text,
  availableAfterSeconds: amount,
  acceptsAfterSeconds: amount,
  hangsUpInWhisperAfterSeconds: amount,
  afterContactWorkSeconds: amount,
});

const supervises = { 'who!': text, afterSeconds: amount };
const alone = { afterSeconds: amount };

const move = byKey('does', {
  transfers: { 'to!': text, leavesAfterSeconds: amount, cancelsAfterSeconds: amount, afterSeconds: amount },
  'is transferred by the API': { 'flow!': text, to: text, afterSeconds: amount },
  'sends a flow': { 'quickConnect!': text, afterSeconds: amount },
  chooses: { 'choice!': oneOf(...Object.keys(CONSULTATION_CHOICES)), afterSeconds: amount },
  'hangs up': { 'who!': oneOf('customer', 'agent'), afterSeconds: amount },
  holds: alone,
  'takes off hold': alone,
  writes: { 'who!': oneOf('customer', 'agent'), 'text!': text, afterSeconds: amount },
  pauses: alone,
  resumes: alone,
  replies: alone,
  monitors: supervises,
  'barges in': supervises,
  'drops the agent': supervises,
  'stops monitoring': supervises,
});

const SOURCES = ['hook', 'queue', 'quick connect', 'entry point', 'default', 'none'];

const expectations = object({
  flows: texts,
  heard: either(texts, mapOf(texts)),
  chain: texts,
  attributes: mapOf(text),
  sources: mapOf(oneOf(...SOURCES), FLOW_TYPES),
  rulebook: flag,
});

/** How a scenario may be written; those of tests have expectations besides. */
const scenario = {
  title: text,
  'start!': start,
  customer,
  agents: listOf(agent),
  moves: listOf(move),
  at: text,
  seed: amount,
  limitSeconds: amount,
  functions: mapOf(anything),
  assumptions: mapOf(text, Object.keys(ASSUMPTIONS)),
};

/** What is said once for all scenarios of a file. */
const common = {
  centre: either(text, texts),
  timeZone: text,
  functions: mapOf(anything),
  assumptions: mapOf(text, Object.keys(ASSUMPTIONS)),
};

const isOfOne = (value: unknown): boolean => typeof value === 'object' && value !== null && 'start' in value;

const fileOf =
  (list: 'scenarios' | 'tests', one: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (Array.isArray(value)) return listOf(object(one))(value, path);
    return isOfOne(value)
      ? object({ ...common, ...one })(value, path)
      : object({ ...common, [`${list}!`]: listOf(object(one)) })(value, path);
  };

/** A file of one scenario, of a list of them, or of a list with what they have in common. */
export const SCENARIO_FILE: Shape = fileOf('scenarios', scenario);

export const TEST_FILE: Shape = fileOf('tests', { ...scenario, expect: expectations });
