import type { LegalIn } from '../../language/wire';
import { type AgentRef, type Handle, readAgent } from '../handles';
import { onError, plan, step } from '../place-step';
import type { OnError, Step } from '../step';
import type { Value } from '../value';

/** What an agent must have to be offered the contact. */
export interface Need {
  readonly expression: { readonly [key: string]: unknown };
  readonly words: string;
  readonly handles: readonly Handle[];
}

type Level = 1 | 2 | 3 | 4 | 5;

/** An agent who has a predefined attribute at this level or a higher one: `proficiency('Language', 'French', 4)`. */
export const proficiency = (attribute: Value, value: Value, level: Level): Need => ({
  expression: {
    AttributeCondition: {
      Name: attribute,
      Value: value,
      ProficiencyLevel: level,
      ComparisonOperator: 'NumberGreaterOrEqualTo',
    },
  },
  words: `${value} ${level}`,
  handles: [],
});

/** One of these agents, by user id or ARN. The form is not documented, but flows that AWS publishes hold it. */
export const preferredAgents = (...agents: readonly [AgentRef, ...AgentRef[]]): Need => {
  const handles = agents.map(readAgent);
  const criteria = { AgentsCriteria: { AgentIds: handles.map(({ arn }) => arn) } };
  return {
    expression: { AttributeCondition: { ComparisonOperator: 'Match', MatchCriteria: criteria } },
    words: handles.map(({ name }) => name ?? 'preferred agent').join(' '),
    handles,
  };
};

/** All of these needs at once. */
export const allOf = (...needs: readonly [Need, Need, ...Need[]]): Need => ({
  expression: { AndExpression: needs.map(({ expression }) => expression) },
  words: needs.map(({ words }) => words).join(' and '),
  handles: needs.flatMap(({ handles }) => handles),
});

/** How long Connect looks for such an agent before it comes to the next step. */
interface RoutingStep {
  readonly need: Need;
  readonly forSeconds: number;
}

/** Only the last step may stand without a time: it keeps looking. */
type RoutingSteps = readonly [...RoutingStep[], RoutingStep | { readonly need: Need; readonly forSeconds?: never }];

const wireOf = ({ need, forSeconds }: RoutingSteps[number]) => ({
  Expression: need.expression,
  Expiry: forSeconds === undefined ? undefined : { DurationInSeconds: forSeconds },
});

/**
 * Says which agents of the queue come first. When the last step has run out as well, any agent of the queue may be
 * offered the contact. It counts once the contact is in a queue, and not in the queue of an agent.
 *
 * `setRoutingCriteria([{ need: proficiency('Language', 'French', 4), forSeconds: 30 }, { need: … }])`
 */
export const setRoutingCriteria = <T extends LegalIn<'UpdateContactRoutingCriteria'>>(
  steps: RoutingSteps,
  options?: OnError<T>,
): Step<T> => {
  const action = plan(
    'UpdateContactRoutingCriteria',
    { RoutingCriteria: { Steps: steps.map(wireOf) } },
    {
      block: 'Set routing criteria',
      words: steps[0].need.words,
      ways: [onError(options)],
    },
  );
  return step(
    setRoutingCriteria,
    [action],
    steps.flatMap(({ need }) => need.handles),
  );
};
