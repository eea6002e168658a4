import { type Assumptions, assume, JOURNEY_HOOKS, JOURNEYS } from '../journey';
import { FLOW_TYPES, type FlowType, flowTypeOfConsoleName, isFlowType, type Json } from '../language';
import { type Answer, answer, NONE } from './answer';
import type { ContactFlowEvent } from './event';
import { own } from './own-value';
import { parseContactFlowEvent } from './parse-event';
import { applyPolicy, type JourneyPolicy, type PolicyDecision } from './policy';
import { redact } from './redact';

type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What the handler needs of a logger; Powertools' has it. */
export type JourneyLogger = Readonly<Record<LogLevel, (message: string, details: Record<string, unknown>) => void>>;

export interface JourneyRulesOptions {
  /** Undefined when it could not be read: every call gets the safe answer. */
  readonly policy: JourneyPolicy | undefined;
  readonly logger: JourneyLogger;
  readonly assumptions?: Assumptions;
}

interface Outcome {
  readonly answer: Answer;
  readonly level: LogLevel;
  readonly message: string;
  readonly details: Record<string, unknown>;
  /** Names of the contact's attributes, never their values: what one needs to see why a rule did not apply. */
  readonly attributes?: readonly string[];
}

const answerTo = (decision: PolicyDecision): Answer => {
  const { recognised } = decision;
  const { method, channel, stage, hooks, rules } = decision.recognised
    ? decision
    : { method: NONE, channel: NONE, stage: NONE, hooks: {}, rules: [] };
  const flows = Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, own(hooks, hook)]));
  return answer({ ...flows, method, channel, stage, recognised, rules: rules.join(',') });
};

/** What a flow gets when nothing is known or something went wrong: every key there, nothing to hook, `recognised` false. */
export const SAFE_ANSWER: Readonly<Answer> = Object.freeze(answerTo({ recognised: false }));

const SEEN_CHARACTERS = 80;
const SEEN_ATTRIBUTES = 50;

/** Redacted first: a number that is cut in two would no longer look like one. */
const seen = (value: string | null): string => String(redact(value ?? NONE)).slice(0, SEEN_CHARACTERS);

const safely = (level: LogLevel, message: string, details: Record<string, unknown>): Outcome => ({
  answer: { ...SAFE_ANSWER },
  level,
  message,
  details,
});

/** The parameter by which a flow says of which type it is; also in the console's spelling. Null when it is neither. */
const flowTypeOf = (parameter: Json | undefined): FlowType | null => {
  if (parameter === undefined || parameter === null || parameter === '') return 'CONTACT_FLOW';
  const word = typeof parameter === 'string' ? parameter.trim() : '';
  const type = word.toUpperCase();
  return isFlowType(type) ? type : (flowTypeOfConsoleName(word) ?? null);
};

const decide = (policy: JourneyPolicy, event: ContactFlowEvent, assumptions: Assumptions): Outcome => {
  const { ContactData, Parameters } = event.Details;
  const flowType = flowTypeOf(own(Parameters, 'flowType'));
  const { ContactId, InitiationMethod: method, Channel: channel, Queue: queue, Attributes: attributes } = ContactData;
  const decision = applyPolicy(policy, { method, channel, flowType, queue, attributes }, JOURNEYS, assumptions);
  const contact = { contactId: seen(ContactId), method: seen(method), channel: seen(channel) };
  const names = Object.keys(attributes);
  if (!decision.recognised) {
    const problem = 'The rulebook has no journey for this method on this channel.';
    return { ...safely('warn', 'Contact not recognised', { ...contact, problem }), attributes: names };
  }
  const { stage, hooks, rules } = decision;
  const details = { ...contact, stage: stage ?? NONE, hooks: Object.keys(hooks), rules };
  const applied = { answer: answerTo(decision), message: 'Journey rules applied', attributes: names };
  if (flowType !== null) return { ...applied, level: 'info', details };
  const problem = `The parameter flowType is no type of flow. Valid: ${FLOW_TYPES.join(', ')}.`;
  return { ...applied, level: 'warn', details: { ...details, problem } };
};

const outcomeOf = ({ policy, assumptions = assume() }: JourneyRulesOptions, input: unknown): Outcome => {
  try {
    const reading = parseContactFlowEvent(input);
    if (!reading.ok) return safely('error', 'Event not readable', { problem: reading.problem });
    if (policy) return decide(policy, reading.event, assumptions);
    const contactId = seen(reading.event.Details.ContactData.ContactId);
    return safely('error', 'No policy', {
      contactId,
      problem: 'The policy could not be read; see the log of the start.',
    });
  } catch (error) {
    return safely('error', 'Unexpected failure', { problem: error instanceof Error ? error.message : String(error) });
  }
};

export type JourneyRulesHandler = (event: unknown, context?: unknown) => Promise<Answer>;

/**
 * A handler for the Lambda block of any flow: tells which flows to hook for the contact. The flow passes its own type as
 * the parameter `flowType`. It never fails, keeps nothing between calls, and logs one line a call (and the names of the
 * attributes at level DEBUG).
 *
 * The answer has a key for each hook of the journeys (a flow ARN or `none`; compare with `none` before setting the hook),
 * and `method`, `channel`, `stage` (a flow type), `recognised` (`true` or `false`) and `rules` (names of the rules that
 * decided, comma separated, or `none`).
 */
export const journeyRulesHandler = (options: JourneyRulesOptions): JourneyRulesHandler => {
  const log = (level: LogLevel, message: string, details: Record<string, unknown>): void =>
    options.logger[level](message, redact(details) as Record<string, unknown>);
  return async (event) => {
    const { answer: reply, level, message, details, attributes = [] } = outcomeOf(options, event);
    try {
      log(level, message, details);
      const names = attributes.slice(0, SEEN_ATTRIBUTES).map(seen);
      log('debug', 'Attributes of the contact', { contactId: details.contactId, attributes: names });
    } catch {
      // A caller waits; a line that cannot be written must not keep the answer back.
    }
    return reply;
  };
};
